"""What the rules make of the words they match: one small function for each `make:` of `vocab/time_*.yaml`.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dateline.extract.time.build_amounts import (
    amount,
    anaphor,
    anaphor_day,
    half_unit,
    hence,
    joined,
    lasting,
    leading_up,
    repeat,
    rolling,
    rolling_unit,
    rolling_units,
    shifted,
    since_ago,
    stretch,
    unit_shifted,
)
from dateline.extract.time.build_points import (
    adjoining,
    between,
    century_of,
    dated,
    day_of_month,
    day_of_unit,
    day_within,
    days,
    days_in,
    days_listed,
    days_of_year,
    decade,
    decade_words,
    holiday,
    nearest,
    number,
    ordinal,
    overnight,
    point,
    possessor,
    same,
    season,
    weekday_date,
    within,
    year_month,
    year_words,
    years,
)
from dateline.extract.time.expr import (
    Anaphor,
    Duration,
    Edge,
    Expr,
    Grain,
    Nth,
    Part,
    Point,
    Present,
    Repeat,
    Rolling,
    Vague,
)
from dateline.extract.time.grammar import Build


def then(kind: str) -> Expr:
    """From, or up to, the time named before."""
    return Edge(kind, Anaphor())  # type: ignore[arg-type]


def only_t(t: Expr, **_: object) -> Expr:
    """A day with an hour or a part of it: the day."""
    return t


def grain(unit: str, shift: int | None = None) -> Expr | None:
    """This week, last month, next year; hours and nights are days here. "This weekend" is that of this week."""
    if unit == "weekend" and shift == 0:
        return Part("weekend", Grain("week"))
    shift = shift or 0
    return None if unit == "hour" else Grain("day" if unit == "night" else unit, shift)


def nth(ord: int, t: Expr, unit: str = "", weekday: Point | None = None) -> Expr:
    """The second week of February, the last Friday of May (-1)."""
    return Nth(ord, (weekday and weekday.weekday) or unit, t)


def part(part: str, t: Expr) -> Expr | None:
    """Early December, mid-2014; of a single day it is that day."""
    if isinstance(t, Point) and (t.day or t.weekday) and part in _FUZZY:
        return t
    return t if isinstance(t, Edge | Rolling | Anaphor | Vague) else Part(part, t)


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


def edge(kind: str, of: Expr) -> Expr | None:
    """Since, until, before, after."""
    return None if isinstance(of, Edge | Vague | Duration | Repeat) else Edge(kind, of)  # type: ignore[arg-type]


def end_of_unit(unit: str, **_: object) -> Expr:
    """ "End of year"."""
    return Part("end", Grain(unit))


def week_of_day(day: int) -> Expr:
    """ "The week of the 18th"."""
    return Part("week", Point(day=day))


def quarter_past(ord: int) -> Expr | None:
    """The third quarter, of the anchor's year."""
    return Nth(ord, "quarter", Grain("year")) if 1 <= ord <= 4 else None


_FUZZY = {"early", "mid", "late", "start", "end"}
BUILDERS: dict[str, Build] = {
    "number": number,
    "year_words": year_words,
    "ordinal": ordinal,
    "same": same,
    "word": lambda value: value,
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
    "days_listed": days_listed,
    "years": years,
    "year_month": year_month,
    "edge": edge,
    "possessor": possessor,
    "overnight": overnight,
    "decade_words": decade_words,
    "half_unit": half_unit,
    "rolling_unit": rolling_unit,
    "anaphor_day": anaphor_day,
    "unit_shifted": unit_shifted,
    "day_of_unit": day_of_unit,
    "then": then,
    "only_t": only_t,
    "day_within": day_within,
    "hence": hence,
    "week_number": week_number,
    "weekday_of_month": weekday_of_month,
    "since_ago": since_ago,
    "end_of_unit": end_of_unit,
    "week_of_day": week_of_day,
    "holiday": holiday,
    "rolling_units": rolling_units,
    "dated": dated,
    "days_of_year": days_of_year,
    "day_of_month": day_of_month,
    "quarter_past": quarter_past,
    "lasting": lasting,
    "leading_up": leading_up,
    "days_in": days_in,
    "present": lambda **_: Present(),
    "vague": lambda **_: Vague(),
    "duration": lambda amount, **_: Duration(amount),
    "repeat": repeat,
}
