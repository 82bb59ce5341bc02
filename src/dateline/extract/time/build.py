"""What the rules make of the words they match: one small function for each `make:` of `vocab/time_*.yaml`.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.extract.time.expr import (
    Amount,
    Anaphor,
    Duration,
    Easter,
    Edge,
    Expr,
    Grain,
    Hence,
    Nearest,
    Nth,
    Part,
    Point,
    Present,
    Range,
    Repeat,
    Rolling,
    Season,
    Shifted,
    Stretch,
    Vague,
    Within,
    Years,
    bounded,
)
from dateline.extract.time.grammar import Build
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


def half_unit(unit: str) -> Amount | None:
    """Half a year, in months; None for what has no smaller unit here."""
    return (_HALVES[unit],) if unit in _HALVES else None


def rolling_unit(unit: str) -> Expr:
    """The past week: seven days back from the anchor."""
    return Rolling(((1, unit),))


def anaphor_day(back: int) -> Expr:
    """The day before, the following day."""
    return Anaphor(((1, "day"),), bool(back))


def then(kind: str) -> Expr:
    """From, or up to, the time named before."""
    return Edge(kind, Anaphor())  # type: ignore[arg-type]


def only_t(t: Expr, **_: object) -> Expr:
    """A day with an hour or a part of it: the day."""
    return t


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
    return number_values(head * 100 + tail) if 10 <= head <= 20 and 1 <= tail < 100 else None


def ordinal(tens: int, ord: int) -> dict[str, Any] | None:
    """ "Twenty-first"."""
    return ordinal_values(tens + ord) if tens >= 20 and tens % 10 == 0 and ord < 10 else None


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
    """A point of the calendar; None for the 31st of February."""
    if dayyear is not None:
        day, year = dayyear.day, dayyear.year
    if yy is not None:
        year = century(yy)
    if month and day and day > (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31):
        return None
    return Point(year=year, month=month, day=day, weekday=weekday)


def weekday_date(weekday: int | Point, t: Expr) -> Expr:
    """A date with the day of the week it fell on."""
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


def grain(unit: str, shift: int = 0) -> Expr | None:
    """This week, last month, next year; hours and nights are days here."""
    return None if unit == "hour" else Grain("day" if unit == "night" else unit, shift)


def nearest(t: Expr, shift: int) -> Expr | None:
    """Last Friday, this March, next summer; a point that is whole by itself stays what it is."""
    if not isinstance(t, Point | Season):
        return None
    return t if t.year is not None else Nearest(t, shift)


def amount(unit: str, n: int = 1, more: Amount = (), half: str = "") -> Amount:
    """A length of time; halves are counted in the next smaller unit."""
    return (*more, (n, unit), *((_HALVES[unit],) if half and unit in _HALVES else ()))


def joined(a: Amount, b: Amount, c: Amount = ()) -> Amount:
    """ "One month and 21 days"."""
    return a + b + c


def rolling(amount: Amount, back: int = 1) -> Expr:
    """The past two weeks, the next three days."""
    return Rolling(amount, bool(back))


def shifted(amount: Amount, back: int = 1, t: Expr | None = None) -> Expr:
    """Three days ago, two weeks after 5 March."""
    return Shifted(amount, bool(back), t)


def anaphor(amount: Amount = (), back: int = 1) -> Expr:
    """A day earlier, since then."""
    return Anaphor(amount, bool(back))


def nth(ord: int, t: Expr, unit: str = "", weekday: Point | None = None) -> Expr:
    """The second week of February, the last Friday of May (-1)."""
    return Nth(ord, (weekday and weekday.weekday) or unit, t)


def stretch(amount: Amount, t: Expr, last: int = 0) -> Expr:
    """The first three days of March."""
    return Stretch(amount, t, bool(last))


def part(part: str, t: Expr) -> Expr | None:
    """Early December, mid-2014; of a single day it is that day."""
    if isinstance(t, Point) and (t.day or t.weekday) and part in _FUZZY:
        return t
    return t if isinstance(t, Edge | Rolling | Anaphor | Vague) else Part(part, t)


def hence(amount: Amount, within: int = 0) -> Expr:
    """In three days, within two weeks."""
    return Hence(amount, bool(within))


def week_number(n: int, t: Expr | None = None) -> Expr | None:
    """Week 35, of a year or of the anchor's."""
    return Nth(n, "week", t or Grain("year")) if 1 <= n <= 53 else None


