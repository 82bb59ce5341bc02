"""What a page says of where it is: the countries and units that its words and its surer names speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.gazetteer import Entry

_SURE: Final = {"country", "adm1", "region"}
_HOME: Final = 0.5
"""What the outlet's home counts beside a word for a country."""
_TELLING: Final = 4.0
"""Units up to which a name tells all it can of each."""
_FEW: Final = 3
"""Countries up to which the candidates of a name speak for each of them."""

_GREAT: Final = 500_000
"""People from which on a city is known everywhere …"""
_GREATER: Final = 10
"""… if it has so many times the people of each that is called so in another country."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page speaks of: `countries` (alpha-3) with weights of at most 1; `units`, by identifier how many of its
    names lie in each unit of the first or second level; `points` of the places that are already sure, as (latitude,
    longitude)."""

    countries: dict[str, float]
    units: dict[str, float]
    points: tuple[tuple[float, float], ...] = ()
    most: float = 0.0
    """The count of the unit that most names lie in."""
    voices: Mapping[str, int] = field(default_factory=dict)
    """How many words and names speak of each country, a name once."""
    at_first: Mapping[str, float] | None = None
    """The weights of the countries before any name was taken for anything; None until all are."""

    def silent(self, was: Entry | None) -> bool:
        """True where all is taken, and nothing but this very name (taken for `was`) speaks of any country."""
        return self.at_first is not None and sum(self.voices.values()) <= (was is not None)

    def alone(self, entry: Entry, was: Entry | None) -> bool:
        """True where the page speaks of other countries, and of the entry's own by this name (`was`) at most."""
        own = 1 if was is not None and was.country == entry.country else 0
        return self.voices.get(entry.country, 0) <= own < sum(self.voices.values())

    def unit(self, identifier: str | None, but: Entry | None) -> float:
        """How much the page speaks of a unit, at most 1; `but` is an entry whose own voice does not count."""
        told = self.units.get(identifier or "", 0.0)
        if told and but is not None and identifier in (but.id, but.admin1_id, but.admin2_id):
            told -= 1.0
        return max(told, 0.0) / self.most if told else 0.0


def first_evidence(candidates: Iterable[Sequence[Entry]], mentioned: Sequence[str], home: str | None) -> Evidence:
    """What the words for countries and the names that can mean but few places tell; `home` is the outlet's country."""
    told = Counter(mentioned)
    votes: dict[str, float] = {home: _HOME} if home else {}
    units: dict[str, float] = {}
    for entries in candidates:
        homes = dict.fromkeys(e.country for e in entries if e.country)
        if 0 < len(homes) <= _FEW:
            for code in homes:
                votes[code] = votes.get(code, 0.0) + 1.0 / len(homes)
        if entries and entries[0].feature == "adm1":
            units[entries[0].id] = units.get(entries[0].id, 0.0) + 1.0
    weights = {code: told[code] + votes.get(code, 0.0) for code in {*told, *votes}}
    return Evidence(_shares(weights), units, most=max(units.values(), default=0.0), voices=told)


def great_city(entries: Sequence[Entry]) -> bool:
    """True where the candidates of a name have a great city, and no other that compares with it."""
    most = max(entries, key=lambda e: e.population if e.feature == "place" else 0, default=None)
    if most is None or most.feature != "place" or most.population < _GREAT or most.alternate:
        return False
    others = (e.population for e in entries if e.country != most.country and not e.alternate)
    return most.population >= _GREATER * max(others, default=0)


def better_evidence(chosen: Iterable[Entry], before: Evidence, mentioned: Sequence[str]) -> Evidence:
    """The same, sharpened by what the names were taken for at first."""
    entries = list(chosen)
    countries = Counter(e.country for e in entries if e.country)
    units = Counter(unit for e in entries for unit in _units(e))
    points = tuple(
        (e.lat, e.lon) for e in entries if e.lat is not None and e.lon is not None and e.feature not in _SURE
    )
    mixed = {c: before.countries.get(c, 0.0) + share for c, share in _shares(countries).items()}
    mixed |= {c: w for c, w in before.countries.items() if c not in mixed}
    counts = {unit: float(count) for unit, count in units.items()}
    return Evidence(_shares(mixed), counts, points, max(counts.values(), default=0.0), countries + Counter(mentioned))


def _units(entry: Entry) -> Iterator[str]:
    """The first-level and second-level unit that an entry is or lies in."""
    if entry.feature in {"adm1", "adm2"}:
        yield entry.id
    if entry.admin1_id:
        yield entry.admin1_id
    if entry.admin2_id:
        yield entry.admin2_id


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights as shares of the greatest."""
    most = max(weights.values(), default=0)
    return {key: weight / most for key, weight in weights.items()} if most else {}


def shared_units(candidates: Mapping[str, Sequence[Entry]]) -> dict[str, dict[str, float]]:
    """By second-level unit the names that can lie in it (or be it), each with how much that says of the name.

    A name that can mean towns in fifty units says little of any one; two names that meet in one unit say much.
    """
    found: dict[str, dict[str, float]] = {}
    for key, entries in candidates.items():
        homes = {unit for e in entries if (unit := home_unit(e))}
        for unit in homes:
            found.setdefault(unit, {})[key] = min(1.0, _TELLING / len(homes))
    return {unit: names for unit, names in found.items() if len(names) > 1}


def named_units(candidates: Mapping[str, Sequence[Entry]], but: Collection[str]) -> dict[str, dict[str, float]]:
    """The same for the units of the first level that some name can mean: which names can lie in each, or be it.

    `but` are units of which a bare name means the town.
    """
    told = {e.id for entries in candidates.values() for e in entries if e.feature == "adm1" and e.id not in but}
    found: dict[str, dict[str, float]] = {}
    for key, entries in candidates.items():
        homes = {e.id if e.feature == "adm1" else e.admin1_id for e in entries}
        for unit in homes & told:
            found.setdefault(unit or "", {})[key] = min(1.0, _TELLING / len(homes))
    return {unit: names for unit, names in found.items() if len(names) > 1}


def home_unit(entry: Entry) -> str | None:
    """The second-level unit that an entry is, or lies in."""
    return entry.id if entry.feature == "adm2" else entry.admin2_id
