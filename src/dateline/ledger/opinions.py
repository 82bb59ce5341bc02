"""What was computed from the ledger: situations, and what spares computing them all again.

Opinions, not facts: no audit entry tells of them, a verification does not look at them, and whoever computes anew
replaces them, whole or block by block, in one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Any, Final, TypeVar

from sqlalchemy import Column, Connection, Table, delete, func, insert, select

from dateline.errors import LedgerError
from dateline.ledger.schema import (
    OPINIONS,
    audit,
    block_documents,
    block_keys,
    claims,
    prints,
    reconciled,
    situation_claims,
    situations,
)
from dateline.ledger.store import Store
from dateline.ledger.types import Opinion, Print, Reconciliation, Stored
from dateline.model.situation_json import situation_from_json, situation_to_json

T = TypeVar("T")
_AT_ONCE: Final = 500
"""Values that one statement asks for."""


class Opinions:
    """The stored situations of a ledger; `Ledger.opinions` gives it. What a method raises is as for `Ledger`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> Reconciliation | None:
        """The state that the stored situations are of; None when nobody has stored any."""
        with self._store.reading() as connection:
            row = _state(connection)
            now = newest(connection)
        return Reconciliation(row.audit_seq, row.at, row.rules, row.audit_seq == now) if row else None

    def newest(self) -> int:
        """The number of the newest audit entry, 0 when there is none."""
        with self._store.reading() as connection:
            return newest(connection)

    def prints(self) -> dict[str, Print]:
        """What is kept of documents, by their id."""
        with self._store.reading() as connection:
            return {row.document_id: _print(row) for row in connection.execute(select(prints))}

    def with_claims(self) -> frozenset[str]:
        """The documents that ever gave a claim."""
        with self._store.reading() as connection:
            return frozenset(connection.execute(select(claims.c.document_id).distinct()).scalars())

    def touched(self, since: int) -> frozenset[str]:
        """The documents that audit entries later than `since` tell of, purged ones too."""
        query = select(audit.c.document_id).where(audit.c.seq > since, audit.c.document_id.is_not(None))
        with self._store.reading() as connection:
            return frozenset(connection.execute(query.distinct()).scalars())

    def documents_of_claims(self, claim_ids: Collection[str]) -> dict[str, str]:
        """The document of each claim that the ledger ever had."""
        with self._store.reading() as connection:
            rows = _each(connection, claims.c.claim_id, claim_ids, claims.c.claim_id, claims.c.document_id)
            return {row.claim_id: row.document_id for row in rows}

    def blocks(self, documents: Collection[str], keys: Collection[int]) -> frozenset[int]:
        """The blocks in which a claim of one of the documents, or one with one of the keys, was."""
        with self._store.reading() as connection:
            told = _each(connection, block_documents.c.document_id, documents, block_documents.c.block)
            shared = _each(connection, block_keys.c.key, keys, block_keys.c.block)
            return frozenset(row.block for row in chain(told, shared))

    def documents(self, blocks: Collection[int]) -> frozenset[str]:
        """The documents of which a claim was in one of the blocks."""
        with self._store.reading() as connection:
            rows = _each(connection, block_documents.c.block, blocks, block_documents.c.document_id)
            return frozenset(row.document_id for row in rows)

    def keys(self, blocks: Collection[int]) -> frozenset[int]:
        """The keys of the blocks."""
        with self._store.reading() as connection:
            return frozenset(row.key for row in _each(connection, block_keys.c.block, blocks, block_keys.c.key))

    def situations(
        self, *, blocks: Collection[int] | None = None, claim_ids: Collection[str] | None = None
    ) -> Iterator[Stored]:
        """The stored situations, all or those of some blocks, or those with any of some claims; in no order."""
        with self._store.reading() as connection:
            if claim_ids is not None:
                held = _each(connection, situation_claims.c.claim_id, claim_ids, situation_claims.c.situation_id)
                ids = {row.situation_id for row in held}
                found: Iterable[Any] = _each(connection, situations.c.situation_id, ids, *situations.c)
            elif blocks is not None:
                found = _each(connection, situations.c.block, blocks, *situations.c)
            else:
                found = connection.execute(select(situations).execution_options(yield_per=_AT_ONCE))
            for row in found:
                yield Stored(situation_from_json(json.loads(row.content)), row.block, row.inputs)

    def write(self, opinion: Opinion) -> None:
        """Keep what was computed, all or nothing. Raises LedgerError when another process has stored since its base."""
        with self._store.writing() as connection:
            row = _state(connection)
            if opinion.gone is None:
                empty(connection)
            elif row is None or row.audit_seq != opinion.base:
                raise LedgerError("another process has stored situations in the meantime: reconcile again")
            else:
                _take_out(connection, opinion.gone)
            _put(connection, opinion, self._store.now())


