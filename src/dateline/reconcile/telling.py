"""How much two pages are told in the same words, by words that few of the pages at hand have.

Follow-ups of one event share what was there and what was done ("barbecue", "stairwell", "crossbow") where their
sentences with figures share no place and no day. Words written in small letters, numbers, and words of places count;
names of persons are none of these, so they are never compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from dateline.reconcile.named import places_named
from dateline.vocab.fold import fold

_WORD: Final = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W_]{3,}|(?<![^\W_])\d{2,}(?![^\W_])")
_LIMIT: Final = 4_000
"""Code points of a page that are looked at: what follows is mostly other news."""
_BODY: Final = 450
"""Code points of a text below which its words tell nothing: there it is a house's own ("activate your profile"), behind
which the text was not to be had.
"""
_COMMON: Final = 0.1
"""Share of the pages from which a word tells nothing of one event."""
_RARE: Final = 20
"""Pages that may have a word by which pairs are found: it bounds the pairs of a corpus of any size."""
_PAGES: Final = 200
"""Pages below which words are not weighed."""


@lru_cache(maxsize=4096)
def words_told(text: str) -> frozenset[str]:
    """The words of a page that may tell its event: in small letters, numbers, and words of places (with "@")."""
    title, _, body = text.partition("\n\n")
    told = {fold(word) for word in _WORD.findall(text[:_LIMIT] if len(body) >= _BODY else title)}
    return frozenset(told | {f"@{word}" for word in places_named(text)})


@dataclass(frozen=True, slots=True)
class Telling:
    """The telling words of each page, and how much each weighs: the fewer pages have it, the more."""

    words: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]
    length: Mapping[str, float]

    def alike(self, one: str, other: str) -> float | None:
        """0 (no word in common) to 1 (all), each word by its weight; None where a page has no telling words."""
        if not self.length.get(one) or not self.length.get(other):
            return None
        shared = self.words[one] & self.words[other]
        return sum(self.weight[word] for word in sorted(shared)) / (self.length[one] * self.length[other])

    def pairs(self, least: float) -> Iterator[tuple[str, str]]:
        """Pairs of pages at least so much alike, among those that share rare words."""
        having: defaultdict[str, list[str]] = defaultdict(list)
        for page in sorted(self.words):
            for word in self.words[page]:
                having[word].append(page)
        shared = {pair for pages in having.values() if len(pages) <= _RARE for pair in combinations(pages, 2)}
        for one, other in sorted(shared):
            if (self.alike(one, other) or 0.0) >= least:
                yield one, other


def telling(pages: Mapping[str, frozenset[str]]) -> Telling:
    """The words of each page (by id) that more than one page has, but not one in ten; none where the pages are too few
    to tell a rare word from a common one.
    """
    if len(pages) < _PAGES:
        return Telling({}, {}, {})
    had = Counter(word for words in pages.values() for word in words)
    most = max(2.0, _COMMON * len(pages))
    weight = {word: math.log(len(pages) / count) ** 2 for word, count in had.items() if 2 <= count <= most}
    kept = {page: frozenset(word for word in words if word in weight) for page, words in pages.items()}
    return Telling(kept, weight, {page: _length(words, weight) for page, words in kept.items()})


def _length(words: Iterable[str], weight: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight[word] for word in sorted(words)))
