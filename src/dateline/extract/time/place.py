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
    Unit,
    Within,
    Years,
)
from dateline.extract.time.spans import GRAINS, Days, easter_sunday, moved, moved_by, plus_months, unit_of

_TOLERANCE = timedelta(1)
"""A page may be dated a day before what it tells, by the hour of its publisher."""
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS_BACK = 12
_MONTHS_AHEAD = range(31, 13 * 31 + 1, 31)
"""Days ahead at which the next of what comes once a month or a year is looked for."""


class NowhereError(Exception):
    """The expression has no place on the calendar (the 30th of February, a fifth Sunday)."""


def days_of(expr: Expr, anchor: date, *, ahead: bool = False) -> Days:
    """The days that the expression means for a text of the anchor's day; if `ahead`, the next such days.

    Raises `NowhereError` where there are none.
    """
    try:
        days = _days(expr, anchor)
        return _next(expr, days, anchor) if ahead and days.last < anchor else days
    except (ValueError, OverflowError) as error:
        raise NowhereError(str(error)) from error


def _days(expr: Expr, anchor: date) -> Days:
    match expr:
        case Point() | Season():
            return _latest(expr, anchor + _TOLERANCE)
        case Grain():
            return _grain(expr, anchor)
        case Nearest():
            return _nearest(expr, anchor)
        case Rolling(amount=amount, back=back):
            return _rolling(amount, back, anchor)
        case Shifted():
            return _shifted(expr, anchor)
        case Nth():
            return _nth(expr, _days(expr.whole, anchor))
        case Stretch():
            return _stretch(expr, _days(expr.whole, anchor))
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
            return _feast(expr, anchor)
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


def _latest(point: Point | Season | Feast, limit: date) -> Days:
    """The last time on which the point began, up to `limit`."""
    if isinstance(point, Feast):
        return _feast(point, limit)
    if isinstance(point, Season):
        return _season(point, limit)
    if point.year is not None:
        return _whole(point, point.year, point.month)
    if point.month is not None:
        years = range(limit.year, limit.year - _YEARS_BACK, -1)
        return _first_fit(point, ((year, point.month) for year in years), limit)
    if point.day is not None:
        months = (plus_months(limit.replace(day=1), -n) for n in range(12 * _YEARS_BACK))
        if point.weekday is not None and (here := _this_month(point, limit)) is not None:
            return here
        return _first_fit(point, ((month.year, month.month) for month in months), limit)
    if point.weekday is not None:
        limit -= _TOLERANCE
        day = limit - timedelta((limit.isoweekday() - point.weekday) % 7)
        return Days(day, day)
    raise NowhereError("a point without parts")


def _this_month(point: Point, limit: date) -> Days | None:
    """A day with its weekday ("Friday the 11th") fits a month in seven: if it fits this one, it is this one."""
    try:
        days = _whole(point, limit.year, limit.month)
    except ValueError:
        return None
    return days if days.first.isoweekday() == point.weekday else None


def _first_fit(point: Point, months: object, limit: date) -> Days:
    for year, month in months:  # type: ignore[attr-defined]
        try:
            days = _whole(point, year, month)
        except ValueError:
            continue
        fits = not (point.weekday and point.day and point.month is None) or days.first.isoweekday() == point.weekday
        if days.first <= limit and fits:
            return days
    raise NowhereError("no such day")


def _whole(point: Point, year: int, month: int | None) -> Days:
    if month is None:
        return unit_of(date(year, 1, 1), "year")
    if point.day is None:
        return unit_of(date(year, month, 1), "month")
    day = date(year, month, point.day)
    return Days(day, day)


def _season(season: Season, limit: date) -> Days:
    """Northern months, kept only as exact as their year: where a season falls depends on the hemisphere."""
    month = _SEASONS[season.name]
    year = season.year or (limit.year if date(limit.year, month, 1) <= limit else limit.year - 1)
    first = date(year, month, 1)
    return Days(first, plus_months(first, 3) - timedelta(1), "season", "season", "season")


def _feast(feast: Feast, limit: date) -> Days:
    day = _feast_of(feast, feast.year or limit.year)
    if feast.year is None and day > limit:
        day = _feast_of(feast, limit.year - 1)
    return Days(day, day)


def _feast_of(feast: Feast, year: int) -> date:
    if feast.month is None:
        return easter_sunday(year) + timedelta(feast.offset)
    month = unit_of(date(year, feast.month, 1), "month")
    return _nth(Nth(feast.nth, feast.weekday, feast), month).first + timedelta(feast.offset)


def _grain(grain: Grain, anchor: date) -> Days:
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
        return _latest(point, limit)
    this = replace(point, year=anchor.year)
    days = _latest(this, anchor)
    return days if shift == 0 or days.first > anchor else _latest(replace(point, year=anchor.year + 1), anchor)


def _rolling(amount: tuple[tuple[int, Unit], ...], back: bool, anchor: date) -> Days:
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


