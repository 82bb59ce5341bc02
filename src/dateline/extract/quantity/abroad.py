"""Counted numbers in languages that are not parsed: for mentions, not for claims.

The number grammar, the words for bands and the quantifiers of the language's list, and what its list of signs and nouns
says is no count: shares, money, measures, lengths of time, ages, labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dateline.extract.quantity.lexicon import LANGUAGES
from dateline.extract.quantity.modifiers import widen
from dateline.extract.quantity.number import Number
from dateline.extract.quantity.numerals import numerals
from dateline.model.words import Unit
from dateline.vocab.load import load

UNPARSED = frozenset(LANGUAGES) - {"en"}
"""Languages whose counted numbers are read here."""
_BEHIND = 30
_BEFORE = 16


def counts(text: str, lang: str) -> list[Number]:
    """The counted numbers of a text in reading order: whole ones and bands, quantifiers taken in.

    Raises FileNotFoundError for a language without lists, KeyError for one whose list knows no counts ("en").
    """
    found: list[Number] = []
    for number in sorted([*_vague(text, lang), *_whole(text, lang)], key=lambda n: (n.start, -n.end)):
        if not found or number.start >= found[-1].core_end:
            found.append(widen(text, number, replace, lang))
    return found


def unit_of(text: str, number: Number, lang: str) -> Unit:
    """What a number counts, by the noun among the two words behind it; people where no list knows it."""
    behind = re.findall(r"[^\W\d_]+", text[number.end : number.end + _BEHIND])[:3]
    for unit in ("household", "dwelling"):
        if not set(load(f"units_{lang}")[unit]).isdisjoint(word.lower() for word in behind):
            return unit
    return "person"


def _whole(text: str, lang: str) -> Iterator[Number]:
    for numeral in numerals(text, lang):
        start, end, value = numeral.start, numeral.end, numeral.value
        if numeral.doubt or numeral.kind in {"power", "ratio"} or not isinstance(value, int) or value < 0:
            continue
        if numeral.kind == "decimal" and text[end - 1].isdigit():
            continue
        before, behind = _counts_nothing(lang)
        if not (before.search(text, max(0, start - _BEFORE), start) or behind.match(text, end)):
            yield Number(start, end, start, end, value, value, "exact")


def _vague(text: str, lang: str) -> Iterator[Number]:
    for match in _bands(lang).finditer(text):
        low, high = load(f"numbers_{lang}")["vague"][" ".join(match[0].lower().split())]
        yield Number(*match.span(), *match.span(), low, high, "vague")


@cache
def _bands(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(load(f'numbers_{lang}')['vague'])})(?!\w)", re.IGNORECASE)


@cache
def _counts_nothing(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What before and what behind a number makes it no count."""
    lists = load(f"numbers_{lang}")["counts_nothing"]
    return (
        re.compile(rf"(?<!\w)(?:{_any(lists['before'])})\s*\Z|\d[/:]\Z", re.IGNORECASE),
        re.compile(rf"\s*(?:{_any(lists['behind_signs'])})|[/:]\d|\s+(?:{_any(lists['behind'])})(?!\w)", re.IGNORECASE),
    )


def _any(words: object) -> str:
    listed = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)
