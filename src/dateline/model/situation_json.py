"""Situations as JSON: one a line, as `dateline reconcile --json` prints them. Standard library only."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dateline.model.situation import Situation, Verdict

Json = dict[str, Any]


def situation_to_json(situation: Situation) -> Json:
    """A situation with its series, contradictions and roles. Places are objects, as in a claim."""
    return {
        "situation_id": situation.situation_id,
        "kind": situation.kind,
        "term_family": situation.term_family,
        "place": asdict(situation.place) if situation.place else None,
        "cause": situation.cause,
        "country": situation.country,
        "start": situation.start,
        "end": situation.end,
        "series": [verdict_to_json(row) for row in situation.series],
        "contradictions": [{"claims": list(one.claims), "why": one.why} for one in situation.contradictions],
        "roles": {one.claim_id: [one.role, one.reason] for one in situation.roles},
        "documents": list(situation.documents),
        "links": [asdict(link) for link in situation.links],
    }


def verdict_to_json(row: Verdict) -> Json:
    """One row of a series."""
    return {
        "measure": row.measure,
        "term": row.term,
        "whom": row.whom,
        "unit": row.unit,
        "place": asdict(row.place) if row.place else None,
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
