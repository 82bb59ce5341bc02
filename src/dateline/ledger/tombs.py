"""What stays of purged documents, and the refusal to bring them back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select

from dateline.ledger.schema import audit, claims, documents, tombstones
from dateline.model.judgement import Tombstone


def refusal(connection: Connection, document_id: str, sha256: str) -> str | None:
    """Why a document may not be added, None when it may.

    A purged document stays purged; so do its bytes under another address, as long as no kept document has them too.
    """
    tomb = connection.execute(_query().where(tombstones.c.document_id == document_id)).first()
    if tomb is None and not connection.execute(select(documents.c.id).where(documents.c.sha256 == sha256)).first():
        tomb = connection.execute(_query().where(tombstones.c.sha256 == sha256)).first()
    return _say(tomb) if tomb else None


def purged_claim(connection: Connection, prefix: str) -> str | None:
    """How a claim was purged with its document, None when it was not."""
    query = _query().join(claims, claims.c.document_id == tombstones.c.document_id)
    tomb = connection.execute(query.where(begins(claims.c.claim_id, prefix))).first()
    return _say(tomb) if tomb else None


def purged_document(connection: Connection, prefix: str) -> str | None:
    """How a document was purged, None when it was not."""
    tomb = connection.execute(_query().where(begins(tombstones.c.document_id, prefix))).first()
    return _say(tomb) if tomb else None


def purges(connection: Connection) -> Iterator[Tombstone]:
    """The tombstones of purged documents, in the order of purging."""
    for row in connection.execute(_query().order_by(tombstones.c.audit_seq)):
        yield Tombstone(row.document_id, None, row.sha256, row.citation, row.why or "", row.who, row.at)


def begins(column: ColumnElement[Any], prefix: str) -> ColumnElement[bool]:
    """True for ids that begin so; unlike LIKE it keeps case and uses the index."""
    return and_(column >= prefix, column < f"{prefix}\U0010ffff")


def _query() -> Select[Any]:
    return select(tombstones, audit.c.why, audit.c.who, audit.c.at).join_from(
        tombstones, audit, audit.c.seq == tombstones.c.audit_seq
    )


def _say(tomb: Row[Any]) -> str:
    return f"purged on {tomb.at[:10]} by {tomb.who}, because: {tomb.why}"
