"""Looking whether all still holds: the file, the audit chain, originals, texts, readings, claims and judgements."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, func, select

from dateline.errors import LedgerCorrupt
from dateline.ledger.audit import hash_of
from dateline.ledger.chain import Chain
from dateline.ledger.grounding import misplaced, uncounted, unlike_names
from dateline.ledger.passed import unsealed
from dateline.ledger.read import all_documents, claims_of, original_of
from dateline.ledger.rows import seal_of
from dateline.ledger.schema import (
    audit,
    claim_versions,
    claims,
    documents,
    judgements,
    originals,
    readings,
    texts,
    tombstones,
)
from dateline.ledger.types import Fault, LedgerDocument, VerifyReport
from dateline.model.ids import sha256_of

_CHUNK: Final = 25
"""Documents looked at together: few queries, and memory stays flat."""

_DECISIONS: Final = ("accept", "reject", "correct", "withdraw", "undo")


def verify(connection: Connection) -> VerifyReport:
    """Look at everything. What was cut off the end without a trace only the `head` noted elsewhere can show."""
    chain = Chain()
    faults = list(_file(connection))
    if not faults:  # in a damaged file the rest cannot be read in earnest
        faults = [*chain.check(connection), *_originals(connection), *_texts(connection), *_readings(connection)]
        faults += [*_words(connection), *_judgements(connection), *_versions(connection), *_tombstones(connection)]
        faults += [*unsealed(connection), *_lost(connection, chain)]
    return VerifyReport(
        originals=_count(connection, originals),
        documents=_count(connection, documents),
        claims=int(connection.execute(select(func.count(claim_versions.c.claim_id.distinct()))).scalar_one()),
        judgements=_count(connection, judgements),
        entries=chain.entries,
        head=chain.head or None,
        first_altered=chain.first_altered,
        faults=tuple(faults),
    )


def _file(connection: Connection) -> Iterator[Fault]:
    for row in connection.exec_driver_sql("PRAGMA quick_check").all():
        if row[0] != "ok":
            yield Fault("file", f"the database is damaged: {row[0]}")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Fault("file", f"a row of {row[0]} points to a row of {row[2]} that is not there")


def _originals(connection: Connection) -> Iterator[Fault]:
    for sha256 in connection.execute(select(originals.c.sha256).order_by(originals.c.sha256)).scalars().all():
        try:
            altered = sha256_of(original_of(connection, sha256)) != sha256
        except LedgerCorrupt:
            altered = True
        if altered:
            yield Fault(f"original {sha256}", "its bytes no longer have this hash: they were altered")


def _texts(connection: Connection) -> Iterator[Fault]:
    query = select(documents.c.id, documents.c.text_sha256, texts.c.text).outerjoin_from(
        documents, texts, texts.c.document_id == documents.c.id
    )
    for row in connection.execute(query.order_by(documents.c.id).execution_options(yield_per=10)):
        if row.text is None:
            yield Fault(f"document {row.id}", "its text is missing", row.id)
        elif sha256_of(row.text.encode()) != row.text_sha256:
            yield Fault(f"document {row.id}", "its text was altered", row.id)


def _readings(connection: Connection) -> Iterator[Fault]:
    query = (
        select(readings, audit.c.new, audit.c.document_id.label("sealed_document"))
        .join_from(readings, audit, audit.c.seq == readings.c.audit_seq)
        .order_by(readings.c.id)
    )
    for chunk in connection.execute(query.execution_options(yield_per=_CHUNK)).partitions():
        told = documents.c.id.in_([reading.document_id for reading in chunk])
        described = {row.id: row._asdict() for row in connection.execute(select(documents).where(told))}
        given = claim_versions.c.reading_id.in_([reading.id for reading in chunk])
        contents: dict[int, dict[str, str]] = defaultdict(dict)
        for row in connection.execute(select(claim_versions).where(given)):
            contents[row.reading_id][row.claim_id] = row.content
        for reading in chunk:
            yield from _unsealed(reading, described[reading.document_id], contents[reading.id])


def _unsealed(reading: Row[Any], document: dict[str, Any], contents: dict[str, str]) -> Iterator[Fault]:
    """What of one reading is no longer as the audit log sealed it."""
    document_id = reading.document_id
    where = f"document {document_id}"
    found = seal_of(document, reading._asdict(), contents)
    sealed = _sealed(reading)
    if sealed is None:
        entry = f"audit entry {reading.audit_seq}"
        yield Fault(where, f"reading {reading.id} is not the one that {entry} tells of", document_id)
        return
    if sealed["document"] != found["document"]:
        yield Fault(where, "its hash, url or origin was altered", document_id)
    if sealed["reading"] != found["reading"]:
        yield Fault(where, "its title, date, publisher, language or extractor was altered", document_id)
    for claim_id in sorted(sealed["claims"].keys() | found["claims"].keys()):
        if sealed["claims"].get(claim_id) != found["claims"].get(claim_id):
            yield Fault(f"claim {claim_id}", _difference(claim_id, sealed["claims"], found["claims"]), document_id)


def _sealed(reading: Row[Any]) -> dict[str, Any] | None:
    try:
        sealed = json.loads(reading.new or "")
        known = {"document", "reading", "claims"} <= sealed.keys() and reading.sealed_document == reading.document_id
    except (ValueError, AttributeError):
        return None
    return sealed if known else None


def _difference(claim_id: str, sealed: dict[str, str], found: dict[str, str]) -> str:
    if claim_id not in found:
        return "it was removed"
    return "it was altered" if claim_id in sealed else "it was put in past the audit log"


def _words(connection: Connection) -> Iterator[Fault]:
    """Every claim's newest version against the text of its document; a missing text is named elsewhere."""
    every = all_documents(connection)
    while chunk := list(islice(every, _CHUNK)):
        try:
            yield from _words_of(connection, chunk)
        except (ValueError, KeyError, TypeError):
            yield from _one_by_one(connection, chunk)


