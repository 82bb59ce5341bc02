"""Of a long sentence a window leaves the house: at most 300 characters around the whole figure, never the article."""

from __future__ import annotations

from typing import Any, Final

from dateline.model import Span

MOST: Final = 300
"""Characters of a window. A figure that is longer stays whole."""


def cut_excerpt(text: str, figure: Span | None, *, most: int = MOST) -> tuple[Span, bool]:
    """The window of `text` around `figure` (None: its beginning), and True where anything was cut away.

    Spans count from the beginning of `text`. The window begins and ends between words where one is near.
    """
    if len(text) <= most:
        return Span(0, len(text)), False
    low, high = (figure.start, figure.end) if figure else (0, 0)
    room = max(most - (high - low), 0)
    start = max(0, min(low - room // 2, len(text) - most))
    start = min(start, low)
    end = min(len(text), max(start + most, high))
    return Span(_between_words(text, start, low), _between_words_back(text, end, high)), True


def windowed(excerpt: dict[str, Any], figure: dict[str, Any] | None) -> dict[str, Any]:
    """An excerpt of the contract, cut where it is too long, at its new offsets and with `"cut": true`."""
    offset = excerpt["start"]
    around = Span(figure["start"] - offset, figure["end"] - offset) if figure else None
    window, cut = cut_excerpt(excerpt["text"], around)
    if not cut:
        return excerpt
    text = excerpt["text"][window.start : window.end]
    return {**excerpt, "text": text, "start": offset + window.start, "end": offset + window.end, "cut": True}


def _between_words(text: str, start: int, latest: int) -> int:
    """`start`, or behind the next blank when it falls inside a word."""
    if start == 0 or text[start - 1].isspace():
        return start
    blank = text.find(" ", start, latest)
    return blank + 1 if blank >= 0 else start


def _between_words_back(text: str, end: int, earliest: int) -> int:
    """`end`, or before the last blank when it falls inside a word."""
    if end == len(text) or text[end].isspace():
        return end
    blank = text.rfind(" ", earliest, end)
    return blank if blank > earliest else end
