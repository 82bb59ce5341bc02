"""Claims of harm on one page that no incident takes, told apart by their places and days.

A page tells of a death in its street, of another one in a town nearby, of one of the same kind three weeks before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dateline.reconcile.alike import SLACK, Where, same_days, same_place
from dateline.reconcile.groups import Groups
from dateline.reconcile.item import Item
from dateline.reconcile.slots import Containment


def alone_told(items: Sequence[Item], where: Mapping[str, Where], containment: Containment) -> Iterator[list[Item]]:
    """Loose claims of one page: by place where they name some. Those that name none are with the only place, where
    their days allow it, else together as far as their days do. What tells neither is of what was told before it.
    """
    groups = Groups(item.id for item in items)
    placed = [item for item in items if where[item.id]]
    for one, other in combinations(placed, 2):
        if same_place(where[one.id], where[other.id], containment):
            groups.join(one.id, other.id)
    tops = {groups.top(item.id) for item in placed}
    rest = [item for item in items if not where[item.id]]
    if len(tops) == 1:
        there = [item for item in rest if _days_allow(item, placed)]
        for item in there:
            groups.join(item.id, min(tops))
        rest = [item for item in rest if item not in there]
    _by_day(rest, groups)
    by_id = {item.id: item for item in items}
    yield from ([by_id[member] for member in group] for group in groups.all())


def _days_allow(item: Item, others: Iterable[Item]) -> bool:
    return not item.moment or any(other.window is None or same_days(item, other) is not None for other in others)


def _by_day(items: Sequence[Item], groups: Groups[str]) -> None:
    """Joins those of one day, and those of no day to the last one told before them that has one."""
    dated = [(item.window.begins, item.window.ends, item.id) for item in items if item.moment and item.window]
    for (_, ends, one), (begins, _, other) in pairwise(sorted(dated)):
        if begins - ends <= SLACK:
            groups.join(one, other)
    last: Item | None = None
    for item in _from_the_first_day(sorted(items, key=lambda item: (item.figure.start, item.id))):
        if last is not None and not item.moment:
            groups.join(item.id, last.id)
        if last is None or item.moment:
            last = item


def _from_the_first_day(told: Sequence[Item]) -> Iterator[Item]:
    """In the order told, but what precedes the first day behind it: it is of that day."""
    first = next((at for at, item in enumerate(told) if item.moment), 0)
    yield from (*told[first : first + 1], *told[:first], *told[first + 1 :])
