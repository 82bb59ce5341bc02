"""How well a candidate fits a name on its page, and whether it fits well enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING, Final

from dateline.extract.place.evidence import Evidence, home_unit
from dateline.extract.place.words import KindClass
from dateline.vocab.countries import is_ambiguous
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.gazetteer import Entry

_FITS: Final[dict[str, frozenset[str]]] = {
    "adm1": frozenset({"adm1", "region", "country"}),
    "adm2": frozenset({"adm2", "adm3", "adm1"}),
    "place": frozenset({"place", "adm3"}),
    "quarter": frozenset({"place"}),
    "area": frozenset({"adm1", "adm2", "adm3", "place", "region", "water", "wide"}),
    "water": frozenset({"water"}),
    "site": frozenset({"camp", "airport", "site", "place"}),
}
_KIND: Final = 3.0
_COUNTRY: Final = 5.0
_UNIT: Final = 1.0
_ITSELF: Final = 0.6
"""… for the unit itself, which its own name has already spoken for."""
_POPULATION: Final = 0.8
"""For each power of ten of people."""
_CAPITAL: Final = 2.4
_MEET: Final = 2.0
_NAMED: Final = 2.0
_TOO_SMALL: Final = 1000
"""A town so many times smaller than its largest namesake is not meant because the page names its state."""
_COUNTY: Final = 1.0
_WITHIN: Final = 4.0
_NEAR: Final = 2.0
_SECOND: Final = 1.0
_NEAR_KM: Final = 250.0
_PRIOR: Final = {"country": 6.0, "wide": 11.0, "water": 11.0, "adm1": 1.5, "region": 1.0, "adm2": -0.3, "adm3": -0.5}
_KIND_OF: Final = {feature: f"kind: {feature}" for feature in _PRIOR}
_TWO_MEANINGS: Final = -2.5
"""Off for a country whose name is something else too ("Georgia", "Lebanon")."""
_TOWN_OF_COUNTRY: Final = -8.0
"""Off for a country under half its name ("Trinidad") where a town so called lies in a country of the page."""
_TOWN: Final = 20_000
_ALIKE: Final = 4.0
_OF_ITS_TOWN: Final = -3.5
_RESPELLED: Final = -1.0
_EXACT: Final = 2.2
"""For a name written as the entry's own, "St. Louis" and not "Saint-Louis"."""
_ALTERNATE: Final = -0.7
_ENOUGH: Final = 6.2
"""Score from which on a candidate in a country of which the page does not speak is believed."""
_OF_TOWN_KM: Final = 15.0
"""Kilometres from a town's middle up to which a quarter is one of the town's."""
_STATED_KM: Final = 60.0
"""Kilometres between a town and what is said to lie in it, from which on another place of the name is meant."""
WAY_KM: Final = 100.0
"""… and between a place and one from which its way is told."""
_QUARTER: Final = 1.0
_PEOPLED: Final = 30_000
"""People from which on a first-level unit is known as such."""
_CLEAR: Final = 0.4
_TOLD_APART: Final = 0.8
"""By how much the best candidate must lead those of other countries where nothing but the name tells."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A name with its candidates, its kind, and the candidates of what the text says contains it."""

    name: str
    candidates: tuple[Entry, ...]
    kind: KindClass | None
    within: tuple[tuple[Entry, ...], ...] = ()
    containers: tuple[str, ...] = field(default=())
    inside: frozenset[str] = frozenset()
    """Of these containers, those that a word or a comma puts around it, not a mere space."""
    surely: frozenset[str] = frozenset()
    """Of those, the ones of a word ("in", "of"), or of a comma that is no comma of a list."""
    way: frozenset[str] = frozenset()
    """Those from which the text tells its way: it is not far from them."""
    beside: str | None = None
    """The kind of entry that the others in its list are, None where it stands in no list."""
    said: int = 1
    """How often the page says it."""
    was: Entry | None = None
    """What it was taken for so far."""
    shared: dict[str, float] = field(default_factory=dict)
    """Second-level units in which other names of the page can lie too, with how much that says (at most 1)."""
    named: dict[str, float] = field(default_factory=dict)
    """First-level units that the page names and in which other names can lie too, likewise."""
    most: int = 0
    """The population of the largest town among the candidates."""
    country: str | None = None
    """The country (alpha-3) in which the words before it put it, None where they put it in none."""
    towns: frozenset[str] = frozenset()
    """Units that have a large town of the same name in them: a bare name means the town."""


