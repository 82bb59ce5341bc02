"""A claim's row (the released JSON of the contract) in the words of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dateline.release.placed import placed
from dateline.release.told import said_words, speaker_words
from dateline.vocab.nearly import says_nearly

Row = dict[str, Any]

COUNTED = {"person": "people", "household": "households", "dwelling": "dwellings"}
OPEN = "–"
"""Stands where the text leaves something open."""
DIGITS: Final = 8
"""So many digits of an id are shown: enough to tell millions apart."""


def figure_words(figure: Row | None) -> str:
    """The range and what it counts: "238,000 or more people", "20,000 to 99,999 people", "one (described)"."""
    if figure is None:
        return OPEN
    if figure["implied"]:
        return "one (described)"
    counted = figure["unit"] if figure["low"] == figure["high"] == 1 else COUNTED[figure["unit"]]
    about = "about " if figure["quantifier"] == "approximately" else ""
    told = range_words(figure["low"], figure["high"])
    if figure["low"] is None and figure["high"] is not None and says_nearly(figure["text"]):
        told = f"nearly {figure['high']:,}"
    return f"{about}{told} {counted}"


def told_words(row: Row) -> str:
    """What stands in the first cell of a claim: the figure, who took part in an event, or what is said."""
    if row.get("type"):
        return "; ".join(_actor_words(actor) for actor in row["actors"]) or OPEN
    if row.get("content"):
        return f"“{_short(said_words(row))}”"
    return figure_words(row["figure"])


def _actor_words(actor: Row) -> str:
    return str(actor["name"]) if actor["role"] == "party" else f"{actor['name']} ({actor['role']})"


def _short(words: str) -> str:
    cut = words[:_MOST_SAID].rsplit(" ", 1)[0] if len(words) > _MOST_SAID else words
    return cut if cut == words else f"{cut} …"


_MOST_SAID = 80
"""Characters of what is said that a cell shows."""


def range_words(low: int | None, high: int | None) -> str:
    """Two inclusive bounds, either of them open; never a midpoint."""
    if low is None:
        return OPEN if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def what_words(row: Row) -> str:
    """What happened, as stock or flow, and how it is said where it is not plainly asserted; of a statement its form."""
    if row.get("status") == "withdrawn" and row["figure"] is None:
        return "withdrawn"  # a tombstone
    words = str(row["term"] or row.get("type") or row.get("form") or row["kind"]).replace("_", " ")
    measure = f" ({row['measure']})" if row["measure"] else ""
    modality = f", {row['modality']}" if row["modality"] != "asserted" else ""
    return f"{words}{measure}{modality}"


def beside_words(row: Row, told: Mapping[str, str]) -> str:
    """What a claim is a part of, or tells in another unit; "" for neither. `told` names claims by id."""
    part, same = row.get("part_of"), row.get("same_as")
    if part:
        return f"part of {told.get(part, part[:DIGITS])}"
    return f"same as {told.get(same, same[:DIGITS])}" if same else ""


def where_words(row: Row) -> str:
    """The places with their role and modifier, then the country; an unresolved name is marked with "?", what is known
    by another name has that in brackets.
    """
    places = [_place_words(place, row["country"]) for place in row["places"]]
    return "; ".join([*places, *([row["country"]] if row["country"] else [])]) or OPEN


def _place_words(place: Row, country: str | None) -> str:
    role = "" if place["role"] == "at" else f"{place['role']} "
    modifier = f" ({place['modifier']})" if place["modifier"] else ""
    there = placed(place, country)
    unknown = "" if place["place"] else "?"
    return f"{role}{place['name']}{modifier}{unknown}{f' [{there}]' if there else ''}"


def when_words(period: Row) -> str:
    """The period as dates; the text's own words where it has none."""
    start, end = period["start"], period["end"]
    if start and end:
        return str(start) if start == end else f"{start} to {end}"
    if start or end:
        return f"from {start}" if start else f"by {end}"
    return f"“{period['text']}”" if period["text"] else OPEN


def source_words(row: Row) -> str:
    """Who is credited, with the kind of source; of a statement who speaks."""
    if row.get("speaker"):
        return speaker_words(row)
    return "; ".join(f"{source['name']} ({source['type']})" for source in row["sources"]) or OPEN


def document_words(document: Row) -> str:
    """Publisher and date of a document; its title, then its id, where it has neither."""
    known = [document["publisher"], (document["published"] or "")[: len("2031-03-05")]]
    return ", ".join(filter(None, known)) or document["title"] or f"document {document['id'][:8]}"
