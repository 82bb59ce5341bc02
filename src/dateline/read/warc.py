"""WARC archives, packed or not: each page that a server answered with is a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Final

from dateline.errors import InputError, UnreadableInput
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.charset import python_charset
from dateline.read.content import HTML, TEXT
from dateline.read.document import sifted, too_large
from dateline.read.given import Given
from dateline.read.gzipped import begins_unpacked, ends_whole
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.problem import problem_of
from dateline.read.source import HEAD, Source

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

_BEGINNING: Final = b"WARC/"
_GZIP: Final = b"\x1f\x8b"
_PAGES: Final = frozenset({HTML, "application/xhtml+xml", TEXT})
_FOUND: Final = 200
"""The one HTTP status under which a server sends what was asked for: error pages and redirects are no news."""

_MAX_BLOCK: Final = MAX_DOCUMENT_BYTES + 1_000_000
"""Bytes of a record, HTTP headers too, that are looked at."""


def cuts_of(stream: BinaryIO, every: int) -> list[int]:
    """The bytes at which an archive may be cut so that each piece but the last holds so many response records.

    None at all where its records are not packed one by one, so that nothing can be read from the middle of it. A
    damaged archive is cut up to the damage only. Leaves the stream anywhere.
    """
    progress = _Progress("")
    at = [progress.at for number, _ in enumerate(_records(stream, progress)) if number and number % every == 0]
    return at if all(_begins_record(stream, start) for start in at) else []


def _begins_record(stream: BinaryIO, start: int) -> bool:
    stream.seek(start)
    head = stream.read(HEAD)
    return head.startswith(_BEGINNING) or begins_unpacked(head, _BEGINNING)


class Warc:
    """Reads WARC and WARC.GZ: response records that hold HTML or plain text.

    A document is called by its address, which is its url as well; the day of the crawl is never taken for its
    publication. Revisit records, which repeat an earlier answer without its text, are counted and named. Of a cut
    archive the whole records are read, and the place of the cut is told.
    """

    def knows(self, source: Source) -> bool:
        """True where the first bytes, unpacked where they are packed, are those of a WARC record."""
        return source.head.startswith(_BEGINNING) or begins_unpacked(source.head, _BEGINNING)

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The pages in the order of their records."""
        yield from read_archive(source.stream, source, came_from=source.came_from)


def read_archive(
    stream: IO[bytes], source: Source, *, came_from: str, end: int | None = None
) -> Iterator[Reading | Problem]:
    """The pages of one archive that lies in `stream` and is called `came_from`.

    The stream stands at its beginning, or at a record; records that begin at or behind byte `end` are left to whoever
    reads on (None: none are).
    """
    begun = stream.tell() if stream.seekable() else 0
    progress = _Progress(came_from, end=end)
    for record in _records(stream, progress):
        yield from _page_of(record, progress, source)
    if end is None and progress.ended is None and source.head.startswith(_GZIP) and not ends_whole(stream, progress.at):
        progress.ended = f"it is cut behind byte {progress.at:,}: the record there is the last whole one"
    if progress.revisits:
        yield progress.problem(
            f"{progress.revisits:,} revisit record(s) repeat an answer of another crawl without its text: skipped"
        )
    if progress.ended:
        yield progress.problem(progress.ended, "Fetch or copy the archive again; what stands before was read")
    elif not progress.seen and not begun:
        yield progress.problem("there is no record in it", "Check that it was saved in full")


@dataclass(slots=True)
class _Progress:
    """How far an archive was read. `at` is the byte at which the newest record begins, packed bytes counted; `end` that
    from which records are not read."""

    came_from: str
    at: int = 0
    seen: int = 0
    revisits: int = 0
    ended: str | None = None
    end: int | None = None

    def problem(self, message: str, advice: str | None = None) -> Problem:
        return problem_of(UnreadableInput(message, advice=advice), self.came_from)


def _records(stream: IO[bytes], progress: _Progress) -> Iterator[WarcRecord]:
    """The response records; other kinds are passed over, revisits counted."""
    from fastwarc.warc import WarcRecordType

    records = iter(_iterator(stream))
    while True:
        try:
            record = next(records, None)
        except OSError:
            progress.ended = f"it is damaged behind byte {progress.at:,}: what lies behind is not read"
            return
        if record is None or (progress.end is not None and record.stream_pos >= progress.end):
            return
        progress.at, progress.seen = record.stream_pos, progress.seen + 1
        if record.record_type == WarcRecordType.revisit:
            progress.revisits += 1
        elif record.record_type == WarcRecordType.response:
            yield record
            if progress.ended:
                return


def _iterator(stream: IO[bytes]) -> ArchiveIterator:
    from fastwarc.warc import ArchiveIterator

    return ArchiveIterator(stream, parse_http=False)


def _page_of(record: WarcRecord, progress: _Progress, source: Source) -> Iterator[Reading | Problem]:
    """The page in a response record: none for pictures, scripts, redirects and errors."""
    address = storable((record.headers.get("WARC-Target-URI") or "").strip("<> "))
    at = f"{progress.came_from} record at byte {progress.at}"
    try:
        block = _block(record)
        if len(block) < min(record.content_length, _MAX_BLOCK) or record.headers.get("Content-Length") is None:
            progress.ended = f"it is cut in the record at byte {progress.at:,}, which is not read"
            return
        record.set_bytes_content(block)
        record.parse_http(auto_decode="all")
        if not _is_page(record):
            return
        data = record.reader.read(MAX_DOCUMENT_BYTES + 1)
        if len(data) > MAX_DOCUMENT_BYTES or record.content_length > _MAX_BLOCK:
            raise too_large(at)
        yield from sifted(
            data, name=address or at, came_from=at, own=Given(url=address or None), fallback=source.fallback,
            media_type=record.http_content_type, charset=python_charset(record.http_charset), sieve=source.sieve,
        )  # fmt: skip
    except InputError as error:
        yield problem_of(error, f"{at} ({address})" if address else at)
    except (OSError, ValueError):
        yield progress.problem(f"the answer at byte {progress.at:,} cannot be unpacked")


def _block(record: WarcRecord) -> bytes:
    """The record's bytes, HTTP headers first; of one that is too large the first `_MAX_BLOCK`."""
    try:
        return bytes(record.reader.read(min(record.content_length, _MAX_BLOCK)))
    except OSError:  # the archive's packing ends or breaks in it
        return b""


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or headers.status_code != _FOUND:
        return False
    return (record.http_content_type or HTML).strip().lower() in _PAGES
