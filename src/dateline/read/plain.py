"""The title of a plain text file: its first line, only where that plainly is one."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.page_dates import page_date

_MAX_TITLE: Final = 150
_SENTENCE_ENDS: Final = (".", ":", ";", ",", "…")
_BYLINE: Final = re.compile(r"(?:[Bb]y|BY)\s+[A-Z]")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MIN_WORDS: Final = 2
_DATE_WORDS: Final = 2
"""Words that a line with nothing but a date in it has at most ("Tuesday, 4 May 2021")."""
_CLOSING: Final = "\"'”’»)]"


def title_of(text: str) -> str | None:
    """The first line that is not blank, where it is short, has two words, no final stop, and a blank line and
    more text follow; else None. The text itself stays as it is."""
    first, _, rest = text.lstrip("\n\t ").partition("\n")
    following, _, _ = rest.partition("\n")
    line = first.strip()
    if following.strip() or not rest.strip() or len(line) > _MAX_TITLE:
        return None
    if line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS) or _BYLINE.match(line):
        return None
    words = len(_WORD.findall(line))
    return None if words < _MIN_WORDS or (words <= _DATE_WORDS and page_date(line)) else line
