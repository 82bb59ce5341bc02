"""A file that people will send on: whole, or not there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dateline.errors import DatelineError, UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open `path` for writing UTF-8; it appears, or replaces the older file, when the block ends without an error.

    Until then the text lies beside it under another name. A link is followed, a device or pipe written as it goes.
    Raises UsageError (no such folder, a folder of that name, no permission), DatelineError (the disk is full).
    """
    goal = path.resolve() if path.is_symlink() else path
    if goal.exists() and not goal.is_file() and not goal.is_dir():
        with goal.open("w", encoding="utf-8", newline="") as device:
            yield device
        return
    if goal.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it")
    beside = goal.with_name(f".{goal.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with _new(beside, path) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(goal)
    except OSError as error:
        raise DatelineError(f"{path} was not written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _new(beside: Path, path: Path) -> TextIO:
    try:
        return beside.open("x", encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
