"""What no other reader knows: one document, or JSON lines with one document each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from dateline.model.reading import Problem, Reading
from dateline.read.document import sifted, too_large
from dateline.read.json_lines import is_too_long, read_line, read_rows
from dateline.read.kinds import JSON_LINES_SUFFIXES, begins_json_lines
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.source import Source

_BOM: Final = b"\xef\xbb\xbf"


class PlainInput:
    """Reads JSON lines, and files of one document: text, HTML and the forms of `dateline.read.forms`."""

    def knows(self, source: Source) -> bool:
        """Always: whether it can be read shows when it is read."""
        return True

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The one document, or the documents of the lines where the first line is a JSON object."""
        stream, name = source.stream, source.name
        head = _head(stream)
        if source.suffix in JSON_LINES_SUFFIXES or begins_json_lines(head.removeprefix(_BOM)):
            yield from read_rows(
                head, stream, name=name, came_from=source.came_from, fallback=source.fallback, columns=source.columns
            )
            return
        rest = b"" if is_too_long(head) else stream.read(MAX_DOCUMENT_BYTES + 1 - len(head))
        if len(head) + len(rest) > MAX_DOCUMENT_BYTES:
            raise too_large(name)
        sieve = source.sieve if source.sieve is not None and source.sieve.files else None
        yield from sifted(head + rest, sieve=sieve, name=name, came_from=source.came_from, fallback=source.fallback)


def _head(stream: BinaryIO) -> bytes:
    """The stream up to the end of its first line that is not blank."""
    head = bytearray()
    while line := read_line(stream):
        head += line
        if line.removeprefix(_BOM).strip() or is_too_long(head):
            break
    return bytes(head)
