"""Cuts text into the pieces the time grammar looks at: words, numbers by shape, signs.

The shapes of numbers and numeric dates are the same in every language that writes western digits; the words come from
the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"""(?P<PARA>\n[ \t\r]*\n\s*)
    |(?P<YMD>(?<![\d.,])\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d))
    |(?P<DMY>(?<![\d.,])\d{1,2}(?P<s2>[-/.])\d{1,2}(?P=s2)(?:\d{4}|\d{2})(?!\d))
    |(?P<CLOCK>(?<![\d.,])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    |(?P<GROUPED>\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?(?!\d))
    |(?P<DM>(?<![\d.,])\d{1,2}/\d{1,2}(?![\d/]|[.,]\d))
    |(?P<DECIMAL>(?<![\d.,])\d+\.\d+(?![\d/]|[.]\d))
    |(?P<DECADE>(?<![\d.,])\d{3}0\s?['’]?s\b|['’]?\b\d0['’]?s\b)
    |(?P<NTH>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<INT>\d+)
    |(?P<AMPM>\b[ap](?:\.\s?m\.|m\b\.?)(?![A-Za-z]))
    |(?P<WORD>[^\W\d_]+)
    |(?P<SIGN>[^\w\s])""",
    re.VERBOSE,
)
_SIGNS = {",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "~": "DASH", "/": "SLASH", ".": "DOT", "(": "OPEN",
          ")": "CLOSE", "'": "APOS", "’": "APOS"}  # fmt: skip


class Piece(NamedTuple):
    """One piece of text at [start, end); `shape` says what it looks like, `text` is in lower case."""

    start: int
    end: int
    shape: str
    text: str


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of the text in order; spaces and what is neither word, number nor sign fall out."""
    for match in _PIECE.finditer(text):
        shape = match.lastgroup or "SIGN"
        if shape == "SIGN":
            shape = _SIGNS.get(match.group(), "SIGN")
        yield Piece(match.start(), match.end(), shape, match.group().lower())
