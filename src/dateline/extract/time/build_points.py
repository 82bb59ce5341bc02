"""What the rules make of days, months and years: points of the calendar, and from one to another.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.extract.time.expr import (
    Anaphor,
    Expr,
    Feast,
    Grain,
    Nearest,
    OtherCalendar,
    Point,
    Range,
    Season,
    Shifted,
    Within,
    Years,
    bounded,
)
from dateline.extract.time.lexicon import number_values, ordinal_values
from dateline.extract.time.numeric import century


def possessor(possessor: int) -> Expr:
    """A weekday that lost its apostrophe ("Tuesdays bombing")."""
    return Point(weekday=possessor)


def overnight() -> Expr:
    """The night before the anchor's day."""
    return Range(Grain("day", -1), Grain("day"))


def decade_words(tail: int, head: int = 19) -> Expr | None:
    """ "The nineteen seventies", "the eighties"."""
    return decade(head * 100 + tail) if 10 <= head <= 20 else None


def day_of_unit(day: int, unit: str, shift: int) -> Expr | None:
    """The 21st this month."""
    return within(Point(day=day), Grain(unit, shift))


def day_within(day: int, t: Expr) -> Expr | None:
    """The 20th of next month."""
    return within(Point(day=day), t)


def number(tens: int = 0, ones: int = 0, hundreds: int = 0, thousands: int = 0) -> dict[str, Any] | None:
    """A number written in words; keeps being the part of a greater one."""
    if (tens and not (tens >= 20 and tens % 10 == 0 and 1 <= ones <= 9)) or hundreds >= 10 or thousands >= 100:
        return None
    n = thousands * 1000 + hundreds * 100 + tens + ones
    return {"NUMBER": n, **number_values(n)}


def year_words(head: int, tail: int = 0) -> dict[str, Any] | None:
    """ "Nineteen ninety nine": the century and the year in it."""
    return number_values(head * 100 + tail) if 10 <= head <= 20 and 0 <= tail < 100 else None


def ordinal(tens: int, ord: int) -> dict[str, Any] | None:
    """ "Twenty-first": of more than one word it counts days as surely as one in figures."""
    if tens < 20 or tens % 10 or ord >= 10:
        return None
    values = ordinal_values(tens + ord)
    return {**values, "NTHFIG": tens + ord} if "NTHDAY" in values else values


def same(**given: Any) -> Any:
    """The one value matched, or a mark where there is none."""
    return given.get("t") or ""


def point(
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    yy: int | None = None,
    dayyear: Point | None = None,
) -> Point | None:
    """A point of the calendar; None for the 31st of February, which with a year is found, but has no place."""
    if dayyear is not None:
        day, year = dayyear.day, dayyear.year
    if yy is not None or (year is not None and year < 100):
        year = century(yy or year or 0)
    if year is None and month and day and day > (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31):
        return None
    return Point(year=year, month=month, day=day, weekday=weekday)


def weekday_date(weekday: int | Point | Nearest, t: Expr) -> Expr | None:
    """A date with the day of the week it fell on."""
    if isinstance(weekday, Nearest):
        if not isinstance(weekday.point, Point) or not weekday.point.weekday:
            return None
        weekday = weekday.point
    number = weekday.weekday if isinstance(weekday, Point) else weekday
    return replace(t, weekday=number) if isinstance(t, Point) else t


def season(season: str, year: int | None = None) -> Season:
    """A season, of a year where one is named."""
    return Season(season, year)


def decade(decade: int) -> Expr:
    """All years of a decade."""
    return Years(decade, decade + 9)


def century_of(ord: int) -> Expr:
    """All years of a century, counted as newspapers do: the 21st begins in 2000."""
    return Years((ord - 1) * 100, ord * 100 - 1)


def holiday(
    day: int | None = None,
    month: int | None = None,
    easter: int | None = None,
    offset: int = 0,
    weekday: int = 7,
    nth: int = 1,
    lunar: int | None = None,
) -> Expr:
    """A day with a name: of a fixed date, so many days from Easter, or the n-th weekday of a month (see `Feast`); of
    the Islamic calendar (`lunar`, its month) it is found but not placed."""
    if lunar is not None:
        return OtherCalendar(f"islamic month {lunar}")
    if day is not None:
        return Point(month=month, day=day)
    return Feast(easter if easter is not None else offset, month, weekday, nth)


