"""The line that a dispatch opens with: "NORVALE, 4 May (Agency) - Troops …". The only room that knows its shape.

A place, perhaps more names, the day, the agency in brackets, and a dash. What is written in capitals and followed by a
day is a place, known or not; anything else must be a name that the gazetteer lists, so that a report's number or a
body's abbreviation ("Relief Council (RC) -") is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.extract.place.lookup import is_country, listed
from dateline.extract.time.expr import Point
from dateline.extract.time.recognize import TimexMention, recognize

_WORD: Final = r"[\w.'’-]*"
_NAMES: Final = re.compile(
    rf"[A-Z]{_WORD}(?:,? (?:(?:de|del|da|do|la|las|los|el|al|of|and)\b|\([^()\n]{{2,40}}\)|[A-Z0-9]{_WORD})"
    rf"|/[A-Z]{_WORD}){{0,9}},?"
    r"\s(?:[–—―]|--?)(?:\s+(?=[\"“‘'A-Z0-9])|\s*$)"
)
"""A name, and behind it nothing but names, a day and brackets, up to a dash."""
_SHOUTED: Final = re.compile(r"[A-Z]{2}[A-Z.'’-]*(?:[ /-]+[A-Z][A-Z.'’]+(?:-[A-Z]+)*){0,3}(?=[ ,(])")
_UP_TO: Final = re.compile(r"(?:[^,(/\d–—―-]|-(?! ))*")
"""The first name of a line, with what may stand between it and the dash."""
_IN_BRACKETS: Final = re.compile(r"\([^()\n]{2,40}\)")
_LONGEST: Final = 110


class DateLine(NamedTuple):
    """A date line [start, end) of a text: behind `end` its dispatch begins to tell.

    `day` is the day as it stands in the line, by the offsets of the text; None where it has none. `credited`: it has
    something in brackets, mostly an agency. `shouted`: its place is written in capitals.
    """

    start: int
    end: int
    day: TimexMention | None
    credited: bool
    shouted: bool


def date_line(text: str, start: int = 0) -> DateLine | None:
    """The date line that opens the line at `start`, None where none does.

    A place alone ("GENEVA -") is not enough; one in capitals with its country ("NORVALE, Ostland -") is.
    """
    found = _NAMES.match(text, start, start + _LONGEST)
    if found is None:
        return None
    line = found.group()
    day = _day_in(line)
    brackets = _IN_BRACKETS.search(line)
    shouted = _SHOUTED.match(line) is not None
    if day is None and brackets is None and not (shouted and _in_country(line)):
        return None
    dated = day is not None and not (brackets and brackets.start() < day.start < brackets.end())
    if not (shouted and dated) and not listed(_place(line, day)):
        return None
    return DateLine(start, found.end(), day and _moved(day, start), brackets is not None, shouted)


def day_line(text: str, start: int) -> TimexMention | None:
    """The day that is all of the line at `start` ("Monday, 11 October 2033"), None where it says anything else."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _DAY_ALONE or not line[-5:].strip().rstrip(".:").isdecimal():
        return None
    day = _day_in(line)
    rest = line if day is None else line[: day.start] + line[day.end :]
    return _moved(day, start) if day and not re.search(r"\w", rest) else None


_DAY_ALONE: Final = 40
_COUNTRY: Final = re.compile(r"[^,]+, (?P<name>[A-Z][\w.’' -]+?),?\s(?:[–—―]|--?)\s")


def _in_country(line: str) -> bool:
    """ "NORVALE, Ostland - ": behind the place, and before the dash, nothing but a country."""
    found = _COUNTRY.match(line)
    return found is not None and is_country(found["name"])


def _day_in(line: str) -> TimexMention | None:
    """The first time of the line that names day and month."""
    named = (m for m in recognize(line) if isinstance(m.expr, Point) and m.expr.month and m.expr.day)
    return next(named, None)


def _place(line: str, day: TimexMention | None) -> str:
    """The first name of the line; a weekday is taken with it, so that "On Monday, 5 May -" names no place "On"."""
    until = len(line) if day is None or (isinstance(day.expr, Point) and day.expr.weekday) else day.start
    name = _UP_TO.match(line, 0, until)
    return name.group().strip(" ,") if name else ""


def _moved(day: TimexMention, by: int) -> TimexMention:
    return replace(day, start=day.start + by, end=day.end + by)
