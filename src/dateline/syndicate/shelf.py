"""The words of many texts in few bytes: two a word and some thirty a text, beside its name."""

from __future__ import annotations

from array import array
from typing import Final

import numpy as np

from dateline.syndicate.compare import RUN, Grams, Words, grams

RUNS_KEPT: Final = 4096


class Shelf:
    """Texts by number, rising from 0 in the order in which they are put."""

    def __init__(self) -> None:
        self._words = array("H")
        self._ends = array("Q", [0])
        self._pages = array("Q")
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._runs: dict[int, Grams] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._numbers

    def __len__(self) -> int:
        return len(self.names)

    def put(self, name: str, words: Words, page: int) -> int:
        """Keeps a text; `page` is equal for versions of one page, 0 for a text without an address."""
        number = len(self.names)
        self._words.frombytes(words.tobytes())
        self._ends.append(len(self._words))
        self._pages.append(page)
        self.names.append(name)
        self._numbers[name] = number
        return number

    def words(self, number: int) -> Words:
        """A text's words."""
        return np.array(self._words[self._ends[number] : self._ends[number + 1]], dtype=np.uint16)

    def runs(self, number: int) -> Grams:
        """A text's runs of words; some are kept, since stock phrases ask for the same texts again."""
        if number not in self._runs:
            if len(self._runs) >= RUNS_KEPT:
                self._runs.clear()
            self._runs[number] = grams(self.words(number), RUN)
        return self._runs[number]

    def length(self, number: int) -> int:
        """How many words a text has."""
        return self._ends[number + 1] - self._ends[number]

    def page(self, number: int) -> int:
        """The page of which a text is a version, 0 for none."""
        return self._pages[number]
