"""Which texts hold which key: eight bytes an entry, added one text at a time, sought in a few sorted arrays.

An entry is 38 bits of the key and 26 of the text's number. New entries wait in a dict; when many wait they become a
sorted array, and arrays of like size are merged, so that there are never more than a few.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.syndicate.keys import Keys

NUMBER_BITS: Final = 26
MOST_TEXTS: Final = 1 << NUMBER_BITS
WAITING: Final = 1 << 17
"""Entries that wait before they are sorted in."""
SEEN: Final = 32
"""Texts looked at for one key, the first added ones: a key of more is a stock phrase, or a dispatch of which these
are copies enough."""

_LOW: Final = np.uint64(MOST_TEXTS - 1)
_SHIFT: Final = np.uint64(NUMBER_BITS)


class Postings:
    """Texts by key. Numbers of texts are given by the caller, rising from 0."""

    def __init__(self) -> None:
        self._sorted: list[Keys] = []
        self._waiting: dict[int, list[int]] = {}
        self._count = 0

    def add(self, keys: Keys, number: int) -> None:
        """Files the text under its keys."""
        for key in (keys >> _SHIFT).tolist():
            self._waiting.setdefault(key, []).append(number)
        self._count += len(keys)
        if self._count >= WAITING:
            self._sort_in()

    def find(self, keys: Keys) -> tuple[list[int], list[int]]:
        """Numbers of the texts that share a key with these, and how many each shares; in the order of the numbers."""
        cut = keys >> _SHIFT
        hits = [self._in(level, cut) for level in self._sorted]
        waiting = [number for key in cut.tolist() for number in self._waiting.get(key, ())[:SEEN]]
        numbers = np.concatenate([*hits, np.array(waiting, dtype=np.uint64)])
        found, counts = np.unique(numbers, return_counts=True)
        return found.tolist(), counts.tolist()

    @staticmethod
    def _in(level: Keys, cut: Keys) -> Keys:
        low = np.searchsorted(level, cut << _SHIFT)
        high = np.searchsorted(level, (cut << _SHIFT) | _LOW, side="right")
        held = np.flatnonzero(high > low)
        parts = [level[low[at] : min(high[at], low[at] + SEEN)] for at in held]
        return np.concatenate(parts) & _LOW if parts else np.zeros(0, dtype=np.uint64)

    def _sort_in(self) -> None:
        entries = ((key << NUMBER_BITS) | number for key, held in self._waiting.items() for number in held)
        level = np.fromiter(entries, dtype=np.uint64, count=self._count)
        level.sort()
        self._waiting.clear()
        self._count = 0
        while self._sorted and len(self._sorted[-1]) <= 2 * len(level):
            level = np.concatenate([self._sorted.pop(), level])
            level.sort(kind="stable")
        self._sorted.append(level)
