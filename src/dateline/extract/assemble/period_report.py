"""The stretch that a report is of: "Reporting period: 8 to 14 February", "Weekly note, 29 January to 4 February".

It stands in the heading. What the report tells without a time of its own happened then, and "the week" is that week.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.assemble.period_links import is_line
from dateline.extract.draft import Page, Timex
from dateline.model import Period

_HEADING: Final = 4
"""Sentences at the beginning of a page among which its heading is."""
_REPORT: Final = re.compile(
    r"\b(?:report|sitrep|update|bulletin|brief|briefing|overview|snapshot|note|summary|digest|period|monitor|review"
    r"|weekly|flash|register|registration|tracker|record|log|week of)\b",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\b(?:as (?:of|at)|situation (?:at|on)|status|updated?)\b"
    r"|\b\d{1,2}:\d\d\b|\b\d{3,4} ?(?:hrs?|hours|h|utc|gmt|z)\b",
    re.IGNORECASE,
)
"""What makes the day in a heading the one as of which all stands: "26 April, situation as of 0600 hrs", "18:00"."""
_BEFORE: Final = re.compile(r"\b(?:previous|last|preceding|prior) week$|\bweek before$", re.IGNORECASE)
_WEEK: Final = 7
_SHORT: Final = 16
"""Words of a heading with its "as of"."""
_DAY: Final = len("2030-01-01")
_THE_PERIOD: Final = re.compile(r"\b(?:the|this) (?:reporting |whole )?(?:week|month|period|fortnight)$", re.IGNORECASE)


def report_period(page: Page) -> Period | None:
    """The days or the month that the heading names; None where it names none, or more than one stretch."""
    found = {(t.first, t.last): t for t in page.timexes if _in_heading(t, page) and _stretch(t)}
    if len(found) != 1:
        return None
    (timex,) = found.values()
    return Period(timex.first, timex.last, timex.text, timex.precision, timex.anchor)


def stands_at(page: Page) -> Period | None:
    """The day as of which a report says in its heading that all it tells stands; None without one, or with several."""
    found = {t.last: t for t in page.timexes if _in_heading(t, page) and (_as_of(t) or _stands(t, page))}
    if not found:
        return _of_clock(page)
    if len(found) != 1:
        return None
    (timex,) = found.values()
    return Period(None, timex.last, timex.text, timex.precision, timex.anchor)


def _of_clock(page: Page) -> Period | None:
    """The page's own day, where its date line stands in a report's heading with an hour."""
    if page.dated is None or page.dated_by != "document":
        return None
    heading = [s.text for s in page.sentences[:_HEADING] if is_line(s)]
    clock = any(_CLOCK.search(line) and str(page.dated.day) in re.findall(r"[1-9]\d*", line) for line in heading)
    told = clock and any(_REPORT.search(line) for line in heading)
    return Period(None, page.dated.isoformat(), None, "day", "document") if told else None


def week_before(text: str | None, page: Page) -> Period | None:
    """ "The previous week" of a report that is of one week; None for other words and other reports."""
    of_report = report_period(page) if text is not None and _BEFORE.search(text) else None
    if of_report is None or of_report.start is None or of_report.end is None or len(of_report.start) < _DAY:
        return None
    first, last = date.fromisoformat(of_report.start), date.fromisoformat(of_report.end)
    if (last - first).days != _WEEK - 1:
        return None
    start, end = (day - timedelta(days=_WEEK) for day in (first, last))
    return replace(of_report, start=start.isoformat(), end=end.isoformat(), text=text)


def _stands(timex: Timex, page: Page) -> bool:
    """A single day in a heading line that also gives an hour, or says that it is the day of the situation."""
    one_day = timex.kind == "point" and timex.first == timex.last and timex.precision == "day"
    return one_day and _CLOCK.search(page.sentences[timex.sentence].text) is not None


def _as_of(timex: Timex) -> bool:
    return timex.kind == "until" and timex.last is not None and timex.text.lower().startswith(("as of", "as at"))


def is_the_period(text: str | None) -> bool:
    """ "During the week", "over the reporting period"."""
    return text is not None and _THE_PERIOD.search(text) is not None


def _in_heading(timex: Timex, page: Page) -> bool:
    sentence = page.sentences[timex.sentence]
    if timex.sentence >= _HEADING or sentence.text.rstrip().endswith((".", "!", "?")):
        return False
    if not (is_line(sentence) or (_as_of(timex) and len(sentence.tokens) <= _SHORT)):
        return False  # "SITUATION REPORT No. 4 As of 12 March": the parser may see a verb in capitals
    lines = (s.text for s in page.sentences[: timex.sentence + 1] if is_line(s) or s is sentence)
    return any(_REPORT.search(line) for line in lines)


def _stretch(timex: Timex) -> bool:
    """Two ends, or a month: a single day is the report's own."""
    if not timex.first or not timex.last or timex.kind not in {"interval", "point"} or timex.first.startswith("--"):
        return False
    return timex.first != timex.last or timex.precision == "month"
