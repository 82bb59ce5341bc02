"""The words of `vocab/place_cues_en.yaml`, typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from dateline.vocab.load import either, load


@dataclass(frozen=True, slots=True)
class PlaceCues:
    """The lists of place_cues_en.yaml; what each is for is said there."""

    saying: frozenset[str]
    apart: frozenset[str]
    meets: frozenset[str]
    apart_nouns: frozenset[str]
    parties: frozenset[str]
    speakers: frozenset[str]
    has: frozenset[str]
    breaks: frozenset[str]
    parts: frozenset[str]
    described: frozenset[str]
    turns: frozenset[str]
    happenings: frozenset[str]
    others: frozenset[str]
    wars: frozenset[str]
    struggles: frozenset[str]
    goes_on: frozenset[str]
    nationwide: frozenset[str]
    moving: frozenset[str]
    leaves: frozenset[str]
    reaches: frozenset[str]
    takes_off: frozenset[str]
    stays: frozenset[str]
    ways: frozenset[str]
    residents: frozenset[str]


@cache
def cues() -> PlaceCues:
    """The lists, read once."""
    data = load("place_cues_en")
    return PlaceCues(**{field.name: frozenset(data[field.name]) for field in fields(PlaceCues)})


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for any of the words of a list, whole words alone; to be asked of text in lower case."""
    words: frozenset[str] = getattr(cues(), name)
    return re.compile(rf"\b(?:{either(words)})\b")
