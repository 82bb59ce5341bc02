"""Does a sentence tell of one deed, or of several? Their toll is no one incident's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.vocab.load import either, word_set


def _any(*entries: str) -> str:
    words = {word for entry in entries for word in word_set("reconcile_en", "several", entry)}
    return f"(?:{either(words)})"


_SEVERAL: Final = re.compile(
    rf"\b(?:{_any('each', 'through', 'runs')}|\d+)(?: \w+|(?-i:(?: [A-Z][\w-]+){{1,3}}))? {_any('deeds')}\b"
    rf"|\b(?:in|by|during)(?! (?:the|these|those)\b)(?: [\w-]+)? {_any('deeds')} (?:in|on)\b"
    rf"|\b{_any('deeds')} {_any('spread')}\b|\b{_any('wide')}\b"
    rf"|\b(?:in|over|within)(?: an?| the)?(?: (?:past|last|span of))?(?: [\w-]+)?[ -]hours?"
    rf"(?: (?:stretch|span|period)\b|,? [\w ]+ (?:say|said|told)\b|$)"
    rf"|\b[a-z-]+[ -]hours? (?:stretch|span|period)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def several_deeds(sentence: str) -> bool:
    """True for "in two separate shootings", "weekend violence across the city"; False for one deed, however told."""
    return _SEVERAL.search(sentence) is not None


_ONE: Final = re.compile(rf"\b(?:an?|the|this|that)(?: [\w'’-]+){{0,4}} {_any('deed')}\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def one_deed(sentence: str) -> bool:
    """True where a sentence speaks of one deed ("a drive-by shooting that left two dead") and not of several."""
    return _ONE.search(sentence) is not None and not several_deeds(sentence)
