"""The day of which a page without a date line says how things stood: "Flood update as of 21 February 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.extract.time.expr import Edge, Expr, Point, Range
from dateline.extract.time.numeric import two_ways
from dateline.extract.time.recognize import TimexMention, recognize

_LONGEST = 160
"""Code points of a heading."""
_MOST = 2
"""Lines at the beginning of a page that can be its heading."""
_FEW = 16
"""Days between the first and the last of a report's stretch: a longer one is told after the fact."""
_AS_OF = re.compile(r"as (?:of|at|on)\b", re.IGNORECASE)
_STANDS = re.compile(r"\bsituation (?:at|on)\s*$", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:report|sitrep|update|bulletin|brief|briefing|overview|snapshot|dashboard|fact ?sheet|newsletter|summary"
    r"|monitor|monitoring|digest|review|note)\b"
    r".*[(,:|–—-]\s?$",
    re.IGNORECASE,
)
"""A report's name, with its date in brackets or behind a mark."""
_ENDS = re.compile(r"[\s)\].,:;|–—-]*(?:\(?(?:at )?\d{1,2}[:.h]\d{2}\b[^.]{0,30})?$")
"""Nothing stands behind the day but a time of day: else it is a date of the story ("as of 3 March 2022 some …")."""


def heading_day(text: str) -> date | None:
    """The one whole day by which the page's heading dates itself; None where it says none, or more than one."""
    days: set[date] = set()
    for line in _headings(text):
        days |= {day for m in recognize(line) if (day := _whole(m.expr)) and _dates_the_page(line, m)}
    return days.pop() if len(days) == 1 else None


def _headings(text: str) -> Iterator[str]:
    """The first lines, as long as they are no sentences."""
    lines = [line.strip() for line in text[: 4 * _LONGEST].split("\n") if line.strip()]
    for line in lines[:_MOST]:
        if len(line) > _LONGEST or line.endswith((".", "!", "?", "…")):
            return
        yield line


def _dates_the_page(line: str, mention: TimexMention) -> bool:
    before, written = line[: mention.start], _AS_OF.sub("", mention.text).strip()
    if two_ways(written):
        return False
    said = _AS_OF.match(mention.text) or _STANDS.search(before) or _REPORT.search(before)
    return said is not None and _ENDS.match(line, mention.end) is not None


def _whole(expr: Expr) -> date | None:
    """A day with its year, also behind "as of", or the last of a few that a report is of; None for less or more."""
    point = expr.of if isinstance(expr, Edge) and expr.kind == "until" else expr
    if isinstance(point, Range):
        first, last = _day(point.first), _day(point.last)
        return last if first and last and (last - first).days <= _FEW else None
    return _day(point)


def _day(point: Expr) -> date | None:
    if not isinstance(point, Point) or not (point.year and point.month and point.day):
        return None
    try:
        return date(point.year, point.month, point.day)
    except ValueError:
        return None