def choose(choice: Choice, evidence: Evidence) -> Entry | None:
    """The best candidate, None where none is supported well enough."""
    return ruling(choice, evidence)[0]


def ruling(choice: Choice, evidence: Evidence) -> tuple[Entry | None, str]:
    """The best candidate with why it is taken; None with why none is."""
    if not choice.candidates:
        return None, "nobody lists it"
    if choice.country is not None and any(entry.country != choice.country for entry in choice.candidates):
        there = tuple(entry for entry in choice.candidates if entry.country == choice.country)
        if not there:
            return None, f"the words before it put it in {choice.country}, where nobody lists it"
        return ruling(replace(choice, candidates=there), evidence)
    entry = choice.candidates[0]
    if len(choice.candidates) > 1:
        scored = [(score(entry, choice, evidence), -rank, entry) for rank, entry in enumerate(choice.candidates)]
        entry = max(scored, key=lambda s: s[:2])[2]
        if evidence.silent(choice.was) and not _told_apart(entry, [(value, one) for value, _, one in scored], evidence):
            return None, "as likely a place of another country, and nothing on the page tells which"
    if choice.kind == "quarter" and not _beside(entry, choice, evidence):
        return None, "no candidate lies in a place of which the page speaks"
    if entry.country and evidence.alone(entry, choice.was):
        by_itself = score(entry, choice, evidence) - _COUNTRY * evidence.countries.get(entry.country, 0.0)
        if choice.kind is None and entry.id in choice.towns:
            by_itself -= _OF_ITS_TOWN  # known as its town is
        by_itself -= _unpeopled(entry)
        if by_itself < _ENOUGH or entry.respelled:
            return None, "nothing else speaks of the best candidate's country, and it is not widely known"
    elif entry.respelled and evidence.countries.get(entry.country, 0.0) < _CLEAR:
        return None, "the best candidate is spelled otherwise, and its country is not plainly the page's"
    return entry, "the candidate of the highest score"


def _unpeopled(entry: Entry) -> float:
    """What a first-level unit has ahead by being one, where too few live in it to be known as such."""
    return _PRIOR["adm1"] if entry.feature == "adm1" and entry.population < _PEOPLED else 0.0


def _told_apart(best: Entry, scored: Sequence[tuple[float, Entry]], evidence: Evidence) -> bool:
    """The best candidate leads those of other countries by itself, without the voice that it gave its own country.

    One that bears the name need not lead those that are otherwise called.
    """
    first = evidence.at_first or {}

    def alone(value: float, entry: Entry) -> float:
        now, before = evidence.countries.get(entry.country, 0.0), first.get(entry.country, 0.0)
        return value + _COUNTRY * (before - now) - _unpeopled(entry)

    values = {one.id: alone(value, one) for value, one in scored}
    others = [
        values[one.id] for _, one in scored
        if one.country and one.country != best.country and (best.alternate or not one.alternate)
    ]  # fmt: skip
    return not best.country or not others or values[best.id] - max(others) >= _TOLD_APART


def score(entry: Entry, choice: Choice, evidence: Evidence) -> float:
    """The sum of what speaks for a candidate."""
    return sum((value for _, value in _on_the_page(entry, choice, evidence)), _by_itself(entry, choice.name))