def dated(t: Point, year: int) -> Expr | None:
    """A day and month in figures with the year beside them: "06/06, 2015"."""
    return point(century(year), t.month, t.day)


def days_of_year(a: Point, b: Point, year: int) -> Expr:
    """From one day of a year to another, both in figures."""
    return bounded(a, replace(b, year=year))


def day_of_month(a: int, b: int) -> Expr | None:
    """ "On 4-22": a day and its month, where only one of the two can be the month."""
    day, month = (a, b) if b <= 12 else (b, a)
    return point(None, month, day) if month <= 12 < day else None


def adjoining(a: Point | int, b: Point | int) -> Expr | None:
    """Two points joined by "and": a range where one follows the other. Bare numbers ("ages 1 and 4") are no points."""
    if not (isinstance(a, Point) and isinstance(b, Point)):
        return None
    days = a.weekday and b.weekday and not a.day and b.weekday == a.weekday % 7 + 1
    months = a.month and b.month and not (a.day or b.day) and b.month == a.month % 12 + 1
    dates = a.day and b.day and a.month and b.month in {None, a.month} and a.day < b.day
    years = a.year and b.year and not a.month and not b.month and b.year == a.year + 1
    return bounded(a, b) if days or months or dates or years else None


def days(a: int, b: int, month: int | None = None, year: int | None = None, t: Expr | None = None) -> Expr | None:
    """3-7 March 2015, "28 and 29 March", "from 4 to 22 this month"."""
    if t is not None and not isinstance(t, Point):
        return Range(Within(Point(day=a), t), Within(Point(day=b), t))
    whole = t if isinstance(t, Point) else Point(year=year, month=month)
    first, last = point(whole.year, whole.month, a), point(whole.year, whole.month, b)
    return Range(first, last) if first and last and a < b else None


def days_listed(a: int, c: int, b: int, month: int) -> Expr | None:
    """The 3rd, 4th and 5th of March: from the first to the last, in order."""
    return days(a, b, month) if a < c < b else None


def years(a: int, yy: int) -> Expr | None:
    """ "2015-16"."""
    return Range(Point(year=a), Point(year=a // 100 * 100 + yy)) if yy == a % 100 + 1 else None


def year_month(year: int, mon: int) -> Expr | None:
    """ "2016-11", where it is no pair of years."""
    return None if mon == year % 100 + 1 else Point(year=year, month=mon)


def within(inner: Expr | int, t: Expr) -> Expr | None:
    """Tuesday of last week, March of last year; a point takes the whole's year and month."""
    match inner, t:
        case int(day), _:
            return within(Point(day=day), t)
        case Point(), Point():
            if inner.year is not None and t.year is not None:
                return None
            return Point(t.year or inner.year, inner.month or t.month, inner.day or t.day, inner.weekday)
        case Season(name=name), Point(year=int(year)):
            return Season(name, year)
        case Feast(), Point(year=int(year)):
            return replace(inner, year=year)
        case ((Point() | Season() | Feast()), _):
            return Within(inner, t)
    return None


def between(a: Expr, b: Expr) -> Expr:
    """From one to the other; "until three days later" counts from the beginning."""
    if isinstance(b, Anaphor) and b.amount and not b.back and b.unit == "day" and not isinstance(a, Anaphor):
        b = Shifted(b.amount, False, a)
    return bounded(a, b)


def days_in(a: Point, b: Point, t: Expr) -> Expr:
    """ "This week from Tuesday to Thursday"."""
    return Range(Within(a, t), Within(b, t))


def nearest(t: Expr, shift: int) -> Expr | None:
    """Last Friday, this March, next summer; a point that is whole by itself stays what it is."""
    if not isinstance(t, Point | Season | Feast):
        return None
    return t if t.year is not None else Nearest(t, shift)
