"""The values that travel through the house. Frozen, slotted, standard library only."""

from dateline.model.claim import (
    Claim,
    Document,
    Excerpt,
    Extraction,
    Figure,
    Mention,
    Period,
    Place,
    Refusal,
    ResolvedPlace,
    Source,
)
from dateline.model.part import Part
from dateline.model.span import Span
from dateline.model.told import Actor, Event, Phrase, Statement

__all__ = [
    "Actor",
    "Claim",
    "Document",
    "Event",
    "Excerpt",
    "Extraction",
    "Figure",
    "Mention",
    "Part",
    "Period",
    "Phrase",
    "Place",
    "Refusal",
    "ResolvedPlace",
    "Source",
    "Span",
    "Statement",
]
