"""What a page says of where it is: the countries and units that its words and its surer names speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.gazetteer import Entry

_SURE: Final = {"country", "adm1", "region"}
_FEW: Final = 3
"""Countries up to which the candidates of a name speak for each of them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weights of a page: `countries` (alpha-3) and `units` (id of the first-level unit), each at most 1; `points` of
    the places that are already sure, as (latitude, longitude)."""

    countries: dict[str, float]
    units: dict[str, float]
    points: tuple[tuple[float, float], ...] = ()


def first_evidence(candidates: Iterable[Sequence[Entry]], mentioned: Sequence[str]) -> Evidence:
    """What the words for countries and the names that can mean but few places tell."""
    told: Counter[str] = Counter()
    for code in mentioned:
        told[code] += 1
    votes: dict[str, float] = {}
    units: dict[str, float] = {}
    for entries in candidates:
        homes = dict.fromkeys(e.country for e in entries if e.country)
        if 0 < len(homes) <= _FEW:
            for code in homes:
                votes[code] = votes.get(code, 0.0) + 1.0 / len(homes)
        if entries and entries[0].feature == "adm1":
            units[entries[0].id] = units.get(entries[0].id, 0.0) + 1.0
    weights = {code: told[code] + votes.get(code, 0.0) for code in {*told, *votes}}
    return Evidence(_shares(weights), _shares(units))


def better_evidence(chosen: Iterable[Entry], before: Evidence) -> Evidence:
    """The same, sharpened by what the names were taken for at first."""
    entries = list(chosen)
    countries = Counter(e.country for e in entries if e.country)
    units = Counter(_unit(e) for e in entries)
    units.pop("", None)
    points = tuple(
        (e.lat, e.lon) for e in entries if e.lat is not None and e.lon is not None and e.feature not in _SURE
    )
    mixed = {c: before.countries.get(c, 0.0) + share for c, share in _shares(dict(countries)).items()}
    mixed |= {c: w for c, w in before.countries.items() if c not in mixed}
    return Evidence(_shares(mixed), _shares({k: float(v) for k, v in units.items()}), points)


def _unit(entry: Entry) -> str:
    return entry.id if entry.feature == "adm1" else entry.admin1_id or ""


def _shares(weights: dict[str, float] | dict[str, int]) -> dict[str, float]:
    """Weights as shares of the greatest."""
    most = max(weights.values(), default=0)
    return {key: weight / most for key, weight in weights.items()} if most else {}
