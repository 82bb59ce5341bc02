"""What the rules make that several languages share (`vocab/time_rules.yaml`): number words, other word orders.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.extract.time.build import nth
from dateline.extract.time.build_amounts import stretch
from dateline.extract.time.build_points import decade, nearest, point, within
from dateline.extract.time.expr import (
    COMING,
    Amount,
    Anaphor,
    Edge,
    Expr,
    Grain,
    Nearest,
    Nth,
    OtherCalendar,
    Part,
    Point,
    Range,
    Season,
    Shifted,
    Within,
    bounded,
)
from dateline.extract.time.grammar import Build
from dateline.extract.time.lexicon import number_values, ordinal_values


def tens(tens: int, ones: int, ten: int = 0) -> dict[str, Any] | None:
    """A number below a hundred ("treinta y uno", "soixante-douze", "soixante-dix-neuf")."""
    if (ten and (ten != 10 or tens != 60)) or (tens == 10 and not 7 <= ones <= 9):
        return None
    low = ten + ones
    fits = tens % 10 == 0 and 10 <= tens < 100 and 0 < low < (20 if tens == 60 else 10)
    return _number(tens + low) if fits else None


def twenties(times: int, ten: int = 0, ones: int = 0) -> dict[str, Any] | None:
    """Four twenties and what is added to them, up to 99."""
    return _number(80 + ten + ones) if times == 4 and ten in {0, 10} and ten + ones < 20 else None


def teens(ones: int) -> dict[str, Any] | None:
    """Ten and what stands before it."""
    return _number(10 + ones) if 1 <= ones <= 9 else None


def ordinal_teens(low: int) -> dict[str, Any] | None:
    """The eleventh to the nineteenth, likewise."""
    return _ordinal(10 + low) if 1 <= low <= 9 else None


def hundreds(hundreds: int = 0, times: int = 1, rest: int = 0) -> dict[str, Any] | None:
    """The hundreds and what follows them."""
    if times >= 100 or rest >= 100:
        return None
    return _number((hundreds or times * 100) + rest)


def thousands(times: int = 1, rest: int = 0, start: Any = None) -> dict[str, Any] | None:
    """The thousands and what follows them; a language may say two thousand in one word (`start`)."""
    times = start if isinstance(start, int) else times
    return _number(times * 1000 + rest) if times < 100 and rest < 1000 else None


def _ordinal(n: int) -> dict[str, Any]:
    """An ordinal of more than one word counts days as surely as one in figures."""
    values = ordinal_values(n)
    return {**values, "NTHFIG": n} if "NTHDAY" in values else values


def _number(n: int) -> dict[str, Any]:
    return {"NUMBER": n, **number_values(n)}


def ordinal_sum(low: int, high: int) -> dict[str, Any] | None:
    """ "الحادي والعشرون": the ones before the tens."""
    low, high = min(low, high), max(low, high)
    return _ordinal(low + high) if high >= 20 and high % 10 == 0 and low < 10 else None


def old_year(year: int) -> Expr | None:
    """A year said to be one ("the year 247")."""
    return Point(year=year) if 1 <= year < 3000 else None


def decade_named(decade_: int) -> Expr | None:
    """The 1970s, the 70s: two figures mean the last century from the 30s on."""
    return None if decade_ % 10 else decade(decade_ if decade_ >= 100 else (1900 if decade_ >= 30 else 2000) + decade_)


def decade_of_century(tail: int, ord: int = 21, shift: int | None = None) -> Expr | None:
    """The seventies of the 20th century, or of the last one."""
    return decade((ord - 1 + (shift or 0)) * 100 + tail) if tail % 10 == 0 and tail < 100 else None


def rebased(t: Expr, base: Expr) -> Expr | None:
    """Two weeks before a day, where the words for "ago" say it."""
    return Shifted(t.amount, t.back, base) if isinstance(t, Shifted) else None


def lunar(month: int, **_: object) -> Expr:
    """A month of the Islamic calendar."""
    return OtherCalendar(f"islamic month {month}")


def fiscal(**_: object) -> Expr:
    """A fiscal or school year: when it begins depends on where."""
    return OtherCalendar("fiscal year")


def season_shifted(season: str, shift: int) -> Expr | None:
    """This summer, last winter."""
    return nearest(Season(season), shift)


def season_of(season: str, unit: str, shift: int) -> Expr | None:
    """The summer of last year."""
    return within(Season(season), Grain(unit, shift)) if unit == "year" else None


def month_twice(month: int, other: int) -> dict[str, Any] | None:
    """One month under two names."""
    return {"MONTH": month} if month == other else None


def shifted_unit(unit: str, back: int = 1) -> Expr:
    """A month ago, where the language needs no word for "a"; the next working day."""
    return Shifted(((1, unit),), bool(back))


def anaphor_unit(unit: str, back: int = 1) -> Expr:
    """A week later, likewise."""
    return Anaphor(((1, unit),), bool(back))


def unit_and(one: str, b: Amount, c: Amount = ()) -> Amount:
    """A month and 21 days, likewise."""
    return ((1, one), *b, *c)


def anaphor_same(unit: str) -> Expr:
    """The same week."""
    return Anaphor(unit=unit)


def weekdays_on(n: int, t: Expr, back: int = 0) -> Expr | None:
    """Two Sundays from now: the second such day from here."""
    if not isinstance(t, Point) or not t.weekday or t.day:
        return None
    return Shifted(((n - 1, "week"),), bool(back), Nearest(t, -1 if back else COMING))


def weekday_after(weekday: Point, t: Expr) -> Expr | None:
    """Thursday, two years from now: the first such weekday from that day on."""
    if not weekday.weekday or weekday.day:
        return None
    return Nth(1, weekday.weekday, Range(t, Shifted(((6, "day"),), False, t)))


def anaphor_next(unit: str, back: int = 0) -> Expr:
    """The following week, the week before."""
    return Anaphor(((1, unit),), bool(back), unit)


def this_same(this: int, unit: str) -> Expr | None:
    """ "Ese mismo día": the day of the time named before."""
    return Anaphor(unit=unit) if this == 0 else None


def since_amount(amount: Amount) -> Expr:
    """ "Depuis trois jours": from three days ago on."""
    return Edge("since", Shifted(amount, True))


def day_dash_month(a: int, b: int) -> Expr | None:
    """ "12-5": the day before its month, unless that is impossible."""
    return point(None, b, a) if b <= 12 else point(None, a, b) if a <= 12 else None


def next_day(**_: object) -> Expr:
    """The following day."""
    return Anaphor(((1, "day"),), False)


def grain_this(this: int, unit: str, shift: int) -> Expr | None:
    """ "This past week", "this current year"."""
    return Grain(unit, shift) if this == 0 else None


def nearest_this(this: int, t: Expr, shift: int) -> Expr | None:
    """ "This coming Friday", "this past Wednesday": the first, or the last, from here."""
    return nearest(t, COMING if shift > 0 else shift) if this == 0 else None


def unit_part_now(part: str, unit: str, shift: int | None = None) -> Expr | None:
    """Earlier this year; `shift` is None where only an article says which."""
    return None if shift else Part(part, Grain(unit))


def day_month(day: int, month: int, year: int | None = None) -> Expr:
    """A day and its month; the 30th of February is found too, and then nobody can place it."""
    return Point(year, month, day)


def after_amount(amount: Amount, t: Expr) -> Expr:
    """More than two weeks after a day."""
    return Edge("since", Shifted(amount, False, t))


def before_amount(amount: Amount, t: Expr) -> Expr:
    """More than two weeks before a day."""
    return Edge("until", Shifted(amount, True, t))


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


def named_beside(named: Point | str, t: Expr, back: int = 1, year: Point | None = None) -> Expr | None:
    """The Monday after Easter, the weekend before 5 March: the nearest on that side, the day itself left out."""
    day = t if year is None else within(t, year)
    unit = named.weekday if isinstance(named, Point) else named
    if day is None or not unit or (isinstance(named, Point) and (named.day or named.month)):
        return None
    near, far = (Shifted(((n, "day"),), bool(back), day) for n in (1, 7))
    return Nth(-1, unit, Range(far, near)) if back else Nth(1, unit, Range(near, far))


def weekday_in(weekday: Point, amount: Amount) -> Expr | None:
    """Sunday in two weeks: the first such weekday from that day on."""
    return weekday_after(weekday, Shifted(amount, False))


def day_of_shifted_year(month: int, day: int, shift: int, unit: str) -> Expr | None:
    """October 2 of last year."""
    return within(Point(month=month, day=day), Grain(unit, shift))


def last_weekday_of_unit(weekday: Point, whole: str, shift: int = 0) -> Expr | None:
    """The last Friday of this month."""
    return Nth(-1, weekday.weekday, Grain(whole, shift)) if weekday.weekday and whole in {"month", "year"} else None


def weekdays(a: int, b: int) -> Expr:
    """Monday to Friday."""
    return Range(Point(weekday=a), Point(weekday=b))


def month_of(t: Expr) -> Expr:
    """The month of a day."""
    return replace(t, day=None) if isinstance(t, Point) else t


def within_week(inner: Point | int, t: Expr) -> Expr | None:
    """Tuesday of last week."""
    return within(inner if isinstance(inner, Point) else Point(weekday=inner), t)


def day_to_date(a: int, b: Expr) -> Expr | None:
    """From the 4th to the 22nd of January."""
    if isinstance(b, Within):
        return Range(Within(Point(day=a), b.whole), b)
    if not isinstance(b, Point) or b.month is None or b.day is None or a >= b.day:
        return None
    first = point(b.year, b.month, a)
    return first and bounded(first, b)


def week_of_year(week: Nth, t: Expr) -> Expr:
    """Week 31 of 2018."""
    return replace(week, whole=t)


def months(a: Expr, b: int) -> Expr | None:
    """From one month to another that only its company shows to be one ("Jan to mar")."""
    return bounded(a, Point(month=b)) if isinstance(a, Point) else None


def weeks(a: Nth, b: int) -> Expr:
    """From one week of a year to another."""
    return Range(a, replace(a, n=b))


SHARED_BUILDERS: dict[str, Build] = {
    "tens": tens,
    "twenties": twenties,
    "teens": teens,
    "ordinal_teens": ordinal_teens,
    "hundreds": hundreds,
    "thousands": thousands,
    "ordinal_sum": ordinal_sum,
    "old_year": old_year,
    "decade_named": lambda decade: decade_named(decade),
    "lunar": lunar,
    "fiscal": fiscal,
    "anaphor_next": anaphor_next,
    "decade_of_century": decade_of_century,
    "rebased": rebased,
    "season_shifted": season_shifted,
    "season_of": season_of,
    "month_twice": month_twice,
    "shifted_unit": shifted_unit,
    "anaphor_unit": anaphor_unit,
    "unit_and": unit_and,
    "anaphor_same": anaphor_same,
    "day_dash_month": day_dash_month,
    "this_same": this_same,
    "since_amount": since_amount,
    "weekday_after": weekday_after,
    "weekdays_on": weekdays_on,
    "next_day": next_day,
    "nearest_this": nearest_this,
    "grain_this": grain_this,
    "unit_part_now": unit_part_now,
    "day_month": day_month,
    "before_amount": before_amount,
    "after_amount": after_amount,
    "week_of_year": week_of_year,
    "months": months,
    "week_of_month_day": week_of_month_day,
    "half_this_year": half_this_year,
    "nth_end": nth_end,
    "stretch_end": stretch_end,
    "month_of": month_of,
    "stretch_of_unit": stretch_of_unit,
    "weekend_of": weekend_of,
    "weekend_of_day": weekend_of_day,
    "weekend_of_shifted": weekend_of_shifted,
    "named_beside": named_beside,
    "weekday_in": weekday_in,
    "day_of_shifted_year": day_of_shifted_year,
    "last_weekday_of_unit": last_weekday_of_unit,
    "weekdays": weekdays,
    "last_of_unit": last_of_unit,
    "nth_of_unit": nth_of_unit,
    "within_week": within_week,
    "day_to_date": day_to_date,
    "weeks": weeks,
}
