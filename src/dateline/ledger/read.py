"""Reading: documents, texts, originals, and claims as they now stand."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, or_, select

from dateline.errors import LedgerCorrupt, NotFound, UsageError
from dateline.ledger.match import Matcher
from dateline.ledger.merge import Kept, marked_active, merge_document
from dateline.ledger.rows import claim_of, document_of, judgement_of, unpack
from dateline.ledger.schema import audit, claim_versions, claims, documents, judgements, originals, readings, texts
from dateline.ledger.tombs import begins, purged_claim, purged_document
from dateline.ledger.types import LedgerClaim, LedgerDocument
from dateline.model.judgement import Judgement
from dateline.model.situation import Decision, DecisionAction

GROUPING_ACTIONS: Final = ("merge", "split", "recommend")
_CHUNK: Final = 100
_CHUNK_WITH_TEXTS: Final = 25
"""Documents whose claims are fetched at once: memory stays flat, and the queries few."""

_LISTED: Final = "`dateline claims` lists what it holds (its documents, too, with --json)"
_NAMED: Final = 5
"""How many ids an ambiguous name is answered with."""


def all_documents(connection: Connection, *, texts_too: bool = False) -> Iterator[LedgerDocument]:
    """Every kept document, oldest publication first, undated last, then by id."""
    for chunk in _chunks(connection, _ordered(_documents()), texts_too):
        yield from _with_texts(connection, chunk) if texts_too else (document_of(row) for row in chunk)


def all_claims(connection: Connection, matcher: Matcher, *, texts_too: bool = False) -> Iterator[LedgerClaim]:
    """The claims that a filter accepts: in the order of `all_documents`, within one in the order of the text."""
    for chunk in _chunks(connection, _ordered(_wanted(matcher)), texts_too):
        found = _with_texts(connection, chunk) if texts_too else [document_of(row) for row in chunk]
        yield from filter(matcher.accepts, claims_of(connection, found))


def some_documents(connection: Connection, ids: Iterable[str], *, texts_too: bool = False) -> Iterator[LedgerDocument]:
    """Those of some documents that are kept, superseded ones too; in the order of their ids."""
    size, rest = _CHUNK_WITH_TEXTS if texts_too else _CHUNK, iter(sorted(ids))
    while chunk := list(islice(rest, size)):
        rows = connection.execute(_documents().where(documents.c.id.in_(chunk)).order_by(documents.c.id)).all()
        yield from _with_texts(connection, rows) if texts_too else (document_of(row) for row in rows)


def claims_in(
    connection: Connection, ids: Iterable[str], matcher: Matcher, *, texts_too: bool = False
) -> Iterator[LedgerClaim]:
    """The claims of some documents that a filter accepts: by document id, within one in the order of the text."""
    found = some_documents(connection, ids, texts_too=texts_too)
    while chunk := list(islice(found, _CHUNK_WITH_TEXTS if texts_too else _CHUNK)):
        yield from filter(matcher.accepts, claims_of(connection, chunk))


def claims_of(connection: Connection, found: Sequence[LedgerDocument]) -> Iterator[LedgerClaim]:
    """All claims of some documents, whatever their state."""
    ids = [document.document.id for document in found]
    kept = _kept(connection, ids)
    decided = _judgements(connection, ids)
    for document in found:
        yield from merge_document(document, kept[document.document.id], decided)


def one_document(connection: Connection, name: str, *, text_too: bool = False) -> LedgerDocument:
    """A document by its id or a beginning of it, else by its exact name or url.

    Raises NotFound when there is none, UsageError when several have that name.
    """
    rows: Sequence[Row[Any]] = ()
    if _is_id(name):
        rows = _some(connection, begins(documents.c.id, name))
    rows = rows or _some(connection, or_(documents.c.url == name, readings.c.name == name))
    if not rows:
        tomb = purged_document(connection, name) if _is_id(name) else None
        raise NotFound(f"document {name} was {tomb}" if tomb else f"the ledger has no document {name!r}: {_LISTED}")
    if len(rows) > 1:
        raise UsageError(f"several documents answer to {name!r}, name one by its id: {_listed(r.id for r in rows)}")
    return next(iter(_with_texts(connection, rows))) if text_too else document_of(rows[0])


def one_claim(connection: Connection, prefix: str, *, text_too: bool = False) -> LedgerClaim:
    """A claim by its id or an unambiguous beginning of it.

    Raises NotFound when there is none (and says so when it was purged), UsageError when several begin so.
    """
    known = select(claims.c.claim_id, claims.c.document_id).join(documents, documents.c.id == claims.c.document_id)
    query = known.where(begins(claims.c.claim_id, prefix)).order_by(claims.c.claim_id)
    found = connection.execute(query.limit(_NAMED)).all() if _is_id(prefix) else []
    if not found:
        tomb = purged_claim(connection, prefix) if _is_id(prefix) else None
        raise NotFound(f"claim {prefix} was {tomb}" if tomb else f"the ledger has no claim {prefix!r}: {_LISTED}")
    if len(found) > 1:
        raise UsageError(f"several claims begin with {prefix}: {_listed(row.claim_id for row in found)}")
    document = one_document(connection, found[0].document_id, text_too=text_too)
    return next(c for c in claims_of(connection, [document]) if c.claim.claim_id == found[0].claim_id)


def text_of(connection: Connection, document_id: str) -> str:
    """The canonical text. Raises NotFound."""
    return one_document(connection, document_id, text_too=True).document.text


def original_of(connection: Connection, sha256: str) -> bytes:
    """The original bytes. Raises NotFound, LedgerCorrupt when they were altered beyond reading."""
    row = connection.execute(select(originals).where(originals.c.sha256 == sha256)).first()
    if row is None:
        raise NotFound(f"the ledger has no original with the hash {sha256}")
    try:
        return unpack(row.packing, row.content, row.size)
    except (zlib.error, ValueError) as error:
        raise LedgerCorrupt(f"the original {sha256} was altered: {error}") from error


def has_bytes(connection: Connection, sha256: str) -> bool:
    """True when a document of these bytes is kept."""
    return connection.execute(select(documents.c.id).where(documents.c.sha256 == sha256).limit(1)).first() is not None


def newest_reading(connection: Connection, document_id: str) -> Row[Any] | None:
    """The row of a document joined with its newest reading, None when it is not kept."""
    return connection.execute(_documents().where(documents.c.id == document_id)).first()


def _some(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return connection.execute(_documents().where(condition).order_by(documents.c.id).limit(_NAMED)).all()


def _listed(ids: Iterable[str]) -> str:
    named = list(ids)
    return ", ".join(named) + (" and more" if len(named) == _NAMED else "")


def _documents() -> Select[Any]:
    other = readings.alias()
    newest = select(func.max(other.c.id)).where(other.c.document_id == documents.c.id).scalar_subquery()
    return select(documents, *(c for c in readings.c if c.name not in ("id", "document_id"))).join_from(
        documents, readings, and_(readings.c.document_id == documents.c.id, readings.c.id == newest)
    )


def _wanted(matcher: Matcher) -> Select[Any]:
    """The documents that can hold an accepted claim."""
    query = _documents()
    asked = matcher.asked
    if asked.document_id is not None:
        query = query.where(documents.c.id == asked.document_id)
    if not asked.include_superseded:
        query = query.where(documents.c.superseded_by.is_(None))
    if matcher.since:
        late = and_(claims.c.document_id == documents.c.id, claims.c.added_at >= matcher.since)
        query = query.where(exists().where(late))
    return query


def _ordered(query: Select[Any]) -> Select[Any]:
    return query.order_by(readings.c.published.is_(None), readings.c.published, documents.c.id)


def _chunks(connection: Connection, query: Select[Any], texts_too: bool) -> Iterator[Sequence[Row[Any]]]:
    size = _CHUNK_WITH_TEXTS if texts_too else _CHUNK
    yield from connection.execute(query.execution_options(yield_per=size)).partitions()


def _with_texts(connection: Connection, rows: Sequence[Row[Any]]) -> list[LedgerDocument]:
    query = select(texts).where(texts.c.document_id.in_([row.id for row in rows]))
    found = {row.document_id: row.text for row in connection.execute(query)}
    for row in rows:
        if row.id not in found:
            raise LedgerCorrupt(
                "its text is missing from the ledger: `dateline verify` says what else", document=row.id
            )
    return [document_of(row, found[row.id]) for row in rows]


def _kept(connection: Connection, ids: Sequence[str]) -> dict[str, list[Kept]]:
    version, newest = claim_versions.alias(), claim_versions.alias()
    last = select(func.max(newest.c.reading_id)).where(newest.c.claim_id == claims.c.claim_id).scalar_subquery()
    current = select(func.max(readings.c.id)).where(readings.c.document_id == claims.c.document_id).scalar_subquery()
    query = (
        select(claims, version.c.content, (version.c.reading_id == current).label("produced"))
        .join_from(claims, version, and_(version.c.claim_id == claims.c.claim_id, version.c.reading_id == last))
        .where(claims.c.document_id.in_(ids))
    )
    kept: dict[str, list[Kept]] = defaultdict(list)
    for row in connection.execute(query):
        machine = claim_of(row.content, row.document_id)
        kept[row.document_id].append(Kept(machine, row.added_at, bool(row.produced)))
    return kept


def groupings(connection: Connection) -> tuple[Decision, ...]:
    """What people merged, split and recommended and did not take back, in the order in which they decided."""
    about = select(judgements.c.claim_id).where(judgements.c.action.in_(GROUPING_ACTIONS))
    every = _decided(connection, judgements.c.claim_id.in_(about))
    active = (j for one in every.values() for j in marked_active(one) if j.active and j.action in GROUPING_ACTIONS)
    found = [
        Decision(j.id, cast(DecisionAction, j.action), tuple(map(str, cast("tuple[str, ...]", j.new)))) for j in active
    ]
    return tuple(sorted(found, key=lambda decision: decision.id))


def _judgements(connection: Connection, ids: Iterable[str]) -> dict[str, list[Judgement]]:
    return _decided(connection, claims.c.document_id.in_(ids))


def _decided(connection: Connection, condition: ColumnElement[bool]) -> dict[str, list[Judgement]]:
    query = (
        select(judgements, audit.c.who, audit.c.why, audit.c.at)
        .join_from(judgements, audit, audit.c.seq == judgements.c.seq)
        .join(claims, claims.c.claim_id == judgements.c.claim_id)
        .where(condition)
        .order_by(judgements.c.seq)
    )
    found: dict[str, list[Judgement]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.claim_id].append(judgement_of(row))
    return found


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(r"[\w-]+", text))
