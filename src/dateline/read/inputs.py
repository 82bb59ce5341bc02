"""Inputs as a user names them: files, folders, standard input, JSON lines."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import EmptyInput, InputError, MissingExtra, UnreadableInput
from dateline.model.answer import Fetch
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.columns import checked_columns
from dateline.read.fetched import read_address
from dateline.read.folder import FoundFile, files_in
from dateline.read.given import Given, checked_date, checked_language
from dateline.read.problem import cannot_open, problem_of
from dateline.read.readers import reader_of
from dateline.read.sieve import Sieve
from dateline.read.source import opened

STANDARD_INPUT: Final = "-"
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    sieve: Sieve | None = None,
) -> Iterator[Reading | Problem]:
    """The documents of the inputs, one at a time, a Problem in the place of each that cannot be read.

    An input is a file of any kind that `dateline.read.readers` knows, a folder (read recursively in sorted order,
    hidden files skipped), or "-" for standard input (`stdin`, else the process's own). `published` (an ISO date or
    date-time) counts for each document that brings no date of its own: a page's or a JSON line's own date stands.
    `lang` counts for each document but the JSON lines that name theirs. `columns` says which column of a table, or
    which key of a JSON line, holds what ({"text": "body", "published": "date"}). `fetch` fetches what is named by its
    address, as an input or in a list of addresses; None: nothing is fetched, and such inputs are problems. `sieve`
    judges the pages of archives; None: all are read. Memory does not grow with the number of documents.

    Raises InputError, before anything is read, when `published` is no ISO date, `lang` no language code, or `columns`
    names a field that a document does not have.
    """
    fallback = Given(published=checked_date(published), lang=checked_language(lang))
    return _read_all(inputs, stdin, _How(fallback, checked_columns(columns or {}), fetch, sieve))


@dataclass(frozen=True, slots=True)
class _How:
    """What holds for all inputs of one call."""

    fallback: Given
    columns: Mapping[str, str]
    fetch: Fetch | None = None
    sieve: Sieve | None = None


def _read_all(inputs: Sequence[str | Path], stdin: BinaryIO | None, how: _How) -> Iterator[Reading | Problem]:
    for given in inputs:
        if str(given) == STANDARD_INPUT:
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _read_stream(stream, name=STANDARD_INPUT, came_from=STANDARD_INPUT, how=how)
        elif how.fetch is not None and isinstance(given, str) and _ADDRESS.match(given):
            yield from read_address(given, how.fetch, how.fallback)
        else:
            yield from _read_path(given, how)


def _read_path(given: str | Path, how: _How) -> Iterator[Reading | Problem]:
    for found in files_of(given):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _read_file(found, how)


def files_of(given: str | Path) -> Iterator[FoundFile | Problem]:
    """The file of this path, or the files of this folder; a problem in the place of what cannot be read."""
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
        yield FoundFile(path, path.name)
        return
    empty = True
    for found in files_in(path):
        empty = False
        yield found
    if empty:
        yield problem_of(EmptyInput("there are no files in this folder", advice="Check the path"), named)


def _checked_path(given: str | Path) -> Path:
    if isinstance(given, str) and _ADDRESS.match(given):
        raise UnreadableInput(
            "it is an address, and nothing is fetched unasked",
            advice="Fetch it with --fetch, or save the page and pass the file",
        )
    try:
        if b"\x00" not in os.fsencode(given):
            return Path(given)
    except UnicodeEncodeError:
        pass
    raise UnreadableInput("no file can have this name", advice="Check the path")


def read_file(
    found: FoundFile, fallback: Given, columns: Mapping[str, str], sieve: Sieve | None = None
) -> Iterator[Reading | Problem]:
    """The documents of one file but for those that the sieve stops."""
    return _read_file(found, _How(fallback, columns, sieve=sieve))


def _read_file(found: FoundFile, how: _How) -> Iterator[Reading | Problem]:
    came_from = storable(str(found.path))
    try:
        with found.path.open("rb") as stream:
            yield from _read_stream(stream, name=storable(found.name), came_from=came_from, how=how)
    except OSError as error:
        yield problem_of(cannot_open(error, came_from), came_from)


def _read_stream(stream: BinaryIO, *, name: str, came_from: str, how: _How) -> Iterator[Reading | Problem]:
    """The documents of one opened input, by the reader that knows its kind."""
    try:
        source = opened(
            stream,
            name=name,
            came_from=came_from,
            fallback=how.fallback,
            columns=how.columns,
            fetch=how.fetch,
            sieve=how.sieve,
        )
        yield from reader_of(source).read(source)
    except InputError as error:
        yield problem_of(error, came_from)
    except MissingExtra as error:
        yield Problem(came_from, type(error).__name__, error.message)
