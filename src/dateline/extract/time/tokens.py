"""Cuts text into the pieces the time grammar looks at: words, numbers by shape, signs.

The shapes of numbers and numeric dates are the same in every language that writes western digits; the words come from
the lexicon.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

_PIECE = r"""[ ]?(?:
    (?P<AMPM>\b[ap](?:\.\s?m\.|m\b\.?)(?![A-Za-z]))
    |(?P<WORD>[^\W\d_]+(?:[\u064b-\u065f\u0670\u0640]+[^\W\d_]*)*)
    |(?P<PARA>\n[ \t\r]*\n\s*)
    |(?P<YMD>(?<![\d.,])\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d))
    |(?P<DMY>(?<![\d.,])\d{1,2}(?P<s2>[-/.])\d{1,2}(?P=s2)(?:\d{4}|\d{2})(?!\d))
    |(?P<CLOCK>(?<![\d.,])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    |(?P<GROUPED>\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?(?!\d))
    |(?P<DM>(?<![\d.,])\d{1,2}/\d{1,2}(?![\d/]|[.]\d|,\d(?!\d(?:\d\d)?\b)))
    |(?P<DECIMAL>(?<![\d.,])\d+\.\d+(?![\d/]|[.]\d))
    |(?P<DECADE>(?<![\d.,])\d{3}0\s?['’]?s\b|['’]?\b\d0['’]?s\b)
    |(?P<NTH>\d{1,2}(?:NTH_ENDINGS))
    |(?P<INT>\d+)
    |(?P<MORE>(?<![<>])>\s?=)|(?P<LESS>(?<![<>])<\s?=)
    |(?P<SIGN>[^\w\s])
    |(?P<GAP>[ ]{2,}))"""
ENGLISH_NTH = r"(?:st|nd|rd|th)\b"
_SIGNS = {",": "COMMA", "،": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "~": "DASH", "/": "SLASH",
          ".": "DOT", "(": "OPEN", ")": "CLOSE", "'": "APOS", "’": "APOS"}  # fmt: skip


class Piece(NamedTuple):
    """One piece of text at [start, end); `shape` says what it looks like, `text` is in lower case."""

    start: int
    end: int
    shape: str
    text: str


def pieces(text: str, nth: str = ENGLISH_NTH) -> Iterator[Piece]:
    """The pieces of the text in order; spaces and what is neither word, number nor sign fall out.

    `nth` is a pattern of what makes a number an ordinal ("3rd", "1º").
    """
    for match in _pattern(nth).finditer(text):
        group = match.lastgroup or "SIGN"
        if group == "GAP":
            continue  # blanks, passed over in one go: a page has many where nothing was asked for
        start, end = match.span(group)
        piece = match[group]
        yield Piece(start, end, _SIGNS.get(piece, "SIGN") if group == "SIGN" else group, piece.lower())


@cache
def _pattern(nth: str) -> re.Pattern[str]:
    return re.compile(_PIECE.replace("NTH_ENDINGS", nth), re.VERBOSE)


_SAME = str.maketrans("أإآٱىة", "اااايه")
"""Arabic letters that are written one for the other."""


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word without accents, vowel signs and the letters that are written one for the other."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.replace("\u0640", "").translate(_SAME)
