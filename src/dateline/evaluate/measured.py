"""What is compared: one claim, annotated or found, reduced to the fields that are scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Measured:
    """A claim as it is scored.

    `key` names it within its document: its place in the list (annotated) or its claim_id (found); `part_of` is
    such a key, None where it is no part. `relative` holds words of time that an annotator could not resolve.
    `restates` marks a claim that says another one again in other words. `start` and `end` are ISO dates at their
    own precision; `span` the figure's offsets where they are given.
    """

    key: int | str
    figure: str
    low: int | None
    high: int | None
    unit: str | None = None
    quantifier: str | None = None
    term: str | None = None
    measure: str | None = None
    modality: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    relative: str | None = None
    places: tuple[tuple[str, str | None], ...] = ()
    """(name, role)"""
    sources: tuple[str, ...] = ()
    part_of: int | str | None = None
    restates: bool = False
    span: tuple[int, int] | None = None

    @property
    def bounds(self) -> Bounds:
        """The pair that decides a match."""
        return self.low, self.high

    @property
    def optional(self) -> bool:
        """Of an annotated claim: it restates another or is negated, so it is missed or found at no cost."""
        return self.restates or self.modality == "negated"

    def stands_in(self, text: str | None) -> bool:
        """True when the figure's words stand at its offsets, or anywhere where it gives none. No text: no say."""
        if text is None:
            return True
        if self.span is not None:
            return text[self.span[0] : self.span[1]] == self.figure
        return self.figure in text


def gold_from_row(row: Json, place: int) -> Measured:
    """An annotated claim, the `place`th of its document. Raises KeyError when it has no figure."""
    return Measured(
        key=place,
        figure=row["figure"],
        low=row.get("low"),
        high=row.get("high"),
        unit=row.get("unit"),
        quantifier=row.get("quantifier"),
        start=row.get("start"),
        end=row.get("end"),
        relative=row.get("relative"),
        restates=row.get("same_as") is not None,
        **_common(row),
    )


def found_from_row(row: Json, place: int) -> Measured | None:
    """A claim of `dateline extract`; None for what is not scored: other kinds, and implied figures ("a man")."""
    figure = row["figure"]
    if row.get("kind", "figure") != "figure" or figure.get("implied"):
        return None
    period = row.get("period") or {}
    return Measured(
        key=row.get("claim_id", place),
        figure=figure.get("text", ""),
        low=figure.get("low"),
        high=figure.get("high"),
        unit=figure.get("unit"),
        quantifier=figure.get("quantifier"),
        start=period.get("start"),
        end=period.get("end"),
        span=(figure["start"], figure["end"]) if figure.get("start") is not None else None,
        **_common(row),
    )


def _common(row: Json) -> Json:
    return {
        "term": row.get("term"),
        "measure": row.get("measure"),
        "modality": row.get("modality"),
        "country": row.get("country"),
        "places": tuple((place["name"], place.get("role")) for place in row.get("places", [])),
        "sources": tuple(source["name"] for source in row.get("sources", [])),
        "part_of": row.get("part_of"),
    }
