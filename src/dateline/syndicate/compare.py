"""Two texts word by word: how much of each stands in the other, and whether that makes them copies.

Texts are arrays of kept words (`words.words`). A word stands in another text when it lies in a run of `RUN` words that
the other has too; the bits for numbers and names do not count there. What a text repeats of itself counts once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.syndicate.words import KEY, NAME, NUMBER, SMALL

Words = NDArray[np.uint16]
Grams = NDArray[np.uint64]
Marks = NDArray[np.bool_]

RUN: Final = 4
"""Words in a row: the longest run whose hashes still fit side by side into 64 bits, so that no two are confused."""
LITTLE: Final = 0.3
"""Words in common, repeated ones too, to the words of the shorter: below that on both sides, no more is looked at."""
HALF: Final = 0.49
"""A copy: this much of the shorter one stands in the longer. Half, as it is labelled, less what rounding takes."""
FEWEST: Final = 15
"""Words that two texts must share: under that, a headline and a stock phrase would do."""
PARTICULARS: Final = 0.5
"""Of the shorter one's numbers and names, how many the longer must know: fewer, and it is a form filled in anew."""
OWN_PARTICULARS: Final = 0.3
"""The same for those outside the shared words, where less than `CLEARLY` is shared: fewer, and two stories share a
background."""
CLEARLY: Final = 0.7
NUMBERS: Final = 0.4
"""The same for numbers alone, where there are `FEWEST_NUMBERS`: fewer, and it is another day's bulletin."""
FEWEST_NUMBERS: Final = 4


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready to be compared with many: its `words`, its runs (sorted, each once, and where each stands).

    `own` marks the words that do not repeat an earlier run; `size` is how many they are.
    """

    words: Words
    runs: Grams
    places: NDArray[np.intp]
    own: Marks
    size: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Which words of two texts stand in the other."""

    mine: Marks
    theirs: Marks


def ready(words: Words) -> Text:
    """The text with what every comparison needs."""
    runs, first, places = np.unique(grams(words, RUN), return_index=True, return_inverse=True)
    new = np.zeros(len(places), dtype=np.bool_)
    new[first] = True
    own = _spread(new, len(words)) if len(runs) else np.ones(len(words), dtype=np.bool_)
    return Text(words, runs, places, own, int(own.sum()))


def grams(words: Words, size: int) -> Grams:
    """Every run of `size` words (4 at most) as one number; none when the text is shorter."""
    count = len(words) - size + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    keys = _keys(words).astype(np.uint64)
    runs = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        runs = (runs << np.uint64(SMALL)) | keys[at : at + count]
    return runs


def shared(text: Text, theirs: Grams) -> Shared | None:
    """The words that the text has in common with one of these runs; None when neither has much of the other."""
    if not len(theirs) or not len(text.runs):
        return None
    nearest = text.runs.searchsorted(theirs)
    nearest[nearest == len(text.runs)] = 0
    held = text.runs[nearest] == theirs
    met = np.zeros(len(text.runs), dtype=np.bool_)
    met[nearest[held]] = True
    mine, others = _spread(met[text.places], len(text.words)), _spread(held, len(theirs) + RUN - 1)
    little = LITTLE * min(len(mine), len(others))
    return Shared(mine, others) if np.count_nonzero(mine) >= little or np.count_nonzero(others) >= little else None


def is_copy(shorter: Text, longer: Text, held: Marks) -> bool:
    """True when the shorter is the longer's text, or a part of it. `held` are its own words that the longer has.

    Why these bounds: docs/decisions/copies.md.
    """
    share = float(held.sum()) / shorter.size
    if share < HALF or int(held.sum()) < FEWEST:
        return False
    known = np.zeros(KEY + 1, dtype=np.bool_)
    known[_keys(longer.words)] = True
    if _known(shorter.words[(shorter.words & (NUMBER | NAME)) > 0], known) < PARTICULARS:
        return False
    if _known(shorter.words[(shorter.words & NUMBER) > 0], known, at_least=FEWEST_NUMBERS) < NUMBERS:
        return False
    apart = shorter.words[shorter.own & ~held & ((shorter.words & (NUMBER | NAME)) > 0)]
    return share >= CLEARLY or _known(apart, known) >= OWN_PARTICULARS


def _known(particulars: Words, known: Marks, at_least: int = 1) -> float:
    """How many of the particulars the other text has, 0..1; 1 where there are fewer than `at_least`. `known` by key."""
    distinct = set(_keys(particulars).tolist())
    return sum(known[list(distinct)].tolist()) / len(distinct) if len(distinct) >= at_least else 1.0


def _keys(words: Words) -> Words:
    return words & np.uint16(KEY)


def _spread(hits: Marks, length: int) -> Marks:
    """Marks of runs as marks of the words in them."""
    marks = np.zeros(length, dtype=np.bool_)
    for at in range(RUN):
        marks[at : at + len(hits)] |= hits
    return marks
