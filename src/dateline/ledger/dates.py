"""ISO dates at their own precision ("2016", "2016-10", "2016-10-03", "--03-08") as ranges of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from typing import Final

from dateline.errors import UsageError

_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_NO_YEAR: Final = re.compile(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_LEAP: Final = 2000
"""A year that has every day, to check a day without a year."""


def days_of(text: str) -> tuple[date, date] | None:
    """First and last day of a date; None when it has no year. Raises UsageError when it is no date."""
    if _NO_YEAR.fullmatch(text):
        _range(f"{_LEAP}{text[1:]}", text)
        return None
    return _range(text, text)


def _range(iso: str, text: str) -> tuple[date, date]:
    found = _DATE.fullmatch(iso)
    try:
        if found is None:
            raise ValueError
        year, month, day = int(found["year"]), found["month"], found["day"]
        first = date(year, int(month or 1), int(day or 1))
        last_month = int(month or 12)
        return first, date(year, last_month, int(day or monthrange(year, last_month)[1]))
    except ValueError:
        raise UsageError(f"{text!r} is no date: write 2016, 2016-10, 2016-10-03 or --10-03 (no year)") from None


def moment_of(text: str) -> str:
    """A date or date-time as the ledger writes times (UTC unless it says otherwise). Raises UsageError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        first = days_of(text)
        if first is None:
            raise UsageError(f"{text!r} has no year: write a date such as 2016-10-03") from None
        moment = datetime(first[0].year, first[0].month, first[0].day)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
