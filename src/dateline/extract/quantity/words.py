"""What English figures need beside the number grammar, read once from `vocab/numbers_en.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.vocab.load import load


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words around figures as data: number words, `scales` with short forms, `vague` bands, words for none."""

    simple: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    zero: tuple[str, ...]
    range_words: frozenset[str]
    rising: tuple[str, ...]


@cache
def grammar() -> Grammar:
    """The grammar of English numbers."""
    data = load("numbers_en")
    simple = {**data["units"], **data["tens"]}
    return Grammar(
        simple=simple,
        scales={**data["scales"], **data["short_scales"]},
        vague={words: (low, high) for words, (low, high) in data["vague"].items()},
        zero=tuple(data["zero"]),
        range_words=frozenset(data["range_words"]),
        rising=tuple(data["rising"]),
    )


@cache
def signs() -> frozenset[str]:
    """Words of which one must stand in a text that has a number without digits."""
    phrases = (*grammar().simple, *grammar().scales, *grammar().vague, "half dozen couple quarter quarters")
    common = {"a", "of", "and", "few", "several", "many"}
    found = {word for phrase in phrases for word in re.findall(r"[a-z]{3,}", phrase)} - common
    return frozenset(found | {re.split(r"[\s-]", phrase)[0] for phrase in grammar().zero})