def weekday_of_month(ord: int, weekday: Point) -> Expr | None:
    """The third Tuesday, of the anchor's month."""
    return Nth(ord, weekday.weekday, Grain("month")) if ord <= 5 and weekday.weekday else None


def unit_part(part: str, unit: str, shift: int = 0) -> Expr:
    """Earlier this week, the end of the year."""
    return Part(part, Grain(unit, shift))


def quarter(ord: int, t: Expr) -> Expr | None:
    """The third quarter of 2016."""
    return Nth(ord, "quarter", t) if 1 <= ord <= 4 else None


def half_year(half: int, t: Expr) -> Expr | None:
    """H1 2016."""
    return Part(f"half{half}", t) if half in {1, 2} else None


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
        case Easter(), Point(year=int(year)):
            return Easter(year)
        case (Point() | Season() | Easter()), _:
            return Within(inner, t)
    return None


def between(a: Expr, b: Expr) -> Expr:
    """From one to the other."""
    return bounded(a, b)


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


def years(a: int, yy: int) -> Expr | None:
    """ "2015-16"."""
    return Range(Point(year=a), Point(year=a // 100 * 100 + yy)) if yy == a % 100 + 1 else None


def year_month(year: int, mon: int) -> Expr | None:
    """ "2016-11", where it is no pair of years."""
    return None if mon == year % 100 + 1 else Point(year=year, month=mon)


def edge(kind: str, of: Expr) -> Expr | None:
    """Since, until, before, after."""
    return None if isinstance(of, Edge | Vague | Duration | Repeat) else Edge(kind, of)  # type: ignore[arg-type]


def since_ago(of: Expr) -> Expr | None:
    """ "More than two weeks before today": some time up to that day."""
    return Edge("until", of) if isinstance(of, Shifted) and of.back else None


def end_of_unit(unit: str, **_: object) -> Expr:
    """ "End of year"."""
    return Part("end", Grain(unit))


def week_of_day(day: int) -> Expr:
    """ "The week of the 18th"."""
    return Part("week", Point(day=day))


def easter(year: int | None = None) -> Expr:
    """Easter Sunday, by the western reckoning."""
    return Easter(year)


_FUZZY = {"early", "mid", "late", "start", "end"}
_HALVES = {"year": (6, "month"), "week": (3, "day"), "day": (12, "hour"), "month": (15, "day"), "decade": (5, "year")}
BUILDERS: dict[str, Build] = {
    "number": number,
    "year_words": year_words,
    "ordinal": ordinal,
    "same": same,
    "point": point,
    "weekday_date": weekday_date,
    "season": season,
    "decade": decade,
    "century": century_of,
    "grain": grain,
    "nearest": nearest,
    "amount": amount,
    "joined": joined,
    "rolling": rolling,
    "shifted": shifted,
    "anaphor": anaphor,
    "nth": nth,
    "stretch": stretch,
    "part": part,
    "unit_part": unit_part,
    "quarter": quarter,
    "half_year": half_year,
    "within": within,
    "between": between,
    "adjoining": adjoining,
    "days": days,
    "years": years,
    "year_month": year_month,
    "edge": edge,
    "possessor": possessor,
    "overnight": overnight,
    "decade_words": decade_words,
    "half_unit": half_unit,
    "rolling_unit": rolling_unit,
    "anaphor_day": anaphor_day,
    "then": then,
    "only_t": only_t,
    "day_within": day_within,
    "hence": hence,
    "week_number": week_number,
    "weekday_of_month": weekday_of_month,
    "since_ago": since_ago,
    "end_of_unit": end_of_unit,
    "week_of_day": week_of_day,
    "easter": easter,
    "present": lambda **_: Present(),
    "vague": lambda **_: Vague(),
    "duration": lambda amount, **_: Duration(amount),
    "repeat": lambda **_: Repeat(),
}
