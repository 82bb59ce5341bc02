"""Two numbers that bound one figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.quantity.number import Number
from dateline.extract.quantity.words import grammar


def joined(text: str, atoms: Sequence[Number], at: int) -> Number | None:
    """Two numbers that bound one figure ("between 300 and 400", "5,000-7,000", "two or three")."""
    if at + 1 >= len(atoms):
        return None
    a, b = atoms[at], atoms[at + 1]
    if b.refused or (a.refused and a.refused != "part of a compound word") or "vague" in (a.quantifier, b.quantifier):
        return None
    between = text[a.core_end : b.core]
    word = between.strip().lower()
    before = text[max(0, a.core - 40) : a.core].lower()
    if word not in grammar().range_words or len(between) > 5:
        return None
    opened = re.search(r"\b(between|from)\s+(?:about |around |some |an estimated |approximately )?$", before)
    if word == "and" and not (opened and opened[1] == "between"):
        return None
    if (
        word == "to"
        and opened
        and opened[1] == "from"
        and any(re.search(rf"\b{w}\b", before) for w in grammar().rising)
    ):
        return None
    low, high = a.low, b.high
    if low is None or high is None:
        return None
    if low < 1000 <= high and low * _scale_of(text[b.core : b.core_end]) < high:
        low *= _scale_of(text[b.core : b.core_end])
    if low >= high or high > low * 20:
        return None
    start = a.start - (len(opened[0]) if opened else 0)
    return Number(start, b.end, a.core, b.core_end, low, high, "range")


def _scale_of(words: str) -> int:
    """What "3 million" lends to the bare number before it: 1,000,000; 1 where there is nothing to lend."""
    match = re.search(r"[a-z]+$", words.lower())
    if match:
        return grammar().scales.get(match[0], 1)
    return 1000 if re.fullmatch(r"\d{1,3},000", words) else 1
