"""The paragraphs of a text with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_BLOCK: Final = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*")
_WRAPPED: Final = (50, 90)
"""Lengths of most lines of a text that was broken into lines by a program."""

_MOST: Final = 0.6
_MIN_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line that stands for itself: `words` are its text[start:end]."""

    start: int
    end: int
    words: str


def lines_of(text: str, title: str | None) -> tuple[Line, ...]:
    """The paragraphs behind the title: lines, or blocks between blank lines where a program broke the lines."""
    start = len(title) if title and text.startswith(title) else 0
    lines = tuple(_found(_LINE, text, start))
    low, high = _WRAPPED
    wrapped = sum(low <= len(line.words) <= high for line in lines)
    if len(lines) >= _MIN_LINES and wrapped >= _MOST * len(lines):
        return tuple(_found(_BLOCK, text, start))
    return lines


def _found(pattern: re.Pattern[str], text: str, start: int) -> Iterator[Line]:
    for match in pattern.finditer(text, start):
        words = match[0].strip()
        begin = match.start() + match[0].index(words)
        yield Line(begin, begin + len(words), words)
