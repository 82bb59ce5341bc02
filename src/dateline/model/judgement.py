"""What a person decided about a claim, what the audit log says of it, and what stays of something taken out.

Times are UTC, ISO 8601 with seconds ("2026-11-22T09:26:00Z").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

JudgementAction = Literal["accept", "reject", "correct", "withdraw", "merge", "split", "recommend", "undo"]
ClaimStatus = Literal["unreviewed", "accepted", "rejected", "corrected", "withdrawn"]

JUDGEMENT_ACTIONS: Final = ("accept", "reject", "correct", "withdraw", "merge", "split", "recommend", "undo")
CLAIM_STATUSES: Final = ("unreviewed", "accepted", "rejected", "corrected", "withdrawn")

CorrectedValue = str | int | None | tuple[int | None, int | None] | tuple[str | None, ...]
"""A corrected value: one word, None (the text leaves it open), or the two ends of a range or a period. Of a decision
about several claims: their ids."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision by one person. Never changed afterwards: an undo is a decision of its own.

    `id` is its number in the audit log. `field`, `old` and `new` are set for a correction: `old` is what stood
    there for the reader just before. A merge, a split or a recommendation is about several claims: `new` has their ids,
    `claim_id` is the first. `undoes` is the id of the decision that an undo takes back, None for the
    others. `active` is False once it was undone.
    """

    id: int
    claim_id: str
    action: JudgementAction
    by: str
    why: str
    at: str
    field: str | None = None
    old: CorrectedValue = None
    new: CorrectedValue = None
    undoes: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a purged document or a withdrawn claim.

    `sha256` is the hash of the original bytes of the document, `citation` what may be said of it in public
    (by default its publisher and date), `reason` why it left. `claim_id` is None when the whole document went.
    """

    document_id: str
    claim_id: str | None
    sha256: str
    citation: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the append-only log. `hash` covers the entry and the hash of the one before it.

    `old`, `new` and `why` are None when nothing was said, when the value names a private person, or when it
    went with a purged document; `withheld` is True in the last two cases (their hashes stay in the chain).
    """

    seq: int
    at: str
    who: str
    what: str
    document_id: str | None
    claim_id: str | None
    field: str | None
    old: str | None
    new: str | None
    why: str | None
    withheld: bool
    hash: str
