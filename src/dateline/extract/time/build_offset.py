"""What the shared rules make of times told from another time: before, after, since, the next, the same.

A function gets the values of the groups its pattern names; it returns None where they mean nothing together.
"""

from __future__ import annotations

from dateline.extract.time.build_points import nearest, within
from dateline.extract.time.expr import (
    COMING,
    Amount,
    Anaphor,
    Edge,
    Expr,
    Grain,
    Nearest,
    Nth,
    Point,
    Range,
    Season,
    Shifted,
)
from dateline.extract.time.grammar import Build


def rebased(t: Expr, base: Expr) -> Expr | None:
    """Two weeks before a day, where the words for "ago" say it."""
    return Shifted(t.amount, t.back, base) if isinstance(t, Shifted) else None


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


def next_day(**_: object) -> Expr:
    """The following day."""
    return Anaphor(((1, "day"),), False)


def grain_this(this: int, unit: str, shift: int) -> Expr | None:
    """ "This past week", "this current year"."""
    return Grain(unit, shift) if this == 0 else None


def nearest_this(this: int, t: Expr, shift: int) -> Expr | None:
    """ "This coming Friday", "this past Wednesday": the first, or the last, from here."""
    return nearest(t, COMING if shift > 0 else shift) if this == 0 else None


def after_amount(amount: Amount, t: Expr) -> Expr:
    """More than two weeks after a day."""
    return Edge("since", Shifted(amount, False, t))


def before_amount(amount: Amount, t: Expr) -> Expr:
    """More than two weeks before a day."""
    return Edge("until", Shifted(amount, True, t))


def weekday_in(weekday: Point, amount: Amount) -> Expr | None:
    """Sunday in two weeks: the first such weekday from that day on."""
    return weekday_after(weekday, Shifted(amount, False))


def named_beside(named: Point | str, t: Expr, back: int = 1, year: Point | None = None) -> Expr | None:
    """The Monday after Easter, the weekend before 5 March: the nearest on that side, the day itself left out."""
    day = t if year is None else within(t, year)
    unit = named.weekday if isinstance(named, Point) else named
    if day is None or not unit or (isinstance(named, Point) and (named.day or named.month)):
        return None
    near, far = (Shifted(((n, "day"),), bool(back), day) for n in (1, 7))
    return Nth(-1, unit, Range(far, near)) if back else Nth(1, unit, Range(near, far))


def season_shifted(season: str, shift: int) -> Expr | None:
    """This summer, last winter."""
    return nearest(Season(season), shift)


OFFSET_BUILDERS: dict[str, Build] = {
    "rebased": rebased,
    "shifted_unit": shifted_unit,
    "anaphor_unit": anaphor_unit,
    "unit_and": unit_and,
    "anaphor_same": anaphor_same,
    "weekdays_on": weekdays_on,
    "weekday_after": weekday_after,
    "anaphor_next": anaphor_next,
    "this_same": this_same,
    "since_amount": since_amount,
    "next_day": next_day,
    "grain_this": grain_this,
    "nearest_this": nearest_this,
    "after_amount": after_amount,
    "before_amount": before_amount,
    "weekday_in": weekday_in,
    "named_beside": named_beside,
    "season_shifted": season_shifted,
}
