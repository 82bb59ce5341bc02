"""Whole units of the calendar around a day, and stretches counted from it: last week, the past three months."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.extract.time.expr import Amount, Grain
from dateline.extract.time.spans import GRAINS, Days, moved, moved_by, unit_of


def grain_of(grain: Grain, anchor: date) -> Days:
    """The unit around the anchor, or so many before or after it: this week, last month."""
    if grain.unit == "weekend":
        return _weekend(grain.shift, anchor)
    first = moved(unit_of(anchor, grain.unit).first, grain.shift, grain.unit)
    return unit_of(first, grain.unit)


def _weekend(shift: int, anchor: date) -> Days:
    """ "The weekend" is the last that began; "last weekend" too, unless it is the weekend now."""
    days = unit_of(anchor, "weekend")
    inside = anchor <= days.last
    steps = shift + (1 if shift < 0 and not inside else 0)
    return unit_of(days.first + timedelta(7 * steps), "weekend")


def rolling_of(amount: Amount, back: bool, anchor: date) -> Days:
    """The stretch of that length up to the anchor (`back`), or from it on."""
    match amount:
        case ((n, "quarter"),):
            return _whole_quarters(n, back, anchor)
    coarse = max((unit for _, unit in amount), key=lambda unit: GRAINS.get(unit, 0))
    grain = coarse if coarse in {"month", "quarter", "year", "decade", "century"} else "day"
    other = moved_by(anchor, amount, back)
    first, last = (other, anchor) if back else (anchor, other)
    return Days(first, last, grain if back else "day", "day" if back else grain, "range")


def _whole_quarters(n: int, back: bool, anchor: date) -> Days:
    """The quarters that are over, or those to come: a quarter is counted by the calendar."""
    now = unit_of(anchor, "quarter")
    if back:
        return Days(moved(now.first, -n, "quarter"), now.first - timedelta(1), "month", "month", "range")
    first = now.last + timedelta(1)
    return Days(first, moved(first, n, "quarter") - timedelta(1), "month", "month", "range")