def _one_by_one(connection: Connection, chunk: list[LedgerDocument]) -> Iterator[Fault]:
    for document in chunk:
        document_id = document.document.id
        try:
            yield from _words_of(connection, [document])
        except (ValueError, KeyError, TypeError) as error:
            yield Fault(f"document {document_id}", f"a claim of it cannot be read: {error!r}", document_id)


def _words_of(connection: Connection, chunk: list[LedgerDocument]) -> list[Fault]:
    told = texts.c.document_id.in_([document.document.id for document in chunk])
    kept = {row.document_id: row.text for row in connection.execute(select(texts).where(told))}
    faults: list[Fault] = []
    for found in claims_of(connection, [document for document in chunk if document.document.id in kept]):
        text = kept[found.document.id]
        faults += [*misplaced(found.machine, text), *uncounted(found.machine, found.document.lang)]
        faults += unlike_names(found.machine, text)
    return faults


def _judgements(connection: Connection) -> Iterator[Fault]:
    entry = [audit.c[name] for name in ("what", "private", "salt", "old_hash", "new_hash")]
    query = select(judgements, audit.c.claim_id.label("of"), audit.c.field.label("on"), *entry).join_from(
        judgements, audit, audit.c.seq == judgements.c.seq
    )
    for row in connection.execute(query.order_by(judgements.c.seq)):
        salt = row.salt or ""
        same = (row.action, row.claim_id, row.field) == (row.what, row.of, row.on)
        same = same and (hash_of(salt, row.old), hash_of(salt, row.new)) == (row.old_hash, row.new_hash)
        if not same or (row.undoes is not None and row.new != f'"{row.undoes}"'):
            yield Fault(f"judgement {row.seq}", f"it is not what audit entry {row.seq} tells of: it was altered")


def _versions(connection: Connection) -> Iterator[Fault]:
    told = select(audit.c.document_id, audit.c.new).where(audit.c.what == "supersede").order_by(audit.c.seq)
    superseded = {row.document_id: row.new for row in connection.execute(told)}
    for row in connection.execute(select(documents.c.id, documents.c.superseded_by).order_by(documents.c.id)):
        if row.superseded_by != superseded.get(row.id):
            yield Fault(f"document {row.id}", "what superseded it was altered", row.id)


def _tombstones(connection: Connection) -> Iterator[Fault]:
    query = select(tombstones, audit.c.what, audit.c.document_id.label("of"), audit.c.old, audit.c.new).join_from(
        tombstones, audit, audit.c.seq == tombstones.c.audit_seq
    )
    for row in connection.execute(query.order_by(tombstones.c.audit_seq)):
        if ("purge", row.document_id, row.sha256, row.citation) != (row.what, row.of, row.old, row.new):
            yield Fault(f"tombstone {row.document_id}", "it was altered", row.document_id)


def _lost(connection: Connection, chain: Chain) -> Iterator[Fault]:
    """What the audit log tells of and the ledger no longer has, though no purge took it out."""
    for whats, column, message in (
        (("add", "reread"), readings.c.audit_seq, "a reading of it was removed"),
        (_DECISIONS, judgements.c.seq, "a decision about a claim of it was removed"),
        (("purge",), tombstones.c.audit_seq, "its tombstone was removed"),
    ):
        query = select(audit.c.seq, audit.c.document_id, audit.c.what).outerjoin(column.table, column == audit.c.seq)
        gone = query.where(audit.c.what.in_(whats), column.is_(None)).order_by(audit.c.seq)
        for row in connection.execute(gone):
            if row.what == "purge" or row.document_id not in chain.purged:
                yield Fault(f"document {row.document_id}", f"{message} (audit entry {row.seq})", row.document_id)
    versionless = select(claims.c.claim_id, claims.c.document_id).outerjoin(
        claim_versions, claim_versions.c.claim_id == claims.c.claim_id
    )
    for bare in connection.execute(versionless.where(claim_versions.c.claim_id.is_(None))):
        if bare.document_id not in chain.purged:
            yield Fault(f"claim {bare.claim_id}", "all its versions were removed", bare.document_id)


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
