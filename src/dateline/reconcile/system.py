"""The claims of a situation as bounds on the columns of its programme, cut into parts that do not touch."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dateline.reconcile.figures import Interval
from dateline.reconcile.groups import Groups
from dateline.reconcile.relations import Programme, Row

FREE = Interval(-math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class Stance:
    """What one claim allows one column to be."""

    claim: str
    column: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Component:
    """Columns that rows or claims tie together, numbered anew from 0. `columns` are their numbers outside.

    `stances` are sorted by claim id.
    """

    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    stances: tuple[Stance, ...]

    @property
    def loose(self) -> bool:
        """True where rows cut nothing: none are there, or claims stand on one column only, and the others give way."""
        return not self.rows or len({stance.column for stance in self.stances}) == 1

    def bounds(self, without: Collection[str] = ()) -> list[Interval]:
        """The interval of each column that all claims leave, but for those set aside. It may be empty."""
        found = [FREE] * len(self.columns)
        for stance in self.stances:
            if stance.claim not in without:
                found[stance.column] = both(found[stance.column], stance.interval)
        return found


def both(one: Interval, other: Interval) -> Interval:
    """What satisfies both; empty when low exceeds high."""
    return Interval(max(one.low, other.low), min(one.high, other.high))


def components(programme: Programme, stances: Iterable[Stance]) -> Iterator[Component]:
    """The parts of a programme on which claims stand, in the order of their first columns."""
    groups = Groups(range(programme.columns))
    for row in programme.rows:
        for column, _ in row.terms[1:]:
            groups.join(row.terms[0][0], column)
    by_claim: dict[str, int] = {}
    listed = sorted(stances, key=lambda stance: (stance.claim, stance.column))
    for stance in listed:
        groups.join(by_claim.setdefault(stance.claim, stance.column), stance.column)
    rows, told = defaultdict(list), defaultdict(list)
    for row in programme.rows:
        rows[groups.top(row.terms[0][0])].append(row)
    for stance in listed:
        told[groups.top(stance.column)].append(stance)
    for columns in groups.all():
        top = groups.top(columns[0])
        if told[top]:
            yield _renumbered(columns, rows[top], told[top])


def _renumbered(columns: list[int], rows: list[Row], stances: list[Stance]) -> Component:
    number = {column: position for position, column in enumerate(columns)}
    return Component(
        tuple(columns),
        tuple(Row(tuple((number[column], factor) for column, factor in row.terms), row.equal) for row in rows),
        tuple(Stance(stance.claim, number[stance.column], stance.interval) for stance in stances),
    )
