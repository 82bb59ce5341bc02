"""Paragraphs that belong to another story: nothing of what they speak of stands anywhere else on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.read.lines import Line
from dateline.read.part_words import common_words

_MIN_PARAGRAPHS: Final = 4
_MIN_BESIDE: Final = 8
"""So many paragraphs of so many words of meaning a page has before one of them can be told from the others."""

_MIN_WORDS: Final = 15
"""Words with a meaning of their own that a paragraph has before it can be told from the others."""

_SHARED: Final = 0.15
"""Share of a paragraph's words that stand elsewhere on the page too, up to which it is of another story."""

_STEM: Final = 6
"""Letters by which words are compared ("displaced", "displacement")."""

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NAME: Final = re.compile(r"(?<=[^\W\d_] |[,;0-9] )[A-Z][^\W\d_]{2,}")
"""A word with a capital inside a sentence."""


def foreign_lines(lines: Sequence[Line], title: str | None) -> Iterator[Line]:
    """The paragraphs of which no name, and hardly a word, stands elsewhere on the page, its title counted."""
    stems = [stems_of(line.words) for line in lines]
    if sum(len(words) >= _MIN_BESIDE for words in stems) < _MIN_PARAGRAPHS:
        return
    on_page = Counter(stems_of(title)) if title else Counter()
    for words in stems:
        on_page.update(words)
    for line, words in zip(lines, stems, strict=True):
        if len(words) < _MIN_WORDS:
            continue
        shared = sum(on_page[stem] > 1 for stem in words)
        if shared > _SHARED * len(words):
            continue
        names = {name.lower()[:_STEM] for name in _NAME.findall(line.words)}
        if names and not any(on_page[name] > 1 for name in names):
            yield line


def stems_of(words: str | None) -> set[str]:
    """The words that say what a text is about, cut to their first letters."""
    found = set(map(str.lower, _WORD.findall(words or "")))
    return {word[:_STEM] for word in found - common_words()}
