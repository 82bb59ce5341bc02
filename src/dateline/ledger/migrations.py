"""From an older ledger to this version's tables, one numbered step at a time, all in one transaction.

A new ledger gets the tables of `schema.py` at once. When they change: raise `schema.VERSION`, add the step from the
version before, and freeze the new schema beside the tests, which compare an upgraded ledger with a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy import Connection

from dateline.errors import LedgerError
from dateline.ledger import schema

Step = Callable[[Connection], None]


def _opinions(connection: Connection) -> None:
    """Version 2: room for what reconciling comes to. The tables are empty until somebody reconciles."""
    for statement in _OPINIONS:
        connection.exec_driver_sql(statement)


_OPINIONS: Final = (
    "CREATE TABLE prints (document_id VARCHAR NOT NULL, inputs VARCHAR NOT NULL, words BLOB NOT NULL, "
    "agency VARCHAR, named VARCHAR, head VARCHAR, voice VARCHAR, PRIMARY KEY (document_id), "
    "FOREIGN KEY(document_id) REFERENCES documents (id))",
    "CREATE TABLE reconciled (audit_seq INTEGER NOT NULL, at VARCHAR NOT NULL, rules VARCHAR NOT NULL, "
    "PRIMARY KEY (audit_seq))",
    "CREATE TABLE situations (situation_id VARCHAR NOT NULL, block INTEGER NOT NULL, inputs VARCHAR NOT NULL, "
    "content VARCHAR NOT NULL, PRIMARY KEY (situation_id))",
    "CREATE INDEX ix_situations_block ON situations (block)",
    "CREATE TABLE situation_claims (claim_id VARCHAR NOT NULL, situation_id VARCHAR NOT NULL, "
    "PRIMARY KEY (claim_id), FOREIGN KEY(situation_id) REFERENCES situations (situation_id))",
    "CREATE INDEX ix_situation_claims_situation_id ON situation_claims (situation_id)",
    'CREATE TABLE block_keys ("key" INTEGER NOT NULL, block INTEGER NOT NULL, PRIMARY KEY ("key"))',
    "CREATE INDEX ix_block_keys_block ON block_keys (block)",
    "CREATE TABLE block_documents (document_id VARCHAR NOT NULL, block INTEGER NOT NULL, "
    "PRIMARY KEY (document_id, block))",
    "CREATE INDEX ix_block_documents_block ON block_documents (block)",
)
"""Written out: `schema.py` may go on from here, a step may not."""


def _passed_over(connection: Connection) -> None:
    """Version 3: room for the names of pages that are not kept. The table is empty until an archive is added."""
    for statement in _PASSED_OVER:
        connection.exec_driver_sql(statement)


_PASSED_OVER: Final = (
    "CREATE TABLE passed_over (id VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, url VARCHAR, "
    "came_from VARCHAR NOT NULL, why VARCHAR NOT NULL, audit_seq INTEGER NOT NULL, PRIMARY KEY (id), "
    "FOREIGN KEY(audit_seq) REFERENCES audit (seq))",
    "CREATE INDEX ix_passed_over_url ON passed_over (url)",
    "CREATE INDEX ix_passed_over_audit_seq ON passed_over (audit_seq)",
)

STEPS: Final[Mapping[int, Step]] = {2: _opinions, 3: _passed_over}
"""Version that a step leads to → the step. Version 1 was the first: its tables are what a new ledger had then."""


def stamp(connection: Connection, version: int) -> None:
    """Write down that the tables are those of `version`."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")


def create(connection: Connection) -> None:
    """Lay the tables of this version into an empty file."""
    schema.metadata.create_all(connection)
    for trigger in schema.TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID:d}")
    stamp(connection, schema.VERSION)


def migrate(connection: Connection, found: int, steps: Mapping[int, Step], target: int) -> None:
    """Bring the tables from version `found` to `target`.

    Raises LedgerError when a step is missing.
    """
    for version in range(found + 1, target + 1):
        step = steps.get(version)
        if step is None:
            raise LedgerError(f"no migration leads to schema version {version}; this dateline cannot open the ledger")
        step(connection)
        stamp(connection, version)
