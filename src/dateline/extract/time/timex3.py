"""TIMEX3 values (ISO 8601 with X for what is not known) of time expressions."""

from __future__ import annotations

from dateline.extract.time.expr import (
    Amount,
    Anaphor,
    Duration,
    Edge,
    Expr,
    Grain,
    Hence,
    Point,
    Present,
    Range,
    Repeat,
    Rolling,
    Season,
    Vague,
    needs,
)
from dateline.extract.time.spans import Days, written

_LETTERS = {"hour": "H", "day": "D", "night": "D", "weekday": "D", "workday": "D", "weekend": "WE", "week": "W",
            "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}  # fmt: skip


def timex3(expr: Expr, days: Days | None) -> str | None:
    """The value; `days` are the days the expression was placed on, None where it was not placed. None: no value."""
    match expr:
        case Present():
            return "PRESENT_REF"
        case Vague() | Anaphor():
            return "PAST_REF"
        case Duration(amount=amount) | Rolling(amount=amount) | Hence(amount=amount):
            return duration(amount)
        case Repeat(amount=amount, weekday=weekday):
            return f"XXXX-WXX-{weekday}" if weekday else duration(amount)
        case Edge(of=of):
            return timex3(of, days)
        case Point() if days is None or (needs(expr) != "nothing" and expr.month):
            return _half_known(expr)
        case Season(name=name):
            return f"{days.first.year if days else 'XXXX'}-{name}"
        case Grain(unit="week" | "weekend" as unit) if days is not None:
            year, week, _ = days.first.isocalendar()
            return f"{year}-W{week:02}{'-WE' if unit == 'weekend' else ''}"
    return _interval(expr, days)


def duration(amount: Amount) -> str:
    """ "P2W", "P1M21D", "PT48H"."""
    hours = [f"{n}H" for n, unit in amount if unit == "hour"]
    days = [f"{n * (2 if unit == 'fortnight' else 1)}{_LETTERS[unit]}" for n, unit in amount if unit != "hour"]
    return "P" + "".join(days) + ("T" + "".join(hours) if hours else "")


def _interval(expr: Expr, days: Days | None) -> str | None:
    if days is None:
        return None
    first, last = written(days.first, days.first_grain), written(days.last, days.last_grain)
    if first == last:
        return first
    return (None if isinstance(expr, Range) else _unit(days)) or f"{first}/{last}"


def _unit(days: Days) -> str | None:
    """The value of a stretch that is one unit of the calendar: week, quarter, half year, decade, century; else None."""
    year, month = days.first.year, days.first.month
    if days.precision == "week":
        return "{}-W{:02}".format(*days.first.isocalendar())
    if days.first_grain == days.last_grain == "year":
        size = days.last.year - year + 1
        return {10: str(year)[:3], 100: str(year)[:2]}.get(size) if year % size == 0 else None
    if days.first_grain == days.last_grain == "month" and days.last.year == year:
        size = days.last.month - month + 1
        if size in {3, 6} and (month - 1) % size == 0:
            return f"{year}-{'Q' if size == 3 else 'H'}{(month - 1) // size + 1}"
    return None


def _half_known(point: Point) -> str:
    if point.month is None and point.day is None and point.weekday and point.year is None:
        return f"XXXX-WXX-{point.weekday}"
    parts = [f"{point.year:04}" if point.year is not None else "XXXX"]
    if point.month is not None or point.day is not None:
        parts.append(f"{point.month:02}" if point.month is not None else "XX")
    if point.day is not None:
        parts.append(f"{point.day:02}")
    return "-".join(parts)
