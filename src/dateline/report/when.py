"""Periods in words, at the precision that the text gives, and as days for sorting and filtering."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

from dateline.report.clean import shown

Row = dict[str, Any]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_YEAR = "(year not given)"
NOT_GIVEN = "not given"
_PARTS = re.compile(r"(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?")

Parts = tuple[int | None, int | None, int | None]
"""Year, month and day, each None where it is open."""


def when(period: Row, measure: str | None) -> str:
    """The dates of a period; an end alone is "as of" for a stock and "by" for a flow."""
    start, end = period["start"], period["end"]
    if start and end:
        return between(start, end)
    if start:
        return f"from {date(start)}"
    if end:
        return f"{'as of' if measure == 'stock' else 'by'} {date(end)}"
    return "date not resolved" if period["text"] else NOT_GIVEN


def undated(row: Row) -> str:
    """What stands for the days of a situation, or of a row of it, that nobody dates: when it was printed."""
    printed = row.get("printed")
    return f"no date, printed {between(*printed)}" if printed else "no date"


def between(start: str, end: str) -> str:
    """Two inclusive ends, saying once what they share: "1–15 Mar 2017", "Oct 2016 – Mar 2017"."""
    if start == end:
        return date(start)
    first, last = _parts(start), _parts(end)
    if first is None or last is None:
        return f"{date(start)} – {date(end)}"
    if first[:2] == last[:2] and first[2] and last[2]:
        return f"{first[2]}–{date(end)}"
    if first[0] == last[0]:
        return f"{_words(first, year=False)} – {date(end)}"
    return f"{date(start)} – {date(end)}"


def date(value: str) -> str:
    """An ISO date at any precision in words: "18 Feb 2022", "Feb 2022", "2022", "16 Feb (year not given)"."""
    parts = _parts(value)
    return shown(value) if parts is None else _words(parts, year=True)


def days(value: str | None) -> tuple[str, str] | None:
    """The first and last day that a date can mean, as ISO dates; None for no date or one without a year."""
    year, month, day = (_parts(value) if value else None) or (None, None, None)
    if year is None:
        return None
    last = day or monthrange(year, month or 12)[1]
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{month or 12:02}-{last:02}"


def _parts(value: str) -> Parts | None:
    """What the date says; a clock time is left aside. None when it is no date."""
    found = _PARTS.fullmatch(value.partition("T")[0])
    if not found or not any(found.groups()):
        return None
    year, month, day = [int(part) if part else None for part in found.groups()]
    possible = (year is None or year > 0) and (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)
    return (year, month, day) if possible else None


def _words(parts: Parts, *, year: bool) -> str:
    said = [str(parts[2])] if parts[2] else []
    said += [MONTHS[parts[1] - 1]] if parts[1] else []
    if year:
        said.append(str(parts[0]) if parts[0] else NO_YEAR)
    return " ".join(said)
