"""Every word of a text that names a country or derives from one."""

from __future__ import annotations

import re
from functools import cache

from dateline.vocab import countries

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def country_words(text: str) -> list[tuple[int, int, str]]:
    """(start, end, ISO alpha-3) of each country name, demonym or national part, longest match first."""
    spans = [m.span() for m in _WORD.finditer(text)]
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(spans):
        if not text[spans[at][0]].isupper():
            at += 1
            continue
        for length in range(min(_longest(), len(spans) - at), 0, -1):
            start, end = spans[at][0], spans[at + length - 1][1]
            words = text[start:end].rstrip(".'’")
            if len(words) < 2 or "\n" in words:
                continue
            code = countries.country_of(words)
            if code is not None:
                found.append((start, start + len(words), code))
                at += length - 1
                break
        at += 1
    return found


@cache
def _longest() -> int:
    return 4
