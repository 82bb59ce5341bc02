"""Incidents: claims of harm done at one moment, put together by place and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from dateline.model.situation import Link
from dateline.reconcile.alike import ENOUGH, SLACK, Where, same_days, same_place, weigh, where_of
from dateline.reconcile.days import goes_on
from dateline.reconcile.families import INCIDENT_TERMS
from dateline.reconcile.groups import Groups
from dateline.reconcile.item import LONGEST_MOMENT, Item
from dateline.reconcile.slots import Containment

AFTER: Final = 3
"""Days after an incident within which an undated report of harm at its place may be of it."""


def incidents(items: Iterable[Item], containment: Containment) -> tuple[list[list[Item]], list[Link], list[Item]]:
    """The claims of each incident, the links that made them, and the items that are of none.

    Claims with a place and a day are linked in pairs. An undated or unplaced claim of harm joins the one incident of
    its own document that it does not differ from; else, where it has a place, the only incident there in the days
    before its publication; else those of its document are an incident of their own.
    """
    ordered = sorted(items, key=lambda item: item.id)
    where = {item.id: where_of(item) for item in ordered if item.claim.term in INCIDENT_TERMS}
    seeds = [item for item in ordered if item.moment and where[item.id]]
    loose = [item for item in ordered if item.id in where and _loose(item, where[item.id])]
    taken = {item.id for item in (*seeds, *loose)}
    links = list(_links(seeds, where, containment))
    groups = Groups(item.id for item in seeds)
    for link in links:
        groups.join(link.first, link.second)
    by_id = {item.id: item for item in seeds}
    found = [[by_id[member] for member in group] for group in groups.all()]
    return _attach(found, loose, where, containment), links, [item for item in ordered if item.id not in taken]


def _loose(item: Item, where: Where) -> bool:
    """Harm that lacks its day or its place: a total of a wider area or a longer time is none."""
    if item.moment:
        return not where and not item.claim.places
    return item.window is None and not goes_on(item.claim.period) and bool(where or not item.claim.places)


def _links(seeds: list[Item], where: dict[str, Where], containment: Containment) -> Iterator[Link]:
    by_country: defaultdict[str | None, list[Item]] = defaultdict(list)
    for item in seeds:
        by_country[item.claim.country].append(item)
    for country in sorted(by_country, key=str):
        listed = sorted(by_country[country], key=lambda item: (item.window or (0,), item.id))
        for number, one in enumerate(listed):
            for other in listed[number + 1 :]:
                if _begins(other) - _begins(one) > LONGEST_MOMENT + SLACK:
                    break
                apart = same_days(one, other)
                place = None if apart is None else same_place(where[one.id], where[other.id], containment)
                if apart is None or place is None:
                    continue
                link = weigh(one, other, place, apart)
                if link.score >= ENOUGH:
                    yield link


def _begins(item: Item) -> int:
    return item.window.begins if item.window else 0


def _attach(
    found: list[list[Item]], loose: list[Item], where: dict[str, Where], containment: Containment
) -> list[list[Item]]:
    by_document: defaultdict[str, set[int]] = defaultdict(set)
    by_day: defaultdict[tuple[str | None, int], set[int]] = defaultdict(set)
    for number, group in enumerate(found):
        for item in group:
            by_document[item.head].add(number)
            by_day[item.claim.country, _begins(item)].add(number)
    grown = [list(group) for group in found]
    alone: defaultdict[str, list[Item]] = defaultdict(list)

    def fits(item: Item, number: int) -> bool:
        days = item.window is None or any(same_days(item, other) is not None for other in found[number])
        return days and not item.apart and (not where[item.id] or _there(item, number))

    def _there(item: Item, number: int) -> bool:
        return any(same_place(where[item.id], where[other.id], containment) for other in found[number])

    for item in loose:
        fitting = [number for number in sorted(by_document[item.head]) if fits(item, number)]
        if not fitting and where[item.id] and item.told is not None:
            near = {n for day in range(item.told - AFTER, item.told + 1) for n in by_day[item.claim.country, day]}
            fitting = [number for number in sorted(near) if fits(item, number)]
        if len(fitting) == 1:
            grown[fitting[0]].append(item)
        else:
            alone[item.head].append(item)
    return [*grown, *(part for items in alone.values() for part in _by_place(items, where, containment))]


def _by_place(items: list[Item], where: dict[str, Where], containment: Containment) -> Iterator[list[Item]]:
    """Loose claims of one document: together where nothing sets their places apart, else by place."""
    groups = Groups(item.id for item in items)
    placed = [item for item in items if where[item.id]]
    for one in placed:
        for other in placed:
            if one.id < other.id and same_place(where[one.id], where[other.id], containment):
                groups.join(one.id, other.id)
    tops = {groups.top(item.id) for item in placed}
    for item in items:
        if not where[item.id] and len(tops) == 1:
            groups.join(item.id, min(tops))
    by_id = {item.id: item for item in items}
    unplaced = [item.id for item in items if not where[item.id] and len(tops) != 1]
    for one_id, other_id in pairwise(unplaced):
        groups.join(one_id, other_id)
    yield from ([by_id[member] for member in group] for group in groups.all())
