"""Purging: a document's text, original, claims and judgements go for good; a tombstone and the audit chain stay."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from dateline.ledger import audit
from dateline.ledger.failures import translated
from dateline.ledger.judge import document_citation, signed
from dateline.ledger.opinions import forget
from dateline.ledger.read import groupings, newest_reading, one_document
from dateline.ledger.schema import (
    claim_versions,
    claims,
    documents,
    judgements,
    originals,
    readings,
    texts,
    tombstones,
)
from dateline.ledger.store import Store
from dateline.ledger.types import Purged
from dateline.model.judgement import Tombstone


def purge(store: Store, document: str, *, by: str, why: str, citation: str | None) -> Purged:
    """Take a document out for good; see `Ledger.purge`."""
    signed(by, why)
    with store.writing() as connection:
        document_id = one_document(connection, document).document.id
        row = newest_reading(connection, document_id)
        assert row is not None, "found a moment ago in the same transaction"
        tombstone = _bury(connection, row, by, why, store.now(), citation)
        counted = _remove_claims(connection, document_id)
        shared_with = _remove_document(connection, row)
        other_versions = _others(connection, documents.c.url == row.url) if row.url else ()
    erased = erase(store)
    return Purged(tombstone, counted, not shared_with, shared_with, other_versions, erased)


def erase(store: Store) -> bool:
    """Overwrite what was deleted, in the file and its write-ahead log. False when another process holds it open."""
    store.require_writable()
    with translated(store.path):
        raw = store.engine.raw_connection()
        try:
            cursor = raw.cursor()
            if _fold(cursor):
                cursor.execute("VACUUM")
            return _fold(cursor)
        finally:
            raw.close()


def _fold(cursor: Any) -> bool:
    """Fold the write-ahead log into the file and cut it to nothing."""
    busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _bury(connection: Connection, row: Row[Any], by: str, why: str, now: str, citation: str | None) -> Tombstone:
    public = citation or document_citation(row.publisher, row.published, row.id)
    seq = audit.append(
        connection, at=now, who=by, what="purge", document_id=row.id, field="citation",
        old=row.sha256, new=public, why=why,
    )  # fmt: skip
    audit.withhold(connection, row.id, before=seq)
    connection.execute(insert(tombstones).values(document_id=row.id, sha256=row.sha256, citation=public, audit_seq=seq))
    return Tombstone(row.id, None, row.sha256, public, why, by, now)


def _remove_claims(connection: Connection, document_id: str) -> int:
    mine = select(claims.c.claim_id).where(claims.c.document_id == document_id)
    own = set(connection.execute(mine).scalars())
    decided = (set(decision.claims) for decision in groupings(connection) if own.intersection(decision.claims))
    forget(connection, own.union(*decided), document_id)
    # Later decisions first: an undo points to what it undoes.
    for seq in connection.execute(
        select(judgements.c.seq).where(judgements.c.claim_id.in_(mine)).order_by(judgements.c.seq.desc())
    ).scalars():
        connection.execute(delete(judgements).where(judgements.c.seq == seq))
    connection.execute(delete(claim_versions).where(claim_versions.c.claim_id.in_(mine)))
    return int(connection.execute(select(func.count()).select_from(mine.subquery())).scalar_one())


def _remove_document(connection: Connection, row: Row[Any]) -> tuple[str, ...]:
    """Take the document out, and its original unless others have the same bytes; gives those others."""
    connection.execute(delete(readings).where(readings.c.document_id == row.id))
    connection.execute(delete(texts).where(texts.c.document_id == row.id))
    connection.execute(delete(documents).where(documents.c.id == row.id))
    others = _others(connection, documents.c.sha256 == row.sha256)
    if not others:
        connection.execute(delete(originals).where(originals.c.sha256 == row.sha256))
    return others


def _others(connection: Connection, condition: Any) -> tuple[str, ...]:
    return tuple(connection.execute(select(documents.c.id).where(condition).order_by(documents.c.id)).scalars())
