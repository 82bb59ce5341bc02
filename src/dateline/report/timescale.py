"""The days of a situation along the width of its drawings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.report.scale import Tick
from dateline.report.when import MONTHS

LEFT, RIGHT, EDGE = 3.0, 93.0, 98.5
"""Percent of the width: first day, last day, and how far what holds since the last day is drawn."""
MOST_TICKS: Final = 5
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 600)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From `first` to `last`, both days of the proleptic calendar (`date.toordinal`)."""

    first: int
    last: int

    def x(self, day: int) -> float:
        """Where a day stands, in percent of the width; at the left edge what lies before the first."""
        if day < self.first:
            return 0.0
        share = (day - self.first) / max(1, self.last - self.first)
        return round(LEFT + share * (RIGHT - LEFT), 2)

    def ticks(self) -> list[Tick]:
        """At most `MOST_TICKS` named days, on first days of weeks, months or years where the span is long."""
        for step in _DAYS:
            days = _every(self.first, self.last, step)
            if len(days) <= MOST_TICKS:
                return [Tick(self.x(day.toordinal()), f"{day.day} {MONTHS[day.month - 1]}") for day in days]
        for step in _MONTHS:
            firsts = _firsts_of_months(self.first, self.last, step)
            if len(firsts) <= MOST_TICKS:
                break
        return [Tick(self.x(day.toordinal()), _named(day, step, first=day == firsts[0])) for day in firsts]


def ordinal(day: str) -> int:
    """The number of a day given as an ISO date."""
    return date.fromisoformat(day).toordinal()


def _every(first: int, last: int, step: int) -> list[date]:
    begin = date.fromordinal(first)
    if step % 7 == 0:
        begin += timedelta(days=-begin.weekday() % 7)
    return [date.fromordinal(day) for day in range(begin.toordinal(), last + 1, step)]


def _firsts_of_months(first: int, last: int, step: int) -> list[date]:
    begin, end = date.fromordinal(first), date.fromordinal(last)
    months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
    found = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in found if day >= begin]


def _named(day: date, step: int, *, first: bool) -> str:
    """A year where the steps are years, else a month, with its year where that begins."""
    if step >= 12:
        return str(day.year)
    return f"{MONTHS[day.month - 1]} {day.year}" if first or day.month == 1 else MONTHS[day.month - 1]
