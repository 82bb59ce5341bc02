"""How a document's claims now stand: machine versions and human decisions, merged on reading and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.ledger.corrections import corrected
from dateline.ledger.types import LedgerClaim, LedgerDocument
from dateline.model import Claim
from dateline.model.judgement import ClaimStatus, Judgement, Tombstone
from dateline.model.told import carrier_of

_STATUS: dict[str, ClaimStatus] = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim's newest machine version. `produced`: the document's newest reading still gives it."""

    machine: Claim
    added_at: str
    produced: bool


def marked_active(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The decisions on one claim, oldest first, with those marked that were undone. An undo can be undone."""
    if not judgements:
        return ()
    undone: set[int] = set()
    for judgement in reversed(judgements):
        if judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return tuple(replace(j, active=j.id not in undone) for j in judgements)


def effective(machine: Claim, judgements: Iterable[Judgement]) -> Claim:
    """The machine's reading with the active corrections laid over it, oldest first."""
    claim = machine
    for judgement in judgements:
        if judgement.active and judgement.action == "correct" and judgement.field:
            claim = corrected(claim, judgement.field, judgement.old, judgement.new)
    return claim


def status_of(judgements: Iterable[Judgement]) -> ClaimStatus:
    """What the newest active decision says; a withdrawal stands above all until it is undone."""
    status: ClaimStatus = "unreviewed"
    for judgement in judgements:
        if judgement.active and judgement.action == "withdraw":
            return "withdrawn"
        if judgement.active:
            status = _STATUS.get(judgement.action, status)
    return status


def merge_document(
    document: LedgerDocument, kept: Iterable[Kept], judgements: Mapping[str, Sequence[Judgement]]
) -> list[LedgerClaim]:
    """All claims of one document as they now stand, in the order of the text."""
    merged = [_merge(document, claim, marked_active(judgements.get(claim.machine.claim_id, ()))) for claim in kept]
    return sorted(_shifted(merged), key=lambda c: (c.machine.excerpt.start, _span(c.machine), c.claim.claim_id))


def _merge(document: LedgerDocument, kept: Kept, judgements: tuple[Judgement, ...]) -> LedgerClaim:
    return LedgerClaim(
        claim=effective(kept.machine, judgements),
        machine=kept.machine,
        document=document.document,
        status=status_of(judgements),
        added_at=kept.added_at,
        judgements=judgements,
        superseded_by=document.superseded_by,
        produced=kept.produced,
        tombstone=_tombstone(document, judgements),
    )


def _tombstone(document: LedgerDocument, judgements: Iterable[Judgement]) -> Tombstone | None:
    for judgement in judgements:
        if judgement.active and judgement.action == "withdraw":
            return Tombstone(
                document_id=document.document.id,
                claim_id=judgement.claim_id,
                sha256=document.document.sha256,
                citation=str(judgement.new or ""),
                reason=judgement.why,
                by=judgement.by,
                at=judgement.at,
            )
    return None


def _shifted(claims: list[LedgerClaim]) -> list[LedgerClaim]:
    """Let a judged claim stand for the one that a newer extractor reads at a shifted span of the same words.

    The span of the figure is part of a claim's identity, so that "over 300 people" and "300 people" are two claims.
    Without this a judgement would be lost, or one figure be there twice, whenever an extractor learns to quote better.
    Where several new claims overlap the judged one, nothing says which is meant: all stand.
    """
    judged = [c for c in claims if c.judged and not c.produced]
    standing: dict[str, str] = {}
    for old in judged:
        anew = [c for c in claims if c.produced and not c.judged and _same_words(old.machine, c.machine)]
        if len(anew) == 1:
            standing[anew[0].claim.claim_id] = old.claim.claim_id
    if not standing:
        return claims
    return [replace(c, stands_for_it=standing.get(c.claim.claim_id)) for c in claims]


def _same_words(one: Claim, other: Claim) -> bool:
    if one.kind != other.kind:
        return False
    (start, end), (other_start, other_end) = _span(one), _span(other)
    return start < other_end and other_start < end


def _span(claim: Claim) -> tuple[int, int]:
    carrier = carrier_of(claim)
    return carrier.start, carrier.end
