"""Adding readings: one transaction a document, or a small group of documents in one, each whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from dateline.errors import DatelineError, LedgerError
from dateline.ledger import audit
from dateline.ledger.prepare import Prepared
from dateline.ledger.rows import READ_FIELDS, canonical, seal_of
from dateline.ledger.schema import claim_versions, claims, documents, originals, readings, texts
from dateline.ledger.store import Store
from dateline.ledger.tombs import refusal
from dateline.ledger.types import Added


def add_group(store: Store, group: Sequence[Prepared], by: str | None) -> list[Added | DatelineError]:
    """Write a group of readings in one transaction and tell, once it is committed, what became of each.

    A reading that cannot be added leaves nothing behind, and its error stands in its place; a ledger that cannot be
    written is raised.
    """
    with store.writing() as connection:
        return [_add_or_tell(connection, prepared, by, store.now()) for prepared in group]


def _add_or_tell(connection: Connection, prepared: Prepared, by: str | None, now: str) -> Added | DatelineError:
    try:
        with connection.begin_nested():
            return _add(connection, prepared, by, now)
    except DatelineError as error:
        return error


def _add(connection: Connection, prepared: Prepared, by: str | None, now: str) -> Added:
    document = prepared.document
    refused = refusal(connection, document.id, document.sha256)
    if refused:
        return Added(document.id, refused=refused)
    known = connection.execute(select(documents).where(documents.c.id == document.id)).first()
    if known is None:
        version_of = _write_document(connection, prepared, now)
        return _write_reading(connection, prepared, by, now, document_new=True, version_of=version_of)
    if _newest(connection, document.id) == (_described(prepared), prepared.contents):
        return Added(document.id)
    if known.text_sha256 != prepared.text_sha256:
        raise LedgerError(
            "the ledger keeps another text of the same bytes, and a document's text never changes: "
            "extract from the kept text (Ledger.kept)",
            document=document.name,
        )
    return _write_reading(connection, prepared, by, now, document_new=False, version_of=None)


def _write_document(connection: Connection, prepared: Prepared, now: str) -> str | None:
    """Write the document and its original; gives the id of the version that it supersedes, if any."""
    document = prepared.document
    if not connection.execute(select(originals.c.sha256).where(originals.c.sha256 == document.sha256)).first():
        connection.execute(
            insert(originals).values(
                sha256=document.sha256, packing=prepared.packing, size=prepared.size, content=prepared.packed
            )
        )
    older = _current_version(connection, document.url)
    connection.execute(
        insert(documents).values(
            id=document.id,
            sha256=document.sha256,
            url=document.url,
            text_sha256=prepared.text_sha256,
            came_from=prepared.came_from,
            media_type=prepared.media_type,
            retrieved_at=prepared.retrieved_at or now,
        )
    )
    connection.execute(insert(texts).values(document_id=document.id, text=document.text))
    if older:
        connection.execute(update(documents).where(documents.c.id == older).values(superseded_by=document.id))
        audit.append(
            connection, at=now, who="dateline", what="supersede", document_id=older, field="superseded_by",
            new=document.id, why="same url, other bytes",
        )  # fmt: skip
    return older


def _current_version(connection: Connection, url: str | None) -> str | None:
    if url is None:
        return None
    query = select(documents.c.id).where(documents.c.url == url, documents.c.superseded_by.is_(None))
    return connection.execute(query).scalar()


def _write_reading(
    connection: Connection, prepared: Prepared, by: str | None, now: str, *, document_new: bool, version_of: str | None
) -> Added:
    document_id, contents = prepared.document.id, prepared.contents
    before = _newest_versions(connection, document_id)
    given_last = {} if document_new else _newest(connection, document_id)[1]
    reading = {**_described(prepared), "document_id": document_id, "added_at": now}
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    seq = audit.append(
        connection, at=now, who=by or prepared.extractor or "dateline", what="add" if document_new else "reread",
        document_id=document_id, field="reading", new=canonical(seal_of(row._asdict(), reading, contents)),
    )  # fmt: skip
    written = connection.execute(insert(readings).values(**reading, audit_seq=seq).returning(readings.c.id))
    _write_claims(connection, document_id, written.scalar_one(), contents, known=before.keys(), now=now)
    return Added(
        document_id,
        document_new=document_new,
        claims_new=len(contents.keys() - before.keys()),
        claims_updated=sum(before[claim_id] != contents[claim_id] for claim_id in contents.keys() & before.keys()),
        claims_retired=len(given_last.keys() - contents.keys()),
        version_of=version_of,
    )


def _write_claims(
    connection: Connection, document_id: str, reading_id: int, contents: dict[str, str], *, known: Any, now: str
) -> None:
    new = [{"claim_id": c, "document_id": document_id, "added_at": now} for c in contents if c not in known]
    if new:
        connection.execute(insert(claims), new)
    if contents:
        rows = [{"claim_id": c, "reading_id": reading_id, "content": content} for c, content in contents.items()]
        connection.execute(insert(claim_versions), rows)


def _described(prepared: Prepared) -> dict[str, Any]:
    document = prepared.document
    return {**{name: getattr(document, name) for name in READ_FIELDS}, "extractor": prepared.extractor}


def _newest(connection: Connection, document_id: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The document's newest reading: how it was described and by whom read, and the claims it gave."""
    query = select(readings).where(readings.c.document_id == document_id).order_by(readings.c.id.desc()).limit(1)
    reading = connection.execute(query).one()
    rows = connection.execute(
        select(claim_versions.c.claim_id, claim_versions.c.content).where(claim_versions.c.reading_id == reading.id)
    )
    return {name: reading._mapping[name] for name in (*READ_FIELDS, "extractor")}, _pairs(rows)


def _newest_versions(connection: Connection, document_id: str) -> dict[str, str]:
    """The newest content of every claim that the document ever gave."""
    rows = connection.execute(
        select(claim_versions.c.claim_id, claim_versions.c.content)
        .join(claims, claims.c.claim_id == claim_versions.c.claim_id)
        .where(claims.c.document_id == document_id)
        .order_by(claim_versions.c.reading_id)
    )
    return _pairs(rows)


def _pairs(rows: Any) -> dict[str, str]:
    found: list[Row[Any]] = list(rows)
    return {row.claim_id: row.content for row in found}
