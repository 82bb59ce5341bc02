"""From a mention to its reading: days at their own precision, half-known where the text leaves the year open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.time.expr import (
    Anaphor,
    Duration,
    Edge,
    Expr,
    Grain,
    Hence,
    Nearest,
    Part,
    Point,
    Present,
    Range,
    Repeat,
    Rolling,
    Shifted,
    needs,
)
from dateline.extract.time.place import days_of
from dateline.extract.time.spans import Days, NowhereError, moved, unit_of, written
from dateline.extract.time.timex3 import timex3
from dateline.model.words import Anchor, PeriodPrecision

_ANY_YEAR = date(2000, 12, 31)
"""A leap year's end: dates without a year are placed in it, and the year is taken off again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression comes to.

    `first` and `last` are inclusive ISO dates at their own precision, None where open; `kind`, `precision`, `anchor`
    and `value` as in `Timex`.
    """

    kind: str
    first: str | None = None
    last: str | None = None
    precision: PeriodPrecision | None = None
    anchor: Anchor | None = None
    value: str | None = None


def read(expr: Expr, anchor: date | None, by: Anchor | None, *, ahead: bool = False) -> Reading:
    """The reading of an expression for a text of the anchor's day (None: the day is not known).

    `ahead`: it speaks of what is to come, so that the next Tuesday or March is meant, not the last, unless the words
    say themselves that it is over ("last week", "two days ago"). Words that only an anchor could place come back as
    kind "relative" without dates; nothing is invented.
    """
    need, ahead = needs(expr), ahead and not _says_past(expr)
    if need == "never" and not (ahead and anchor and isinstance(expr, Hence)):
        return Reading(_kind_of_unplaced(expr), value=timex3(expr, None))
    if anchor is None and need == "day":
        return Reading("relative", value=timex3(expr, None))
    try:
        days = days_of(expr, anchor or _ANY_YEAR, ahead=ahead and anchor is not None)
        reading = _reading(expr, days)
    except (NowhereError, ValueError, OverflowError):
        return Reading("relative", value=None if isinstance(expr, Point) else timex3(expr, None))
    half_known = anchor is None and need == "year"
    if half_known:
        reading = replace(reading, first=_without_year(reading.first), last=_without_year(reading.last))
    value = timex3(expr, None if half_known else days)
    return replace(reading, anchor=by if need != "nothing" and anchor else None, value=value)


def _says_past(expr: Expr) -> bool:
    match expr:
        case Grain() | Nearest():
            return expr.shift < 0
        case Shifted():
            return expr.back and expr.base is None
        case Rolling():
            return expr.back
        case Edge():
            return _says_past(expr.of)
    return False


def _kind_of_unplaced(expr: Expr) -> str:
    match expr:
        case Duration() | Hence():
            return "duration"
        case Repeat():
            return "set"
    return "relative"


def _reading(expr: Expr, days: Days) -> Reading:
    precision: PeriodPrecision = days.precision  # type: ignore[assignment]
    first, last = written(days.first, days.first_grain), written(days.last, days.last_grain)
    match expr:
        case Edge(kind="after", of=Point()) if days.first_grain in {"month", "year"}:
            return Reading("since", _after(days), None, precision)
        case Edge(kind="since" | "after"):
            return Reading("since", first, None, precision)
        case Edge(kind="until") | Edge(kind="before", of=Part(part="end")):
            return Reading("until", None, last, precision)
        case Edge(kind="before"):
            return Reading("until", None, _before(days), precision)
        case Present():
            return Reading("until", None, last, precision)
    return Reading("point" if _is_point(expr, days) else "interval", first, last, precision)


def _is_point(expr: Expr, days: Days) -> bool:
    """A point is one calendar unit; what has a length of its own is an interval."""
    return days.precision in {"day", "month", "year", "season"} and not isinstance(expr, Range)


def _after(days: Days) -> str:
    """The unit after: "after 2011" begins with 2012."""
    return written(moved(days.last, 1, "day"), days.first_grain)


def _before(days: Days) -> str:
    """The unit before: "before 2011" ends with 2010."""
    unit = days.first_grain if days.first_grain in {"day", "month", "year"} else "day"
    return written(moved(unit_of(days.first, unit).first, -1, unit), unit)


def _without_year(day: str | None) -> str | None:
    """ "2000-03-08" as "--03-08"."""
    return None if day is None or len(day) < 7 else f"--{day[5:]}"


def is_anaphor(expr: Expr) -> bool:
    """True where the words point to a time named before ("since then", "a day later")."""
    return isinstance(expr, Anaphor) or (isinstance(expr, Edge) and isinstance(expr.of, Anaphor))
