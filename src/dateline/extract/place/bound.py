"""What the words right before a name bind it to: "the central Malian town of X" lies in Mali, or nowhere we know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from dateline.extract.place.lookup import is_country, is_demonym
from dateline.extract.place.names import Name
from dateline.extract.place.stated import key_of
from dateline.extract.place.words import words
from dateline.vocab import countries
from dateline.vocab.load import either

_BEFORE: Final = re.compile(
    r"(?P<who>(?:(?:North|South|Central|New) )?[A-Z][^\W\d_]+)(?P<own>['’]s)?"
    r"(?P<mid>(?: (?!of\b|and\b)[a-z][a-z-]*){0,3}?)"
    r" (?P<kind>(?!of\b|the\b)[a-z]+)(?: of)?(?: the)? $"
)
_REACH: Final = 70
_KINDS: Final = frozenset({"place", "adm1", "adm2"})
"""Kinds of places that lie in the country of which they are said to be; a camp is called after its people."""
_LIST: Final = re.compile(r",? (?:and )?|, ")


def bound_countries(names: Sequence[Name], text: str) -> dict[str, str]:
    """By key of a name the country (alpha-3) in which the words before it put it; those joined to it go along."""
    found: dict[str, set[str]] = {}
    last: tuple[int, str, str] | None = None
    for name in names:
        told = _told(name, text)
        if told is None and last is not None and last[1].endswith("s") and _LIST.fullmatch(text[last[0] : name.start]):
            told = (last[2], last[1])
        last = (name.end, told[1], told[0]) if told is not None else None
        if told is not None:
            found.setdefault(key_of(name), set()).add(told[0])
    return {key: codes.pop() for key, codes in found.items() if len(codes) == 1}


def _told(name: Name, text: str) -> tuple[str, str] | None:
    """The country, and the word for the kind of place."""
    match = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
    if match is None or _kind(match["kind"]) not in _KINDS or _acts(match["mid"].split()):
        return None
    who = next((who for who in (match["who"], match["who"].partition(" ")[2]) if countries.country_of(who)), None)
    if who is None or not (is_demonym(who) or (match["own"] and is_country(who))):
        return None
    return countries.country_of(who) or "", match["kind"]


def _acts(between: Sequence[str]) -> bool:
    """ "Malian jets struck the town of X": who does something there, and not whose town it is."""
    return not words().bodies.isdisjoint(between) or not words().parted.isdisjoint(between)


def _kind(word: str) -> str | None:
    singular = f"{word.removesuffix('ies')}y" if word.endswith("ies") else word.removesuffix("s")
    return words().kind_of.get(word) or words().kind_of.get(singular)


def parts_of_town(names: Sequence[Name], text: str) -> Iterator[str]:
    """The keys of names of districts "of the capital", "of the city": "X and Y districts of the capital"."""
    behind: int | None = None
    for name in reversed(names):
        start = name.end - len(name.text) + len(name.bare)
        joined = behind is not None and _LIST.fullmatch(text[name.end : behind])
        if joined or _part_of_town().match(text, start):
            yield key_of(name)
            behind = name.start
        else:
            behind = None


@cache
def _part_of_town() -> re.Pattern[str]:
    parts = either(words().parts_of_capital)
    return re.compile(rf",? (?:[a-z-]+ )?(?:{parts}) of (?:the|its) (?:[a-z-]+ )?(?:capital|city)\b")
