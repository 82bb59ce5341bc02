"""Every word of a text that names a country or derives from one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.extract.place.words import words
from dateline.vocab import countries
from dateline.vocab.fold import fold, without_possessive
from dateline.vocab.load import either

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def country_words(text: str) -> list[tuple[int, int, str]]:
    """(start, end, ISO alpha-3) of each country name, demonym or national part, longest match first; without those
    that only say of what kind a thing is ("a Chinese restaurant").
    """
    spans = [m.span() for m in _WORD.finditer(text)]
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(spans):
        if not _may_open(text[slice(*spans[at])]):
            at += 1
            continue
        for length in range(min(_longest(), len(spans) - at), 0, -1):
            start, end = spans[at][0], spans[at + length - 1][1]
            name = text[start:end].rstrip(".'’")
            if len(name) < 2 or "\n" in name:
                continue
            code = countries.country_of(name)
            if code is not None and is_river(text, start, start + len(name)):
                break
            if code is not None:
                if not _calls_a_thing(text, name, spans[at + length : at + length + 1]):
                    found.append((start, start + len(name), code))
                at += length - 1
                break
        at += 1
    return found


def _calls_a_thing(text: str, name: str, following: list[tuple[int, int]]) -> bool:
    if fold(name) not in countries.demonyms() or not following:
        return False
    start, end = following[0]
    return text[start - 1] == " " and fold(text[start:end]) in countries.called_after()


def is_river(text: str, start: int, end: int) -> bool:
    """ "On the Niger near X", "across the Jordan": the river of a country's name. "The Congo" is the country, too."""
    name = text[start:end].removeprefix("the ")
    if name not in words().rivers:
        return False
    start = end - len(name)
    leads, ends = _around_rivers()
    led = leads.search(text, max(0, start - _LED), start)
    return led is not None and ends.match(text, end) is not None and (led[1] in words().along_river or name != "Congo")


_LED = 12
"""Code points before a name in which what leads to a river stands."""


@cache
def _around_rivers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to a river's name, and what stands behind it."""
    leads, behind = either(words().river_leads), either(words().behind_river)
    return re.compile(rf"\b({leads}) (?:the )$", re.IGNORECASE), re.compile(rf"[.,;:)]|$| (?:{behind})\b")


@lru_cache(maxsize=20_000)
def _may_open(word: str) -> bool:
    """A capitalised word with which some name of a country, demonym or part begins."""
    if not word[0].isupper():
        return False
    bare = without_possessive(word.rstrip(".'’"))
    return fold(bare).partition(" ")[0] in _openings() or not {bare, word}.isdisjoint(countries.short_forms())


@cache
def _openings() -> frozenset[str]:
    """The first words of all names, folded; "the" may stand before any."""
    names = (*countries.names(), *countries.demonyms(), *countries.parts())
    return frozenset({"the", *(name.partition(" ")[0] for name in names)})


@cache
def _longest() -> int:
    return 4
