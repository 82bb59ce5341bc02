"""What is shown of a quantity: whole numbers, the figure to use first, and how well it is founded."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from dateline.model.situation import Grade
from dateline.model.words import Cause
from dateline.reconcile.bounds import Bounds
from dateline.reconcile.families import CIVILIAN_HARM, PARTIES
from dateline.reconcile.figures import agree
from dateline.reconcile.item import SIDES, Item
from dateline.reconcile.voices import AUTHORITATIVE, RELIABLE, is_civil, voice_type

SLIP = 1e-4
"""How far the solver may be off a whole number."""


def whole(bounds: Bounds) -> tuple[int | None, int | None]:
    """The whole numbers within the bounds; where there is none between them, those around."""
    low = None if bounds.low is None else math.ceil(bounds.low - SLIP)
    high = None if bounds.high is None else math.floor(bounds.high + SLIP)
    if low is not None and high is not None and low > high:
        return high, low
    return low, high


def best_of(
    candidates: Sequence[Item],
    low: int | None,
    high: int | None,
    chosen: Collection[str],
    cause: Cause | None,
    *,
    of_a_toll: bool = False,
    some: Sequence[Item] = (),
) -> Item | None:
    """The claim whose figure is best: the reviewer's choice, else among the figures inside the bounds the newest of
    the most reliable type (reconcile.md); `of_a_toll` a page's word is its largest, which holds what else it counts.
    `some` are figures of some of those counted: they are best only where there is no other. None when only open
    figures are there, or only a party to the fighting speaks of harm.
    """
    inside = [item for item in candidates if item.value is not None and _within(item.value, low, high)]
    picked = [item for item in candidates if item.id in chosen and item.value is not None]
    if picked:
        return max(picked, key=lambda item: item.age)
    inside = [item for item in inside if not _alone(item, candidates, cause)]
    if some and not inside and not _several_kinds(some):
        return best_of(some, low, high, chosen, cause, of_a_toll=of_a_toll)
    inside = _largest_of_pages(inside) if of_a_toll else inside
    return max(inside, key=lambda one: (one.described is None, *_rank(one)), default=None)


def _largest_of_pages(items: Sequence[Item]) -> list[Item]:
    """Without what a page, or a copy of it, tells beside a larger figure."""
    largest: dict[str, int] = {}
    for item in items:
        largest[item.head] = max(largest.get(item.head, 0), item.value or 0)
    return [item for item in items if item.value == largest[item.head]]


def _several_kinds(items: Sequence[Item]) -> bool:
    """True where fighters, soldiers and civilians are counted apart: none of these counts is that of all."""
    return len({SIDES[item.whom] for item in items if item.whom in SIDES}) > 1


def grade_of(standing: Sequence[Item], contested: bool, cause: Cause | None) -> Grade:
    """confirmed: two or more independent origins agree (`figures.agree`); fair: one that keeps the count, and is no
    party to the fighting that tells of harm; weak: another one.
    """
    if contested:
        return "contested"
    if any(one.origin != other.origin and agree(one.interval, other.interval) for one, other in _pairs(standing)):
        return "confirmed"
    keeps = (item for item in standing if voice_type(item.reported) in AUTHORITATIVE)
    return "fair" if any(item.strand not in CIVILIAN_HARM or not is_party(item, cause) for item in keeps) else "weak"


def _pairs(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs of what different origins tell, each telling once."""
    told = {(item.origin, item.interval): item for item in items}
    return combinations(told.values(), 2)


def is_party(item: Item, cause: Cause | None) -> bool:
    """True for a party to the fighting, until actors are known: soldiers, armed groups, and governments in a conflict,
    but for their police, courts, doctors and rescuers, who count the harmed of crimes as well.
    """
    kind = voice_type(item.reported)
    return kind in PARTIES or (kind == "government" and cause == "conflict" and not is_civil(item.reported))


def _alone(item: Item, candidates: Sequence[Item], cause: Cause | None) -> bool:
    """True for a party's figure of harm to civilians that nobody else's figure meets."""
    if item.strand not in CIVILIAN_HARM or not is_party(item, cause):
        return False
    return not any(agree(other.interval, item.interval) and not is_party(other, cause) for other in candidates)


def _within(value: int, low: int | None, high: int | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


def _rank(item: Item) -> tuple[bool, int, str, str]:
    told = item.reported.published or ""
    return item.described is None, -RELIABLE.index(voice_type(item.reported)), told, item.id
