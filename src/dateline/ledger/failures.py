"""SQLite's errors in the words of `dateline.errors`: what happened, to which file, and what to do."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from dateline.errors import LedgerCorrupt, LedgerError, LedgerReadOnly

_FULL: Final = (sqlite3.SQLITE_FULL,)
_DISK: Final = (sqlite3.SQLITE_IOERR,)
_FORBIDDEN: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_BROKEN: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a LedgerError; errors that are bugs pass unchanged."""
    try:
        yield
    except DBAPIError as error:
        raise _known(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _known(error, path) or error from error


def code_of(error: BaseException | None) -> int:
    """SQLite's primary result code, 0 when there is none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def disk_full(path: Path) -> LedgerReadOnly:
    """The disk is full (or fails on writing)."""
    return LedgerReadOnly(
        f"cannot write the ledger {path}: the disk that holds {path.absolute().parent} is full ({_free(path)}). "
        "What was acknowledged is kept and nothing is half written: free some space and run it again"
    )


def _known(error: BaseException | None, path: Path) -> LedgerError | None:
    code = code_of(error)
    if code in _FULL:
        return disk_full(path)
    if code in _DISK:
        return LedgerReadOnly(
            f"the disk that holds {path.absolute().parent} did not take or give the data of {path} "
            f"({error}; {_free(path)}). Nothing is half written: free some space or check the disk, then run it again"
        )
    if code in _FORBIDDEN:
        return LedgerReadOnly(
            f"cannot write the ledger {path} ({error}): check who owns the file and its folder, "
            "or name another ledger with --ledger"
        )
    if code in _BROKEN:
        return LedgerCorrupt(f"{path} is no readable ledger ({error}): restore it from a copy, or name another file")
    if code in _BUSY:
        return LedgerError(f"another process has been writing to {path} for too long: try again when it is done")
    return None


def _free(path: Path) -> str:
    try:
        free = shutil.disk_usage(path.absolute().parent).free
    except OSError:
        return "free space unknown"
    return f"{free / 1_000_000:.1f} MB free"
