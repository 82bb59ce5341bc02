"""What a time expression means, before any anchor: a small tree of frozen values.

The grammar (`vocab/time_*.yaml`) builds these trees, `resolve` reads them against an anchor. Units are the words
`hour day weekend week fortnight month quarter half year decade century`; weekdays count from Monday = 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Unit = str
Amount = tuple[tuple[int, Unit], ...]
"""A length of time as (number, unit) parts: "one month and 21 days"."""
COMING = 2
"""The shift of `Nearest` for the first such point from the anchor on."""
EdgeKind = Literal["since", "until", "before", "after"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the calendar; every part that the words leave out is None ("8 March", "Friday", "2011")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its TIMEX3 letters (SP SU FA WI); which months it covers depends on where, so it stays a season."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Grain:
    """The calendar unit that contains the anchor, shifted: "this week" 0, "last month" -1, "yesterday" day -1."""

    unit: Unit
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Nearest:
    """A point named by its side of the anchor: "last Friday" -1, "this March" 0, "next June" 1; the first
    from the anchor on ("the coming Friday") is COMING."""

    point: Point | Season | Feast
    shift: int


@dataclass(frozen=True, slots=True)
class Rolling:
    """A stretch that ends (`back`) or begins at the anchor: "the past two weeks", "the next three days"."""

    amount: Amount
    back: bool = True


@dataclass(frozen=True, slots=True)
class Shifted:
    """A point at a distance: "three days ago", "two weeks before 5 March". `base` None: counted from the anchor."""

    amount: Amount
    back: bool = True
    base: Expr | None = None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A time told by one named before: "since then", "a day earlier", "the same day"; of a `unit` other than the day
    the whole unit around it ("the same week")."""

    amount: Amount = ()
    back: bool = True
    unit: Unit = "day"


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or weekday (a number 1-7 as `unit`) within `whole`, counted from its end where n < 0."""

    n: int
    unit: Unit | int
    whole: Expr


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first (or last) so many units of `whole`: "the first three days of March"."""

    amount: Amount
    whole: Expr
    last: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of `whole`: fuzzy (early, mid, late), an end of it (start, end), exact (half1, half2) or, seen from
    the anchor, what is behind or before it (earlier, later); of a week its weekend or workdays, of a holiday its long
    weekend."""

    part: str
    whole: Expr


@dataclass(frozen=True, slots=True)
class Within:
    """A point inside a named stretch: "Tuesday of last week", "March of last year", "the 20th of next month"."""

    inner: Point | Season | Feast
    whole: Expr


@dataclass(frozen=True, slots=True)
class Range:
    """From the begin of one to the end of the other, both included."""

    first: Expr
    last: Expr


@dataclass(frozen=True, slots=True)
class Years:
    """All years from one to another, both included: a decade, a century."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Hence:
    """A length of time that runs, or ends, from now on, if it is said of what is to come ("within two weeks", "in three
    days"); of what has been it is a mere length."""

    amount: Amount
    within: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast whose day moves from year to year: the `nth` such weekday of a month (counted from its end where
    negative), or Easter Sunday by the western reckoning where no month is given; `offset` days on from there."""

    offset: int = 0
    month: int | None = None
    weekday: int = 7
    nth: int = 1
    year: int | None = None


@dataclass(frozen=True, slots=True)
class OtherCalendar:
    """A time of another reckoning, an Islamic month, a fiscal or a school year: it is found, but where it lies in this
    calendar the words do not say, and nobody places it."""

    name: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch with one end given: since, until (as of, by), before, after."""

    kind: EdgeKind
    of: Expr


@dataclass(frozen=True, slots=True)
class Present:
    """The time of writing: "now", "to date", "so far"."""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words whose days nobody can count: "recent weeks", "the past few days"."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length without a place in time: "for three days"."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recurring time: "every two weeks", "daily"; `weekday` for "every Friday"."""

    amount: Amount = ()
    weekday: int | None = None


Expr = (
    Point | Season | Grain | Nearest | Rolling | Shifted | Anaphor | Nth | Stretch | Part | Within | Range | Edge
    | Years | Feast | OtherCalendar | Hence | Present | Vague | Duration | Repeat
)  # fmt: skip

Need = Literal["nothing", "year", "day", "never"]
_ORDER: tuple[Need, ...] = ("nothing", "year", "day", "never")


def needs(expr: Expr) -> Need:
    """What must be known from outside to place the expression: nothing, the year, the whole day, or no help will do."""
    match expr:
        case Point(year=int()):
            return "nothing"
        case Point(month=int()):
            return "year"
        case Years():
            return "nothing"
        case Season(year=year) | Feast(year=year):
            return "day" if year is None else "nothing"
        case Nth(unit=unit, whole=inner) if unit in {"week", 1, 2, 3, 4, 5, 6, 7} and needs(inner) == "year":
            return "day"
        case Nth(whole=inner) | Stretch(whole=inner) | Within(whole=inner) | Edge(of=inner):
            return needs(inner)
        case Part(part=part, whole=whole):
            return "day" if part in {"earlier", "later"} else needs(whole)
        case Shifted(base=base) if base is not None:
            return needs(base)
        case Range(first=first, last=last):
            return max(needs(first), needs(last), key=_ORDER.index)
        case Anaphor() | OtherCalendar() | Vague() | Duration() | Repeat() | Hence():
            return "never"
        case _:
            return "day"


def bounded(first: Expr, last: Expr) -> Range:
    """A range whose sides lend each other what they leave out ("28 and 29 March", "May to October 2016")."""
    if isinstance(first, Point) and isinstance(last, Point):
        first = _lent(first, last)
        if last.year is None and first.year is not None and (last.month or last.day):
            last = replace(last, month=last.month or first.month)
            turned = (last.month or 0, last.day or 32) < (first.month or 0, first.day or 0)
            last = replace(last, year=first.year + turned)
        elif last.month is None and last.year is None and last.day and last.weekday is None:
            last = replace(last, month=first.month)
    elif isinstance(first, Point) and isinstance(last, Within) and first.year is None:
        days = isinstance(last.inner, Point) and last.inner.weekday and not first.day and not first.month
        if first.weekday is None or days:
            return Range(Within(first, last.whole), last)
    return Range(first, last)


def _lent(first: Point, last: Point) -> Point:
    """`first` with the month and year that stand only at `last`; over New Year the year before."""
    if first.year is not None or (first.weekday and not first.day and not first.month):
        return first
    month = first.month or (last.month if first.day else None)
    year = last.year
    if year is not None and month and last.month and month > last.month:
        year -= 1
    return replace(first, month=month, year=year)
