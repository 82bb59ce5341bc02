"""Keys by which texts that share wording meet: winnowed runs of words.

From every stretch of `WINDOW` neighbouring runs the one with the smallest hash is kept (Schleimer, Wilkerson and Aiken,
"Winnowing", SIGMOD 2003). So any passage of `RUN + WINDOW - 1` words that two texts share gives both the same key,
wherever it stands and whatever is around it; about two keys for `WINDOW + 1` words are kept.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from dateline.syndicate.compare import Words
from dateline.syndicate.words import KEY

RUN: Final = 6
WINDOW: Final = 16

Keys = NDArray[np.uint64]


def keys(words: Words) -> Keys:
    """The text's keys, 64 bits each, sorted, each once; none for a text of fewer than `RUN` words."""
    runs = _hashed(words)
    if len(runs) <= WINDOW:
        return np.unique(runs.min(keepdims=True)) if len(runs) else runs
    return np.unique(sliding_window_view(runs, WINDOW).min(axis=1))


def _hashed(words: Words) -> Keys:
    """Every run of `RUN` words as a number that looks random (multiply, shift, as in SplitMix64)."""
    count = len(words) - RUN + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    plain = (words & KEY).astype(np.uint64) + np.uint64(1)
    hashed = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        hashed = hashed * np.uint64(0x9E3779B97F4A7C15) + plain[at : at + count]
    hashed ^= hashed >> np.uint64(29)
    hashed *= np.uint64(0xBF58476D1CE4E5B9)
    hashed ^= hashed >> np.uint64(32)
    return hashed
