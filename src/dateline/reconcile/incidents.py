"""Incidents: claims of harm done at one moment, put together by place and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.model.situation import Link
from dateline.reconcile.alike import (
    ENOUGH,
    SLACK,
    Where,
    at_odds,
    in_one_breath,
    same_days,
    same_place,
    weigh,
    where_of,
)
from dateline.reconcile.alone import alone_told
from dateline.reconcile.days import goes_on, stretches
from dateline.reconcile.families import INCIDENT_TERMS
from dateline.reconcile.item import LONGEST_MOMENT, Item, of_years
from dateline.reconcile.joining import joined
from dateline.reconcile.proper import proper_names
from dateline.reconcile.slots import Containment

AFTER: Final = 7
"""Days after an incident within which an undated report of harm at its place may be of it."""
ENOUGH_NAMES: Final = 2
"""Proper names in common that stand in for a place."""


def incidents(items: Iterable[Item], containment: Containment) -> tuple[list[list[Item]], list[Link], list[Item]]:
    """The claims of each incident, the links that made them, and the items that are of none.

    Claims with a day are linked in pairs, by their place or by the proper names in their sentences. An undated or
    unplaced claim of harm that is not, joins the one incident of its own document that it does not differ from; else,
    where it has a place or names, the only incident of these in the days before its publication; else those of its
    document are an incident of their own.
    """
    ordered = sorted(items, key=lambda item: item.id)
    where = {item.id: where_of(item) for item in ordered if item.claim.term in INCIDENT_TERMS}
    breath = _of_one_breath(ordered)
    dated = [i for i in ordered if i.moment and (where[i.id] or _placeless(i) or i.id in breath)]
    names = {item.id: proper_names(item) for item in ordered if item.id in where}
    links = list(_links(dated, where, names, containment))
    linked = {claim for link in links for claim in (link.first, link.second)}
    seeds = [item for item in dated if where[item.id] or item.id in linked]
    loose = [item for item in ordered if item.id in where and item.id not in linked and _loose(item, where[item.id])]
    taken = {item.id for item in (*seeds, *loose)}
    found = _grown(seeds, links)
    attached = _Attach(found, where, names, containment).all(loose)
    attached, more = joined(attached, containment)
    return attached, [*links, *more], [item for item in ordered if item.id not in taken]


def _of_one_breath(items: Iterable[Item]) -> set[str]:
    """The claims of sentences that tell of the dead and the hurt of one deed: wherever that was, it is no total."""
    told: defaultdict[object, list[Item]] = defaultdict(list)
    for item in items:
        if item.moment and item.one_deed:
            told[item.claim.document_id, item.claim.excerpt].append(item)
    return {a.id for sentence in told.values() for a in sentence for b in sentence if in_one_breath(a, b)}


def _grown(seeds: list[Item], links: list[Link]) -> list[list[Item]]:
    """Groups along the links, the strongest first. Two groups stay two where their days do not all agree, or where a
    page that is in both has figures at odds.
    """
    groups = {item.id: [item] for item in seeds}
    for link in sorted(links, key=lambda link: (-link.score, link.first, link.second)):
        one, other = groups[link.first], groups[link.second]
        if one is other or not _one_moment(one + other) or _two_events(one, other):
            continue
        one.extend(other)
        for item in other:
            groups[item.id] = one
    return [group for claim, group in groups.items() if group[0].id == claim]


def _two_events(one: list[Item], other: list[Item]) -> bool:
    pages = {item.head for item in one} & {item.head for item in other}
    here = [item for item in one if item.head in pages]
    return any(at_odds(a, b) for b in other if b.head in pages for a in here)


def _one_moment(items: list[Item]) -> bool:
    """True when the dates of all lie within what they leave open, plus the slack."""
    windows = [item.window for item in items if item.window is not None]
    return max(window.begins for window in windows) - min(window.ends for window in windows) <= SLACK


def _loose(item: Item, where: Where) -> bool:
    """Harm that lacks its day or its place: a total of a wider area or a longer time is none."""
    near = bool(where) or _placeless(item)
    if item.several or of_years(item.claim, item.figure):
        return False
    if item.moment:
        return not where and near
    if item.someday:
        return True
    return item.window is None and not goes_on(item.claim.period) and not stretches(item.claim.period) and near


def _placeless(item: Item) -> bool:
    """No place, or none that tells: one described person is no total of a province, as a count may be."""
    return not item.claim.places or item.figure.implied


def _links(
    dated: list[Item], where: dict[str, Where], names: dict[str, frozenset[str]], containment: Containment
) -> Iterator[Link]:
    by_country: defaultdict[str | None, list[Item]] = defaultdict(list)
    for item in dated:
        by_country[item.claim.country].append(item)
    for country in sorted(by_country, key=str):
        listed = sorted(by_country[country], key=lambda item: (item.window or (0,), item.id))
        for number, one in enumerate(listed):
            for other in listed[number + 1 :]:
                if _begins(other) - _begins(one) > LONGEST_MOMENT + SLACK:
                    break
                apart = same_days(one, other)
                if apart is None:
                    continue
                place = same_place(where[one.id], where[other.id], containment)
                shared = len(names[one.id] & names[other.id]) if one.head != other.head else 0
                if place is None and not shared and one.claim.excerpt != other.claim.excerpt:
                    continue
                link = weigh(one, other, (where[one.id], where[other.id]), place, apart, shared)
                if link.score >= ENOUGH:
                    yield link


def _begins(item: Item) -> int:
    return item.window.begins if item.window else 0


class _Attach:
    """Finds for claims that lack their day or their place the one incident that they are of."""

    def __init__(
        self,
        found: list[list[Item]],
        where: dict[str, Where],
        names: dict[str, frozenset[str]],
        containment: Containment,
    ) -> None:
        self.found, self.where, self.names, self.containment = found, where, names, containment
        self.by_document: defaultdict[str, set[int]] = defaultdict(set)
        self.by_day: defaultdict[tuple[str | None, int], set[int]] = defaultdict(set)
        for number, group in enumerate(found):
            for item in group:
                self.by_document[item.head].add(number)
                self.by_day[item.claim.country, _begins(item)].add(number)

    def all(self, loose: list[Item]) -> list[list[Item]]:
        """The incidents with what joins them, then those that the others make."""
        grown = [list(group) for group in self.found]
        alone: defaultdict[str, list[Item]] = defaultdict(list)
        for item in loose:
            fitting = [number for number in sorted(self.by_document[item.head]) if self._fits(item, number)]
            if not fitting and item.told is not None:
                fitting = self._before(item, item.told)
            if len(fitting) == 1:
                grown[fitting[0]].append(item)
            else:
                alone[item.head].append(item)
        return [*grown, *(part for items in alone.values() for part in alone_told(items, self.where, self.containment))]

    def _before(self, item: Item, told: int) -> list[int]:
        """Incidents of the days before its publication with its place, else with two names of its sentence."""
        near = {n for day in range(told - AFTER, told + 1) for n in self.by_day[item.claim.country, day]}
        there = [n for n in sorted(near) if self.where[item.id] and self._fits(item, n)]
        return there or [n for n in sorted(near) if self._named(item, n) and self._fits(item, n, anywhere=True)]

    def _fits(self, item: Item, number: int, *, anywhere: bool = False) -> bool:
        days = item.window is None or _one_moment([item, *self.found[number]])
        if any(at_odds(item, other) for other in self.found[number]):
            return False
        return days and not item.apart and (anywhere or not self.where[item.id] or self._there(item, number))

    def _there(self, item: Item, number: int) -> bool:
        return any(same_place(self.where[item.id], self.where[o.id], self.containment) for o in self.found[number])

    def _named(self, item: Item, number: int) -> bool:
        return any(len(self.names[item.id] & self.names[other.id]) >= ENOUGH_NAMES for other in self.found[number])