def newest(connection: Connection) -> int:
    """The number of the newest audit entry, 0 when there is none."""
    return int(connection.execute(select(func.max(audit.c.seq))).scalar() or 0)


def empty(connection: Connection) -> None:
    """Forget all that was computed, but for what is known of the documents' texts."""
    for table in OPINIONS:
        if table is not prints:
            connection.execute(delete(table))


def forget(connection: Connection, claim_ids: Collection[str], document_id: str | None = None) -> None:
    """Take out the situations that hold any of the claims, and what is kept of a purged document's words.

    Blocks stay, so that the next reconciliation knows what to compute anew.
    """
    held = _each(connection, situation_claims.c.claim_id, claim_ids, situation_claims.c.situation_id)
    ids = {row.situation_id for row in held}
    for column in (situation_claims.c.situation_id, situations.c.situation_id):
        _delete(connection, column, ids)
    if document_id is not None:
        connection.execute(delete(prints).where(prints.c.document_id == document_id))


def _state(connection: Connection) -> Any:
    return connection.execute(select(reconciled)).first()


def _take_out(connection: Connection, blocks: Collection[int]) -> None:
    ids = {row.situation_id for row in _each(connection, situations.c.block, blocks, situations.c.situation_id)}
    _delete(connection, situation_claims.c.situation_id, ids)
    for column in (situations.c.block, block_keys.c.block, block_documents.c.block):
        _delete(connection, column, blocks)
    connection.execute(delete(reconciled))


def _put(connection: Connection, opinion: Opinion, now: str) -> None:
    kept = opinion.situations
    _insert(
        connection,
        situations,
        ({"situation_id": one.situation.situation_id, "block": one.block, "inputs": one.inputs,
          "content": _json(one)} for one in kept),
    )  # fmt: skip
    _insert(
        connection,
        situation_claims,
        ({"claim_id": role.claim_id, "situation_id": one.situation.situation_id}
         for one in kept for role in one.situation.roles),
    )  # fmt: skip
    _insert(connection, block_keys, ({"key": key, "block": block} for key, block in opinion.keys.items()))
    _insert(connection, block_documents, ({"document_id": d, "block": b} for d, b in sorted(opinion.documents)))
    _delete(connection, prints.c.document_id, [one.document_id for one in opinion.prints])
    _insert(connection, prints, (_row(one) for one in opinion.prints))
    connection.execute(insert(reconciled).values(audit_seq=opinion.audit_seq, at=now, rules=opinion.rules))


def _json(one: Stored) -> str:
    return json.dumps(situation_to_json(one.situation), ensure_ascii=False, separators=(",", ":"))


def _print(row: Any) -> Print:
    named = None if row.named is None else frozenset(row.named.split())
    return Print(row.document_id, row.inputs, row.words, row.agency, named, row.head, row.voice)


def _row(one: Print) -> dict[str, Any]:
    named = None if one.named is None else " ".join(sorted(one.named))
    return {
        "document_id": one.document_id, "inputs": one.inputs, "words": one.words, "agency": one.agency,
        "named": named, "head": one.head, "voice": one.voice,
    }  # fmt: skip


def _each(connection: Connection, column: Column[Any], values: Collection[Any], *wanted: Column[Any]) -> Iterator[Any]:
    """The rows in which a column has one of the values."""
    for some in _batches(sorted(values), _AT_ONCE):
        yield from connection.execute(select(*wanted).where(column.in_(some))).all()


def _delete(connection: Connection, column: Column[Any], values: Collection[Any]) -> None:
    for some in _batches(sorted(values), _AT_ONCE):
        connection.execute(delete(column.table).where(column.in_(some)))


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    for some in _batches(rows, _AT_ONCE):
        connection.execute(insert(table), some)


def _batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
