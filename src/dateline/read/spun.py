"""Fixed names in which a machine has replaced words by others of like meaning: the mark of "spun" text.

Spun text says what its original said in words that nobody chose. Most of them cannot be told from a clumsy writer's;
the names of well-known bodies can, for each has one true form (`vocab/spun_en.yaml`). English alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from dateline.vocab.load import load

_WORD: Final = 30
"""Code points in which the word before a name is looked for."""

_INSIDE: Final = re.compile(r"(?<![\w.'’-])[a-z][\w'’-]*\s+$")


def spun_names(text: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of code points at which such a name stands inside a sentence, with a name's capitals.

    A capital before it is passed over: in a headline every word has one ("Palau Joined Nations That …").
    """
    if any(mark in text for mark in _marks()):
        for found in _names().finditer(text):
            if _INSIDE.search(text[max(0, found.start() - _WORD) : found.start()]):
                yield found.span()


@cache
def _damaged() -> tuple[tuple[str, ...], ...]:
    """Every name in which a word or more is not its own, by its places."""
    rows: list[list[list[str]]] = load("spun_en")["names"]
    places = [[(place[0].split("|"), place[1:]) for place in row] for row in rows]
    every = (words for row in places for words in product(*((*true, *put) for true, put in row)))
    true_ones = {words for row in places for words in product(*(true for true, _ in row))}
    return tuple(words for words in every if words not in true_ones)


@cache
def _marks() -> frozenset[str]:
    """First words, one of which stands in every damaged name: what is looked for first, for speed."""
    rows: list[list[list[str]]] = load("spun_en")["names"]
    return frozenset(put.split()[0] for row in rows for place in row for put in place[1:])


@cache
def _names() -> re.Pattern[str]:
    names = sorted((" ".join(words) for words in _damaged()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_pattern, names))})\b")


def _pattern(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\s+")
