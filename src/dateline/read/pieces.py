"""Inputs cut into pieces that can be read by themselves, and together give what the whole gives."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import UnreadableInput, UsageError
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.columns import checked_columns
from dateline.read.folder import FoundFile
from dateline.read.given import Given, checked_date, checked_language
from dateline.read.inputs import STANDARD_INPUT, files_of, read_file
from dateline.read.json_lines import read_line, read_rows
from dateline.read.kinds import JSON_LINES_SUFFIXES
from dateline.read.problem import cannot_open, problem_of
from dateline.read.readers import reader_of
from dateline.read.sieve import Sieve
from dateline.read.source import opened
from dateline.read.warc import Warc, cuts_of, read_archive

DOCUMENTS: Final = 128
"""Documents of a piece: seconds of work, so that little is done again after a stop."""
_BYTES: Final = 16_000_000
"""Bytes of whole files at which a piece is closed."""
_PLAIN: Final = Given()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A file, or the bytes `start` to `end` of one (None: to its end). `line` is the number of its first line.

    `size` and `modified` (nanoseconds) say which file it was when it was cut.
    """

    path: str
    name: str
    size: int
    modified: int
    start: int = 0
    end: int | None = None
    line: int = 1

    @property
    def bytes(self) -> int:
        """How much of the file it is."""
        return (self.size if self.end is None else self.end) - self.start


Piece = tuple[Stretch, ...]
"""What is read together: a stretch of a large file, or some small files."""


def pieces_of(inputs: Sequence[str | Path], *, documents: int = DOCUMENTS) -> Iterator[Piece | Problem]:
    """The pieces of the inputs in their order, a problem in the place of each input that is not there.

    WARC archives are cut between records, JSON lines (.jsonl, .ndjson) between lines; of other files several small ones
    are a piece, a large one is a piece alone. Lazy: a file is looked through when its turn comes.

    Raises UsageError for standard input, which only one process can read.
    """
    if STANDARD_INPUT in map(str, inputs):
        raise UsageError("standard input can be read by one process only: leave --workers and --engine out")
    return _pieces(inputs, documents)


def size_of(inputs: Sequence[str | Path]) -> int:
    """Bytes of all files of the inputs."""
    found = (one for given in inputs for one in files_of(given))
    return sum(one.path.stat().st_size for one in found if isinstance(one, FoundFile) and one.path.exists())


def read_piece(
    piece: Piece,
    *,
    published: str | None = None,
    lang: str | None = None,
    columns: Mapping[str, str] | None = None,
    sieve: Sieve | None = None,
) -> Iterator[Reading | Problem]:
    """The documents of a piece as `read_inputs` gives them, with a `sieve` as with one there.

    A file that is another one than when it was cut is a problem.
    """
    fallback = Given(published=checked_date(published), lang=checked_language(lang))
    known = checked_columns(columns or {})
    for stretch in piece:
        yield from _read(stretch, fallback, known, sieve)


def _pieces(inputs: Sequence[str | Path], documents: int) -> Iterator[Piece | Problem]:
    small: list[Stretch] = []
    for found in (one for given in inputs for one in files_of(given)):
        cut = [found] if isinstance(found, Problem) else _stretches(found, documents)
        whole = cut[0] if len(cut) == 1 else None
        if isinstance(whole, Stretch):
            small.append(whole)
        if small and (whole is None or isinstance(whole, Problem) or _full(small, documents)):
            yield tuple(small)
            small = []
        if not isinstance(whole, Stretch):
            yield from ((one,) if isinstance(one, Stretch) else one for one in cut)
    if small:
        yield tuple(small)


def _full(small: Sequence[Stretch], documents: int) -> bool:
    return len(small) >= documents or sum(one.size for one in small) >= _BYTES


def _stretches(found: FoundFile, documents: int) -> Sequence[Stretch | Problem]:
    came_from = storable(str(found.path))
    try:
        about = found.path.stat()
        with found.path.open("rb") as stream:
            cuts = _cuts(stream, came_from, documents)
    except OSError as error:
        return [problem_of(cannot_open(error, came_from), came_from)]
    ends = [*(start for start, _ in cuts[1:]), None]
    return [
        Stretch(str(found.path), found.name, about.st_size, about.st_mtime_ns, start, end, line)
        for (start, line), end in zip(cuts, ends, strict=True)
    ]


def _cuts(stream: BinaryIO, came_from: str, documents: int) -> list[tuple[int, int]]:
    """Where the stretches of a file begin: byte and number of the line."""
    source = opened(stream, name=came_from, came_from=came_from, fallback=_PLAIN)
    if source.suffix in JSON_LINES_SUFFIXES:
        return [(0, 1), *_lines_at(stream, documents)]
    if isinstance(reader_of(source), Warc):
        return [(0, 1), *((at, 1) for at in cuts_of(stream, documents))]
    return [(0, 1)]


def _lines_at(stream: BinaryIO, every: int) -> Iterator[tuple[int, int]]:
    line = 1
    while piece := stream.readline(1 << 20):
        if piece.endswith(b"\n"):
            line += 1
            if line % every == 1:
                yield stream.tell(), line


def _read(
    stretch: Stretch, fallback: Given, columns: Mapping[str, str], sieve: Sieve | None
) -> Iterator[Reading | Problem]:
    found = FoundFile(Path(stretch.path), stretch.name)
    came_from = storable(stretch.path)
    try:
        about = found.path.stat()
        if (about.st_size, about.st_mtime_ns) != (stretch.size, stretch.modified):
            changed = UnreadableInput("it was changed while it was read", advice="Run the same again")
            yield problem_of(changed, came_from)
        elif not stretch.start and stretch.end is None:
            yield from read_file(found, fallback, columns, sieve)
        else:
            with found.path.open("rb") as stream:
                yield from _read_within(stream, stretch, fallback, columns, sieve)
    except OSError as error:
        yield problem_of(cannot_open(error, came_from), came_from)


def _read_within(
    stream: BinaryIO, stretch: Stretch, fallback: Given, columns: Mapping[str, str], sieve: Sieve | None
) -> Iterator[Reading | Problem]:
    name, came_from = storable(stretch.name), storable(stretch.path)
    source = opened(stream, name=name, came_from=came_from, fallback=fallback, columns=columns, sieve=sieve)
    stream.seek(stretch.start)
    if source.suffix in JSON_LINES_SUFFIXES:
        lines = io.BufferedReader(_Until(stream, stretch.bytes))
        yield from read_rows(
            b"" if stretch.start else read_line(lines), lines, name=name, came_from=came_from, fallback=fallback,
            columns=columns, first_number=stretch.line,
        )  # fmt: skip
    else:
        yield from read_archive(stream, source, came_from=came_from, end=stretch.end)


class _Until(io.RawIOBase):
    """The next so many bytes of a stream."""

    def __init__(self, stream: BinaryIO, left: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(min(len(buffer), self._left))
        buffer[: len(piece)] = piece
        self._left -= len(piece)
        return len(piece)
