"""What a page prints around a report: sign-in texts, rights, links, lists of tags. It makes no copy of anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from dateline.syndicate.words import NAME, words
from dateline.vocab.load import load

_QUOTE: Final = re.compile("[\"“”„«»]|(?:^|\\s)['‘]")
_VIDEO: Final = re.compile(r"^\d{1,2}:\d\d\s.*[^.!?\"”’)]$", re.DOTALL)
"""A video's length and title ("1:24 Bridge reopens"): no sentence, and about something else."""
_SHORT: Final = 12
"""Words: what is longer is no line of tags, whatever it opens with, and may hold a report behind a date line."""

_Phrases = dict[int, list[tuple[int, ...]]]


def is_furniture(sentence: str, hashed: Sequence[int]) -> bool:
    """True when the sentence belongs to the site, not to the report. `hashed` are its words (`words.words`)."""
    if not hashed or _VIDEO.match(sentence):
        return True
    if _suspects().isdisjoint(hashed):
        return False
    keys = [word >> 16 for word in hashed]
    if not _reader().isdisjoint(keys) and not _QUOTE.search(sentence):
        return True
    if len(keys) <= _SHORT and (_begins(keys, 0, _openings()) or _holds(keys, _phrases("in_short_lines"))):
        return True
    return _holds(keys, _phrases("anywhere"))


def _holds(keys: list[int], phrases: _Phrases) -> bool:
    return any(_begins(keys, at, phrases) for at, first in enumerate(keys) if first in phrases)


def _begins(keys: list[int], at: int, phrases: _Phrases) -> bool:
    return any(tuple(keys[at : at + len(phrase)]) == phrase for phrase in phrases.get(keys[at], ()))


@cache
def _phrases(section: str) -> _Phrases:
    return _by_first(phrase for phrases in load("furniture_en")[section].values() for phrase in phrases)


@cache
def _openings() -> _Phrases:
    return _by_first(load("furniture_en")["openings"])


def _by_first(phrases: Iterable[str]) -> _Phrases:
    found: _Phrases = {}
    for phrase in phrases:
        keys = tuple(word >> 16 for word in words(phrase))
        found.setdefault(keys[0], []).append(keys)
    return found


@cache
def _suspects() -> frozenset[int]:
    """Words, written small or with a capital, without which nothing is furniture: the first of every phrase."""
    lists = load("furniture_en")
    phrases = [phrase for part in ("anywhere", "in_short_lines") for each in lists[part].values() for phrase in each]
    firsts = {phrase.split()[0] for phrase in (*phrases, *lists["openings"], *lists["reader"])}
    return frozenset(word | mark for first in firsts for word in words(first)[:1] for mark in (0, NAME))


@cache
def _reader() -> frozenset[int]:
    return frozenset(word >> 16 for phrase in load("furniture_en")["reader"] for word in words(phrase))
