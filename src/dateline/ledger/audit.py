"""The append-only log. Each entry's hash covers the entry and the hash of the one before it.

The chain covers not the values themselves but their hashes, each with a salt of its own: so a value can be taken
out (purge) or never be written (private persons), the chain still holds, and nobody can guess the value from its
hash once the salt is gone.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from dateline.ledger.schema import audit
from dateline.model.judgement import AuditEntry

START = ""
"""What the first entry has for the hash of the one before it."""


def append(
    connection: Connection,
    *,
    at: str,
    who: str,
    what: str,
    document_id: str | None = None,
    claim_id: str | None = None,
    field: str | None = None,
    old: str | None = None,
    new: str | None = None,
    why: str | None = None,
    private: bool = False,
) -> int:
    """Write one entry and give its number. With `private`, `old` and `new` are kept as hashes only."""
    last = connection.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    salt = secrets.token_hex(16)
    entry: dict[str, Any] = {
        "seq": last.seq + 1 if last else 1,
        "at": at,
        "who": who,
        "what": what,
        "document_id": document_id,
        "claim_id": claim_id,
        "field": field,
        "private": private,
        "old_hash": hash_of(salt, old),
        "new_hash": hash_of(salt, new),
        "why_hash": hash_of(salt, why),
        "previous": last.hash if last else START,
    }
    kept = {"salt": salt, "old": None if private else old, "new": None if private else new, "why": why}
    connection.execute(insert(audit).values(**entry, **kept, hash=_chained(entry)))
    return int(entry["seq"])


def hash_of(salt: str, value: str | None) -> str | None:
    """What the chain covers of a value; None of None."""
    return None if value is None else hashlib.sha256(f"{salt}\x1f{value}".encode()).hexdigest()


def chained_hash(row: Row[Any]) -> str:
    """The hash that a stored entry should have."""
    return _chained({name: row._mapping[name] for name in _CHAINED})


_CHAINED = (
    "seq", "at", "who", "what", "document_id", "claim_id", "field", "private",
    "old_hash", "new_hash", "why_hash", "previous",
)  # fmt: skip


def _chained(entry: dict[str, Any]) -> str:
    values = [entry[name] for name in _CHAINED]
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def withhold(connection: Connection, document_id: str, before: int) -> None:
    """Take values, reasons and salts of a document's entries out, up to the entry numbered `before`."""
    connection.execute(
        update(audit)
        .where(audit.c.document_id == document_id, audit.c.seq < before)
        .values(old=None, new=None, why=None, salt=None)
    )


def entries(connection: Connection) -> Iterator[AuditEntry]:
    """All entries, oldest first."""
    for row in connection.execute(select(audit).order_by(audit.c.seq).execution_options(yield_per=500)):
        yield _entry(row)


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        seq=row.seq,
        at=row.at,
        who=row.who,
        what=row.what,
        document_id=row.document_id,
        claim_id=row.claim_id,
        field=row.field,
        old=row.old,
        new=row.new,
        why=row.why,
        withheld=any(
            value is None and kept is not None
            for value, kept in ((row.old, row.old_hash), (row.new, row.new_hash), (row.why, row.why_hash))
        ),
        hash=row.hash,
    )
