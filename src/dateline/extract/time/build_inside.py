"""What the shared rules make of parts of a stretch: the second week of the year, the weekend of a day.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.time.build import nth
from dateline.extract.time.build_amounts import stretch
from dateline.extract.time.build_points import within
from dateline.extract.time.expr import Amount, Expr, Grain, Nth, Part, Point, Season
from dateline.extract.time.grammar import Build


def season_of(season: str, unit: str, shift: int) -> Expr | None:
    """The summer of last year."""
    return within(Season(season), Grain(unit, shift)) if unit == "year" else None


def unit_part_now(part: str, unit: str, shift: int | None = None) -> Expr | None:
    """Earlier this year; `shift` is None where only an article says which."""
    return None if shift else Part(part, Grain(unit))


def week_of_month_day(day: int, t: Expr) -> Expr | None:
    """The week of September 16."""
    return Part("week", replace(t, day=day)) if isinstance(t, Point) else None


def half_this_year(half: int) -> Expr | None:
    """The second half, of the anchor's year."""
    return Part(f"half{half}", Grain("year")) if half in {1, 2} else None


def nth_end(which: int, t: Expr, unit: str = "", weekday: Point | None = None) -> Expr:
    """The first or last week of February."""
    return nth(which, t, unit, weekday)


def stretch_end(which: int, t: Expr, amount: Amount = (), n: int = 0, unit: str = "") -> Expr:
    """The first or last three months of 2021."""
    return stretch(amount or ((n, unit),), t, int(which < 0))


def nth_of_unit(ord: int, unit: str, whole: str, shift: int = 0) -> Expr | None:
    """The second week of the year."""
    return Nth(ord, unit, Grain(whole, shift)) if unit != whole else None


def last_of_unit(unit: str, whole: str, shift: int = 0) -> Expr | None:
    """The last day of this month."""
    return Nth(-1, unit, Grain(whole, shift)) if unit != whole else None


def stretch_of_unit(amount: Amount, whole: str, last: int = 0, shift: int = 0) -> Expr:
    """The last three weeks of this year, the first two days of the month."""
    return stretch(amount, Grain(whole, shift), last)


def weekend_of(t: Expr, year: Point | None = None, long: int = 0) -> Expr | None:
    """The weekend of a day: that of its week; `long` for a holiday, which may lengthen it."""
    day = t if year is None else within(t, year)
    return day and Part("long weekend" if long else "weekend", day)


def weekend_of_day(day: int) -> Expr:
    """The weekend of the 20th."""
    return Part("weekend", Point(day=day))


def weekend_of_shifted(t: Expr, shift: int, unit: str) -> Expr | None:
    """Easter weekend last year."""
    day = within(t, Grain(unit, shift))
    return day and Part("long weekend", day)


def day_of_shifted_year(month: int, day: int, shift: int, unit: str) -> Expr | None:
    """October 2 of last year."""
    return within(Point(month=month, day=day), Grain(unit, shift))


def last_weekday_of_unit(weekday: Point, whole: str, shift: int = 0) -> Expr | None:
    """The last Friday of this month."""
    return Nth(-1, weekday.weekday, Grain(whole, shift)) if weekday.weekday and whole in {"month", "year"} else None


def within_week(inner: Point | int, t: Expr) -> Expr | None:
    """Tuesday of last week."""
    return within(inner if isinstance(inner, Point) else Point(weekday=inner), t)


def week_of_year(week: Nth, t: Expr) -> Expr:
    """Week 31 of 2018."""
    return replace(week, whole=t)


INSIDE_BUILDERS: dict[str, Build] = {
    "season_of": season_of,
    "unit_part_now": unit_part_now,
    "week_of_month_day": week_of_month_day,
    "half_this_year": half_this_year,
    "nth_end": nth_end,
    "stretch_end": stretch_end,
    "nth_of_unit": nth_of_unit,
    "last_of_unit": last_of_unit,
    "stretch_of_unit": stretch_of_unit,
    "weekend_of": weekend_of,
    "weekend_of_day": weekend_of_day,
    "weekend_of_shifted": weekend_of_shifted,
    "day_of_shifted_year": day_of_shifted_year,
    "last_weekday_of_unit": last_weekday_of_unit,
    "within_week": within_week,
    "week_of_year": week_of_year,
}
