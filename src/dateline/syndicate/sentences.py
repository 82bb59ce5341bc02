"""Sentences of a text as copies are compared by: quick, for any script, without a parser.

Extraction has its own sentences, cut with the parser's help. Here only this matters: that two copies are cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BREAK: Final = re.compile(r"\n\s*|(?<=[.!?…])[\"'”’»)\]]{0,2}\s+(?=[^a-z\s])|(?<=[؟۔。！？])\s*")
_INITIALS: Final = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]|[A-Z][a-z]{1,2}|(?:[A-Za-z]\.)+[A-Za-z])\.$")
"""A full stop behind an initial, a short title ("Mr.", "Gen.", "Lt.") or an abbreviation with stops ends nothing."""

FULL: Final = 60
"""Code points: a line of so many that ends in the middle of a sentence was wrapped, not ended."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The text's sentences and lines as half-open ranges of code points, blanks around them left out."""
    start = 0
    for found in _BREAK.finditer(text):
        if _goes_on(text, start, found):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, found: re.Match[str]) -> bool:
    """True where a full stop abbreviates, or where a line ends because it is full."""
    if "\n" not in found.group():
        return _INITIALS.search(text[max(start, found.start() - 12) : found.start()]) is not None
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip(" ")
    if found.group().count("\n") > 1 or not line or not (line[-1].isalnum() or line[-1] in ",;-–"):
        return False
    return len(line) >= FULL or text[found.end() : found.end() + 1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end]
    kept = inside.strip()
    if kept:
        left = start + len(inside) - len(inside.lstrip())
        yield left, left + len(kept)
