"""Places in words: as the text names them, and where the gazetteer puts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.release.placed import placed
from dateline.report.clean import shown
from dateline.vocab.countries import countries

Row = dict[str, Any]

NO_COUNTRY = "Country not given"
SEVERAL = "Several countries"
_PRECISION = {
    "point": "a point",
    "adm3": "a third-level unit",
    "adm2": "a district",
    "adm1": "a first-level unit",
    "adm0": "a country",
}


@dataclass(frozen=True, slots=True)
class Where:
    """A place of a claim. `words` keep the text's own ("from south of Mosul"), `resolved` is the gazetteer's reading.

    `path` goes from the place outward, without repeats: what a filter by place looks at. `located` is False for a
    name that the gazetteer does not know. `there` says where it was put, where the words do not.
    """

    words: str
    resolved: str
    path: tuple[str, ...]
    located: bool
    whole_country: bool
    there: str = ""


def where(place: Row, excerpt: Row, country: str | None = None) -> Where:
    """One place of a claim of a country, in words."""
    found = place["place"]
    name = shown(place["name"])
    role = "" if place["role"] == "at" else f"{place['role']} "
    words = f"{role}{_modified(place, excerpt, name)}"
    if found is None:
        return Where(words, "not in the gazetteer", (name,), located=False, whole_country=False)
    outward = [shown(found["name"]), shown(found["admin1"] or ""), country_name(found["country"])]
    path = tuple(dict.fromkeys(part for part in outward if part))
    resolved = f"{', '.join(path)} ({_PRECISION[found['precision']]})"
    there = shown(placed(place, country))
    return Where(words, resolved, path, located=True, whole_country=found["precision"] == "adm0", there=there)


def _modified(place: Row, excerpt: Row, name: str) -> str:
    """The name with its modifier on the side where the text has it."""
    if not place["modifier"]:
        return name
    modifier = shown(place["modifier"])
    at = place["end"] - excerpt["start"]
    after = at >= 0 and excerpt["text"][at:].lstrip().startswith(place["modifier"])
    return f"{name} {modifier}" if after else f"{modifier} {name}"


def country_name(code: str | None) -> str:
    """The usual English name of a country; the code itself when it is unknown, "" for None."""
    if code is None:
        return ""
    known = countries().get(code)
    return known.name if known else shown(code)


def country_of(row: Row) -> str:
    """Under which country a claim stands: the text's word for it, else that of its places when they agree."""
    if row["country"]:
        return country_name(row["country"])
    told = {place["place"]["country"] for place in row["places"] if place["place"]} - {None}
    if len(told) > 1:
        return SEVERAL
    return country_name(told.pop()) if told else NO_COUNTRY
