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

STEPS: Final[Mapping[int, Step]] = {}
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
