"""Situations as JSON: one a line, as `dateline reconcile --json` prints them. Standard library only."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import ResolvedPlace
from dateline.model.flat import fields_of
from dateline.model.situation import ClaimRole, Contradiction, Link, SeriesPlace, Situation, Verdict

Json = dict[str, Any]


def situation_to_json(situation: Situation) -> Json:
    """A situation with its series, contradictions and roles. Places are objects, as in a claim."""
    return {
        "situation_id": situation.situation_id,
        "kind": situation.kind,
        "term_family": situation.term_family,
        "place": _place_to_json(situation.place),
        "cause": situation.cause,
        "country": situation.country,
        "start": situation.start,
        "end": situation.end,
        "series": [verdict_to_json(row) for row in situation.series],
        "contradictions": [{"claims": list(one.claims), "why": one.why} for one in situation.contradictions],
        "roles": {one.claim_id: [one.role, one.reason] for one in situation.roles},
        "documents": list(situation.documents),
        "links": [fields_of(link) for link in situation.links],
    }


def verdict_to_json(row: Verdict) -> Json:
    """One row of a series."""
    return {
        "measure": row.measure,
        "term": row.term,
        "whom": row.whom,
        "unit": row.unit,
        "place": _place_to_json(row.place),
        "start": row.start,
        "end": row.end,
        "low": row.low,
        "best": row.best,
        "high": row.high,
        "bounds_held_by": {"low": list(row.low_held_by), "high": list(row.high_held_by)},
        "why": {"low": row.low_why, "high": row.high_why},
        "claims": list(row.claims),
        "origins": row.origins,
        "grade": row.grade,
    }


def _place_to_json(place: SeriesPlace | None) -> Json | None:
    if place is None:
        return None
    return {**fields_of(place), "place": fields_of(place.place) if place.place else None}


def situation_from_json(row: Json) -> Situation:
    """The inverse of `situation_to_json`. Raises KeyError or TypeError when the row is no situation."""
    return Situation(
        situation_id=row["situation_id"],
        kind=row["kind"],
        term_family=row["term_family"],
        place=_place(row["place"]),
        cause=row["cause"],
        country=row["country"],
        start=row["start"],
        end=row["end"],
        series=tuple(verdict_from_json(one) for one in row["series"]),
        contradictions=tuple(Contradiction(tuple(one["claims"]), one["why"]) for one in row["contradictions"]),
        roles=tuple(ClaimRole(claim, role, reason) for claim, (role, reason) in row["roles"].items()),
        links=tuple(Link(**{**link, "reasons": tuple(link["reasons"])}) for link in row["links"]),
        documents=tuple(row["documents"]),
    )


def verdict_from_json(row: Json) -> Verdict:
    """The inverse of `verdict_to_json`. Raises KeyError or TypeError when the row is none."""
    held, why = row["bounds_held_by"], row["why"]
    same = ("measure", "term", "whom", "unit", "start", "end", "low", "best", "high", "origins", "grade")
    return Verdict(
        **{name: row[name] for name in same},
        place=_place(row["place"]),
        low_held_by=tuple(held["low"]),
        high_held_by=tuple(held["high"]),
        low_why=why["low"],
        high_why=why["high"],
        claims=tuple(row["claims"]),
    )


def _place(row: Json | None) -> SeriesPlace | None:
    if row is None:
        return None
    return SeriesPlace(**{**row, "place": ResolvedPlace(**row["place"]) if row["place"] else None})
