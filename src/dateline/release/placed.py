"""Where the gazetteer puts a place, said where the page's own word does not."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any, Final

from dateline.vocab.countries import countries
from dateline.vocab.fold import fold

Json = dict[str, Any]
SPELLED: Final = 0.75
"""Share of letters in common from which two names are one, spelled otherwise."""


def placed(place: Json, country: str | None) -> str:
    """The name of the gazetteer's place where it is another than the page's word ("El Fasher" for "Shagra"), with the
    country where that is not the claim's own: "Mary, Turkmenistan". "" where the word says it all, or nothing is known.
    """
    found = place["place"]
    if found is None:
        return ""
    abroad = found["country"] is not None and country is not None and found["country"] != country
    if not abroad and (found["precision"] == "adm0" or _one_name(place["name"], found["name"])):
        return ""  # "USA" and "the Kingdom" are their country, which stands beside them
    known = countries().get(found["country"] or "")
    return f"{found['name']}, {known.name if known else found['country']}" if abroad else str(found["name"])


def _one_name(word: str, name: str) -> bool:
    """True where one name holds the other, or both are spelled alike: "Maracaibo" of "Municipio Maracaibo"."""
    one, other = fold(word).replace("-", " "), fold(name).replace("-", " ")
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= SPELLED
