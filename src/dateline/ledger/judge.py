"""A person's decisions: appended with their audit entry in one transaction, never changed, taken back by an undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select

from dateline.errors import NotFound, UsageError
from dateline.ledger import audit
from dateline.ledger.corrections import Given, read_correction, touches_private
from dateline.ledger.opinions import forget
from dateline.ledger.read import GROUPING_ACTIONS, one_claim
from dateline.ledger.rows import canonical
from dateline.ledger.schema import judgements
from dateline.ledger.store import Store
from dateline.ledger.types import LedgerClaim
from dateline.model.judgement import CorrectedValue, Judgement, JudgementAction

DECISIONS = ("accept", "reject", "correct", "withdraw")


def decide(
    store: Store,
    action: str,
    claim: str,
    *,
    by: str,
    why: str,
    field: str | None = None,
    value: Given = None,
    citation: str | None = None,
) -> Judgement:
    """Write one decision down; see `Ledger.judge` and `Ledger.withdraw`."""
    if action not in DECISIONS:
        raise UsageError(f"{action!r} is no decision: choose one of {', '.join(DECISIONS)}")
    if (action == "correct") != (field is not None):
        raise UsageError("a correction, and nothing else, names a field and its value")
    signed(by, why)
    with store.writing() as connection:
        found = _decidable(connection, claim)
        if action == "correct":
            return _correct(connection, found, by, why, store.now(), str(field), value)
        new = (citation or citation_of(found)) if action == "withdraw" else None
        if action == "withdraw":
            forget(connection, [found.claim.claim_id])
        return _write(connection, found, action, by, why, store.now(), new=new)


def correct(store: Store, claim: str, changes: Mapping[str, Given], *, by: str, why: str) -> tuple[Judgement, ...]:
    """Write several corrections of a claim down in one transaction; see `Ledger.correct`."""
    if not changes:
        raise UsageError("nothing is to be corrected: name a field and its value")
    signed(by, why)
    with store.writing() as connection:
        now = store.now()
        return tuple(
            _correct(connection, _decidable(connection, claim), by, why, now, field, value)
            for field, value in changes.items()
        )


def group(store: Store, action: str, claims: Sequence[str], *, by: str, why: str) -> Judgement:
    """Write down what several claims have to do with each other; see `Ledger.group`."""
    if action not in GROUPING_ACTIONS:
        raise UsageError(f"{action!r} is no decision about several claims: choose one of {', '.join(GROUPING_ACTIONS)}")
    signed(by, why)
    with store.writing() as connection:
        found = list({one.claim.claim_id: one for one in (_decidable(connection, claim) for claim in claims)}.values())
        if len(found) < 2 and action == "merge":
            raise UsageError("name two claims or more: a merge says that they are of one situation")
        if not found:
            raise UsageError("name the claims that this is about")
        ids = tuple(one.claim.claim_id for one in found)
        return _write(connection, found[0], action, by, why, store.now(), new=ids)


def _decidable(connection: Connection, claim: str) -> LedgerClaim:
    """The claim as it now stands. Raises UsageError when it is withdrawn."""
    found = one_claim(connection, claim)
    if found.status == "withdrawn":
        raise UsageError(f"claim {found.claim.claim_id} is withdrawn: undo that first")
    return found


def undo(store: Store, what: int | str, *, by: str, why: str) -> Judgement:
    """Take a decision back; see `Ledger.undo`."""
    signed(by, why)
    with store.writing() as connection:
        found = one_claim(connection, what if isinstance(what, str) else _claim_of(connection, what))
        target = _target(found, what)
        return _write(
            connection, found, "undo", by, why, store.now(), field="judgement", new=str(target.id), undoes=target.id
        )


def signed(by: str, why: str) -> None:
    """Raises UsageError unless somebody signs and gives a reason, in characters that can be kept."""
    for value, what in ((by, "who decides (by)"), (why, "the reason (why)")):
        if not value or not value.strip():
            raise UsageError(f"the audit log needs to know {what}")
        if not value.isprintable() and any("\ud800" <= character <= "\udfff" for character in value):
            raise UsageError(f"{what} holds half a character: write it again")


def citation_of(claim: LedgerClaim) -> str:
    """What may be said in public of where a withdrawn claim stood: publisher and date, no title and no name."""
    return document_citation(claim.document.publisher, claim.document.published, claim.document.id)


def document_citation(publisher: str | None, published: str | None, document_id: str) -> str:
    """Publisher and date of publication, else the document's id."""
    return ", ".join(part for part in (publisher, published) if part) or f"document {document_id}"


def _correct(
    connection: Connection, found: LedgerClaim, by: str, why: str, now: str, field: str, value: Given
) -> Judgement:
    kept, old, new = read_correction(found.claim, field, value)
    private = touches_private(found.claim, kept, old)
    return _write(connection, found, "correct", by, why, now, field=kept, old=old, new=new, private=private)


def _write(
    connection: Connection,
    found: LedgerClaim,
    action: JudgementAction | str,
    by: str,
    why: str,
    now: str,
    *,
    field: str | None = None,
    old: CorrectedValue = None,
    new: CorrectedValue = None,
    undoes: int | None = None,
    private: bool = False,
) -> Judgement:
    old_kept, new_kept = _stored(action, old), _stored(action, new)
    seq = audit.append(
        connection, at=now, who=by, what=action, document_id=found.claim.document_id, claim_id=found.claim.claim_id,
        field=field, old=old_kept, new=new_kept, why=why, private=private,
    )  # fmt: skip
    values = {"action": action, "field": field, "old": old_kept, "new": new_kept, "undoes": undoes}
    connection.execute(insert(judgements).values(seq=seq, claim_id=found.claim.claim_id, **values))
    return next(j for j in one_claim(connection, found.claim.claim_id).judgements if j.id == seq)


def _stored(action: str, value: CorrectedValue) -> str | None:
    """JSON; of a correction also null is a value ("the text leaves it open"), of other decisions it is nothing."""
    return None if value is None and action != "correct" else canonical(value)


def _claim_of(connection: Connection, judgement: int) -> str:
    claim = connection.execute(select(judgements.c.claim_id).where(judgements.c.seq == judgement)).scalar()
    if claim is None:
        raise NotFound(f"the ledger has no judgement {judgement}: `dateline show CLAIM` numbers them")
    return str(claim)


def _target(found: LedgerClaim, what: int | str) -> Judgement:
    if isinstance(what, int):
        target = next(j for j in found.judgements if j.id == what)
        if not target.active:
            raise UsageError(f"judgement {what} is undone already")
        return target
    active = [j for j in found.judgements if j.active and j.action != "undo"]
    if not active:
        raise NotFound(f"nobody decided anything about claim {found.claim.claim_id} that could be undone")
    return active[-1]
