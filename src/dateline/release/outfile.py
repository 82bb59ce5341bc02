"""A file that people will send on: whole, or not there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, TextIO

from dateline.errors import DatelineError, UsageError

SQLITE = b"SQLite format 3\0"
"""How a ledger's file begins."""


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open `path` for writing UTF-8; it appears, or replaces the older file, when the block ends without an error.

    Until then the text lies beside it under another name. A link is followed; a device or a pipe is written as it
    goes. Raises UsageError (no such folder, a folder of that name, a ledger, no permission), DatelineError (the disk
    is full).
    """
    goal = path.resolve() if path.is_symlink() else path
    if goal.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it")
    if _is_database(goal):
        raise UsageError(f"{path} is a ledger and would be lost: name another file")
    if not goal.parent.is_dir():
        raise UsageError(f"{path} cannot be written: there is no folder {path.parent}")
    way = _as_it_goes if goal.exists() and not goal.is_file() else _beside
    try:
        with way(goal, path) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DatelineError(f"{path} was not written: {error.strerror or error}") from error


def _is_database(goal: Path) -> bool:
    """True for what SQLite wrote: an `--out` that should have been `--ledger` must not cost anybody the ledger."""
    if not goal.is_file():
        return False
    with suppress(OSError), goal.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE
    return False


@contextmanager
def _as_it_goes(goal: Path, path: Path) -> Iterator[TextIO]:
    with _opened(goal, "w", path) as file:
        yield file


@contextmanager
def _beside(goal: Path, path: Path) -> Iterator[TextIO]:
    """Write under another name in the same folder, then rename: whoever looks finds the old file or the new one."""
    other = goal.with_name(f".{goal.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with _opened(other, "x", path) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        other.replace(goal)
    finally:
        with suppress(OSError):
            other.unlink(missing_ok=True)


def _opened(goal: Path, mode: Literal["w", "x"], path: Path) -> TextIO:
    try:
        return goal.open(mode, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
