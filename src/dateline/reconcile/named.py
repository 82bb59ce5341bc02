"""Words by which a page names places: behind "in", "near", "at", before "police", "County", "Street", in its date line.

They tell two pages of one event where neither sentence with a figure names the town. The words around decide, so that
names of persons are no part of it; a possessive ("in Norren's flat") is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.reconcile.proper import shared_by_many
from dateline.vocab.fold import fold

_NAME: Final = r"[A-Z][a-z]{3,}"
_IN: Final = re.compile(
    r"\b(?:in|at|near|outside|around|on)(?: the)?"
    r"(?: (?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|downtown|suburban|\d+\w*(?: block of)?))*"
    rf"((?: (?:[A-Z][a-z]{{1,2}}\.? )?{_NAME}){{1,3}})(?![\w'’])"
)
_BEFORE: Final = re.compile(
    rf"\b({_NAME}(?: {_NAME})?) "
    r"(?:[Pp]olice|County|[Ss]heriff|Street|Avenue|Road|Drive|Park|High|Elementary|Township|Parish|St\.|Ave\.)"
)
_DATELINE: Final = re.compile(r"(?:^|\n)\s*([A-Z]{4,}(?: [A-Z]{4,}){0,2})\b[^\n]{0,30}?[-–—]")
_LIMIT: Final = 6_000
"""Code points of a page that are looked at: what follows is mostly other news."""


@lru_cache(maxsize=4096)
def places_named(text: str) -> frozenset[str]:
    """The words, in small letters, of names that stand where places stand."""
    return frozenset(_words(text[:_LIMIT])) - shared_by_many()


def _words(text: str) -> Iterator[str]:
    for pattern in (_IN, _BEFORE, _DATELINE):
        for match in pattern.finditer(text):
            yield from (fold(word) for word in match[1].split() if len(word) > 3)
