"""Contradictions: minimal sets of claims that cannot all be true, found by a deletion filter in the order of claim ids.

Claims on one quantity are looked at first, so that two plain figures that exclude each other are named as such; then
what the relations exclude. The claims of a contradiction are set aside before the next one is sought.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from dateline.reconcile.figures import Interval
from dateline.reconcile.highs import TINY, Solver
from dateline.reconcile.system import FREE, Component, Stance, both

ROOM = 1e-6
"""Numbers closer than this are equal: figures are halves and tenths of whole numbers."""


def contradictions(component: Component) -> tuple[list[tuple[str, ...]], Solver | None]:
    """All of them, and the solver with the claims that are left (None where no rows tie the columns)."""
    found: list[tuple[str, ...]] = []
    aside: set[str] = set()
    for conflict in _of_single_columns(component):
        found.append(conflict)
        aside.update(conflict)
    if component.loose:
        return found, None
    solver = Solver(component.bounds(aside), component.rows)
    while not solver.feasible():
        conflict = _of_relations(component, aside, solver)
        found.append(conflict)
        aside.update(conflict)
        bounds = component.bounds(aside)
        for column in sorted({stance.column for stance in component.stances if stance.claim in conflict}):
            solver.bound(column, bounds[column])
    return found, solver


def minimal(claims: Sequence[str], excluded: Callable[[Sequence[str]], bool]) -> tuple[str, ...]:
    """What a deletion filter leaves of claims that exclude each other: taken out in order, unless the rest is possible.

    A claim stays exactly when those before it are gone and the rest without it becomes possible, so that the next
    one to stay is found by halving.
    """
    kept: list[str] = []
    rest = list(claims)
    while rest and not excluded(kept):
        low, high = 0, len(rest)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if excluded([*kept, *rest[middle:]]) else (low, middle)
        kept.append(rest[low])
        rest = rest[low + 1 :]
    return tuple(sorted(kept))


def _of_single_columns(component: Component) -> Iterator[tuple[str, ...]]:
    by_column: defaultdict[int, list[Stance]] = defaultdict(list)
    for stance in component.stances:
        by_column[stance.column].append(stance)
    gone: set[str] = set()
    for column in sorted(by_column):
        left = [stance for stance in by_column[column] if stance.claim not in gone]
        while (pair := _excluding(left)) is not None:
            gone.update(pair)
            yield pair
            left = [stance for stance in left if stance.claim not in pair]


def _excluding(stances: list[Stance]) -> tuple[str, ...] | None:
    """The deletion filter on intervals: the pair that it leaves (or one, which no number satisfies), or None."""
    within = Interval(0.0, math.inf)
    for last in range(len(stances) - 1, -1, -1):
        one = stances[last]
        within = both(within, one.interval)
        if within.low > within.high + ROOM:
            break
    else:
        return None
    if one.interval.low > one.interval.high or one.interval.high < 0:
        return (one.claim,)
    for other in reversed(stances[last + 1 :]):
        if not one.interval.low <= other.interval.high + ROOM or not other.interval.low <= one.interval.high + ROOM:
            return tuple(sorted({one.claim, other.claim}))
    return None


def _of_relations(component: Component, aside: set[str], solver: Solver) -> tuple[str, ...]:
    """One minimal set among the claims that stand. The solver's proof narrows the search."""
    by_claim: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in component.stances:
        if stance.claim not in aside:
            by_claim[stance.claim].append(stance)
    probe = Solver([FREE] * len(component.columns), component.rows)
    bound: set[int] = set()

    def excluded(claims: Sequence[str]) -> bool:
        intervals: dict[int, Interval] = dict.fromkeys(bound, FREE)
        for claim in claims:
            for stance in by_claim[claim]:
                intervals[stance.column] = both(intervals.get(stance.column, FREE), stance.interval)
        if any(max(interval.low, 0.0) > interval.high + ROOM for interval in intervals.values()):
            return True
        for column, interval in intervals.items():
            probe.bound(column, interval)
        bound.clear()
        bound.update(column for column, interval in intervals.items() if interval != FREE)
        return not probe.feasible()

    proof = _proven(component, solver, by_claim)
    claims = proof if proof and excluded(proof) else sorted(by_claim)
    return minimal(claims, excluded)


def _proven(component: Component, solver: Solver, by_claim: dict[str, list[Stance]]) -> list[str]:
    """The claims on the columns that the solver's proof of infeasibility uses."""
    weights = solver.ray()
    if weights is None:
        return []
    used: defaultdict[int, float] = defaultdict(float)
    for weight, row in zip(weights, component.rows, strict=True):
        if abs(weight) > TINY:
            for column, factor in row.terms:
                used[column] += weight * factor
    columns = {column for column, weight in used.items() if abs(weight) > TINY}
    return sorted(claim for claim, stances in by_claim.items() if any(s.column in columns for s in stances))
