"""Whether the audit chain holds, and which entry is the first that does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.ledger.audit import START, chained_hash, hash_of
from dateline.ledger.schema import audit
from dateline.ledger.types import Fault


@dataclass(slots=True)
class Chain:
    """The chain as walked. `head` is the newest entry's hash, `purged` maps a document to the entry that purged it."""

    entries: int = 0
    head: str = START
    last: int = 0
    first_altered: int | None = None
    purged: dict[str, int] = field(default_factory=dict)

    def check(self, connection: Connection) -> Iterator[Fault]:
        """Walk the chain, oldest first."""
        purges = select(audit.c.document_id, audit.c.seq).where(audit.c.what == "purge")
        self.purged = {row.document_id: row.seq for row in connection.execute(purges)}
        for row in connection.execute(select(audit).order_by(audit.c.seq).execution_options(yield_per=500)):
            for message in (*self._links(row), *self._values(row)):
                self.first_altered = self.first_altered or row.seq
                where = f"audit entry {row.seq}"
                yield Fault(where, f"{message} ({row.what} by {row.who} at {row.at})", row.document_id)
            self.entries, self.last, self.head = self.entries + 1, row.seq, row.hash

    def _links(self, row: Row[Any]) -> Iterator[str]:
        if row.seq != self.last + 1:
            yield f"{row.seq - self.last - 1} entries are missing before it"
        elif row.previous != self.head:
            yield "it does not follow the entry before it"
        if chained_hash(row) != row.hash:
            yield "it was altered"

    def _values(self, row: Row[Any]) -> Iterator[str]:
        for name in ("old", "new", "why"):
            value, kept = row._mapping[name], row._mapping[f"{name}_hash"]
            if value is not None and hash_of(row.salt or "", value) != kept:
                yield f"its {name} value was altered"
            elif value is None and kept is not None and not self._may_be_withheld(row, name):
                yield f"its {name} value was taken out, and no purge did it"

    def _may_be_withheld(self, row: Row[Any], name: str) -> bool:
        return (row.private and name != "why") or self.purged.get(row.document_id or "", 0) > row.seq
