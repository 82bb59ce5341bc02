"""Inputs as a user names them: files, folders, standard input, JSON lines."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import EmptyInput, InputError, UnreadableInput
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.document import from_bytes, too_large
from dateline.read.folder import FoundFile, files_in
from dateline.read.given import Given, checked_date, checked_language
from dateline.read.json_lines import is_too_long, read_line, read_rows
from dateline.read.kinds import JSON_LINES_SUFFIXES, begins_json_lines, suffix_of
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.problem import cannot_open, problem_of

STANDARD_INPUT: Final = "-"
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)
_BOM: Final = b"\xef\xbb\xbf"


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading | Problem]:
    """The documents of the inputs, one at a time, a Problem in the place of each that cannot be read.

    An input is a file, a folder (read recursively in sorted order, hidden files skipped), "-" for standard input
    (`stdin`, else the process's own), or a JSON-lines file. `published` (an ISO date or date-time) counts for each
    document that brings no date of its own: a page's or a JSON line's own date stands. `lang` counts for each
    document but the JSON lines that name theirs. Memory does not grow with the number of documents.

    Raises InputError, before anything is read, when `published` is no ISO date or `lang` no language code.
    """
    fallback = Given(published=checked_date(published), lang=checked_language(lang))
    return _read_all(inputs, fallback, stdin)


def _read_all(inputs: Sequence[str | Path], fallback: Given, stdin: BinaryIO | None) -> Iterator[Reading | Problem]:
    for given in inputs:
        if str(given) == STANDARD_INPUT:
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _read_stream(stream, name=STANDARD_INPUT, came_from=STANDARD_INPUT, fallback=fallback)
        else:
            yield from _read_path(given, fallback)


def _read_path(given: str | Path, fallback: Given) -> Iterator[Reading | Problem]:
    named = storable(str(given))
    try:
        path = _checked_path(given)
        is_folder = path.is_dir()
    except InputError as error:
        yield problem_of(error, named)
        return
    except OSError as error:
        yield problem_of(cannot_open(error, named), named)
        return
    if not is_folder:
        yield from _read_file(FoundFile(path, path.name), fallback)
        return
    empty = True
    for found in files_in(path):
        empty = False
        if isinstance(found, Problem):
            yield found
        else:
            yield from _read_file(found, fallback)
    if empty:
        yield problem_of(EmptyInput("there are no files in this folder", advice="Check the path"), named)


def _checked_path(given: str | Path) -> Path:
    if isinstance(given, str) and _ADDRESS.match(given):
        raise UnreadableInput(
            "it is an address, and nothing is fetched from the network", advice="Save the page and pass the file"
        )
    try:
        if b"\x00" not in os.fsencode(given):
            return Path(given)
    except UnicodeEncodeError:
        pass
    raise UnreadableInput("no file can have this name", advice="Check the path")


def _read_file(found: FoundFile, fallback: Given) -> Iterator[Reading | Problem]:
    came_from = storable(str(found.path))
    try:
        with found.path.open("rb") as stream:
            yield from _read_stream(stream, name=storable(found.name), came_from=came_from, fallback=fallback)
    except OSError as error:
        yield problem_of(cannot_open(error, came_from), came_from)


def _read_stream(stream: BinaryIO, *, name: str, came_from: str, fallback: Given) -> Iterator[Reading | Problem]:
    """A stream's one document, or the documents of its lines where its first line is a JSON object."""
    try:
        head = _head(stream)
        first = head.removeprefix(_BOM)
        if suffix_of(name) in JSON_LINES_SUFFIXES or begins_json_lines(first):
            yield from read_rows(head, stream, name=name, came_from=came_from, fallback=fallback)
            return
        rest = b"" if is_too_long(head) else stream.read(MAX_DOCUMENT_BYTES + 1 - len(head))
        if len(head) + len(rest) > MAX_DOCUMENT_BYTES:
            raise too_large(name)
        yield from_bytes(head + rest, name=name, came_from=came_from, fallback=fallback)
    except InputError as error:
        yield problem_of(error, came_from)


def _head(stream: BinaryIO) -> bytes:
    """The stream up to the end of its first line that is not blank."""
    head = bytearray()
    while line := read_line(stream):
        head += line
        if line.removeprefix(_BOM).strip() or is_too_long(head):
            break
    return bytes(head)
