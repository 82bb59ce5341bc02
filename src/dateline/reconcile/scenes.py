"""Incidents told on different pages that are one, by all that the pages' sentences say of them.

Two sentences may share too little to be linked where two pages plainly tell of one event: the same town spelled or
resolved otherwise, the same street, the same ages, the same toll, days apart by what the dates leave open. Each is
counted, none decides alone. Names of private persons are never compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from dateline.model.situation import Link
from dateline.reconcile.alike import SLACK, Where, parts_differ, same_place, two_days, where_of
from dateline.reconcile.item import Item
from dateline.reconcile.proper import shared_by_many
from dateline.reconcile.slots import Containment
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

ENOUGH: Final = 0.7
"""Score from which two incidents are one."""
FAR: Final = 45
"""Days of publication between which undated incidents are compared."""
LONG: Final = 500
"""Days between which incidents with two proper words in common are compared: trials come a year later."""
DRIFT: Final = 3
"""Days that the dated claims of one incident may lie apart: pages are sometimes a day or two wrong."""
PARTS: Final = 0.2
"""What it takes from a place in common that each names other parts of it."""
MOST: Final = 12
"""Words or ages of an incident that are paired with each other."""
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_AGE: Final = re.compile(r"(?<![\w.,])(\d{1,2})(?=[- ](?:year|month|week|day)s?[- ]old)|(?<=, )(\d{1,2})(?=[,.;)])")
_CAPITALS: Final = 0.4
_COMMON: Final = word_set("reconcile_en", "names", "titles")


@dataclass(frozen=True)
class Scene:
    """An incident of one page or more as far as it can be told from others. `day` sorts it: when it was, else told."""

    items: tuple[Item, ...]

    @cached_property
    def pages(self) -> frozenset[str]:
        return frozenset(item.head for item in self.items)

    @cached_property
    def window(self) -> tuple[int, int] | None:
        """First and last day on which it may have been, by the claims that say."""
        days = [item.window for item in self.items if item.window is not None and item.moment]
        return (min(day.begins for day in days), max(day.ends for day in days)) if days else None

    @cached_property
    def told(self) -> tuple[int, int] | None:
        days = [item.told for item in self.items if item.told is not None]
        return (min(days), max(days)) if days else None

    @property
    def day(self) -> int | None:
        span = self.window or self.told
        return span[0] if span else None

    @cached_property
    def where(self) -> Where:
        found = [where_of(item) for item in self.items]
        return Where(
            tuple(place for one in found for place in one.resolved),
            frozenset(name for one in found for name in one.names),
        )

    @cached_property
    def words(self) -> tuple[frozenset[str], frozenset[str]]:
        """Proper words of its sentences and titles, and all of their words; none of private persons."""
        proper: set[str] = set()
        every: set[str] = set()
        titles = {item.reported.title for item in self.items}
        for text, spans in {text: spans for item in self.items for text, spans in _texts(item)}.items():
            pieces = text.split()
            heading = sum(word[:1].isupper() for word in pieces) > _CAPITALS * len(pieces)
            heading = heading or text in titles
            for match in _WORD.finditer(text):
                if any(start < match.end() and match.start() < end for start, end in spans):
                    continue
                word = fold(match[0])
                every.add(word)
                if match[0][0].isupper() and match.start() > 0 and not heading:
                    proper.add(word)
        return frozenset(proper - shared_by_many()), frozenset(every - shared_by_many())

    @cached_property
    def headlines(self) -> frozenset[str]:
        """Words of its pages' titles, but for those that such titles share anyway; none of private persons."""
        found: set[str] = set()
        for item in self.items:
            title = item.reported.title or ""
            spans = [(p.start, p.end) for p in item.claim.persons if p.start < len(title)]
            found.update(
                fold(match[0]) for match in _WORD.finditer(title)
                if not any(start < match.end() and match.start() < end for start, end in spans)
            )  # fmt: skip
        return frozenset(found - _COMMON - shared_by_many())

    @cached_property
    def named(self) -> frozenset[str]:
        """Words of the places that its pages name anywhere."""
        return frozenset(word for item in self.items for word in item.reported.named)

    @cached_property
    def ages(self) -> frozenset[str]:
        texts = {text for item in self.items for text, _ in _texts(item)}
        return frozenset(match[1] or match[2] for text in texts for match in _AGE.finditer(text))

    @cached_property
    def counts(self) -> Mapping[str, frozenset[int]]:
        """The largest count of each page by strand."""
        found: defaultdict[tuple[str, str], int] = defaultdict(int)
        for item in self.items:
            key = item.strand, item.claim.document_id
            found[key] = max(found[key], item.figure.low or item.figure.high or 0)
        strands = {strand for strand, _ in found}
        return {
            strand: frozenset(value for (own, _), value in found.items() if own == strand and value)
            for strand in strands
        }  # fmt: skip


def _texts(item: Item) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The sentence and the page's title, each with the spans of private persons in it."""
    claim, title = item.claim, item.reported.title
    start, end = claim.excerpt.start, claim.excerpt.end
    inside = [span for span in claim.persons if span.end > start and span.start < end]
    yield claim.excerpt.text, tuple((span.start - start, span.end - start) for span in inside)
    if title:
        yield title, tuple((p.start, p.end) for p in claim.persons if p.start < len(title))


