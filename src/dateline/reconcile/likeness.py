"""How surely two incidents told on different pages are one, by all that the pages' sentences say of them.

Two sentences may share too little to be linked where two pages plainly tell of one event: the same town spelled or
resolved otherwise, the same street, the same ages, the same toll, days apart by what the dates leave open. Each is
evidence, counted in log-odds (1 makes it 2.7 times as likely); none decides alone. The weights were fitted on the build
half of local news (bench/incidents.py) and rounded. Names of private persons are never compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.reconcile.alike import SLACK, parts_differ, same_place
from dateline.reconcile.item import Item
from dateline.reconcile.scenes import Scene
from dateline.reconcile.slots import Containment
from dateline.reconcile.telling import Telling

Evidence = tuple[float, str]

BEFORE: Final = -5.0
"""That two incidents near each other are one, before anything is known but that their pages' words can be compared."""
BEFORE_WORDLESS: Final = -3.5
"""The same where their pages' words cannot be compared."""
_WORDS: Final = 7.2
"""For pages all of whose telling words are the same; by the root of the share."""


def likeness(one: Scene, other: Scene, containment: Containment, telling: Telling) -> tuple[float, list[str]]:
    """The probability that two incidents are one, and why."""
    odds, reasons = BEFORE_WORDLESS, []
    words = _words(one, other, telling)
    if words is not None:
        odds = BEFORE + _WORDS * math.sqrt(words)
        if words >= 0.01:
            reasons.append(f"{words:.0%} of the telling words of their pages alike")
    for points, reason in (
        *_pages(one, other), *_place(one, other, containment), *_time(one, other), *_figures(one, other),
        *_ages(one, other),
    ):  # fmt: skip
        odds += points
        reasons.append(reason)
    return 1 / (1 + math.exp(-odds)), reasons


def _words(one: Scene, other: Scene, telling: Telling) -> float | None:
    """How alike their pages' words are, on average; None where nothing tells."""
    found = [telling.alike(a, b) for a in sorted(one.pages) for b in sorted(other.pages) if a != b]
    known = [share for share in found if share is not None]
    return sum(known) / len(known) if known else None


def _pages(one: Scene, other: Scene) -> Iterator[Evidence]:
    if one.pages & other.pages:
        yield -0.6, "told apart on one page"
    if any(item.apart for item in one.items) != any(item.apart for item in other.items):
        yield -1.5, "one says that it is a separate one"


def _place(one: Scene, other: Scene, containment: Containment) -> Iterator[Evidence]:
    shared = len((one.words[0] & other.words[1]) | (one.words[1] & other.words[0]))
    around = len(one.named & other.named)
    place = same_place(one.where, other.where, containment)
    named = (0.0, 0.9, 1.3, 1.6, 1.9)[min(shared, 4)]
    if place is not None:
        yield max(1.2, named) + (0.3 if shared > 1 else 0.0), f"both at {place}"
        if parts_differ(one.where, other.where):
            yield -0.6, "other parts of it"
    elif shared:
        yield named, f"{shared} proper {'name' if shared == 1 else 'names'} in both"
        if one.where.resolved and other.where.resolved:
            yield -0.3, "places differ"
    if _elsewhere(one, other, place):
        return
    titles = len(one.headlines & other.headlines)
    if titles > 1:
        yield (0.5, 0.9)[min(titles, 3) - 2], f"{titles} telling words in both titles"
    if around:
        yield (0.6, 1.1, 1.7, 2.3)[min(around, 4) - 1], f"{around} words of places on both pages"


def _elsewhere(one: Scene, other: Scene, place: str | None) -> bool:
    """True for two places of one page: that it has one title, one day and names places tells nothing of them."""
    if one.pages != other.pages or len(one.pages) > 1 or not (one.where and other.where):
        return False
    return place is None or parts_differ(one.where, other.where)


def _time(one: Scene, other: Scene) -> Iterator[Evidence]:
    told = apart(one.told, other.told) if one.told and other.told else None
    if one.window and other.window:
        days = max(0, spread([*one.items, *other.items]))
        if days <= SLACK:
            yield 0.7 if days == 0 else 0.6, "on the same day" if days == 0 else "a day apart"
        else:
            yield -0.5 if days <= 2 else -1.2 if days <= 7 else -3.0, f"{days} days apart"
    elif told is not None:
        yield 0.6 if told <= 2 else 0.2 if told <= 7 else -0.4 if told <= 30 else -1.0, "not dated both"
    if told is not None:
        yield (0.9 if told <= 2 else 0.0) - 1.5 * min(told, 60) / 60, f"told {told} days apart"


def spread(items: Sequence[Item]) -> int:
    """Days that the dates of all lie apart, so that days do not chain into weeks; 0 where none is dated."""
    windows = [item.window for item in items if item.window is not None and item.moment]
    return max((window.begins for window in windows), default=0) - min((window.ends for window in windows), default=0)


def apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two spans of days; 0 where they meet."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _figures(one: Scene, other: Scene) -> Iterator[Evidence]:
    for strand in sorted(one.counts.keys() & other.counts.keys()):
        same = one.counts[strand] & other.counts[strand]
        if same:
            yield 0.7 if max(same) > 1 else 0.3, f"{strand} alike"


def _ages(one: Scene, other: Scene) -> Iterator[Evidence]:
    if one.ages and other.ages:
        shared = len(one.ages & other.ages)
        yield ((-0.6, "other ages"), (1.4, "the same age"), (2.3, "the same ages"))[min(shared, 2)]
