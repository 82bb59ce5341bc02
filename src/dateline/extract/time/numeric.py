"""Dates written in figures: 2017-03-15, 01.02.2015, 12/5/2016. The day comes first unless that is impossible."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dateline.extract.time.expr import Point

_PARTS = re.compile(r"\d+")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{2,4}")
_MONTHS = 12
_CENTURY_TURNS = 30
"""Two-figure years below this are of the 2000s, the others of the 1900s."""


def shows_month_first(dates: Iterable[str]) -> bool:
    """True when a document shows that it writes the month before the day ("12/25/2016"), and nowhere the reverse."""
    firsts, seconds = set(), set()
    for written in dates:
        first, second, _ = (int(part) for part in _PARTS.findall(written))
        firsts.add(first > 12)
        seconds.add(second > 12)
    return True in seconds and True not in firsts


def read_numeric(written: str, shape: str, us: bool) -> Point | None:
    """The date, or None where the figures make none. `us`: the month comes first where both readings are possible."""
    parts = [int(part) for part in _PARTS.findall(written)]
    if shape == "YMD":
        year, month, day = parts
        return _checked(year, month, day) or _checked(year, day, month) or _nowhere(year, month, day)
    first, second = parts[:2]
    full = None if shape == "DM" else century(parts[2], written)
    day, month = (second, first) if us else (first, second)
    return _checked(full, month, day) or _checked(full, day, month) or (full and _nowhere(full, month, day)) or None


def two_ways(written: str) -> bool:
    """ "3/4/2022" alone is of March or of April; with points the day comes first."""
    figures = _SLASHED.fullmatch(written)
    return figures is not None and figures[1] != figures[2] and max(int(figures[1]), int(figures[2])) <= _MONTHS


def century(year: int, written: str = "") -> int:
    """A year of two figures made whole."""
    if year >= 100 or (len(written.rstrip()) >= 4 and written[-4:].isdigit()):
        return year
    return year + (2000 if year < _CENTURY_TURNS else 1900)


def _nowhere(year: int, month: int, day: int) -> Point | None:
    """A date that no calendar has ("30/2/2015"): it is written as one, so it is found, and then nobody can place it."""
    return Point(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _checked(year: int | None, month: int, day: int) -> Point | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return Point(year=year, month=month, day=day)
