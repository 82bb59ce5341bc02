"""The last time on which what a calendar names began: a day, a month, a season, a feast."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.extract.time.expr import Feast, Nth, Point, Season
from dateline.extract.time.inside import nth_of
from dateline.extract.time.spans import Days, NowhereError, easter_sunday, plus_months, unit_of

TOLERANCE = timedelta(1)
"""A page may be dated a day before what it tells, by the hour of its publisher."""
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS_BACK = 12


def latest(point: Point | Season | Feast, limit: date) -> Days:
    """The last time on which the point began, up to `limit`."""
    if isinstance(point, Feast):
        return feast_of(point, limit)
    if isinstance(point, Season):
        return season_of(point, limit)
    if point.year is not None:
        return whole_of(point, point.year, point.month)
    if point.month is not None:
        years = range(limit.year, limit.year - _YEARS_BACK, -1)
        return _first_fit(point, ((year, point.month) for year in years), limit)
    if point.day is not None:
        months = (plus_months(limit.replace(day=1), -n) for n in range(12 * _YEARS_BACK))
        if point.weekday is not None and (here := _this_month(point, limit)) is not None:
            return here
        return _first_fit(point, ((month.year, month.month) for month in months), limit)
    if point.weekday is not None:
        limit -= TOLERANCE
        day = limit - timedelta((limit.isoweekday() - point.weekday) % 7)
        return Days(day, day)
    raise NowhereError("a point without parts")


def _this_month(point: Point, limit: date) -> Days | None:
    """A day with its weekday ("Friday the 11th") fits a month in seven: if it fits this one, it is this one."""
    try:
        days = whole_of(point, limit.year, limit.month)
    except ValueError:
        return None
    return days if days.first.isoweekday() == point.weekday else None


def _first_fit(point: Point, months: Iterable[tuple[int, int]], limit: date) -> Days:
    for year, month in months:
        try:
            days = whole_of(point, year, month)
        except ValueError:
            continue
        fits = not (point.weekday and point.day and point.month is None) or days.first.isoweekday() == point.weekday
        if days.first <= limit and fits:
            return days
    raise NowhereError("no such day")


def whole_of(point: Point, year: int, month: int | None) -> Days:
    """The point in that year and month, without them the whole of it. Raises ValueError for the 30th of February."""
    if month is None:
        return unit_of(date(year, 1, 1), "year")
    if point.day is None:
        return unit_of(date(year, month, 1), "month")
    day = date(year, month, point.day)
    return Days(day, day)


def season_of(season: Season, limit: date) -> Days:
    """Northern months, kept only as exact as their year: where a season falls depends on the hemisphere."""
    month = _SEASONS[season.name]
    year = season.year or (limit.year if date(limit.year, month, 1) <= limit else limit.year - 1)
    first = date(year, month, 1)
    return Days(first, plus_months(first, 3) - timedelta(1), "season", "season", "season")


def feast_of(feast: Feast, limit: date) -> Days:
    """The feast in its year, else the last one up to `limit`."""
    day = _feast_of(feast, feast.year or limit.year)
    if feast.year is None and day > limit:
        day = _feast_of(feast, limit.year - 1)
    return Days(day, day)


def _feast_of(feast: Feast, year: int) -> date:
    if feast.month is None:
        return easter_sunday(year) + timedelta(feast.offset)
    month = unit_of(date(year, feast.month, 1), "month")
    return nth_of(Nth(feast.nth, feast.weekday, feast), month).first + timedelta(feast.offset)
