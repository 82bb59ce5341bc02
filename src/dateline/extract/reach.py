"""How far around a figure the rules look for its place, its time and its source, in pieces of the page."""

from __future__ import annotations

from collections.abc import Iterable

_BEFORE = 8
"""The day that a story is told of is carried over eight sentences; places and sources over four."""
_BEHIND = 3
"""The event of the first lines may be dated three sentences on, a monitor named two sentences on."""
_OPENING = 2
"""Headline and first line tell what the page tells again."""


def within_reach(telling: Iterable[int], pieces: int) -> list[int]:
    """The pieces that decide what is said of the figures in the `telling` pieces; `pieces` is how many there are."""
    wanted = set(range(min(_OPENING, pieces)))
    for at in telling:
        wanted.update(range(max(0, at - _BEFORE), min(pieces, at + _BEHIND + 1)))
    return sorted(wanted)
