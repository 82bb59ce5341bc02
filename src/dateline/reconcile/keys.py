"""Situations: term family × cause × country × episode."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.words import Cause
from dateline.reconcile.days import SOME_DAY
from dateline.reconcile.item import Item

GAP: Final = 60
"""Days without a claim after which another episode begins."""
EARLY: Final = 7
"""Days before the first day told of a situation on which an undated claim may tell of it already."""


@dataclass(frozen=True, slots=True)
class Key:
    """What the claims of a situation share. `cause` and `country` are None where no claim of it says."""

    family: str
    cause: Cause | None
    country: str | None


def key_of(item: Item) -> Key:
    """The key of a claim by its own words."""
    return Key(item.family, item.claim.cause, item.claim.country)


def day_of(item: Item) -> int | None:
    """The day by which episodes are told apart: when the figure holds or its period ends; None when undated.

    A period that goes on, or began long before, belongs to the episode in which it ends.
    """
    if item.window is None:
        return None
    if item.window.ends != SOME_DAY:
        return item.window.ends
    return item.told if item.told is not None else item.window.begins


def situations(items: Iterable[Item]) -> list[list[Item]]:
    """The claims of each situation.

    A claim that names no cause joins the one situation of its family and country at its time, where there is exactly
    one; an undated claim joins the situation of its key that its own document tells of, or the only one that was told
    of within the gap before its publication, or begins right after it. What joins none is cut into episodes by its
    publications; where these or the country are open, those of one document stay together.
    """
    by_key: defaultdict[Key, list[Item]] = defaultdict(list)
    undated: list[Item] = []
    for item in sorted(items, key=lambda item: item.id):
        if day_of(item) is None or item.claim.country is None:
            undated.append(item)
        else:
            by_key[key_of(item)].append(item)
    episodes = [episode for key in by_key for episode in _episodes(by_key[key])]
    return _join_undated(_join_causeless(episodes), undated)


def _episodes(items: list[Item]) -> Iterator[list[Item]]:
    """Cuts at gaps between days, of undated claims between those of their publication."""
    dated = sorted(((day_of(item) or item.told or 0, item.id, item) for item in items), key=lambda row: row[:2])
    episode: list[Item] = []
    last = None
    for day, _, item in dated:
        if last is not None and day - last > GAP:
            yield episode
            episode = []
        episode.append(item)
        last = day
    if episode:
        yield episode


def _join_causeless(episodes: list[list[Item]]) -> list[list[Item]]:
    """Episodes of no stated cause into the one episode of a stated cause near them."""
    named: defaultdict[tuple[str, str | None], list[list[Item]]] = defaultdict(list)
    for episode in episodes:
        if episode[0].claim.cause is not None:
            named[episode[0].family, episode[0].claim.country].append(episode)
    spans = {id(episode): _span(episode) for episode in episodes}
    joined: defaultdict[int, list[Item]] = defaultdict(list)
    alone = []
    for episode in episodes:
        if episode[0].claim.cause is not None:
            continue
        first, last = spans[id(episode)]
        near = [
            other for other in named[episode[0].family, episode[0].claim.country]
            if spans[id(other)][0] - GAP <= last and first <= spans[id(other)][1] + GAP
        ]  # fmt: skip
        if len(near) == 1:
            joined[id(near[0])].extend(episode)
        else:
            alone.append(episode)
    return [episode + joined[id(episode)] for group in named.values() for episode in group] + alone


def _join_undated(episodes: list[list[Item]], undated: list[Item]) -> list[list[Item]]:
    by_family: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    by_document: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, episode in enumerate(episodes):
        by_family[episode[0].family, episode[0].claim.country].append(number)
        for item in episode:
            by_document[item.head, item.family].add(number)
    spans = [_span(episode) for episode in episodes]
    grown = [list(episode) for episode in episodes]
    alone: defaultdict[tuple[str, Key], list[Item]] = defaultdict(list)
    told: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in undated:
        fitting = [
            number for number in sorted(by_document[item.head, item.family]) if _agrees(item, episodes[number][0])
        ]
        if not fitting and item.told is not None and item.claim.country is not None:
            fitting = [
                number for number in by_family[item.family, item.claim.country]
                if _agrees(item, episodes[number][0])
                and spans[number][0] - EARLY <= item.told <= spans[number][1] + GAP
            ]  # fmt: skip
        if len(fitting) == 1:
            grown[fitting[0]].append(item)
        elif fitting or item.told is None or item.claim.country is None:
            alone[item.head, key_of(item)].append(item)
        else:
            told[key_of(item)].append(item)
    return [*grown, *alone.values(), *(episode for key in told for episode in _episodes(told[key]))]


def _agrees(item: Item, other: Item) -> bool:
    """True when nothing that one states differs from what the other states."""
    return item.claim.cause in (None, other.claim.cause) and item.claim.country in (None, other.claim.country)


def _span(items: list[Item]) -> tuple[int, int]:
    days = [day for item in items if (day := day_of(item)) is not None]
    return min(days), max(days)
