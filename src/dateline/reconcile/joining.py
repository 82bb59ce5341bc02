"""Incidents told on different pages put together, the likeliest pairs first.

A pair is enough where nothing speaks against it, but a group grows only while its incidents are on average alike:
a page that tells of two events does not weld them into one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from dateline.model.situation import Link
from dateline.reconcile.alike import SLACK, two_days
from dateline.reconcile.item import Item
from dateline.reconcile.likeness import likeness, spread
from dateline.reconcile.scenes import Scene
from dateline.reconcile.slots import Containment
from dateline.reconcile.telling import Telling, telling

ENOUGH: Final = 0.4
"""Probability from which two incidents are put together."""
ENOUGH_ALL: Final = 0.25
"""Probability that the incidents of two groups must have on average."""
FAR: Final = 45
"""Days of publication between which undated incidents are compared."""
LONG: Final = 500
"""Days between which incidents with two proper words in common are compared: trials come a year later."""
MOST: Final = 12
"""Words or ages of an incident that are paired with each other."""
DRIFT: Final = 3
"""Days that the dated claims of one incident may lie apart: pages are sometimes a day or two wrong."""
SURE: Final = 0.7
"""Probability from which two incidents may be one although a page dates its own by a death or an arrest."""
ASTRAY: Final = 30
"""Days that such dates may lie apart."""
ALIKE: Final = 0.1
"""Likeness of two pages' words from which their incidents are compared, whenever they were told."""
Pair = tuple[int, int]
Found = tuple[float, list[str]]
"""A probability and its reasons."""


def joined(groups: Sequence[list[Item]], containment: Containment) -> tuple[list[list[Item]], list[Link]]:
    """The incidents, those that are one put together, and the links that say why.

    The strongest evidence first; what was put together stays one moment: where the days of all lie too far apart for
    that, two incidents stay two, whatever a third one has in common with both.
    """
    scenes = [Scene(tuple(group)) for group in groups]
    found: dict[Pair, Found] = {}
    for numbers in _by_country(scenes):
        told = telling({item.head: item.reported.words for number in numbers for item in groups[number]})
        for one, other in sorted(_candidates(numbers, scenes) | _by_words(numbers, scenes, told)):
            found[one, other] = likeness(scenes[one], scenes[other], containment, told)
    links = []
    together = {number: [number] for number in range(len(scenes))}
    for one, other in _welded(found, scenes, together):
        score, reasons = found[one, other]
        first, second = sorted((min(i.id for i in scenes[one].items), min(i.id for i in scenes[other].items)))
        links.append(Link(first, second, round(score, 2), tuple(reasons)))
    firsts = [number for number, members in together.items() if members[0] == number]
    return [[item for number in sorted(together[first]) for item in scenes[number].items] for first in firsts], links


def _by_country(scenes: Sequence[Scene]) -> list[list[int]]:
    """Only incidents of one country are compared, and their words weighed, so that no other country's pages matter."""
    found: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        found[scene.country].append(number)
    return list(found.values())


def _welded(found: Mapping[Pair, Found], scenes: Sequence[Scene], together: dict[int, list[int]]) -> Iterator[Pair]:
    """Puts together what is likely one, the likeliest first, and yields the pairs that did it or that confirm it.

    `together` gives by number the group of an incident; a pair never compared counts as 0.
    """
    for one, other in sorted(found, key=lambda pair: (-found[pair][0], pair)):
        if found[one, other][0] < ENOUGH:
            return
        here, there = together[one], together[other]
        if here is not there:
            scores = (found.get((min(a, b), max(a, b))) for a in here for b in there)
            total = sum(score[0] for score in scores if score is not None)
            if total < ENOUGH_ALL * len(here) * len(there):
                continue
            if not _one_moment(here, there, scenes, sure=found[one, other][0] >= SURE):
                continue
            here.extend(there)
            together.update(dict.fromkeys(there, here))
        yield one, other


def _one_moment(here: Sequence[int], there: Sequence[int], scenes: Sequence[Scene], *, sure: bool) -> bool:
    """True where the days allow it. What one page tells of two days is of two moments, however sure the words are."""
    both = [[item for number in numbers for item in scenes[number].items] for numbers in (here, there)]
    pages = [{item.head for item in items} for items in both]
    apart = ASTRAY if sure and pages[0].isdisjoint(pages[1]) else DRIFT
    return spread(both[0] + both[1]) <= apart and not two_days(*both) and _on_its_day(*both)


def _on_its_day(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """False where a page tells of one who was harmed in a month or year ("the 2016 killing of a boy") that is not when
    its others were.
    """
    pages = {item.head for item in one} & {item.head for item in other}
    here, there = ([i for i in side if i.head in pages and (i.moment or i.someday)] for side in (one, other))
    pairs = ((a.window, b.window) for a in here for b in there if a.window and b.window and (a.someday or b.someday))
    return all(a.begins - b.ends <= SLACK and b.begins - a.ends <= SLACK for a, b in pairs)


def _by_words(numbers: Sequence[int], scenes: Sequence[Scene], told: Telling) -> set[Pair]:
    """Pairs whose pages are told in the same words."""
    on: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for page in scenes[number].pages:
            on[page].append(number)
    return {
        (min(a, b), max(a, b))
        for one, other in told.pairs(ALIKE) for a in on[one] for b in on[other] if a != b
    }  # fmt: skip


def _candidates(numbers: Sequence[int], scenes: Sequence[Scene]) -> set[Pair]:
    """Pairs that share a proper word or a place and are near in time, or two proper words, or a day and two ages."""
    found: set[Pair] = set()
    by_key: defaultdict[tuple[object, ...], list[tuple[int, int, bool]]] = defaultdict(list)
    for number in numbers:
        scene = scenes[number]
        if scene.day is None:
            continue
        proper, every = scene.words
        for key in every | {f"{place.gazetteer}:{place.id}" for place in scene.where.resolved}:
            by_key[key, "word"].append((scene.day, number, key in proper or ":" in key))
        for key in scene.named:
            by_key[key, "named"].append((scene.day, number, True))
        for pair in combinations(sorted(proper)[:MOST], 2):
            by_key[pair, "pair"].append((scene.day, number, True))
        for ages in combinations(sorted(scene.ages)[:MOST], 2):
            by_key[ages, "ages"].append((scene.day, number, True))
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
