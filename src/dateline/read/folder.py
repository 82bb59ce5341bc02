"""The files of a folder, in an order that does not depend on the machine."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dateline.errors import InputError, UnreadableInput
from dateline.model.reading import Problem
from dateline.read.problem import cannot_open, problem_of

_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file and its name relative to the folder that was asked for ("day1/page.html")."""

    path: Path
    name: str


def files_in(folder: Path) -> Iterator[FoundFile | Problem]:
    """The regular files of the folder and of those in it, sorted by name folder by folder.

    Hidden files and folders (".name") are skipped. A link to a folder is followed, unless it leads back into a
    folder that contains it: that is a problem, as is what is neither file nor folder, or may not be entered.
    """
    yield from _walk(folder, PurePosixPath(), ())


def _walk(folder: Path, relative: PurePosixPath, above: tuple[_Identity, ...]) -> Iterator[FoundFile | Problem]:
    try:
        identity = _identity(folder)
        if identity in above:
            raise UnreadableInput(
                "its symbolic link leads back into a folder that contains it",
                advice="Nothing is lost: the folder is read once",
            )
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield problem_of(cannot_open(error, str(folder)), str(folder))
        return
    except InputError as error:
        yield problem_of(error, str(folder))
        return
    for name in names:
        yield from _entry(folder / name, relative / name, (*above, identity))


def _entry(path: Path, relative: PurePosixPath, above: tuple[_Identity, ...]) -> Iterator[FoundFile | Problem]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield problem_of(cannot_open(error, str(path)), str(path))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path, relative, above)
    elif stat.S_ISREG(mode):
        yield FoundFile(path, str(relative))
    else:
        yield problem_of(UnreadableInput("it is neither a file nor a folder (a pipe, a socket or a device)"), str(path))


def _identity(folder: Path) -> _Identity:
    known = folder.stat()
    return known.st_dev, known.st_ino
