"""JSON lines: one document a line, read one line at a time, so that a file may be of any size."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from dateline.errors import InputError
from dateline.model.reading import Problem, Reading
from dateline.read.document import too_large
from dateline.read.given import Given
from dateline.read.json_row import read_row
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.problem import problem_of

_DRAIN: Final = 1 << 20
_BOM: Final = b"\xef\xbb\xbf"


def read_rows(
    first: bytes,
    stream: BinaryIO,
    *,
    name: str,
    came_from: str,
    fallback: Given,
    columns: Mapping[str, str],
    first_number: int = 1,
) -> Iterator[Reading | Problem]:
    """The documents of a JSON-lines stream, a problem in the place of each line that is none; blank lines pass.

    `first` is what was read of the stream already: whole lines, or the beginning of one that is too long.
    `first_number` is that of the first line.
    """
    for number, line in _lines(first, stream, first_number):
        at = f"{came_from} line {number}"
        try:
            if line is None:
                raise too_large(at)
            yield read_row(line, at=f"{name} line {number}", came_from=at, fallback=fallback, columns=columns)
        except InputError as error:
            yield problem_of(error, at)


def read_line(stream: BinaryIO) -> bytes:
    """The next line, or of a line that is too long one byte more than the limit."""
    return stream.readline(MAX_DOCUMENT_BYTES + 1)


def is_too_long(line: bytes | bytearray) -> bool:
    """True for a line beyond the limit on size, cut there by `read_line`."""
    return len(line) > MAX_DOCUMENT_BYTES


def _lines(first: bytes, stream: BinaryIO, start: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank with their numbers; None for a line beyond the limit."""
    for number, line in enumerate(_raw_lines(first, stream), start=start):
        if is_too_long(line):
            _drain(line, stream)
            yield number, None
        elif line.strip():
            yield number, line


def _raw_lines(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield from io.BytesIO(first.removeprefix(_BOM))  # which, unlike splitlines, breaks at LF alone
    while line := read_line(stream):
        yield line


def _drain(line: bytes, stream: BinaryIO) -> None:
    """Reads on to the end of a line that is too long, and keeps nothing of it."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(_DRAIN)
