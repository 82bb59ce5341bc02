"""Days by their rank within a stretch: its second Friday, its last week, its first three months, its half."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.time.expr import Nth, Stretch, Unit
from dateline.extract.time.spans import Days, NowhereError, moved, plus_months, unit_of


def nth_of(nth: Nth, whole: Days) -> Days:
    """The n-th unit or weekday of the stretch, counted from its end where n < 0.

    Raises `NowhereError` where the stretch has none (a fifth Sunday).
    """
    if isinstance(nth.unit, int):
        found = _nth_weekday(nth.n, nth.unit, whole)
    elif nth.unit == "week":
        found = _nth_week(nth.n, whole)
    else:
        found = _nth_unit(nth.n, nth.unit, whole)
    if found.last < whole.first or found.first > whole.last:
        raise NowhereError("not in that stretch")
    return found


def _nth_weekday(n: int, weekday: int, whole: Days) -> Days:
    edge = whole.first if n > 0 else whole.last
    gap = (weekday - edge.isoweekday()) % 7 if n > 0 else -((edge.isoweekday() - weekday) % 7)
    day = edge + timedelta(gap + 7 * _steps(n))
    return Days(day, day)


def _nth_unit(n: int, unit: Unit, whole: Days) -> Days:
    edge = whole.first if n > 0 else whole.last
    found = unit_of(moved(unit_of(edge, unit).first, _steps(n), unit), unit)
    if unit == "weekend" and n > 0 and unit_of(edge, unit).last < whole.first:
        return unit_of(moved(found.first, 1, unit), unit)
    return found


def _steps(n: int) -> int:
    """From the first, or the last, to the n-th."""
    return n - 1 if n > 0 else n + 1


def _nth_week(n: int, whole: Days) -> Days:
    """Weeks count as ISO has them: the first is the one with most of its days inside."""
    edge = whole.first if n > 0 else whole.last
    week = unit_of(edge, "week").first
    inside = (week + timedelta(3) >= whole.first) if n > 0 else (week + timedelta(3) <= whole.last)
    steps = _steps(n) + (0 if inside else (1 if n > 0 else -1))
    return unit_of(week + timedelta(7 * steps), "week")


def stretch_of(stretch: Stretch, whole: Days) -> Days:
    """The first, or the last, so many units of the stretch."""
    (n, unit), *_ = stretch.amount
    if stretch.last:
        first = moved(whole.last + timedelta(1), -n, unit)
        return Days(first, whole.last, precision="range")
    return Days(whole.first, moved(whole.first, n, unit) - timedelta(1), precision="range")


def half_of(which: str, whole: Days) -> Days:
    """Its first ("half1") or second half: whole months of a year, else days."""
    length = (whole.last - whole.first).days + 1
    if whole.first_grain in {"year", "quarter", "half"} and length > 100:
        middle = plus_months(whole.first, 6 * max(1, round(length / 366)))
        grain = "month"
    else:
        middle, grain = whole.first + timedelta((length + 1) // 2), "day"
    if which == "half1":
        return Days(whole.first, middle - timedelta(1), grain, grain, "range")
    return Days(middle, whole.last, grain, grain, "range")


def long_weekend(day: date) -> Days:
    """The weekend of a holiday's week, with the holiday where it lies beside it (Thanksgiving is a Thursday); a Monday
    lengthens the weekend before it."""
    if day.weekday() == 0:
        return Days(day - timedelta(2), day, precision="range")
    days = unit_of(unit_of(day, "week").last, "weekend")
    return replace(days, first=day) if day.weekday() in {3, 4} else days
