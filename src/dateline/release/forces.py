"""What tells of forces, where they fight and stand: it leaves coarsened, without units, and not while it is fresh.

Care 4: claims of clashes, strikes, withdrawals, deployments, sieges and control leave with places at the level of a
district, actors at the level of a party, and not within seven days of the page's publication.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final

from dateline.extract.gate.forms import of_noun, of_verb
from dateline.model import Claim, Document
from dateline.vocab.load import load

YOUNG: Final = timedelta(days=7)
"""What a page tells of forces stays in until the page is so old."""

OF_FORCES: Final = frozenset({
    "armed_clash", "air_strike", "shelling", "control_gained", "control_lost", "withdrawal", "deployment", "siege",
    "search_operation",
})  # fmt: skip
"""Types of events that tell where forces are, whoever takes part."""

_AIMED: Final = frozenset({"attack", "explosion", "killing", "abduction", "arrest", "threat", "property_destroyed"})
"""Types that do when forces are those it is done to; done to others they tell of harm to people, and stay."""
_ARMED: Final = frozenset({"military", "armed_group"})
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")


def tells_of_forces(claim: Claim) -> bool:
    """True for an event of forces, and for a statement that tells of one."""
    if claim.event is not None:
        hit = any(actor.role != "agent" and actor.type in _ARMED for actor in claim.event.actors)
        return claim.event.type in OF_FORCES or (claim.event.type in _AIMED and hit)
    return claim.statement is not None and speaks_of_forces(claim.statement.content.text)


def names_units(claim: Claim) -> bool:
    """True where units and officers are masked: a claim of forces, and one whose sentence also tells of them."""
    return tells_of_forces(claim) or speaks_of_forces(claim.excerpt.text)


def speaks_of_forces(text: str) -> bool:
    """True for words that name forces and tell of fighting, control or movement."""
    words = set(_WORD.findall(text.lower()))
    return bool(words & _telling()) and bool(words & _forces())


def too_recent(claim: Claim, document: Document, today: date | None = None) -> bool:
    """True for a claim of forces whose page is younger than seven days on `today` (None: today, UTC), or of the future.

    A page without a date is never too recent: its age is not known.
    """
    if not document.published or not tells_of_forces(claim):
        return False
    first = ((today or datetime.now(UTC).date()) - YOUNG + timedelta(days=1)).isoformat()
    told = document.published[:10]
    return told >= first[: len(told)]


@cache
def _telling() -> frozenset[str]:
    return frozenset(form for lemma in load("forces_en")["telling"] for form in of_noun(lemma) | of_verb(lemma))


@cache
def _forces() -> frozenset[str]:
    return frozenset(form for lemma in load("forces_en")["forces"] for form in of_noun(lemma))
