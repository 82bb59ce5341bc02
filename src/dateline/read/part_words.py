"""By which words captions, lists of headlines and cut headlines are known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from dateline.vocab.load import load

_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\W*$|[|–—]\s*([^|–—]{2,60})$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def opens_list(words: str) -> bool:
    """True for a line that opens a list of other stories: of such words alone, or followed by a colon."""
    return len(words) <= 200 and _heads().match(words) is not None


def opens_foot(words: str) -> bool:
    """True for a line that opens a list of other stories, and not one of the kind that also stands within a story."""
    return opens_list(words) and words.strip(" :…").casefold().replace("’", "'") not in _words("inner_heads")


def points_elsewhere(words: str) -> bool:
    """True for words that begin as those in front of a link to another story do ("Also on …")."""
    return _pointers().match(words) is not None


def begins_caption(words: str) -> bool:
    """True for a line that begins as one under a picture does."""
    return _openings().match(words) is not None


def ends_in_credit(words: str) -> bool:
    """True for a line that ends in the credit of a picture: "[Name/Agency]", "(Photo: Name)", "| Getty Images"."""
    found = _BRACKETS.search(words[-120:])
    if not found:
        return False
    return _credit().search(found[1] or found[2]) is not None


def begins_cut(title: str) -> bool:
    """True for a headline whose beginning is missing: it begins with a word that only joins."""
    first = _WORD.match(title)
    return first is not None and first[0].lower() in _words("cut_openings") and not title.endswith("?")


def ends_cut(title: str) -> bool:
    """True for a headline whose end is missing."""
    if title.endswith(("…", "...")):
        return True
    last = _WORD.findall(title[-40:])
    return bool(last) and title.endswith(last[-1]) and last[-1] in _words("cut_endings")


@cache
def common_words() -> frozenset[str]:
    """Words too common to say what a text is about."""
    return frozenset(word for words in load("page_parts")["common"].values() for word in words)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load("page_parts")[section])


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace("\\ ", r"\s+") for phrase in ordered)


@cache
def _heads() -> re.Pattern[str]:
    heads = _any(phrase for phrases in load("page_parts")["list_heads"].values() for phrase in phrases)
    return re.compile(rf"\W*(?:{heads})\s*(?:[:»>\-–|].*|\W*)$", re.IGNORECASE)


@cache
def _pointers() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_any(load('page_parts')['pointer_openings'])})\b", re.IGNORECASE)


@cache
def _openings() -> re.Pattern[str]:
    lists = load("page_parts")
    return re.compile(
        rf"\W*(?:(?:{_any(lists['caption_openings'])})\s*(?::|\s[-–—]\s|/)|(?:{_any(lists['caption_beginnings'])})\b)",
        re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    lists = load("page_parts")
    agencies = _any(lists["agencies"])
    return re.compile(rf"\b(?:{_any(lists['credit_words'])})\b|\w\s?[/|]\s?(?:{agencies})\b", re.IGNORECASE)
