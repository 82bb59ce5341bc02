"""An input opened for reading, and the protocol of what reads it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Final, Protocol

from dateline.model.answer import Fetch
from dateline.model.reading import Problem, Reading
from dateline.read.given import NOTHING, Given
from dateline.read.kinds import suffix_of
from dateline.read.sieve import Sieve

HEAD: Final = 8_192
"""Bytes of an input that its kind is known by, beside its name."""


@dataclass(frozen=True, slots=True)
class Source:
    """An opened input. `stream` stands at its beginning; `head` are its first bytes, at most `HEAD`.

    `name` is what its documents are named after, `came_from` where it lies, `fallback` what counts where a document
    says nothing itself. `columns` says which column or key holds what, for tables ({"text": "body"}). `fetch` fetches
    the addresses of a list; None: nothing is fetched. `sieve` judges pages that need not be kept; None: all are read.
    """

    stream: BinaryIO
    head: bytes
    name: str
    came_from: str
    fallback: Given = NOTHING
    columns: Mapping[str, str] = field(default_factory=dict)
    fetch: Fetch | None = None
    sieve: Sieve | None = None

    @property
    def suffix(self) -> str:
        """The end of its name, in lower case (".html"), empty where it has none."""
        return suffix_of(self.name)


class Reader(Protocol):
    """Reads inputs of one kind."""

    def knows(self, source: Source) -> bool:
        """True for an input of this kind, told by its name and first bytes; the stream is left as it is."""
        ...

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """Its documents one at a time, a Problem in the place of each that cannot be read.

        Memory does not grow with their number. Raises InputError where the input as a whole cannot be read (further),
        MissingExtra where a package for it is not installed.
        """
        ...


def opened(
    stream: BinaryIO,
    *,
    name: str,
    came_from: str,
    fallback: Given,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    sieve: Sieve | None = None,
) -> Source:
    """The source of a stream, which need not be able to go back."""
    head = _first(stream)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
    else:
        stream = io.BufferedReader(_Replayed(head, stream))
    return Source(stream, head, name, came_from, fallback, columns or {}, fetch, sieve)


def _first(stream: BinaryIO) -> bytes:
    """Up to `HEAD` bytes; a pipe may give them in pieces."""
    head = bytearray()
    while len(head) < HEAD and (piece := stream.read(HEAD - len(head))):
        head += piece
    return bytes(head)


class _Replayed(io.RawIOBase):
    """A stream that cannot go back, what was read of it first again in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest
        self._at = 0

    def tell(self) -> int:
        """How many bytes were read: what reads archives asks for it."""
        return self._at

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
