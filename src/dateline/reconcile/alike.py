"""How strong the evidence is that two claims tell of one moment's harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from dateline.model import ResolvedPlace
from dateline.model.situation import Link
from dateline.reconcile.item import Item
from dateline.reconcile.slots import Containment
from dateline.vocab.fold import fold
from dateline.vocab.load import load

ENOUGH: Final = 0.5
"""Score from which two claims are linked."""
FAR: Final = 6.0
"""Factor between figures from which they are hardly of one event."""
SPELLED: Final = 0.6
"""Share of letters in common from which two names may be one, spelled otherwise."""
SLACK: Final = 1
"""Days that reports of one event may lie apart beyond what their dates leave open."""
NEAR: Final = frozenset({"point", "adm3", "adm2"})
"""Precisions at which a place is where something happened, not around where."""


@dataclass(frozen=True, slots=True)
class Where:
    """The places at which a claim's harm was done, as far as they are near enough to tell events apart."""

    resolved: tuple[ResolvedPlace, ...]
    names: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.resolved or self.names)


def where_of(item: Item) -> Where:
    """Resolved places at adm2 or nearer, or a unit that is one city, else the names of unresolved ones with their
    country.
    """
    places = [place for place in item.claim.places if place.role != "from"]
    resolved = tuple(place.place for place in places if place.place and _near(place.place))
    names = frozenset(f"{fold(place.name)}@{item.claim.country}" for place in places if place.place is None)
    return Where(resolved, names)


def _near(place: ResolvedPlace) -> bool:
    return place.precision in NEAR or (place.precision == "adm1" and place.name in _CITIES.get(place.country or "", ()))


_CITIES: Final[dict[str, list[str]]] = load("reconcile_en")["places"]["cities"]


def same_place(one: Where, other: Where, containment: Containment) -> str | None:
    """The name of a place at adm2 or nearer at which both are; None when there is none."""
    for a in one.resolved:
        for b in other.resolved:
            if (a.gazetteer, a.id) == (b.gazetteer, b.id) or containment.contains(a, b) or containment.contains(b, a):
                return b.name if containment.contains(a, b) else a.name
    shared = one.names & other.names
    return min(shared).partition("@")[0] if shared else None


def parts_differ(one: Where, other: Where) -> bool:
    """True where both name places beside those that they share, none spelled alike: other quarters of one town."""
    common = {place.id for place in one.resolved} & {place.id for place in other.resolved}
    here, there = (
        {name.partition("@")[0] for name in side.names}
        | {fold(place.name) for place in side.resolved if place.id not in common}
        for side in (one, other)
    )
    return bool(here and there) and not any(_spelled_alike(a, b) for a in here for b in there)


@lru_cache(maxsize=1 << 14)
def _spelled_alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= SPELLED


def same_days(one: Item, other: Item) -> int | None:
    """Days by which the dates lie apart (0: they may be the same); None when that is beyond the slack."""
    if one.window is None or other.window is None:
        return None
    apart = max(0, one.window.begins - other.window.ends, other.window.begins - one.window.ends)
    return apart if apart <= SLACK else None


def weigh(one: Item, other: Item, where: tuple[Where, Where], place: str | None, apart: int, shared: int) -> Link:
    """The link of two claims within the days allowed; below `ENOUGH` they are not linked.

    Place and day are the evidence, and so are proper names that both sentences have (`shared`), alone from two on,
    or one with figures alike; figures, sources and documents add to it or take from it.
    """
    score = 0.0 if place is None else 0.6 if apart == 0 else 0.5
    reasons = [f"both at {place}"] if place is not None else []
    reasons.append("on the same day" if apart == 0 else f"dates {apart} day apart")
    if shared:
        score += 0.1 if place is not None else (0.3, 0.5, 0.8)[min(shared, 3) - 1]
        reasons.append(f"{shared} proper {'name' if shared == 1 else 'names'} in both sentences")
    if place is None and where[0].resolved and where[1].resolved:
        score -= 0.3
        reasons.append("places differ")
    if place is not None and parts_differ(*where):
        score -= 0.3
        reasons.append("other parts of it")
    for points, reason in (*_figures(one, other), *_voices(one, other), *_causes(one, other)):
        score += points
        reasons.append(reason)
    if one.apart != other.apart:
        score -= 0.5
        reasons.append("one says that it is a separate one")
    if in_one_breath(one, other) and (place is not None or not (where[0].resolved and where[1].resolved)):
        score = max(score, ENOUGH)
        reasons.append("told in one sentence")
    first, second = sorted((one.id, other.id))
    return Link(first, second, round(min(max(score, 0.0), 1.0), 2), tuple(reasons))


def in_one_breath(one: Item, other: Item) -> bool:
    """True for the dead and the hurt of one sentence and the same days ("one dead, a girl injured in Kelim")."""
    same = one.claim.document_id == other.claim.document_id and one.claim.excerpt == other.claim.excerpt
    return same and one.strand != other.strand and one.window == other.window and not (one.apart or other.apart)


def _figures(one: Item, other: Item) -> list[tuple[float, str]]:
    if not comparable(one, other):
        return []
    if one.interval.meets(other.interval):
        return [(0.2, f"{one.strand} alike")]
    earlier, later = sorted((one, other), key=lambda item: item.age)
    if earlier.told != later.told and earlier.interval.high < later.interval.low:
        return [(0.0, f"{one.strand} risen since")]
    far = max(earlier.interval.low, later.interval.low) > FAR * min(earlier.interval.high, later.interval.high)
    return [(-0.2, f"{one.strand} far apart")] if far else [(-0.1, f"{one.strand} unlike")]


def comparable(one: Item, other: Item) -> bool:
    """True when both figures count the same: neither a part, nor other people, nor in another unit."""
    parts = one.claim.part_of is not None or other.claim.part_of is not None
    same = (one.strand, one.whom, one.figure.unit) == (other.strand, other.whom, other.figure.unit)
    return same and not parts


def at_odds(one: Item, other: Item) -> bool:
    """True for figures of one page that exclude each other: it does not contradict itself, it tells of two events.

    Not so where it credits them to two sources, or tells one of them as an earlier toll.
    """
    if one.head != other.head or not comparable(one, other) or one.earlier or other.earlier:
        return False
    two_voices = bool(one.claim.sources and other.claim.sources) and one.origin != other.origin
    return not two_voices and not one.interval.meets(other.interval)


def two_days(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """True where a page has other figures for other days: it tells of an event and of the next day's."""
    pages = {item.head for item in one} & {item.head for item in other}
    here = [item for item in one if item.head in pages and item.window is not None]
    there = [item for item in other if item.head in pages and item.window is not None]
    return any(at_odds(a, b) and same_days(a, b) != 0 for a in here for b in there)


def _voices(one: Item, other: Item) -> list[tuple[float, str]]:
    found = []
    if one.head == other.head:
        found.append((0.1, "told on one page"))
    if one.origin == other.origin and one.origin.startswith("source:"):
        found.append((0.1, "said by the same source"))
    return found


def _causes(one: Item, other: Item) -> list[tuple[float, str]]:
    causes = {one.claim.cause, other.claim.cause} - {None}
    return [(-0.3, "of different causes")] if len(causes) > 1 else []
