"""Words as numbers: folded, hashed, marked when they are a number or a name.

A word is a 32-bit hash with two bits beside it. What is kept of a document is less: `SMALL` bits a word, enough to
compare two texts that are already suspected (four words in a row: 56 bits), too few to read the text back.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from zlib import crc32

from dateline.vocab.fold import fold
from dateline.vocab.load import load

NUMBER: Final = 0x8000
NAME: Final = 0x4000
SMALL: Final = 14
KEY: Final = 0x3FFF
"""Bits of a kept word: 14 of its hash, one for a number, one for a capital that does not open the sentence."""

MOST_KNOWN: Final = 1 << 17
"""Spellings remembered before all are forgotten."""

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def words(sentence: str) -> list[int]:
    """The words of a sentence, each `hash << 16 | kept`; marks between words do not count."""
    found = list(map(_KNOWN.__getitem__, _WORD.findall(sentence)))
    if found:
        found[0] &= ~NAME
    return found


class _Known(dict[str, int]):
    """Words seen before, by their spelling: a plain dict, since a text asks for hundreds."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
        number = word[0].isdigit()
        folded = word.replace(",", "") if number else fold(word)
        if folded in _numbers():
            number, folded = True, _numbers()[folded]
        hashed = crc32(folded.encode("utf-8", "surrogatepass"))
        kept = (hashed >> (32 - SMALL)) | (NUMBER if number else NAME if word[0].isupper() else 0)
        self[word] = hashed << 16 | kept
        return self[word]


_KNOWN: Final = _Known()


@cache
def _numbers() -> dict[str, str]:
    """Number words as the digits that another house style prints."""
    lists = load("numbers_en")
    return {word: str(value) for part in ("units", "tens") for word, value in lists[part].items()}
