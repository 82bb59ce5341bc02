"""The stretch that a report is of: "Reporting period: 8 to 14 February", "Weekly note, 29 January to 4 February".

It stands in the heading. What the report tells without a time of its own happened then, and "the week" is that week.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.assemble.period_links import is_line
from dateline.extract.draft import Page, Timex
from dateline.model import Period

_HEADING: Final = 4
"""Sentences at the beginning of a page among which its heading is."""
_REPORT: Final = re.compile(
    r"\b(?:report|sitrep|update|bulletin|brief|briefing|overview|snapshot|note|summary|digest|period|monitor|review)\b",
    re.IGNORECASE,
)
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
    found = {t.last: t for t in page.timexes if _as_of(t) and _in_heading(t, page)}
    if len(found) != 1:
        return None
    (timex,) = found.values()
    return Period(None, timex.last, timex.text, timex.precision, timex.anchor)


def _as_of(timex: Timex) -> bool:
    return timex.kind == "until" and timex.last is not None and timex.text.lower().startswith(("as of", "as at"))


def is_the_period(text: str | None) -> bool:
    """ "During the week", "over the reporting period"."""
    return text is not None and _THE_PERIOD.search(text) is not None


def _in_heading(timex: Timex, page: Page) -> bool:
    sentence = page.sentences[timex.sentence]
    if timex.sentence >= _HEADING or not is_line(sentence) or sentence.text.rstrip().endswith((".", "!", "?")):
        return False
    lines = (s.text for s in page.sentences[: timex.sentence + 1] if is_line(s))
    return any(_REPORT.search(line) for line in lines)


def _stretch(timex: Timex) -> bool:
    """Two ends, or a month: a single day is the report's own."""
    if not timex.first or not timex.last or timex.kind not in {"interval", "point"} or timex.first.startswith("--"):
        return False
    return timex.first != timex.last or timex.precision == "month"
