"""How sure the extractor is that a claim reads as stored, between 0 and 1.

A plain weighing of how the trigger was found and of what the page left open; no probability. The order
means something ("read this one first"), the value by itself does not.
"""

from __future__ import annotations

from dateline.extract.draft import Draft

_BY = {
    "verb": 0.95,
    "event": 0.93,
    "list": 0.92,
    "noun": 0.9,
    "state": 0.9,
    "modifier": 0.88,
    "part": 0.88,
    "total": 0.85,
    "phrase": 0.82,
    "label": 0.8,
    "beside": 0.75,
    "shared": 0.7,
}
_UNCERTAIN = 0.08
"""Taken off for each of: a headline, no counted noun, a described person, a modality not asserted, the term "other"."""


def score_of(draft: Draft, *, sourced: bool) -> float:
    """The score of a filled draft; a credited claim is a little surer than one that nobody is credited with."""
    doubts = (
        draft.sentence.headline,
        draft.quantity.noun is None,
        draft.quantity.implied,
        draft.modality != "asserted",
        draft.term == "other",
    )
    score = _BY.get(draft.by, 0.7) - _UNCERTAIN * sum(doubts) + (0.02 if sourced else 0.0)
    return round(max(0.05, min(score, 0.99)), 2)
