"""What the rules make of lengths of time, and of what is told by its distance from now or from another time."""

from __future__ import annotations

from dateline.extract.time.expr import (
    Amount,
    Anaphor,
    Edge,
    Expr,
    Hence,
    Point,
    Range,
    Repeat,
    Rolling,
    Shifted,
    Stretch,
)


def half_unit(unit: str) -> Amount | None:
    """Half a year, in months; None for what has no smaller unit here."""
    return (_HALVES[unit],) if unit in _HALVES else None


def rolling_unit(unit: str) -> Expr:
    """The past week: seven days back from the anchor."""
    return Rolling(((1, unit),))


def rolling_units(n: int, unit: str, back: int = 1) -> Expr:
    """The two coming months, the three past days."""
    return Rolling(((n, unit),), bool(back))


def repeat(x: str | Amount | Point | None = None) -> Expr:
    """Every week, every two weeks, every Friday; every morning is every day."""
    match x:
        case Point():
            return Repeat(weekday=x.weekday)
        case str():
            return Repeat(((1, x),))
        case tuple():
            return Repeat(x)
    return Repeat(((1, "day"),))


def unit_shifted(unit: str, t: Expr, back: int = 1) -> Expr:
    """The day before Christmas, the week after a day."""
    return Shifted(((1, unit),), bool(back), t)


def anaphor_day(back: int) -> Expr:
    """The day before, the following day."""
    return Anaphor(((1, "day"),), bool(back))


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


def hence(amount: Amount, within: int = 0) -> Expr:
    """In three days, within two weeks."""
    return Hence(amount, bool(within))


def lasting(amount: Amount, t: Expr) -> Expr:
    """So long from a day on: "within two weeks of the quake on 5 March"."""
    return Range(t, Shifted(amount, False, t))


def leading_up(amount: Amount, t: Expr) -> Expr:
    """So long up to a day: "within two weeks before the vote on 5 March"."""
    return Range(Shifted(amount, True, t), t)


def since_ago(of: Expr) -> Expr | None:
    """ "More than two weeks before today": some time up to that day; "after": some time from it on."""
    return Edge("until" if of.back else "since", of) if isinstance(of, Shifted) else None


def stretch(amount: Amount, t: Expr, last: int = 0) -> Expr:
    """The first three days of March."""
    return Stretch(amount, t, bool(last))


_HALVES = {"year": (6, "month"), "week": (3, "day"), "day": (12, "hour"), "month": (15, "day"), "decade": (5, "year")}
