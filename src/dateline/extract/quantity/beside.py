"""Bare numbers that the words around them make an age, a band of ages, a channel or the number of a house.

"The other, 25, is in hospital", "ages 19, 21 and 24", "the victim is 15", "CBS 8 reports": none of them counts people.
Only a number without a noun of its own is asked, so "in Homs, 25 civilians" is not.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.vocab.load import load

_OLDEST = 119
_BACK = 60
"""Code points looked at before the number."""


def is_age(text: str, start: int, end: int, value: int | None) -> bool:
    """True where the number at [start, end) of the sentence's text is somebody's age, or one end of a band of ages."""
    if value is None or value > _OLDEST:
        return False
    before, after = text[max(0, start - _BACK) : start], text[end : end + 24]
    if _named_ages().search(before) or _compared().search(before):
        return True
    if _OLD.match(after):
        return True
    if _is().search(before) and _STOP.match(after):
        return True
    return bool(_apposed().search(before)) and bool(_CLOSED.match(after))


def is_channel(text: str, start: int, end: int) -> bool:
    """True where the number is part of a broadcaster's name ("CBS 8", "Channel 4", "NBC 6's", "8 News")."""
    before, after = text[max(0, start - _BACK) : start], text[end : end + 8]
    if _CALL_SIGN.search(before) and re.search(r"[a-z]{3}", before + after):
        return True  # not in a line of capitals, where every word is one
    return bool(_channel().search(before)) or bool(re.match(r"(?:'s)? ?(?:News|NEWS)\b", after))


def is_address(text: str, end: int) -> bool:
    """True where a street follows the number that ends at `end` ("224 E. Alder Court")."""
    return _street().match(text, end) is not None


@cache
def _street() -> re.Pattern[str]:
    streets = "|".join(load("wording_en")["addresses"]["streets"])
    return re.compile(rf" (?:[NSEW]{{1,2}}\.? )?(?:[A-Z0-9][\w'’.-]* ){{1,3}}(?:{streets})(?![\w-])")


_CALL_SIGN = re.compile(r"\b[WK][A-Z]{2,3}(?:-TV)? $")
"""A station of North America."""
_STOP = re.compile(r"\s*(?:[.,;)]|and\b|but\b|$)")
_CLOSED = re.compile(r"\s*(?:[,.;)–—]|--?\s|of\s[A-Z]|$)")
_OLD = re.compile(r"[- ]?(?:(?:to|and|or|-|–)\s?\d{1,3}[- ])?(?:years?|months?|yrs?)[- ](?:old|of age)\b")


@cache
def _named_ages() -> re.Pattern[str]:
    """Behind "ages", "aged", "in age from", with other ages between: "ages 19, 21 and 24", "aged between 20 and 29"."""
    number = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
    joined = rf"(?:{number}\s*(?:,|-|–|\band\b|\bor\b|\bto\b|,\s*and\b)\s*){{0,6}}"
    return re.compile(
        rf"\b(?:aged?|ages)\s*(?:,\s*)?(?:of|from|between|under|over)?\s*(?:the\s+ages?\s+of\s+)?{joined}$",
        re.IGNORECASE,
    )


@cache
def _compared() -> re.Pattern[str]:
    words = "|".join(load("wording_en")["ages"]["compared"])
    return re.compile(rf"\b(?:{words})\s+(?:the\s+age\s+of\s+)?$", re.IGNORECASE)


@cache
def _is() -> re.Pattern[str]:
    """ "the victim is 15", "she was 23", "he had turned 40": one person and a form of to be."""
    return re.compile(rf"\b(?:he|she|who|{_persons()})\s+(?:is|was|had turned|has turned|turned)\s+$", re.IGNORECASE)


@cache
def _apposed() -> re.Pattern[str]:
    """One person, described or by a name of two words, with the number behind a comma or in brackets."""
    one = rf"(?:\b(?:(?i:{_persons()}|the other|another|self)))"
    name = r"(?:\b[A-Z][\w'’.-]+ (?:[A-Z][\w'’.-]* )?[A-Z][\w'’-]+)"
    return re.compile(rf"(?:{one}|{name})\s?[,(]\s?$")


@cache
def _persons() -> str:
    return "|".join(load("wording_en")["ages"]["one_person"])


@cache
def _channel() -> re.Pattern[str]:
    names = "|".join(load("wording_en")["channels"]["broadcasters"])
    words = "|".join(load("wording_en")["channels"]["words"])
    return re.compile(rf"(?:\b(?:{names})|\b(?:{words}))[ -]$")
