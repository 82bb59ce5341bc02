"""Days as numbers: when a claim's figure holds, with what its dates leave open."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.model import Period
from dateline.model.words import Measure
from dateline.vocab.load import word_set

LONG_AGO: Final = 0
"""Stands for a beginning that nobody states."""
SOME_DAY: Final = 10**7
"""Stands for an end that nobody states."""


class Window(NamedTuple):
    """When a figure holds, in days since year 1 (`date.toordinal`), inclusive.

    A flow happened from some day in [begins, begins_by] to some day in [ends_from, ends]; a stock holds at the end of
    some day in [begins, ends].
    """

    begins: int
    begins_by: int
    ends_from: int
    ends: int

    @property
    def exact(self) -> bool:
        """True when both ends are known to the day."""
        return self.begins == self.begins_by and self.ends_from == self.ends


@lru_cache(maxsize=1 << 14)
def day_range(text: str | None) -> tuple[int, int] | None:
    """First and last day of an ISO date at its own precision ("2016-10"); None without a year or when it is no date."""
    if not text:
        return None
    parts = text[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        year, month, day = (*numbers, None, None)[:3]
        if year is None or year < 1:
            return None
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except (ValueError, TypeError):
        return None
    return first.toordinal(), last.toordinal()


@lru_cache(maxsize=1 << 14)
def iso(day: int) -> str | None:
    """The day as an ISO date; None for an end that nobody states."""
    return None if day in (LONG_AGO, SOME_DAY) else date.fromordinal(day).isoformat()


def window_of(period: Period, measure: Measure, told: int | None) -> Window | None:
    """When a figure with this period holds; None when it is undated. `told` is the day of publication, if known."""
    if measure == "stock":
        return _of_stock(period, told)
    return _of_flow(period, told)


def goes_on(period: Period) -> bool:
    """True when the words open a period from its start on and nothing closes it ("since Monday")."""
    words = (period.text or "").lower().split()
    return period.end is None and bool(words) and (words[0] in _SINCE or not _BEGUN.isdisjoint(words))


def stretches(period: Period) -> bool:
    """True when the words tell of a longer time that no dates say ("in recent weeks")."""
    return period.start is None and period.end is None and not _STRETCH.isdisjoint((period.text or "").lower().split())


def _of_stock(period: Period, told: int | None) -> Window | None:
    start, end = day_range(period.start), day_range(period.end)
    if end is not None:
        return Window(end[0], end[0], end[1], end[1])
    if start is None:
        return None
    if goes_on(period):
        return None if told is None else Window(told, told, told, told)
    return Window(start[0], start[0], start[1], start[1])


def _of_flow(period: Period, told: int | None) -> Window | None:
    start, end = day_range(period.start), day_range(period.end)
    if start is None and end is None:
        return None
    if start is None:
        assert end is not None
        return Window(LONG_AGO, end[0], *end)
    if end is not None and period.start == period.end:
        return Window(start[0], start[0], end[1], end[1])
    if end is None and start[0] == start[1] and not goes_on(period):
        return Window(start[0], start[0], start[1], start[1])
    if end is None:
        end = (told, told) if told is not None and told >= start[0] else (start[1], SOME_DAY)
    if end[1] < start[0]:
        return None
    return Window(start[0], min(start[1], end[1]), max(end[0], start[0]), end[1])


_BEGUN: Final = word_set("reconcile_en", "period", "begun")
_SINCE: Final = word_set("reconcile_en", "period", "since")
_STRETCH: Final = word_set("reconcile_en", "period", "stretch")
