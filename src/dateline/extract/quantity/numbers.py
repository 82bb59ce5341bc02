"""Numbers in English text that may be figures, with their bounds: whole counts, vague words, ranges, quantifiers.

A view of the number grammar (`numerals.py`): of a bolder reading (a sign, a ratio, groups with plain spaces) the
plainer parts are taken, fractions are refused. Which numbers count people is decided elsewhere. Bounds follow claim.md:
never a midpoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from dateline.extract.quantity.modifiers import widen
from dateline.extract.quantity.number import Number
from dateline.extract.quantity.numeral import Numeral
from dateline.extract.quantity.numerals import candidates
from dateline.extract.quantity.ranges import joined
from dateline.extract.quantity.refusals import refusal
from dateline.extract.quantity.words import grammar, signs

__all__ = ["Number", "may_count", "names_number", "numbers"]
MOST_DIGITS = 15
"""More digits than that count nobody on earth."""


def may_count(text: str) -> bool:
    """False where the text surely has no number: neither a digit nor a word of one."""
    return names_number(text, _LETTERS.findall(text.lower()))


def names_number(text: str, words: Iterable[str]) -> bool:
    """The same of a text whose words, in lower case, are at hand."""
    return _DIGIT.search(text) is not None or not signs().isdisjoint(words)


def numbers(text: str) -> list[Number]:
    """Every number of the text in reading order, ranges joined and modifiers taken in."""
    return list(_numbers(text)) if may_count(text) else []


@lru_cache(maxsize=4_096)
def _numbers(text: str) -> tuple[Number, ...]:
    """Remembered for the last stretches: the gate asks of each, and the rules of those that pass ask again."""
    atoms = _atoms(text)
    found: list[Number] = []
    at = 0
    while at < len(atoms):
        both = joined(text, atoms, at)
        number = both or atoms[at]
        at += 2 if both else 1
        if number.refused is None:
            number = widen(text, number, replace)
        found.append(number)
    return tuple(found)


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")


def _atoms(text: str) -> list[Number]:
    """Numbers and vague words, none inside another: the first, and of two that begin together the longer one wins."""
    counted = [number for plain in _plainer(candidates(text)) if (number := _read(text, plain)) is not None]
    vague = [] if _vague_words().isdisjoint(_LETTERS.findall(text.lower())) else list(_vague(text))
    if not vague:
        return counted
    found: list[Number] = []
    for number in sorted([*vague, *counted], key=lambda n: (n.start, -n.end)):
        if not found or number.start >= found[-1].end:
            found.append(number)
    return found


def _plainer(read: Iterable[Numeral]) -> Iterator[Numeral]:
    for numeral in read:
        if numeral.parts:
            yield from _plainer(numeral.parts)
        else:
            yield numeral


def _vague(text: str) -> Iterator[Number]:
    """Words for a band ("dozens"), and words for none ("no one")."""
    for match in _pattern().finditer(text):
        start, end = match.span()
        if match["zero"]:
            yield Number(start, end, start, end, 0, 0, "exact")
        else:
            low, high = grammar().vague[" ".join(match[0].lower().split())]
            yield Number(start, end, start, end, low, high, "vague")


@cache
def _vague_words() -> frozenset[str]:
    """Of each vague word or phrase its longest word."""
    return frozenset(max(_LETTERS.findall(phrase), key=len) for phrase in (*grammar().vague, *grammar().zero))


@cache
def _pattern() -> re.Pattern[str]:
    vague, zero = (
        "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in sorted(words, key=len, reverse=True))
        for words in (grammar().vague, grammar().zero)
    )
    return re.compile(
        rf"(?<![\w.#/^])(?<![^\d\s]-)(?:(?P<zero>{zero})(?!\w)|(?:{vague})(?![\w-]))",
        re.IGNORECASE,
    )


_INSIDE = re.compile(r"(?:[\w.#/^]|[^\d\s]-)\Z")
"""What stands before a number inside a name, a code or a longer number."""
_INSIDE_DIGITS = re.compile(r"[\d.,:]\Z")
_ADDRESS = re.compile(r"\w*[@^]")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")
""" "1.500 people": a fraction of a person is none, three digits are a group of thousands."""


def _read(text: str, numeral: Numeral) -> Number | None:
    """The number as a count, refused where it can be none; None inside names, codes and powers."""
    start, end = numeral.start, numeral.end
    before = text[max(0, start - 2) : start]
    digits = text[start].isdigit()
    if numeral.kind == "power" or _INSIDE.search(before):
        return None
    if digits and (_INSIDE_DIGITS.search(before) or _ADDRESS.match(text, end)):
        return None
    long = end - start > MOST_DIGITS and sum(c.isdigit() for c in text[start:end]) > MOST_DIGITS
    if long or numeral.doubt == "long":
        return Number(start, end, start, end, None, None, "exact", "too long to be a count")
    value = _count(numeral, text[start:end])
    if value is None:
        return Number(start, end, start, end, None, None, "exact", "a fraction")
    reason = refusal(text, start, end, value, words=numeral.words)
    return Number(start, end, start, end, value, value, "exact", reason)


def _count(numeral: Numeral, written: str) -> int | None:
    """The whole number that is meant, None for a fraction. "1.2345678 million" is rounded."""
    if isinstance(numeral.value, int) and numeral.kind == "integer":
        return numeral.value
    if _THOUSANDS.match(written):
        return int(written.replace(".", ""))
    if numeral.kind == "ratio" or (numeral.kind == "decimal" and written[-1].isdigit()):
        return None
    if numeral.kind == "fraction" and numeral.value != int(numeral.value):
        return None
    return round(numeral.value)
