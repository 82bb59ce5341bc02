"""Tables of articles: CSV, TSV and Parquet, a row a document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TextIO

from dateline.errors import EmptyInput, InputError, MissingExtra, TooLarge, UnreadableInput
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import one_line, storable, unix_lines
from dateline.read.columns import Chosen, chosen_columns
from dateline.read.decode import encoding_of
from dateline.read.document import from_text
from dateline.read.given import Given, primary_subtag
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.problem import problem_of
from dateline.read.source import Source

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_DELIMITERS: Final = ",;\t|"
_SUFFIXES: Final = frozenset({".csv", ".tsv"})
_SAMPLE: Final = 1 << 20
"""Bytes of a table that its encoding is told from, where it can be read again."""

_ROWS: Final = 64
"""Rows of a Parquet table in memory at a time."""


class Csv:
    """Reads comma-, semicolon-, bar- or tab-separated values whose first line names the columns."""

    def knows(self, source: Source) -> bool:
        """True by its name (.csv, .tsv)."""
        return source.suffix in _SUFFIXES

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The rows. Raises UnreadableInput where no column holds the text."""
        encoding = encoding_of(_sample(source))
        with io.TextIOWrapper(io.BufferedReader(_Kept(source.stream)), encoding, errors="replace", newline="") as text:
            lines = _lines(text, source.name)
            first = next(lines, "")
            if not first.strip():
                raise EmptyInput("the table is empty", document=source.name)
            delimiter = max(_DELIMITERS, key=first.count)
            csv.field_size_limit(MAX_DOCUMENT_BYTES)
            names = [storable(name.strip()) for name in next(csv.reader([first], delimiter=delimiter))]
            yield from _documents(_csv_rows(names, csv.reader(lines, delimiter=delimiter), source.name), names, source)


class Parquet:
    """Reads Parquet tables. Needs pyarrow, which is an extra."""

    def knows(self, source: Source) -> bool:
        """True by its first bytes."""
        return source.head.startswith(b"PAR1")

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The rows. Raises MissingExtra without pyarrow, UnreadableInput where no column holds the text."""
        table = _opened(source)
        yield from _documents(_parquet_rows(table, source.name), list(table.schema_arrow.names), source)


Row = Mapping[str, Any]


def _documents(
    rows: Iterator[tuple[int, Row | InputError]], names: Sequence[str], source: Source
) -> Iterator[Reading | Problem]:
    """The document of each row, the number of the row in its name."""
    columns = chosen_columns(names, source.columns, source.name)
    unused = tuple(name for name in names if name and name not in columns.by_field.values())
    empty = True
    for number, row in rows:
        empty = False
        at = f"{source.came_from} row {number}"
        try:
            if isinstance(row, InputError):
                raise row
            yield _document(row, columns, unused, name=f"{source.name} row {number}", at=at, fallback=source.fallback)
        except InputError as error:
            yield problem_of(error, at)
    if empty:
        yield problem_of(EmptyInput("the table has no rows"), source.came_from)


def _document(row: Row, columns: Chosen, unused: tuple[str, ...], *, name: str, at: str, fallback: Given) -> Reading:
    said = {field: words for field, column in columns.by_field.items() if (words := _words(row.get(column)))}
    text = unix_lines(said.get("text", ""))
    content = text or said.get("html", "")
    if not content:
        raise EmptyInput("its text is empty", document=at)
    dated = said.get("published", "")
    published = columns.day(dated)
    own = Given(
        url=said.get("url"),
        title=one_line(said.get("title", "")) or None,
        published=published,
        publisher=said.get("publisher"),
        lang=primary_subtag(said.get("lang", "")),
        dated_by="the row",
    )
    undated = (_two_ways(columns.by_field["published"]),) if dated else ()
    return from_text(
        content,
        "text" if text else "html",
        original=content.encode("utf-8", "replace"),
        name=said.get("id", name),
        came_from=at,
        own=own,
        fallback=fallback,
        ignored_keys=unused if published else (*unused, *undated),
    )


def _two_ways(column: str) -> str:
    """A column whose dates nobody has said how to read, with how to say it."""
    return f"{column} (dates that can be read in two ways: --map published={column}:dmy, mdy or ymd)"


def _words(value: Any) -> str | None:
    """A cell as words; None where it is empty. A day or moment is spelt in ISO 8601."""
    if value is None:
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return storable(words) if words.strip() else None


def _csv_rows(names: Sequence[str], reader: Iterator[list[str]], name: str) -> Iterator[tuple[int, Row | InputError]]:
    """The rows with their numbers, the line of names being none of them; a row of other length is an error."""
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            yield number + 1, UnreadableInput("the table cannot be read from here on", document=name)
            return
        if cells is None:
            return
        if not cells:
            continue
        number += 1
        if len(cells) > len(names):
            yield number, UnreadableInput(f"the row has {len(cells)} cells for {len(names)} columns", document=name)
        else:
            yield number, dict(zip(names, cells, strict=False))


def _lines(text: TextIO, name: str) -> Iterator[str]:
    """The lines, none of them longer than a document may be."""
    while line := text.readline(MAX_DOCUMENT_BYTES):
        if len(line) == MAX_DOCUMENT_BYTES:
            raise TooLarge("a line of the table is too long", document=name)
        yield line


def _sample(source: Source) -> bytes:
    stream = source.stream
    if not stream.seekable():
        return source.head
    start = stream.tell()
    sample = stream.read(_SAMPLE)
    stream.seek(start)
    return sample


class _Kept(io.RawIOBase):
    """A stream that stays open when what reads it is closed: it belongs to the caller."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _opened(source: Source) -> ParquetFile:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtra(
            'reading Parquet tables needs pyarrow: pip install "dateline[parquet]"', document=source.name
        ) from None
    if not source.stream.seekable():
        raise UnreadableInput(
            "a Parquet table cannot be read from a pipe", document=source.name, advice="Pass the file itself"
        )
    try:
        return ParquetFile(source.stream)
    except (ArrowException, OSError, ValueError):
        raise UnreadableInput(
            "the Parquet table is damaged or cut", document=source.name, advice="Copy or fetch it again"
        ) from None


def _parquet_rows(table: ParquetFile, name: str) -> Iterator[tuple[int, Row | InputError]]:
    from pyarrow import ArrowException

    number = 0
    batches = table.iter_batches(batch_size=_ROWS)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else None
        except (ArrowException, OSError, ValueError):
            yield number + 1, UnreadableInput("the table is damaged from here on", document=name)
            return
        if rows is None:
            return
        for number, row in enumerate(rows, start=number + 1):  # noqa: B020 - counts on
            yield number, row
