"""Who speaks: the origin of a claim. Independence counts origins, never pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from dateline.model.situation import Reported
from dateline.model.words import SourceType
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

RELIABLE: Final[tuple[SourceType, ...]] = (
    "un", "monitor", "ngo", "government", "media", "other", "witness", "military", "armed_group",
)  # fmt: skip
"""Source types from the most reliable on; used to choose among figures that are allowed anyway, and nowhere else."""

AUTHORITATIVE: Final[frozenset[SourceType]] = frozenset({"un", "monitor", "ngo", "government"})
"""Types of which one alone makes a grade "fair": they count, or keep the count."""


def origin_of(reported: Reported, origins: Mapping[str, str]) -> str:
    """The source credited in the text, else the agency of the document (`origins`), else the publisher.

    Witnesses have no name: those of one document's origin are one voice, those of another are others.
    """
    claim = reported.claim
    home = origins.get(claim.document_id) or reported.publisher
    said_by = f"page:{fold(home)}" if home else f"document:{claim.document_id}"
    if not claim.sources:
        return said_by
    source = claim.sources[0]
    if source.type == "witness" and source.resolved is None:
        return f"witness:{said_by}"
    return f"source:{fold(source.resolved or source.name)}"


def voice_type(reported: Reported) -> SourceType:
    """The type of whoever speaks; a page that credits nobody speaks as media."""
    sources = reported.claim.sources
    return sources[0].type if sources else "media"


def is_civil(reported: Reported) -> bool:
    """True for a government's services that count the harmed of crimes and accidents: police, coroners, rescuers."""
    sources = reported.claim.sources
    return bool(sources) and not _CIVIL.isdisjoint(fold(f"{sources[0].name} {sources[0].resolved or ''}").split())


_CIVIL: Final = word_set("reconcile_en", "voice", "civil")


def tells_crime(reported: Reported) -> bool:
    """True where the sentence or the page's title tells of a crime or a mishap, at which nobody fights."""
    return _tells_crime(reported.claim.excerpt.text) or _tells_crime(reported.title or "")


@lru_cache(maxsize=1 << 12)
def _tells_crime(text: str) -> bool:
    return _CRIME.search(text) is not None


_CRIMES: Final = sorted(word_set("reconcile_en", "voice", "crime"), key=lambda words: (-len(words), words))
_CRIME: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _CRIMES))}"
    r"|shot by (?:\w+ ){0,3}(?:police|officers?|deputy|deputies|troopers?))\b",
    re.IGNORECASE,
)
