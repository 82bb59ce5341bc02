"""Released rows of situations, made by hand as `dateline.release.release_situations` gives them."""

from __future__ import annotations

from typing import Any

from released import row, source

Row = dict[str, Any]


def heard(number: int, day: str | None, **changes: Any) -> Row:
    """A claim of so many displaced in a day's sentence; its id follows from both."""
    text = f"The harbour office told on {day} of {number:,} people who have no home."
    values: Row = {"low": number, "high": number, "quantifier": "exact", "term": "displaced", "measure": "stock"}
    values["period"] = {"start": None, "end": day, "text": None, "precision": "day", "anchor": "text"}
    values["sources"] = [source("The harbour office", text)]
    return row(text, f"{number:,} people", **{**values, **changes})


def verdict(claims: list[Row], end: str | None, **changes: Any) -> Row:
    """A row of a series that these claims speak of; the first holds both bounds."""
    first = claims[0]["figure"]
    made: Row = {
        "measure": "stock", "term": "displaced", "unit": "person",
        "place": {"name": "Tolmen", "role": "at", "place": None, "blurred": None},
        "start": end, "end": end, "low": first["low"], "best": first["low"], "high": first["high"],
        "bounds_held_by": {"low": [claims[0]["claim_id"]], "high": [claims[0]["claim_id"]]},
        "why": {"low": "at least so many", "high": "at most so many"},
        "claims": [claim["claim_id"] for claim in claims], "origins": 1, "grade": "fair",
    }  # fmt: skip
    return {**made, **changes}


def situation(series: list[Row], **changes: Any) -> Row:
    """A situation of these rows in which every claim stands."""
    claims = [claim for one in series for claim in one["claims"]]
    made: Row = {
        "situation_id": "5" * 32, "kind": "situation", "term_family": "displacement", "place": None,
        "cause": "disaster", "country": "PRT", "start": "2031-05-01", "end": "2031-05-20", "series": series,
        "contradictions": [], "roles": {claim: ["triangulation", "stands beside"] for claim in claims},
        "documents": ["1" * 32], "links": [],
    }  # fmt: skip
    return {**made, **changes}
