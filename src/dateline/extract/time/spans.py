"""Days on the calendar: units, their bounds, and going so many of them forward or back."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.extract.time.expr import Amount, Unit

GRAINS = {"day": 0, "weekend": 1, "week": 1, "fortnight": 1, "month": 2, "quarter": 2, "half": 2, "season": 3,
          "year": 3, "decade": 3, "century": 3}  # fmt: skip
"""How exactly a unit is written: 0 and 1 as days, 2 as months, 3 as years."""


class NowhereError(Exception):
    """The expression has no place on the calendar (the 30th of February, a fifth Sunday)."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included, and how exactly each end is known."""

    first: date
    last: date
    first_grain: Unit = "day"
    last_grain: Unit = "day"
    precision: str = "day"

    @property
    def whole(self) -> bool:
        """True where both ends are equally exact."""
        return self.first_grain == self.last_grain


def unit_of(day: date, unit: Unit) -> Days:
    """The calendar unit in which the day lies; weeks begin on Monday."""
    match unit:
        case "day":
            return Days(day, day)
        case "week" | "fortnight":
            first = day - timedelta(day.weekday())
            return Days(first, first + timedelta(6 if unit == "week" else 13), precision="week")
        case "weekend":
            first = day - timedelta((day.weekday() - 5) % 7)
            return Days(first, first + timedelta(1), precision="range")
        case "month" | "quarter":
            size = 1 if unit == "month" else 3
            first = date(day.year, (day.month - 1) // size * size + 1, 1)
            precision = "month" if unit == "month" else "range"
            return Days(first, month_end(plus_months(first, size - 1)), "month", "month", precision)
        case "year" | "decade" | "century":
            size = {"year": 1, "decade": 10, "century": 100}[unit]
            first_year = day.year // size * size
            precision = "year" if unit == "year" else "range"
            return Days(date(first_year, 1, 1), date(first_year + size - 1, 12, 31), "year", "year", precision)
    raise ValueError(f"no calendar unit: {unit}")


def moved(day: date, n: int, unit: Unit) -> date:
    """The day `n` units on (back where n is negative); the 31st becomes the last day of a shorter month.

    Raises OverflowError or ValueError beyond the calendar.
    """
    match unit:
        case "hour":
            return day + timedelta(-(-abs(n) // 24) * (1 if n > 0 else -1))
        case "day" | "night" | "weekday":
            return day + timedelta(n)
        case "workday":
            return _workday(day, n)
        case "week" | "weekend":
            return day + timedelta(7 * n)
        case "fortnight":
            return day + timedelta(14 * n)
        case _:
            return plus_months(day, n * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])


def _workday(day: date, n: int) -> date:
    """`n` working days on; they are Monday to Friday, as they are to most who write of business days in English."""
    weeks, step = abs(n) // 5, 1 if n > 0 else -1
    left = abs(n) % 5
    if day.weekday() >= 5:
        day -= timedelta(day.weekday() - 4) if step > 0 else timedelta(day.weekday() - 7)
    for _ in range(left):
        day += timedelta(step)
        while day.weekday() >= 5:
            day += timedelta(step)
    return day + timedelta(7 * weeks * step)


def moved_by(day: date, amount: Amount, back: bool) -> date:
    """The day moved by every part of the amount, the coarse ones first."""
    for n, unit in sorted(amount, key=lambda part: -GRAINS.get(part[1], 0)):
        day = moved(day, -n if back else n, unit)
    return day


def plus_months(day: date, n: int) -> date:
    """The same day `n` months on, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def written(day: date, unit: Unit) -> str:
    """The day at the exactness of a unit: "2016-10-03", "2016-10", "2016"."""
    return day.isoformat()[: {0: 10, 1: 10, 2: 7, 3: 4}[GRAINS[unit]]]
