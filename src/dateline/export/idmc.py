"""A released claim in the words of IDMC, and what these words cannot say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.vocab.load import load

Row = dict[str, Any]
ACCURACY: Final = {"day": "Day", "week": "Week", "month": "Month", "season": "Season", "year": "Year", "range": "Range"}


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that IDMC's words can carry.

    `value` is the one number they have room for: the lower bound, or the upper where there is no lower. `lost` says
    what of the claim does not fit, in words, one item a loss.
    """

    row: Row
    term: str
    category: str
    quantifier: str
    qualifier: str
    unit: str
    value: int
    lost: tuple[str, ...]


def told(rows: Iterable[Row], left_out: dict[str, int]) -> Iterator[Told]:
    """The claims that can be carried; `left_out` counts the others by their reason."""
    for row in rows:
        reason = _unfit(row)
        if reason is None:
            yield _told(row)
        else:
            left_out[reason] = left_out.get(reason, 0) + 1


def _unfit(row: Row) -> str | None:
    """Why a claim cannot be carried at all, None where it can."""
    if row["kind"] != "figure" or row["figure"] is None:
        return f"{row['kind']}s"
    if row["modality"] != "asserted":
        return f"{row['modality']} claims"
    words = load("idmc")
    if row["term"] not in words["terms"]:
        return f"claims of people {row['term']}"
    return None if row["figure"]["unit"] in words["units"] else f"counts of {row['figure']['unit']}s"


def _told(row: Row) -> Told:
    words, figure = load("idmc"), row["figure"]
    categories = words["categories"].get(row["term"], words["categories"]["other"])
    low = figure["low"]
    return Told(
        row=row,
        term=words["terms"][row["term"]],
        category=categories[row["measure"] or "flow"],
        quantifier=words["quantifiers"][figure["quantifier"]],
        qualifier=words["qualifiers"][figure["quantifier"]],
        unit=words["units"][figure["unit"]],
        value=low if low is not None else figure["high"],
        lost=tuple(_lost(row)),
    )


def _lost(row: Row) -> Iterator[str]:
    figure, period = row["figure"], row["period"]
    if figure["low"] is not None and figure["high"] is not None and figure["low"] != figure["high"]:
        yield f"up to {figure['high']}"
    if row["part_of"]:
        yield f"part of claim {row['part_of']}"
    if row["same_as"]:
        yield f"the same people as claim {row['same_as']}"
    if figure["implied"]:
        yield "one person described, not a printed number"
    for place in row["places"]:
        if place["modifier"]:
            yield f"{place['modifier']} {place['name']}"
    if period["text"] and period["start"] is None and period["end"] is None:
        yield f"when: {period['text']}"


@cache
def _hazards() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    listed: list[Mapping[str, Any]] = load("idmc")["hazards"]
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(map(re.escape, one['words']))})\b", re.IGNORECASE), tuple(one["is"]))
        for one in listed
    )


def hazard(row: Row) -> tuple[str | None, ...]:
    """Category, subcategory, type and subtype of the hazard that the sentence names; all None where it names none,
    or several, or where the claim is of no disaster.
    """
    nothing = (None, None, None, None)
    if row["cause"] != "disaster":
        return nothing
    named = {kind for pattern, kind in _hazards() if pattern.search(row["excerpt"]["text"])}
    return named.pop() if len(named) == 1 else nothing
