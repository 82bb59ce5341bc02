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
    Span,
)

__all__ = [
    "Claim",
    "Document",
    "Excerpt",
    "Extraction",
    "Figure",
    "Mention",
    "Period",
    "Place",
    "Refusal",
    "ResolvedPlace",
    "Source",
    "Span",
]
