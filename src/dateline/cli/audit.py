"""Writing down that somebody looked behind the masks, or took out what tells of forces while it is fresh."""

from __future__ import annotations

import getpass
import os
from pathlib import Path


def log_unmasked(ledger: Path, what: str, *, claim_id: str | None = None, create: bool = False) -> None:
    """One audit entry: who saw what unmasked. Raises LedgerError when it cannot be written; then nothing is shown."""
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=create) as opened:
        opened.log("unmasked", who(), why=what, claim_id=claim_id)


def log_recent(ledger: Path, what: str, *, claim_id: str | None = None) -> None:
    """One audit entry: who took out what tells of forces on fresh pages. Raises LedgerError; then nothing leaves."""
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        opened.log("recent", who(), why=what, claim_id=claim_id)


def who() -> str:
    """The name of the account that runs the command; its number where it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"