def reasons(entry: Entry, choice: Choice, evidence: Evidence) -> Iterator[tuple[str, float]]:
    """What speaks for a candidate and against it, in words, each with what it adds."""
    yield from _anywhere(entry, choice.name)
    yield from _on_the_page(entry, choice, evidence)


@lru_cache(maxsize=20_000)
def _by_itself(entry: Entry, name: str) -> float:
    """The sum of what speaks for a candidate on any page: names come again, and are asked thrice on each."""
    return sum(value for _, value in _anywhere(entry, name))


def _anywhere(entry: Entry, name: str) -> Iterator[tuple[str, float]]:
    """What an entry is by itself, and how it bears the name."""
    if prior := _PRIOR.get(entry.feature):
        yield _KIND_OF[entry.feature], prior
    if entry.population:
        yield "people", _POPULATION * log10(entry.population)
    if entry.capital:
        yield "seat of a government", _CAPITAL
    if _own_name(entry, name):
        yield "written as its own name", _EXACT
    elif entry.respelled:
        yield "spelled with liberties", _RESPELLED
    elif entry.alternate:
        yield "one of its other names", _ALTERNATE
    if entry.feature == "country" and is_ambiguous(name):
        yield "a country whose name means more", _TWO_MEANINGS


def _on_the_page(entry: Entry, choice: Choice, evidence: Evidence) -> Iterator[tuple[str, float]]:
    """What the words around the name and the other names of the page say."""
    if entry.feature == "country" and _town_meant(entry, choice, evidence):
        yield "a town of a country that is spoken of has this name", _TOWN_OF_COUNTRY
    if choice.kind is None and entry.id in choice.towns:
        yield "a bare name means the town in it", _OF_ITS_TOWN
    if choice.kind and entry.feature in _FITS.get(choice.kind, ()):
        yield "fits the word for its kind", _KIND
    if entry.feature == choice.beside:
        yield "as the others of its list", _ALIKE
    if spoken := evidence.countries.get(entry.country):
        yield "its country is spoken of", _COUNTRY * spoken
    if spoken := evidence.unit(entry.admin1_id, choice.was):
        yield "its first-level unit is spoken of", _UNIT * spoken
    if spoken := evidence.unit(entry.admin2_id, choice.was):
        yield "its second-level unit is spoken of", _COUNTY * spoken
    if spoken := evidence.unit(entry.id, choice.was):
        yield "the unit itself is spoken of", _ITSELF * spoken
    if choice.shared and (met := choice.shared.get(home_unit(entry) or "")):
        yield "other names of the page can lie in its second-level unit", _MEET * met
    unit = entry.id if entry.feature == "adm1" else entry.admin1_id
    if (met := choice.named.get(unit or "")) and entry.population * _TOO_SMALL >= choice.most:
        yield "in or of a first-level unit that the page names, and other names can lie in it", _NAMED * met
    if any(_inside(entry, outers) or (choice.kind == "quarter" and in_town(entry, outers)) for outers in choice.within):
        yield "lies in what the text puts around it", _WITHIN
    if near := _nearness(entry, evidence):
        yield "near other places of the page", near


def _town_meant(country: Entry, choice: Choice, evidence: Evidence) -> bool:
    """A name of a country that is a town's here."""
    if _of_named_unit(country, choice, evidence):
        return True
    return country.alternate and _meant_town(country, choice, evidence)


def _of_named_unit(country: Entry, choice: Choice, evidence: Evidence) -> bool:
    """A town of the name lies in a first-level unit that the page names, and nothing but the name speaks of the
    country."""
    own = choice.was is not None and choice.was.country == country.country
    if evidence.voices.get(country.country, 0) > choice.said + own or len(evidence.voices) > 2:
        return False
    return any(
        e.feature == "place" and not e.alternate and choice.named.get(e.admin1_id or "", 0.0) >= 1.0
        for e in choice.candidates
    )


