"""Proper names that two sentences share: evidence that they tell of one event where places or figures are silent.

Names are compared and counted, never kept or printed: they may be those of private persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from dateline.reconcile.item import Item
from dateline.vocab.countries import demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import load, word_set

_NAME: Final = re.compile(r"\b[^\W\d_a-z][^\W\d_]{3,}")
_CAPITALS: Final = 0.7
"""Share of capitals from which a sentence is a heading, in which capitals tell nothing."""


def proper_names(item: Item) -> frozenset[str]:
    """Words written with a capital inside the sentence, but for those that many events share: bodies and parties,
    countries, offices, days, whoever is credited, and the units and places that the claim resolves.
    """
    claim = item.claim
    text = claim.excerpt.text
    words = text.split()
    if not words or sum(word[:1].isupper() for word in words) > _CAPITALS * len(words):
        return frozenset()
    own = {word for source in claim.sources for word in fold(source.name).split()}
    own.update(word for place in claim.places if place.place for word in fold(place.name).split())
    persons = [(span.start - claim.excerpt.start, span.end - claim.excerpt.start) for span in claim.persons]
    found = {
        fold(match[0]) for match in _NAME.finditer(text)
        if match.start() > 0 and not any(start < match.end() and match.start() < end for start, end in persons)
    }  # fmt: skip
    return frozenset(found - own - shared_by_many())


@cache
def shared_by_many() -> frozenset[str]:
    """Words of names that belong to no one event."""
    told = [*_texts(load("actors")), *_texts(load("offices_en")), *names(), *demonyms(), *short_forms()]
    listed = {word for text in told for word in fold(text).split()}
    return frozenset(listed | word_set("reconcile_en", "names", "common"))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _texts(inner)
