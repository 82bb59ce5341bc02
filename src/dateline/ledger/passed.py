"""Pages that gave no claim: named with where they lie, not kept. One audit entry seals all that were named at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, exists, insert, select

from dateline.ledger import audit
from dateline.ledger.rows import canonical
from dateline.ledger.schema import audit as audit_log
from dateline.ledger.schema import documents, passed_over, tombstones
from dateline.ledger.store import Store
from dateline.ledger.types import Fault, LedgerPassedOver
from dateline.model.reading import PassedOver

ENTRY: Final = "pass over"
"""What the audit log calls it."""

_SEALED: Final = ("id", "sha256", "url", "came_from", "why")
_AT_ONCE: Final = 500


def pass_over(store: Store, pages: Sequence[PassedOver], extractor: str, by: str | None) -> int:
    """Name pages that the ledger has not named yet, in one transaction; gives how many. Purged ones stay unnamed."""
    if not pages:
        return 0
    with store.writing() as connection:
        named = _having(connection, {one.id for one in pages})
        purged = _purged(connection, {one.sha256 for one in pages})
        fresh = [one for one in pages if one.id not in named and one.sha256 not in purged]
        rows = {one.id: _row(one) for one in reversed(fresh)}  # of one page that lies in two places the first stands
        if rows:
            seq = audit.append(
                connection, at=store.now(), who=by or extractor, what=ENTRY,
                new=canonical({"extractor": extractor, "pages": len(rows), "sha256": _sealed(rows.values())}),
            )  # fmt: skip
            connection.execute(insert(passed_over), [{**row, "audit_seq": seq} for row in rows.values()])
    return len(rows)


def have_passed_over(connection: Connection, ids: Collection[str]) -> set[str]:
    """Which of these pages are named."""
    return _having(connection, ids)


def all_passed_over(connection: Connection) -> Iterator[LedgerPassedOver]:
    """Every page that is named and not kept, as they were named; what was kept later is left out."""
    query = (
        select(passed_over, audit_log.c.at, audit_log.c.new)
        .join_from(passed_over, audit_log, audit_log.c.seq == passed_over.c.audit_seq)
        .where(~exists().where(documents.c.sha256 == passed_over.c.sha256))
        .order_by(passed_over.c.audit_seq, passed_over.c.came_from, passed_over.c.id)
    )
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        page = PassedOver(row.url, row.sha256, row.came_from, row.why)
        yield LedgerPassedOver(page, row.at, json.loads(row.new)["extractor"])


def unsealed(connection: Connection) -> Iterator[Fault]:
    """Audit entries whose pages are no longer those that were named with them."""
    query = select(passed_over).order_by(passed_over.c.audit_seq).execution_options(yield_per=_AT_ONCE)
    found = {seq: _sealed(row._asdict() for row in rows)
             for seq, rows in groupby(connection.execute(query), lambda row: row.audit_seq)}  # fmt: skip
    entries = select(audit_log.c.seq, audit_log.c.new).where(audit_log.c.what == ENTRY)
    told = {row.seq: json.loads(row.new or "{}").get("sha256") for row in connection.execute(entries)}
    for seq in sorted(found.keys() | told.keys()):
        if found.get(seq) != told.get(seq):
            yield Fault(f"audit entry {seq}", "pages that were passed over were altered, removed or put in past it")


def _having(connection: Connection, ids: Collection[str]) -> set[str]:
    return _among(connection, passed_over.c.id, ids)


def _purged(connection: Connection, hashes: Collection[str]) -> set[str]:
    return _among(connection, tombstones.c.sha256, hashes)


def _among(connection: Connection, column: Any, values: Collection[str]) -> set[str]:
    """Those of the values that the column has."""
    wanted = sorted(values)
    parts = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
    return {one for part in parts for one in connection.execute(select(column).where(column.in_(part))).scalars()}


def _row(page: PassedOver) -> dict[str, Any]:
    return {
        "id": page.id, "sha256": page.sha256, "url": page.url, "came_from": page.came_from, "why": page.why
    }  # fmt: skip


def _sealed(rows: Iterable[dict[str, Any]]) -> str:
    """One hash over the rows of one entry."""
    told = sorted(canonical([row[name] for name in _SEALED]) for row in rows)
    return hashlib.sha256("\x1e".join(told).encode()).hexdigest()
