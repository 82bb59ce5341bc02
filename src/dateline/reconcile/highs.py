"""The linear programme in HiGHS: loaded when first needed, warm-started from one question to the next."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.errors import MissingExtra
from dateline.reconcile.figures import Interval
from dateline.reconcile.relations import Row

if TYPE_CHECKING:
    from types import ModuleType

TINY = 1e-6
"""Below this a dual value is no value."""
PRIMAL, DUAL = 4, 1
"""Strategies of the simplex: the last point stays feasible after a change of costs, its prices after one of bounds."""


class Extreme(NamedTuple):
    """The least or greatest value of a column; None when nothing bounds it.

    `held_low` and `held_high` are the columns whose own lower or upper bounds hold it (active, with a dual value).
    """

    value: float | None
    held_low: tuple[int, ...] = ()
    held_high: tuple[int, ...] = ()


class Solver:
    """Columns within bounds and rows `sum ≤ 0` or `sum = 0`. Columns are at least 0, whatever their bounds say."""

    def __init__(self, bounds: Sequence[Interval], rows: Sequence[Row]) -> None:
        highspy = _highspy()
        self._h: Any = highspy.Highs()
        self._kinds: Any = highspy.HighsModelStatus
        for option, value in (
            ("output_flag", False),
            ("presolve", "off"),
            ("threads", 1),
            ("solver", "simplex"),
            ("simplex_strategy", PRIMAL),
        ):
            self._h.setOptionValue(option, value)
        self._h.passModel(_model(highspy, bounds, rows))
        self._bounds, self._rows = list(bounds), rows
        self._asked = 0
        self._array = _numpy().asarray
        self.values: Any = self._array([])

    def bound(self, column: int, interval: Interval) -> None:
        """Give a column other bounds."""
        self._bounds[column] = interval
        self._h.changeColBounds(column, *_ends(interval))

    def feasible(self) -> bool:
        """True when something satisfies all rows and bounds; `values` is then one such point."""
        self._h.changeColCost(self._asked, 0.0)
        self._h.setOptionValue("simplex_strategy", DUAL)
        status = self._run()
        self._h.setOptionValue("simplex_strategy", PRIMAL)
        return bool(status != self._kinds.kInfeasible)

    def endless(self) -> frozenset[int]:
        """The columns that nothing bounds from above, once it is known that something is feasible."""
        free = [column for column, interval in enumerate(self._bounds) if math.isinf(interval.high)]
        cone = [Interval(0.0, interval.high if math.isinf(interval.high) else 0.0) for interval in self._bounds]
        reach = [Row(((len(cone) + number, 1.0), (column, -1.0))) for number, column in enumerate(free)]
        solver = Solver([*cone, *(Interval(0.0, 1.0) for _ in free)], [*self._rows, *reach])
        solver.together(range(len(cone), len(cone) + len(free)), -1.0)
        return frozenset(column for number, column in enumerate(free) if solver.values[len(cone) + number] > 0.5)

    def together(self, columns: Iterable[int], sign: float) -> None:
        """Make the sum of columns as low as it can be (sign 1), or as high (sign -1): `values` is such a point."""
        listed = list(columns)
        self._h.changeColCost(self._asked, 0.0)
        for column in listed:
            self._h.changeColCost(column, sign)
        self._run()
        for column in listed:
            self._h.changeColCost(column, 0.0)

    def ray(self) -> list[float] | None:
        """After `feasible` said no: weights of the rows that prove it, or None."""
        _, has, values = self._h.getDualRay()
        return list(values) if has else None

    def least(self, column: int) -> Extreme:
        """The lowest value of a column, once it is known that something is feasible."""
        return self._extreme(column, 1.0)

    def greatest(self, column: int) -> Extreme:
        """The highest value of a column."""
        return self._extreme(column, -1.0)

    def _extreme(self, column: int, sign: float) -> Extreme:
        self._h.changeColCost(self._asked, 0.0)
        self._h.changeColCost(column, sign)
        self._asked = column
        if self._run() != self._kinds.kOptimal:
            return Extreme(None)
        duals = self._array(self._h.getSolution().col_dual)
        held_low, held_high = (duals > TINY).nonzero()[0], (duals < -TINY).nonzero()[0]
        return Extreme(float(self.values[column]), tuple(map(int, held_low)), tuple(map(int, held_high)))

    def _run(self) -> Any:
        self._h.run()
        status = self._h.getModelStatus()
        if status == self._kinds.kOptimal:
            self.values = self._array(self._h.getSolution().col_value)
        return status


def _model(highspy: Any, bounds: Sequence[Interval], rows: Sequence[Row]) -> Any:
    numpy = _numpy()
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.terms))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(bounds), len(rows)
    lp.col_cost_ = numpy.zeros(len(bounds))
    ends = [_ends(interval) for interval in bounds]
    lp.col_lower_ = numpy.array([low for low, _ in ends])
    lp.col_upper_ = numpy.array([high for _, high in ends])
    lp.row_lower_ = numpy.array([0.0 if row.equal else -math.inf for row in rows])
    lp.row_upper_ = numpy.zeros(len(rows))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array([column for row in rows for column, _ in row.terms], dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array([factor for row in rows for _, factor in row.terms], dtype=float)
    return lp


def _ends(interval: Interval) -> tuple[float, float]:
    """A column's bounds. Ends that a slip of the arithmetic has crossed are equal: real conflicts were found before."""
    low = max(interval.low, 0.0)
    return low, max(low, interval.high)


def _numpy() -> Any:
    import numpy

    return numpy


def _highspy() -> ModuleType:
    try:
        import highspy
    except ImportError:
        raise MissingExtra("reconciling claims needs the solver HiGHS: install it with `pip install highspy`") from None
    return highspy
