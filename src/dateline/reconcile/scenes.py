"""An incident as far as it can be told from others: its pages, days, places, words, ages and counts.

Names of private persons are no part of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.reconcile.alike import Where, where_of
from dateline.reconcile.item import Item
from dateline.reconcile.proper import shared_by_many
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_AGE: Final = re.compile(r"(?<![\w.,])(\d{1,2})(?=[- ](?:year|month|week|day)s?[- ]old)|(?<=, )(\d{1,2})(?=[,.;)])")
_CAPITALS: Final = 0.4
_COMMON: Final = word_set("reconcile_en", "names", "titles")


@dataclass(frozen=True)
class Scene:
    """An incident of one page or more as far as it can be told from others. `day` sorts it: when it was, else told."""

    items: tuple[Item, ...]

    @cached_property
    def pages(self) -> frozenset[str]:
        return frozenset(item.head for item in self.items)

    @cached_property
    def country(self) -> str | None:
        """The first country that a claim of it says; None where none does."""
        return next((item.claim.country for item in self.items if item.claim.country), None)

    @cached_property
    def window(self) -> tuple[int, int] | None:
        """First and last day on which it may have been, by the claims that say."""
        days = [item.window for item in self.items if item.window is not None and item.moment]
        return (min(day.begins for day in days), max(day.ends for day in days)) if days else None

    @cached_property
    def told(self) -> tuple[int, int] | None:
        days = [item.told for item in self.items if item.told is not None]
        return (min(days), max(days)) if days else None

    @property
    def day(self) -> int | None:
        span = self.window or self.told
        return span[0] if span else None

    @cached_property
    def where(self) -> Where:
        found = [where_of(item) for item in self.items]
        return Where(
            tuple(place for one in found for place in one.resolved),
            frozenset(name for one in found for name in one.names),
        )

    @cached_property
    def words(self) -> tuple[frozenset[str], frozenset[str]]:
        """Proper words of its sentences and titles, and all of their words; none of private persons."""
        proper: set[str] = set()
        every: set[str] = set()
        titles = {item.reported.title for item in self.items}
        for text, spans in {text: spans for item in self.items for text, spans in _texts(item)}.items():
            pieces = text.split()
            heading = sum(word[:1].isupper() for word in pieces) > _CAPITALS * len(pieces)
            heading = heading or text in titles
            for match in _WORD.finditer(text):
                if any(start < match.end() and match.start() < end for start, end in spans):
                    continue
                word = fold(match[0])
                every.add(word)
                if match[0][0].isupper() and match.start() > 0 and not heading:
                    proper.add(word)
        return frozenset(proper - shared_by_many()), frozenset(every - shared_by_many())

    @cached_property
    def headlines(self) -> frozenset[str]:
        """Words of its pages' titles, but for those that such titles share anyway; none of private persons."""
        found: set[str] = set()
        for item in self.items:
            title = item.reported.title or ""
            spans = [(p.start, p.end) for p in item.claim.persons if p.start < len(title)]
            found.update(
                fold(match[0]) for match in _WORD.finditer(title)
                if not any(start < match.end() and match.start() < end for start, end in spans)
            )  # fmt: skip
        return frozenset(found - _COMMON - shared_by_many())

    @cached_property
    def named(self) -> frozenset[str]:
        """Words of the places that its pages name anywhere."""
        return frozenset(word[1:] for item in self.items for word in item.reported.words if word.startswith("@"))

    @cached_property
    def ages(self) -> frozenset[str]:
        texts = {text for item in self.items for text, _ in _texts(item)}
        return frozenset(match[1] or match[2] for text in texts for match in _AGE.finditer(text))

    @cached_property
    def counts(self) -> Mapping[str, frozenset[int]]:
        """The largest count of each page by strand."""
        found: defaultdict[tuple[str, str], int] = defaultdict(int)
        for item in self.items:
            key = item.strand, item.claim.document_id
            found[key] = max(found[key], item.figure.low or item.figure.high or 0)
        strands = {strand for strand, _ in found}
        return {
            strand: frozenset(value for (own, _), value in found.items() if own == strand and value)
            for strand in strands
        }  # fmt: skip


def _texts(item: Item) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The sentence and the page's title, each with the spans of private persons in it."""
    claim, title = item.claim, item.reported.title
    start, end = claim.excerpt.start, claim.excerpt.end
    inside = [span for span in claim.persons if span.end > start and span.start < end]
    yield claim.excerpt.text, tuple((span.start - start, span.end - start) for span in inside)
    if title:
        yield title, tuple((p.start, p.end) for p in claim.persons if p.start < len(title))