def _meant_town(country: Entry, choice: Choice, evidence: Evidence) -> bool:
    """A sizeable town of the name lies in a country that others speak of, and nobody else speaks of this one."""
    if evidence.voices.get(country.country, 0) > choice.said + 1:
        return False
    towns = {e.country for e in choice.candidates if e.feature == "place" and e.population >= _TOWN and not e.alternate}
    return any(evidence.voices.get(home, 0) > (choice.was is not None and choice.was.country == home) for home in towns)


def _own_name(entry: Entry, name: str) -> bool:
    """The name as the entry bears it, a hyphen and "St." apart; a unit's without the word for its kind ("Jilin" for
    "Jilin Sheng").
    """
    if name.startswith("St. ") and entry.name.startswith("Saint-"):
        return False
    own, told = _plain(entry.name), _plain(name)
    return own == told or (entry.feature == "adm1" and own.startswith(f"{told} "))


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    """A name folded, "Saint" and "St." alike."""
    return " ".join("st" if word == "saint" else word for word in fold(name).split())


def _inside(entry: Entry, outers: tuple[Entry, ...]) -> bool:
    from dateline.gazetteer import open_gazetteer

    contains = open_gazetteer().contains
    return any(outer.row != entry.row and contains(outer, entry) for outer in outers[:6])


def in_town(entry: Entry, towns: tuple[Entry, ...]) -> bool:
    """Near the middle of a town that is said to contain it: no list of units says what lies in a town."""
    from dateline.gazetteer import distance_km

    here = [e for e in towns if e.feature == "place" and e.lat is not None and e.lon is not None]
    if entry.lat is None or entry.lon is None:
        return False
    return any(distance_km(entry.lat, entry.lon, e.lat or 0.0, e.lon or 0.0) < _OF_TOWN_KM for e in here)


def lies_about(entry: Entry, outer: Entry, stated_km: float = _STATED_KM) -> bool:
    """True for a place that lies in another, holds it, or lies as near as one that is said to be there can."""
    from dateline.gazetteer import distance_km, open_gazetteer

    contains = open_gazetteer().contains
    if contains(outer, entry) or contains(entry, outer):
        return True
    if entry.lat is None or entry.lon is None or outer.lat is None or outer.lon is None:
        return True
    reach = max(stated_km, outer.radius_km or 0.0, entry.radius_km or 0.0)
    return distance_km(entry.lat, entry.lon, outer.lat, outer.lon) <= reach


def _nearness(entry: Entry, evidence: Evidence) -> float:
    """How near it lies to the places that the page speaks of; its own first guess does not count for itself."""
    from dateline.gazetteer.geo import KM_PER_DEGREE, distance_km

    if entry.lat is None or entry.lon is None or not evidence.points or entry.feature in {"country", "wide"}:
        return 0.0
    reach = _NEAR_KM / KM_PER_DEGREE
    close = [point for point in evidence.points if abs(point[0] - entry.lat) <= reach]
    distances = sorted(distance_km(entry.lat, entry.lon, *point) for point in close)
    others = [d for d in distances if d > 0.01]
    if not others and len(close) == len(evidence.points):
        others = distances[1:]
    if not others:
        return 0.0
    near = _NEAR * max(0.0, 1 - others[0] / _NEAR_KM)
    return near + _SECOND * max(0.0, 1 - others[1] / _NEAR_KM) if len(others) > 1 else near


def is_near(entry: Entry, evidence: Evidence) -> bool:
    """True for a place near another one of the page, or in a unit of the first level of which others speak."""
    return _nearness(entry, evidence) > 0 or evidence.unit(entry.admin1_id or entry.id, entry) > 0


def _beside(entry: Entry, choice: Choice, evidence: Evidence) -> bool:
    """A quarter lies in or at a place of which the page speaks."""
    if any(_inside(entry, outers) or in_town(entry, outers) for outers in choice.within):
        return True
    return not choice.within and _nearness(entry, evidence) > _QUARTER
