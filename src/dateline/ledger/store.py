"""One open ledger file: connections for reading and for writing, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from dateline.errors import LedgerReadOnly
from dateline.ledger.failures import translated


@dataclass(frozen=True, slots=True)
class Store:
    """`read_only` says why the ledger cannot be written, None when it can."""

    path: Path
    engine: Engine
    read_only: str | None
    clock: Callable[[], datetime]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the ledger, however long it is held.

        Raises LedgerCorrupt or LedgerReadOnly when the file cannot be read.
        """
        with translated(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer's connection: waits for other writers, commits at the end, else leaves all as it was.

        Raises LedgerReadOnly when the ledger cannot be written, LedgerError when another process writes for too long.
        """
        self.require_writable()
        with translated(self.path), self.engine.connect() as connection:
            writer = connection.execution_options(dateline_writes=True)
            with writer.begin():
                yield writer

    def require_writable(self) -> None:
        """Raises LedgerReadOnly, with what to do about it, when the ledger cannot be written."""
        if self.read_only:
            raise LedgerReadOnly(self.read_only)

    def now(self) -> str:
        """The time as the ledger writes it: UTC with seconds."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def close(self) -> None:
        """Give the file back. The last process to do so folds the write-ahead log into it."""
        self.engine.dispose()


def wall_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)
