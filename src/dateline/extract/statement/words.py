"""The exact words that were said: content without "that", without its outer quotation marks and its final stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.statement.draft import Stretch
from dateline.extract.time.date_line import date_line

_OPENS: Final = re.compile(r"(?:[\s,;:—–-]|that\b,?\s)*", re.IGNORECASE)
_MARKS: Final = '"“”„'
_TRAILING: Final = re.compile(r"[\s,;:—–-]+$|(?<!\.)(?<!\b[A-Z])\.$|\.{3,}$")
_HEADED: Final = re.compile(r"[A-Z][A-Z ,'’-]{2,40}(?:\([^)\n]{2,30}\))?\s*[-—–―]{1,2}\s+(?=[A-Z\"“])")
"""A place or a word in capitals alone before a first sentence: "NORVALE -", "UPDATE -"."""


def plain(text: str, part: Stretch) -> Stretch | None:
    """The part without what does not belong to the words said; None where nothing is left."""
    start, end = part
    start, end = _trimmed(text, start, end)
    if end - start > 1 and text[start] in _MARKS and _closes(text, start, end):
        start, end = _trimmed(text, start + 1, end - 1)
    elif end > start and text[start] in _MARKS and not any(c in _MARKS for c in text[start + 1 : end]):
        start, end = _trimmed(text, start + 1, end)
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def is_direct(text: str, parts: Sequence[Stretch]) -> bool:
    """True where every piece stands whole in quotation marks."""
    return all(_quoted(text, *_trimmed(text, *part)) for part in parts)


def _quoted(text: str, start: int, end: int) -> bool:
    return end - start > 1 and text[start] in _MARKS and (_closes(text, start, end) or text[end : end + 1] in _MARKS)


def _closes(text: str, start: int, end: int) -> bool:
    """The last mark closes the first: no other stands between."""
    return text[end - 1] in _MARKS and not any(c in _MARKS for c in text[start + 1 : end - 1])


def _behind_heading(said: str) -> int:
    if headed := _HEADED.match(said):
        return headed.end()
    line = date_line(said)
    return line.end if line is not None else 0


def _trimmed(text: str, start: int, end: int) -> Stretch:
    start = _behind_heading(text[start:end]) + start
    if opens := _OPENS.match(text[start:end]):
        start += opens.end()
    while end > start and (trailing := _TRAILING.search(text[start:end])):
        end = start + trailing.start()
    return start, end
