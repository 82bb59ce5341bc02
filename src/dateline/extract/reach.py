"""How far around a figure the rules look for its place, its time and its source, in pieces of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from dateline.extract.quantity.numbers import may_count
from dateline.extract.source.words import cues
from dateline.extract.time.recognize import recognize as times

_DAY: Final = 8
"""Pieces before a figure from which the day that is told of may be carried."""
_SCENE: Final = 4
"""Pieces before a figure from which a place or a source may be carried."""
_BEHIND: Final = 2
"""Pieces behind it in which a monitor may be named, or a number go on with it."""
_OPENING: Final = 2
"""Headline and first line tell what the page tells again."""
_AHEAD: Final = 3
"""Pieces behind the first lines that may date the event they tell."""
_NAME: Final = re.compile(r"(?<=[^\W_] )[\"'“‘(\[]?[A-Z]|[\d(:]")
_WORD: Final = re.compile(r"[a-z]+")


def within_reach(telling: Iterable[int], pieces: int, words: Callable[[int], str]) -> list[int]:
    """The pieces that decide what is said of the figures in the `telling` pieces, in reading order.

    `pieces` is how many there are and `words` gives the text of one. What stands beside a figure is always wanted,
    what stands farther off only where it names somebody, a place or a day.
    """
    wanted = set(range(min(_OPENING, pieces)))
    for at in telling:
        wanted.update(range(max(0, at - 1), min(at + 2, pieces)))
        wanted.update(_near(at, pieces, wanted, words))
        wanted.update(_far(at, pieces, wanted, words))
    return sorted(wanted)


def _near(at: int, pieces: int, wanted: set[int], words: Callable[[int], str]) -> Iterator[int]:
    for other in range(max(0, at - _SCENE), min(pieces, at + _BEHIND + 1)):
        if other not in wanted and (
            _names(words(other)) or times(words(other)) or _goes_on(words(other), behind=other > at)
        ):
            yield other


def _goes_on(words: str, *, behind: bool) -> bool:
    """ "Four of them were women": a number behind a figure may go on with it, with no word of its own for what was."""
    return behind and may_count(words)


def _far(at: int, pieces: int, wanted: set[int], words: Callable[[int], str]) -> Iterator[int]:
    for other in (*range(max(0, at - _DAY), max(0, at - _SCENE)), at + _AHEAD):
        if other not in wanted and other < pieces and (other < at or at <= _AHEAD) and times(words(other)):
            yield other


def _names(words: str) -> bool:
    """A capital within, a number, or a word that opens a credit."""
    return _NAME.search(words) is not None or not _speaks().isdisjoint(_WORD.findall(words.lower()))


@cache
def _speaks() -> frozenset[str]:
    said = cues()
    return frozenset(said.verbs) | said.citing | said.passive | {first for first, *_ in said.prepositions}
