"""Where a paragraph that opens with its date line begins to tell: "NORVALE, 4 May (Agency) - Troops ..."."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.place.lookup import listed

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b\.?"
_DAY: Final = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}\b)", re.IGNORECASE)
_CREDIT: Final = re.compile(r"\([^()\n]{2,40}\)")
_WORD: Final = r"[\w.'’-]*"
_SHOUTED: Final = re.compile(r"[A-Z]{2}[A-Z.'’-]*(?:[ /-]+[A-Z][A-Z.'’]+(?:-[A-Z]+)*){0,3}(?=[ ,(])")
_SMALL: Final = r"de|del|da|do|la|las|los|el|al|of|and"
_LINE: Final = re.compile(
    rf"[A-Z]{_WORD}(?:,? (?:(?:{_SMALL})\b|\([^()\n]{{2,40}}\)|[A-Z0-9]{_WORD})|/[A-Z]{_WORD}){{0,9}},?"
    r"\s(?:[–—―]|--?)\s+(?=[\"“‘'A-Z0-9])"
)
"""A name, and behind it nothing but names, a date and brackets, up to a dash."""
_FIRST: Final = re.compile(rf"(?:(?!{_MONTH})[^,(/\d–—―]|-(?! ))*", re.IGNORECASE)
"""The first name of a date line, with what may stand between it and its dash."""
_LONGEST: Final = 110


def told_from(text: str, start: int, *, opens: bool) -> int:
    """Where the words behind a date line begin, `start` where none stands there.

    A place in capitals with a day or with an agency in brackets is one at the beginning of any paragraph; a place that
    is written like any name is one with an agency in brackets, and where it `opens` the page with a day.
    """
    line = _LINE.match(text, start, start + _LONGEST)
    if line is None:
        return start
    words = line.group()
    if not listed(_FIRST.match(words)[0].strip(" ,")):  # type: ignore[index]  # a report's number, a body's name
        return start
    dated, credited = _DAY.search(words) is not None, _CREDIT.search(words) is not None
    if _SHOUTED.match(words):
        return line.end() if dated or credited else start
    return line.end() if credited or (dated and opens) else start
