"""How well a candidate fits a name on its page, and whether it fits well enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log10
from typing import TYPE_CHECKING, Final

from dateline.extract.place.evidence import Evidence
from dateline.extract.place.words import KindClass
from dateline.vocab.countries import is_ambiguous

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
_KIND: Final = 1.5
_COUNTRY: Final = 4.0
_UNIT: Final = 1.3
_ITSELF: Final = 0.5
"""… for the unit itself, which its own name has already spoken for."""
_POPULATION: Final = 0.35
"""For each power of ten of people."""
_WITHIN: Final = 6.0
_NEAR: Final = 4.0
_NEAR_KM: Final = 250.0
_PRIOR: Final = {"country": 6.0, "wide": 6.0, "water": 4.0, "adm1": 1.5, "region": 1.0, "adm2": -0.3, "adm3": -0.5}
_TWO_MEANINGS: Final = -2.5
"""Off for a country whose name is something else too ("Georgia", "Lebanon")."""
_ALIKE: Final = 4.0
_OF_ITS_TOWN: Final = -2.5
_RESPELLED: Final = -1.0
_ALTERNATE: Final = -0.5
_ENOUGH: Final = 3.5
"""Score from which on a candidate in a country of which the page does not speak is believed."""
_QUARTER: Final = 1.0
_CLEAR: Final = 0.4


@dataclass(frozen=True, slots=True)
class Choice:
    """A name with its candidates, its kind, and the candidates of what the text says contains it."""

    name: str
    candidates: tuple[Entry, ...]
    kind: KindClass | None
    within: tuple[tuple[Entry, ...], ...] = ()
    containers: tuple[str, ...] = field(default=())
    beside: str | None = None
    """The kind of entry that the others in its list are, None where it stands in no list."""
    towns: frozenset[str] = frozenset()
    """Units that have a large town of the same name in them: a bare name means the town."""


def choose(choice: Choice, evidence: Evidence) -> Entry | None:
    """The best candidate, None where none is supported well enough."""
    if not choice.candidates:
        return None
    scored = [(score(entry, choice, evidence), -rank, entry) for rank, entry in enumerate(choice.candidates)]
    best, _, entry = max(scored, key=lambda s: s[:2])
    if choice.kind == "quarter" and not _beside(entry, choice, evidence):
        return None
    if entry.country and evidence.countries and entry.country not in evidence.countries:
        return entry if best >= _ENOUGH and not entry.respelled else None
    if entry.respelled and evidence.countries.get(entry.country, 0.0) < _CLEAR:
        return None
    return entry


def score(entry: Entry, choice: Choice, evidence: Evidence) -> float:
    """The sum of what speaks for a candidate."""
    total = _PRIOR.get(entry.feature, 0.0) + (_POPULATION * log10(entry.population) if entry.population else 0.0)
    total += _ALIKE if entry.feature == choice.beside else 0.0
    total += _OF_ITS_TOWN if choice.kind is None and entry.id in choice.towns else 0.0
    total += 0.8 if entry.capital else 0.0
    total += _TWO_MEANINGS if entry.feature == "country" and is_ambiguous(choice.name) else 0.0
    total += _RESPELLED if entry.respelled else _ALTERNATE if entry.alternate else 0.0
    total += _COUNTRY * evidence.countries.get(entry.country, 0.0)
    total += _UNIT * evidence.units.get(entry.admin1_id or "", 0.0) + _ITSELF * evidence.units.get(entry.id, 0.0)
    total += _KIND if choice.kind and entry.feature in _FITS.get(choice.kind, ()) else 0.0
    total += _WITHIN if any(_inside(entry, outers) for outers in choice.within) else 0.0
    return total + _nearness(entry, evidence)


def _inside(entry: Entry, outers: tuple[Entry, ...]) -> bool:
    from dateline.gazetteer import open_gazetteer

    contains = open_gazetteer().contains
    return any(outer.row != entry.row and contains(outer, entry) for outer in outers[:6])


def _nearness(entry: Entry, evidence: Evidence) -> float:
    """How near it lies to the places that the page speaks of; its own first guess does not count for itself."""
    from dateline.gazetteer import distance_km

    if entry.lat is None or entry.lon is None or not evidence.points or entry.feature in {"country", "wide"}:
        return 0.0
    distances = sorted(distance_km(entry.lat, entry.lon, *point) for point in evidence.points)
    others = [d for d in distances if d > 0.01] or distances[1:]
    return _NEAR * max(0.0, 1 - others[0] / _NEAR_KM) if others else 0.0


def _beside(entry: Entry, choice: Choice, evidence: Evidence) -> bool:
    """A quarter lies in or at a place of which the page speaks."""
    if any(_inside(entry, outers) for outers in choice.within):
        return True
    return not choice.within and _nearness(entry, evidence) > _QUARTER
