"""Where the outlet that printed a page is at home: it speaks of places near it without saying in which country."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from dateline.vocab.actors import known_actors
from dateline.vocab.countries import iso3_of_iso2

_BRITISH: Final = "uk"
_ANYWHERE: Final = frozenset(
    ["ac", "ai", "as", "cc", "cd", "co", "fm", "io", "la", "ly", "me", "nu", "sh", "st", "tk", "to", "tv", "vu", "ws"]
)
"""Endings that belong to a country and are sold to everybody."""


def home_of(publisher: str | None, url: str | None) -> str | None:
    """The outlet's country (ISO alpha-3): of an outlet that is known by name, else by the ending of the address."""
    if publisher:
        found = {known.actor.country for known in known_actors().find(publisher) if known.actor.country}
        if len(found) == 1:
            return found.pop()
    return _of_address(url) if url else None


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
