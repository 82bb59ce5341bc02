"""Where the outlet that printed a page is at home: it speaks of places near it without saying in which country."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from dateline.vocab.actors import known_actors
from dateline.vocab.countries import iso3_of_iso2
from dateline.vocab.load import load

_BRITISH: Final = "uk"
_ANYWHERE: Final = frozenset(
    ["ac", "ai", "as", "cc", "cd", "co", "fm", "io", "la", "ly", "me", "nu", "sh", "st", "tk", "to", "tv", "vu", "ws"]
)
"""Endings that belong to a country and are sold to everybody."""
_TWO: Final = 2
"""Different phrases that are wanted where other countries have one or the other."""


def home_of(publisher: str | None, url: str | None, text: str = "") -> str | None:
    """The outlet's country (ISO alpha-3): of an outlet that is known by name, else by the ending of the address, else
    of the offices and the law of which the page's `text` speaks."""
    if publisher:
        found = {known.actor.country for known in known_actors().find(publisher) if known.actor.country}
        if len(found) == 1:
            return found.pop()
    return (_of_address(url) if url else None) or home_told(text)


def home_told(text: str) -> str | None:
    """The only country whose offices and law a text speaks of ("sheriff's deputies"), whatever it names; else None."""
    told = [code for code, (alone, two) in _phrases().items() if alone.search(text) or _different(two, text)]
    return told[0] if len(told) == 1 else None


def _different(phrases: re.Pattern[str], text: str) -> bool:
    found = {re.sub(r"\d+", "#", match[0].lower()) for match in phrases.finditer(text)}
    return len(found) >= _TWO


@cache
def _phrases() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """By country the phrases of which one, and of which two tell it."""
    return {code: (_any_of(rows["alone"]), _any_of(rows["two"])) for code, rows in load("homes_en").items()}


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, in small or capital letters."""
    shapes = (
        re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\#", r"\d+").replace("'", "['’]") for phrase in phrases
    )
    return re.compile(rf"\b(?:{'|'.join(shapes)})\b", re.IGNORECASE)


def _of_address(url: str) -> str | None:
    """The country of an address that ends in a country's letters; None for "com", "org", and what is sold anywhere."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2].lower()
    if ending == _BRITISH:
        return "GBR"
    return iso3_of_iso2(ending) if len(ending) == 2 and ending not in _ANYWHERE else None
