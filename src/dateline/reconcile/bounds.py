"""The lowest and highest value of each quantity, with the claims that hold them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dateline.reconcile.conflict import ROOM
from dateline.reconcile.figures import Interval
from dateline.reconcile.highs import Extreme, Solver
from dateline.reconcile.system import Component, Stance

FEW = 12
"""Columns up to which each is asked for itself: what spares solves costs more than they do."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the claims leave of a quantity; None is an open side, and nobody holds it."""

    low: float | None = None
    high: float | None = None
    low_held_by: tuple[str, ...] = ()
    high_held_by: tuple[str, ...] = ()


def bounds_of(
    component: Component, wanted: Iterable[int], aside: Collection[str], solver: Solver | None
) -> dict[int, Bounds]:
    """The bounds of the wanted columns by the claims that are not set aside.

    Two solves a column, each from the last one's point. None is spent where a point is already known at which the
    column stands on its own claims' bound, nor on a side that is proven to be open.
    """
    intervals = component.bounds(aside)
    holding = _holding(component, aside)
    if solver is None:
        return {column: _own(column, intervals[column], holding) for column in wanted}
    asked, seen = sorted(wanted), _Seen(solver)
    endless: frozenset[int] = frozenset()
    if len(asked) > FEW:
        endless = solver.endless()
        seen.spread(solver, asked, [column for column in asked if column not in endless])
    found = {}
    lows = {column: _least(column, intervals[column], solver, seen) for column in asked}
    highs = {
        column: Extreme(None) if column in endless else _greatest(column, intervals[column], solver, seen)
        for column in asked
    }
    for column in asked:
        least, greatest = lows[column], highs[column]
        low_by, high_by = holding.names(least), holding.names(greatest)
        low = least.value if low_by else None
        found[column] = Bounds(low, greatest.value, low_by, high_by if greatest.value is not None else ())
    return found


class _Holding:
    """Which claims stand at the ends of a column's interval."""

    def __init__(self) -> None:
        self.low: defaultdict[int, list[str]] = defaultdict(list)
        self.high: defaultdict[int, list[str]] = defaultdict(list)

    def names(self, extreme: Extreme) -> tuple[str, ...]:
        """The claims behind an extreme, by id."""
        lows = (claim for column in extreme.held_low for claim in self.low[column])
        highs = (claim for column in extreme.held_high for claim in self.high[column])
        return tuple(sorted({*lows, *highs}))


def _holding(component: Component, aside: Collection[str]) -> _Holding:
    intervals = component.bounds(aside)
    found = _Holding()
    for stance in component.stances:
        if stance.claim in aside:
            continue
        own = intervals[stance.column]
        if stance.interval.low == own.low and own.low >= 0:
            found.low[stance.column].append(stance.claim)
        if stance.interval.high == own.high and own.high < math.inf:
            found.high[stance.column].append(stance.claim)
    return found


def _own(column: int, interval: Interval, holding: _Holding) -> Bounds:
    low = interval.low if interval.low >= 0 else None
    high = interval.high if interval.high < math.inf else None
    return Bounds(low, high, tuple(holding.low[column]), tuple(holding.high[column]))


class _Seen:
    """The lowest and highest value that each column took in the points so far."""

    def __init__(self, solver: Solver) -> None:
        self.low, self.high = solver.values.copy(), solver.values.copy()

    def spread(self, solver: Solver, least: Sequence[int], greatest: Sequence[int]) -> None:
        """Two points far apart: with all columns together as low, and as high, as they can be."""
        for columns, sign in ((least, 1.0), (greatest, -1.0)):
            solver.together(columns, sign)
            self.note(solver)

    def note(self, solver: Solver) -> None:
        """One more point."""
        self.low = self.low.clip(max=solver.values)
        self.high = self.high.clip(min=solver.values)


def _least(column: int, own: Interval, solver: Solver, seen: _Seen) -> Extreme:
    floor = max(own.low, 0.0)
    if seen.low[column] <= floor + ROOM:
        return Extreme(floor, held_low=(column,))
    extreme = solver.least(column)
    seen.note(solver)
    return extreme


def _greatest(column: int, own: Interval, solver: Solver, seen: _Seen) -> Extreme:
    if own.high < math.inf and seen.high[column] >= own.high - ROOM:
        return Extreme(own.high, held_high=(column,))
    extreme = solver.greatest(column)
    seen.note(solver)
    return extreme


def widened(rest: Bounds, contested: Iterable[Stance]) -> Bounds:
    """The hull of what the rest leaves and of each contested claim: what is contested gets wider.

    An open side of any of them stays open, and so does what only one of them speaks of: it may be the one that is
    wrong. Where the rest says nothing and two or more dispute it, their hull is what is disputed.
    """
    contested = list(contested)
    told: list[tuple[tuple[str, ...], tuple[str, ...], float, float]] = [
        ((stance.claim,), (stance.claim,), stance.interval.low, stance.interval.high) for stance in contested
    ]
    if rest.low is not None or rest.high is not None or len(told) == 1:
        low = -math.inf if rest.low is None else rest.low
        high = math.inf if rest.high is None else rest.high
        told.append((rest.low_held_by, rest.high_held_by, low, high))
    lowest, highest = min(row[2] for row in told), max(row[3] for row in told)
    low_by = {claim for row in told if row[2] == lowest for claim in row[0]}
    high_by = {claim for row in told if row[3] == highest for claim in row[1]}
    return Bounds(
        None if lowest < 0 else lowest, None if highest == math.inf else highest,
        () if lowest < 0 else tuple(sorted(low_by)), () if highest == math.inf else tuple(sorted(high_by)),
    )  # fmt: skip
