"""Places an expression on the calendar: which days it means, seen from an anchor. The past is preferred."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.time.expr import (
    COMING,
    Edge,
    Expr,
    Feast,
    Grain,
    Hence,
    Nearest,
    Nth,
    Part,
    Point,
    Present,
    Range,
    Rolling,
    Season,
    Shifted,
    Stretch,
    Within,
    Years,
)
from dateline.extract.time.inside import half_of, long_weekend, nth_of, stretch_of
from dateline.extract.time.latest import TOLERANCE, feast_of, latest, season_of, whole_of
from dateline.extract.time.spans import GRAINS, Days, NowhereError, moved_by, unit_of
from dateline.extract.time.units import grain_of, rolling_of

_MONTHS_AHEAD = range(31, 13 * 31 + 1, 31)
"""Days ahead at which the next of what comes once a month or a year is looked for."""


def days_of(expr: Expr, anchor: date, *, ahead: bool = False) -> Days:
    """The days that the expression means for a text of the anchor's day; if `ahead`, the next such days.

    Raises `NowhereError` where there are none.
    """
    try:
        days = _days(expr, anchor)
        if isinstance(expr, Nearest) and expr.shift < 0 and days.first == anchor - timedelta(1):
            return Days(days.first - timedelta(7), days.last - timedelta(7))  # nobody calls yesterday "last Monday"
        return _next(expr, days, anchor) if ahead and days.last < anchor else days
    except (ValueError, OverflowError) as error:
        raise NowhereError(str(error)) from error


def _days(expr: Expr, anchor: date) -> Days:
    match expr:
        case Point() | Season():
            return latest(expr, anchor + TOLERANCE)
        case Grain():
            return grain_of(expr, anchor)
        case Nearest():
            return _nearest(expr, anchor)
        case Rolling(amount=amount, back=back):
            return rolling_of(amount, back, anchor)
        case Shifted():
            return _shifted(expr, anchor)
        case Nth():
            return nth_of(expr, _days(expr.whole, anchor))
        case Stretch():
            return stretch_of(expr, _days(expr.whole, anchor))
        case Part():
            return _part(expr, anchor)
        case Within(inner=inner, whole=whole):
            return _within(inner, _days(whole, anchor))
        case Range():
            return _range(expr, anchor)
        case Edge(of=of):
            return _days(of, anchor)
        case Years(first=first, last=last):
            return Days(date(first, 1, 1), date(last, 12, 31), "year", "year", "range")
        case Feast():
            return feast_of(expr, anchor)
        case Hence(amount=amount, within=within):
            return _days(Rolling(amount, False) if within else Shifted(amount, False), anchor)
        case Present():
            return Days(anchor, anchor)
    raise NowhereError(type(expr).__name__)


def _next(expr: Expr, days: Days, anchor: date) -> Days:
    """The first days from the anchor on that the same words could mean; those of the past where they mean no other."""
    weekly = (days.last - days.first).days < 7 and (anchor - days.last).days < 7
    for ahead in (7,) if weekly else _MONTHS_AHEAD:
        later = _days(expr, anchor + timedelta(ahead))
        if later.first > days.first and (weekly or later.last >= anchor):
            return later
    return days


def _nearest(nearest: Nearest, anchor: date) -> Days:
    point, shift = nearest.point, nearest.shift
    if isinstance(point, Point) and point.weekday and not point.day:
        week = unit_of(anchor, "week").first
        day = week + timedelta(point.weekday - 1)
        if shift < 0:
            day = anchor - timedelta((anchor.isoweekday() - point.weekday - 1) % 7 + 1)
        elif shift == COMING:
            day = anchor + timedelta((point.weekday - anchor.isoweekday() - 1) % 7 + 1)
        elif shift > 0:
            day += timedelta(7)
        return Days(day, day)
    if shift < 0:
        limit = unit_of(anchor, "month").first - timedelta(1)
        return latest(point, limit)
    this = replace(point, year=anchor.year)
    days = latest(this, anchor)
    return days if shift == 0 or days.first > anchor else latest(replace(point, year=anchor.year + 1), anchor)


def _shifted(shifted: Shifted, anchor: date) -> Days:
    base = anchor if shifted.base is None else _days(shifted.base, anchor).first
    day = moved_by(base, shifted.amount, shifted.back)
    fine = min((unit for _, unit in shifted.amount), key=lambda unit: GRAINS.get(unit, 0))
    grain = fine if fine in {"month", "year", "decade"} and shifted.base is None else "day"
    days = unit_of(day, grain)
    return days if grain in {"month", "year"} else Days(day, day, grain, grain, days.precision)


def _part(part: Part, anchor: date) -> Days:
    whole = _days(part.whole, anchor)
    match part.part:
        case "earlier" if whole.first <= anchor:
            return replace(whole, last=anchor, last_grain="day", precision="range")
        case "later" if anchor <= whole.last:
            return replace(whole, first=anchor, first_grain="day", precision="range")
        case "half1" | "half2":
            return half_of(part.part, whole)
        case "week":
            return unit_of(whole.first, "week")
        case "weekend":
            return unit_of(unit_of(whole.last, "week").last, "weekend")
        case "long weekend":
            return long_weekend(whole.first)
        case "workdays":
            return Days(whole.first, whole.first + timedelta(4), precision="range")
        case "start" | "end" if whole.first_grain == "year":
            month = unit_of(whole.first if part.part == "start" else whole.last, "month")
            return replace(month, precision="month")
        case "rest" if anchor <= whole.last:
            return replace(whole, first=anchor, first_grain="day", precision="range")
    return whole


def _within(inner: Expr, whole: Days) -> Days:
    match inner:
        case Season():
            return season_of(replace(inner, year=whole.first.year), whole.last)
        case Feast():
            return feast_of(replace(inner, year=whole.first.year), whole.last)
        case Point(weekday=int(weekday), day=None, month=None):
            return nth_of(Nth(1, weekday, inner), whole)
        case Point(month=month):
            return whole_of(inner, whole.first.year, whole.first.month if month is None else month)
    raise NowhereError("no point within a stretch")


def _range(expr: Range, anchor: date) -> Days:
    last = _days(expr.last, anchor)
    loose = isinstance(expr.first, Point) and expr.first.year is None
    first = latest(expr.first, last.last) if loose and isinstance(expr.first, Point) else _days(expr.first, anchor)
    if first.first > last.last:
        last = _next(expr.last, last, first.first)
    if first.first > last.last:
        raise NowhereError("ends before it begins")
    return Days(first.first, last.last, first.first_grain, last.last_grain, "range")
