"""The ledger: what was read, what people decided about it, and an audit log that shows tampering.

One SQLite file, its owner's alone. Facts are appended, human decisions never overwritten, and the two are merged
only on reading. SQLAlchemy is imported when a ledger is opened, not before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.ledger.types import (
    Added,
    ClaimFilter,
    Fault,
    LedgerClaim,
    LedgerDocument,
    LedgerPassedOver,
    LedgerStats,
    Opinion,
    Print,
    Purged,
    Reconciliation,
    Stored,
    VerifyReport,
)

if TYPE_CHECKING:
    from dateline.ledger.facade import Ledger

__all__ = [
    "DEFAULT_PATH",
    "Added",
    "ClaimFilter",
    "Fault",
    "Ledger",
    "LedgerClaim",
    "LedgerDocument",
    "LedgerPassedOver",
    "LedgerStats",
    "Opinion",
    "Print",
    "Purged",
    "Reconciliation",
    "Stored",
    "VerifyReport",
    "open_ledger",
]

DEFAULT_PATH = "dateline.db"


def open_ledger(
    path: str | Path = DEFAULT_PATH, *, create: bool = True, clock: Callable[[], datetime] | None = None
) -> Ledger:
    """Open the ledger at `path`; use it in a `with` block, or call `close`.

    A missing or empty file becomes a new ledger, readable by its owner only, unless `create` is False. A ledger
    of an older version is migrated. A file or folder that cannot be written opens for reading: see `Ledger.writable`.
    `clock` gives the time that is written down (aware; None: now). Open it once a process: never across a fork.

    Raises NotFound (no ledger there and `create` is False), LedgerReadOnly (it cannot be made or migrated there,
    or not read), LedgerCorrupt (the file is no ledger), LedgerError (written by a newer dateline).
    """
    from dateline.ledger.facade import Ledger
    from dateline.ledger.opening import open_store

    return Ledger(open_store(Path(path), create=create, clock=clock))


def __getattr__(name: str) -> object:
    if name == "Ledger":
        from dateline.ledger.facade import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
