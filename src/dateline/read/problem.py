"""Errors as data: the input is named, the rest goes on."""

from __future__ import annotations

import errno
import os
from typing import Final

from dateline.errors import InputError, UnreadableInput
from dateline.model.reading import Problem

_ADVICE: Final = {
    errno.ENOENT: ("no such file or folder", "Check the path"),
    errno.EACCES: ("it may not be read", "Ask its owner for permission to read it"),
    errno.EPERM: ("it may not be read", "Ask its owner for permission to read it"),
    errno.EISDIR: ("it is a folder, and a file is asked for", "Name the file in it"),
    errno.ELOOP: ("its symbolic link leads back to itself", "Pass the file that the link was made for"),
    errno.ENAMETOOLONG: ("its name is longer than the system allows", "Check the path"),
}


def problem_of(error: InputError, at: str) -> Problem:
    """The problem that an error makes of the input at `at`."""
    return Problem(at, type(error).__name__, error.message, error.advice)


def cannot_open(error: OSError, name: str) -> UnreadableInput:
    """The error for an input that the system does not let us read."""
    known = _ADVICE.get(error.errno or 0)
    if known:
        return UnreadableInput(known[0], document=name, advice=known[1])
    why = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return UnreadableInput(f"it cannot be read ({why})", document=name)