def _shifted(shifted: Shifted, anchor: date) -> Days:
    base = anchor if shifted.base is None else _days(shifted.base, anchor).first
    day = moved_by(base, shifted.amount, shifted.back)
    fine = min((unit for _, unit in shifted.amount), key=lambda unit: GRAINS.get(unit, 0))
    grain = fine if fine in {"month", "year", "decade"} and shifted.base is None else "day"
    days = unit_of(day, grain)
    return days if grain in {"month", "year"} else Days(day, day, grain, grain, days.precision)


def _nth(nth: Nth, whole: Days) -> Days:
    n, unit = nth.n, nth.unit
    if isinstance(unit, int):
        edge = whole.first if n > 0 else whole.last
        gap = (unit - edge.isoweekday()) % 7 if n > 0 else -((edge.isoweekday() - unit) % 7)
        day = edge + timedelta(gap + 7 * (n - 1 if n > 0 else n + 1))
        found = Days(day, day)
    elif unit == "week":
        found = _nth_week(n, whole)
    else:
        edge = whole.first if n > 0 else whole.last
        found = unit_of(moved(unit_of(edge, unit).first, n - 1 if n > 0 else n + 1, unit), unit)
        if unit == "weekend" and n > 0 and unit_of(edge, unit).last < whole.first:
            found = unit_of(moved(found.first, 1, unit), unit)
    if found.last < whole.first or found.first > whole.last:
        raise NowhereError("not in that stretch")
    return found


def _nth_week(n: int, whole: Days) -> Days:
    """Weeks count as ISO has them: the first is the one with most of its days inside."""
    edge = whole.first if n > 0 else whole.last
    week = unit_of(edge, "week").first
    inside = (week + timedelta(3) >= whole.first) if n > 0 else (week + timedelta(3) <= whole.last)
    steps = (n - 1 if n > 0 else n + 1) + (0 if inside else (1 if n > 0 else -1))
    return unit_of(week + timedelta(7 * steps), "week")


def _stretch(stretch: Stretch, whole: Days) -> Days:
    (n, unit), *_ = stretch.amount
    if stretch.last:
        first = moved(whole.last + timedelta(1), -n, unit)
        return Days(first, whole.last, precision="range")
    return Days(whole.first, moved(whole.first, n, unit) - timedelta(1), precision="range")


def _part(part: Part, anchor: date) -> Days:
    whole = _days(part.whole, anchor)
    match part.part:
        case "earlier" if whole.first <= anchor:
            return replace(whole, last=anchor, last_grain="day", precision="range")
        case "later" if anchor <= whole.last:
            return replace(whole, first=anchor, first_grain="day", precision="range")
        case "half1" | "half2":
            return _half(part.part, whole)
        case "week":
            return unit_of(whole.first, "week")
        case "weekend":
            return unit_of(unit_of(whole.last, "week").last, "weekend")
        case "long weekend":
            return _long_weekend(whole.first)
        case "workdays":
            return Days(whole.first, whole.first + timedelta(4), precision="range")
        case "start" | "end" if whole.first_grain == "year":
            month = unit_of(whole.first if part.part == "start" else whole.last, "month")
            return replace(month, precision="month")
        case "rest" if anchor <= whole.last:
            return replace(whole, first=anchor, first_grain="day", precision="range")
    return whole


def _long_weekend(day: date) -> Days:
    """The weekend of a holiday's week, with the holiday where it lies beside it (Thanksgiving is a Thursday); a Monday
    lengthens the weekend before it."""
    if day.weekday() == 0:
        return Days(day - timedelta(2), day, precision="range")
    days = unit_of(unit_of(day, "week").last, "weekend")
    return replace(days, first=day) if day.weekday() in {3, 4} else days


def _half(which: str, whole: Days) -> Days:
    length = (whole.last - whole.first).days + 1
    if whole.first_grain in {"year", "quarter", "half"} and length > 100:
        middle = plus_months(whole.first, 6 * max(1, round(length / 366)))
        grain = "month"
    else:
        middle, grain = whole.first + timedelta((length + 1) // 2), "day"
    if which == "half1":
        return Days(whole.first, middle - timedelta(1), grain, grain, "range")
    return Days(middle, whole.last, grain, grain, "range")


def _within(inner: Expr, whole: Days) -> Days:
    match inner:
        case Season():
            return _season(replace(inner, year=whole.first.year), whole.last)
        case Feast():
            return _feast(replace(inner, year=whole.first.year), whole.last)
        case Point(weekday=int(weekday), day=None, month=None):
            return _nth(Nth(1, weekday, inner), whole)
        case Point(month=month):
            return _whole(inner, whole.first.year, whole.first.month if month is None else month)
    raise NowhereError("no point within a stretch")


def _range(expr: Range, anchor: date) -> Days:
    last = _days(expr.last, anchor)
    loose = isinstance(expr.first, Point) and expr.first.year is None
    first = _latest(expr.first, last.last) if loose and isinstance(expr.first, Point) else _days(expr.first, anchor)
    if first.first > last.last:
        last = _next(expr.last, last, first.first)
    if first.first > last.last:
        raise NowhereError("ends before it begins")
    return Days(first.first, last.last, first.first_grain, last.last_grain, "range")