def joined(groups: Sequence[list[Item]], containment: Containment) -> tuple[list[list[Item]], list[Link]]:
    """The incidents, those that are one put together, and the links that say why.

    The strongest evidence first; what was put together stays one moment: where the days of all lie too far apart for
    that, two incidents stay two, whatever a third one has in common with both.
    """
    scenes = [Scene(tuple(group)) for group in groups]
    pairs = [(*likeness(scenes[one], scenes[other], containment), one, other) for one, other in _candidates(scenes)]
    together = {number: [number] for number in range(len(scenes))}
    links = []
    for score, reasons, one, other in sorted(pairs, key=lambda pair: (-pair[0], *pair[2:])):
        if score < ENOUGH:
            break
        if together[one] is not together[other]:
            both = [[item for number in together[at] for item in scenes[number].items] for at in (one, other)]
            if _spread(both[0] + both[1]) > DRIFT or two_days(*both):
                continue
            together[one].extend(together[other])
            together.update(dict.fromkeys(together[other], together[one]))
        first, second = sorted((min(i.id for i in scenes[one].items), min(i.id for i in scenes[other].items)))
        links.append(Link(first, second, round(min(score, 1.0), 2), tuple(reasons)))
    firsts = [number for number, members in together.items() if members[0] == number]
    return [[item for number in sorted(together[first]) for item in scenes[number].items] for first in firsts], links


def _candidates(scenes: Sequence[Scene]) -> set[tuple[int, int]]:
    """Pairs that share a proper word or a place and are near in time, or two proper words, or a day and two ages."""
    found: set[tuple[int, int]] = set()
    by_key: defaultdict[tuple[object, ...], list[tuple[int, int, bool]]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        if scene.day is None:
            continue
        country = next((item.claim.country for item in scene.items if item.claim.country), None)
        proper, every = scene.words
        for key in every | {f"{place.gazetteer}:{place.id}" for place in scene.where.resolved}:
            by_key[country, key].append((scene.day, number, key in proper or ":" in key))
        for key in scene.named:
            by_key[country, key, "named"].append((scene.day, number, True))
        for pair in combinations(sorted(proper)[:MOST], 2):
            by_key[country, pair, "pair"].append((scene.day, number, True))
        for ages in combinations(sorted(scene.ages)[:MOST], 2):
            by_key[country, ages, "ages"].append((scene.day, number, True))
    for kind, listed in by_key.items():
        if len(listed) > 1 and any(strict for _, _, strict in listed):
            found.update(_near(sorted(listed), LONG if kind[-1] == "pair" else 1 if kind[-1] == "ages" else FAR))
    return found


def _near(listed: Sequence[tuple[int, int, bool]], far: int) -> Iterator[tuple[int, int]]:
    for at, (day, one, strict) in enumerate(listed):
        for later, other, also in listed[at + 1 :]:
            if later - day > far:
                break
            if strict or also:
                yield min(one, other), max(one, other)


def likeness(one: Scene, other: Scene, containment: Containment) -> tuple[float, list[str]]:
    """How surely two incidents are one, and why."""
    score, reasons = (-0.2, ["told apart on one page"]) if one.pages & other.pages else (0.0, [])
    for points, reason in (
        *_place(one, other, containment), *_time(one, other), *_figures(one, other), *_ages(one, other),
    ):  # fmt: skip
        score += points
        reasons.append(reason)
    if any(item.apart for item in one.items) != any(item.apart for item in other.items):
        score -= 0.5
        reasons.append("one says that it is a separate one")
    return score, reasons


def _place(one: Scene, other: Scene, containment: Containment) -> Iterator[tuple[float, str]]:
    shared = len((one.words[0] & other.words[1]) | (one.words[1] & other.words[0]))
    around = len(one.named & other.named)
    place = same_place(one.where, other.where, containment)
    named = (0.0, 0.3, 0.45, 0.55, 0.65)[min(shared, 4)]
    if place is not None:
        yield max(0.4, named) + (0.1 if shared > 1 else 0.0), f"both at {place}"
        if parts_differ(one.where, other.where):
            yield -PARTS, "other parts of it"
    elif shared:
        yield named, f"{shared} proper {'name' if shared == 1 else 'names'} in both"
        if one.where.resolved and other.where.resolved:
            yield -0.1, "places differ"
    titles = len(one.headlines & other.headlines)
    if titles > 1:
        yield (0.15, 0.25)[min(titles, 3) - 2], f"{titles} telling words in both titles"
    if around:
        yield (0.1, 0.2, 0.3, 0.4)[min(around, 4) - 1], f"{around} words of places on both pages"


def _time(one: Scene, other: Scene) -> Iterator[tuple[float, str]]:
    between = _apart(one.told, other.told) if one.told and other.told else None
    if one.window and other.window:
        days = max(0, _spread([*one.items, *other.items]))
        if days <= SLACK:
            yield 0.25 if days == 0 else 0.2, "on the same day" if days == 0 else "a day apart"
        else:
            yield -0.15 if days <= 3 else -0.2 if between is not None and between <= 2 else -0.5, f"{days} days apart"
    elif between is not None:
        points = 0.15 if between <= 2 else 0.05 if between <= 7 else -0.2 if between <= 30 else -0.25
        yield points, f"told {between} days apart"


def _spread(items: Sequence[Item]) -> int:
    """Days that the dates of all lie apart, so that days do not chain into weeks; 0 where none is dated."""
    windows = [item.window for item in items if item.window is not None and item.moment]
    return max((window.begins for window in windows), default=0) - min((window.ends for window in windows), default=0)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _figures(one: Scene, other: Scene) -> Iterator[tuple[float, str]]:
    for strand in sorted(one.counts.keys() & other.counts.keys()):
        same = one.counts[strand] & other.counts[strand]
        if same:
            yield 0.25 if max(same) > 1 else 0.1, f"{strand} alike"
        else:
            yield -0.1, f"{strand} unlike"


def _ages(one: Scene, other: Scene) -> Iterator[tuple[float, str]]:
    if one.ages and other.ages:
        shared = len(one.ages & other.ages)
        yield ((-0.1, "other ages"), (0.25, "the same age"), (0.4, "the same ages"))[min(shared, 2)]
