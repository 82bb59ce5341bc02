"""The day a page is of: its own date line at the very beginning, else what it was published with, else its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dateline.extract.time.date_line import date_line, day_line
from dateline.extract.time.expr import Point
from dateline.extract.time.heading import heading_day
from dateline.extract.time.numeric import two_ways
from dateline.extract.time.recognize import TimexMention, recognize
from dateline.model.words import Anchor

_HEAD = 240
"""Code points at the beginning of a text, and of its body, within which a date line can stand."""
_STAMPS = 40
"""Code points after a date line within which a second stamp ends."""
_TELLS = 6
"""Words behind a date line from which on its paragraph is no mere heading."""
_SAYS_SO = re.compile(
    r".*\b(?:published|updated|posted|modified|publication|issued|released|created|date)"
    r"(?: (?:at|on))?(?:[\s:|–-]|\b\d{1,4}\b|\b[ap]m\b|\bgmt\b)*$",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(r"\s*(?!at \d|by |updated|last |am\b|pm\b)[a-z:)]|\s*,\s*[a-z]")
"""What follows a date that is part of a sentence, of a list's entry ("12 July: …") or of a note in brackets."""
_COLON = re.compile(r"\s*:\s*[A-Z\"“'‘]")
"""What follows the day of a date line that ends so: "El Geneina, July 12: Shells …"."""
_PLACE = re.compile(
    r"(?:^|[\n.])\s*(?:[A-Z][A-Z .'/-]+[A-Z](?:,\s*[A-Z][\w .'-]+)?,?"
    r"|(?!In |On |At |From |By |Since |After )[^\W\d_a-z][\w .'’-]{1,40},)\s*$"
)
"""GENEVA, …; PORT-AU-PRINCE, Haiti, …; MOSCOW …; El Geneina, …"""
_PLACE_END = re.compile(r"\s*[-–—(.:\n]")
_BRACKET_END = re.compile(r"\s*\)\s*[-–—]\s")
""" "TARN, Minn. (May 7, 2019) - "."""
_AGENCY = re.compile(r"^[^.!?]{0,160}\b(?:Reuters|Xinhua|[A-Z]{2,})\W+$", re.DOTALL)
"""A headline and the agency's name."""
_GOVERNED = re.compile(
    r"\b(?:on|in|of|since|until|till|from|by|to|the|and|or|before|after|between|a|an|this|last|for|at)\s*$",
    re.IGNORECASE,
)
_NEW_LINE = re.compile(r"\s*(?:[A-Z(|\n–-]|$)")
_BLANK = re.compile(r"\n\s*\n")
_LATER_LINE = re.compile(r"(?<=\n)(?=[A-Z])")


def page_date(text: str, published: str | None) -> tuple[date | None, Anchor | None]:
    """The day that relative words of the page count from, and where it comes from.

    A date line ("01.02.2015 …", "Published June 8 2016", "GENEVA, 3 March 2015 (Agency) -") at the very beginning, or
    at the beginning of the body under a title, wins over `published` ("document"); without one it is `published` (an
    ISO date or date-time); without that a heading's day that says how things stood ("document", see `heading_day`).
    (None, None) where none gives a whole day. A date of the story itself is never taken, and none that has two
    readings ("3/4/2022").
    """
    given = _iso(published)
    for mention in _date_lines(text):
        day = _day(mention, given)
        if day is not None:
            return day, "document"
    if given is not None:
        return given, "published"
    told = heading_day(text)
    return told, "document" if told else None


def date_line_end(text: str) -> int:
    """Where the page's own date line ends, 0 where it has none. A second stamp ("updated …") belongs to it."""
    end = max((mention.end for mention in _date_lines(text)), default=0)
    if not end:
        return 0
    near = text[end : end + _STAMPS]
    stamps = [m.end for m in recognize(near) if isinstance(m.expr, Point) and m.expr.year and m.expr.day]
    return end + max(stamps, default=0) if re.match(r"\W*(?:last )?(?:updated|modified)\b", near, re.I) else end


class Dispatch(NamedTuple):
    """A dispatch of a stitched page: where its date line [start, end) stands, and its day."""

    start: int
    end: int
    day: date


def dispatches(text: str, dated: date | None) -> tuple[Dispatch, ...]:
    """The dispatches behind the page's first that open with place and day ("TARN, May 6 (Agency) -"), in order.

    Where the page itself opens with a day, a paragraph that is nothing but a later day opens one, too. What each tells
    counts from its own day. A missing year is the one that brings the day nearest to `dated`.
    """
    starts = {line.start() for line in _LATER_LINE.finditer(text)}
    lines = {line.start: line.day for line in (date_line(text, at) for at in starts) if line and line.day}
    if day_line(text, 0) is not None:
        alone = (day_line(text, blank.end()) for blank in _BLANK.finditer(text))
        lines |= {day.start: day for day in alone if day is not None}
    opened = ((start, day.end, _day(day, dated)) for start, day in sorted(lines.items()))
    return tuple(Dispatch(start, end, day) for start, end, day in opened if day)


def opens_dispatch(sentence: str) -> bool:
    """True for a sentence that begins with a dispatch's date line."""
    line = date_line(sentence)
    return line is not None and line.day is not None


def _date_lines(text: str) -> Iterator[TimexMention]:
    blank = _BLANK.search(text)
    starts = {0, blank.end()} if blank and blank.end() < 2 * _HEAD else {0}
    for start in sorted(starts):
        head = text[start : start + _HEAD]
        for mention in recognize(head):
            if _is_date_line(head, mention):
                yield replace(mention, start=mention.start + start, end=mention.end + start)
                if blank and len(text[start + mention.end : blank.start()].split()) > _TELLS:
                    return  # the first paragraph tells something already: what follows is dated by itself


def _is_date_line(head: str, mention: TimexMention) -> bool:
    before = head[: mention.start]
    if not (isinstance(mention.expr, Point) and mention.expr.month and mention.expr.day) or two_ways(mention.text):
        return False
    if _SAYS_SO.match(before):
        return True
    if before.count("(") > before.count(")"):
        return bool(_PLACE.search(before.rstrip("( "))) and bool(_BRACKET_END.match(head, mention.end))
    if _COLON.match(head, mention.end) and _PLACE.search(before):
        return True
    if _GOES_ON.match(head, mention.end):
        return False
    if not before.strip() or _AGENCY.match(before):
        return True
    if _PLACE.search(before) and _PLACE_END.match(head, mention.end):
        return True
    return mention.expr.year is not None and not _GOVERNED.search(before) and bool(_NEW_LINE.match(head, mention.end))


def _day(mention: TimexMention, given: date | None) -> date | None:
    """The whole day a mention names; a missing year is the one that brings it nearest to `given`."""
    point = mention.expr
    if not isinstance(point, Point) or not (point.month and point.day):
        return None
    if point.year is not None:
        return _date(point.year, point.month, point.day)
    if given is None:
        return None
    near = [_date(given.year + shift, point.month, point.day) for shift in (-1, 0, 1)]
    return min((day for day in near if day), key=lambda day: abs((day - given).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
