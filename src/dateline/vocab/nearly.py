"""Whether the words of a figure say that its number is nearly reached, or only that it is not passed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.vocab.load import word_set


@lru_cache(maxsize=1 << 12)
def says_nearly(text: str) -> bool:
    """True for "nearly 3,000 people", "just under half a million"; False for "up to 3,000", "3,000 living near"."""
    return _NEARLY.search(re.split(r"\d", text.lower(), maxsplit=1)[0]) is not None


_NEARLY: Final = re.compile(
    rf"\b(?:{'|'.join(re.escape(words) for words in sorted(word_set('reconcile_en', 'figure', 'nearly')))})\b"
)
