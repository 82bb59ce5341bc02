"""What the rules make that several languages share (`vocab/time_rules.yaml`); here: days, months, years and stretches.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.extract.time.build_inside import INSIDE_BUILDERS
from dateline.extract.time.build_numbers import NUMBER_BUILDERS
from dateline.extract.time.build_offset import OFFSET_BUILDERS
from dateline.extract.time.build_points import decade, point
from dateline.extract.time.expr import (
    Expr,
    Nth,
    OtherCalendar,
    Point,
    Range,
    Within,
    bounded,
)
from dateline.extract.time.grammar import Build


def old_year(year: int) -> Expr | None:
    """A year said to be one ("the year 247")."""
    return Point(year=year) if 1 <= year < 3000 else None


def decade_named(decade_: int) -> Expr | None:
    """The 1970s, the 70s: two figures mean the last century from the 30s on."""
    return None if decade_ % 10 else decade(decade_ if decade_ >= 100 else (1900 if decade_ >= 30 else 2000) + decade_)


def decade_of_century(tail: int, ord: int = 21, shift: int | None = None) -> Expr | None:
    """The seventies of the 20th century, or of the last one."""
    return decade((ord - 1 + (shift or 0)) * 100 + tail) if tail % 10 == 0 and tail < 100 else None


def lunar(month: int, **_: object) -> Expr:
    """A month of the Islamic calendar."""
    return OtherCalendar(f"islamic month {month}")


def fiscal(**_: object) -> Expr:
    """A fiscal or school year: when it begins depends on where."""
    return OtherCalendar("fiscal year")


def month_twice(month: int, other: int) -> dict[str, Any] | None:
    """One month under two names."""
    return {"MONTH": month} if month == other else None


def day_dash_month(a: int, b: int) -> Expr | None:
    """ "12-5": the day before its month, unless that is impossible."""
    return point(None, b, a) if b <= 12 else point(None, a, b) if a <= 12 else None


def day_month(day: int, month: int, year: int | None = None) -> Expr:
    """A day and its month; the 30th of February is found too, and then nobody can place it."""
    return Point(year, month, day)


def weekdays(a: int, b: int) -> Expr:
    """Monday to Friday."""
    return Range(Point(weekday=a), Point(weekday=b))


def month_of(t: Expr) -> Expr:
    """The month of a day."""
    return replace(t, day=None) if isinstance(t, Point) else t


def day_to_date(a: int, b: Expr) -> Expr | None:
    """From the 4th to the 22nd of January."""
    if isinstance(b, Within):
        return Range(Within(Point(day=a), b.whole), b)
    if not isinstance(b, Point) or b.month is None or b.day is None or a >= b.day:
        return None
    first = point(b.year, b.month, a)
    return first and bounded(first, b)


def months(a: Expr, b: int) -> Expr | None:
    """From one month to another that only its company shows to be one ("Jan to mar")."""
    return bounded(a, Point(month=b)) if isinstance(a, Point) else None


def weeks(a: Nth, b: int) -> Expr:
    """From one week of a year to another."""
    return Range(a, replace(a, n=b))


SHARED_BUILDERS: dict[str, Build] = {
    **NUMBER_BUILDERS,
    **OFFSET_BUILDERS,
    **INSIDE_BUILDERS,
    "old_year": old_year,
    "decade_named": lambda decade: decade_named(decade),
    "decade_of_century": decade_of_century,
    "lunar": lunar,
    "fiscal": fiscal,
    "month_twice": month_twice,
    "day_dash_month": day_dash_month,
    "day_month": day_month,
    "weekdays": weekdays,
    "month_of": month_of,
    "day_to_date": day_to_date,
    "months": months,
    "weeks": weeks,
}
