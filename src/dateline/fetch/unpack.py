"""Bodies unpacked as they come, and never beyond the limit: a small body can unpack to anything."""

from __future__ import annotations

import zlib
from typing import Final, Protocol

from dateline.errors import FetchFailed, FetchRefused

_GZIP: Final = 31
"""zlib's word for the gzip format with the largest window."""
_MAGIC: Final = b"\x1f\x8b"


class Unpack(Protocol):
    """Takes a body in pieces."""

    def take(self, piece: bytes) -> None:
        """The next piece. Raises FetchRefused beyond the limit, FetchFailed where it is damaged."""
        ...

    def whole(self) -> bytes:
        """All of it, unpacked. Raises FetchFailed where it is cut."""
        ...


def unpacker(encoding: str, limit: int) -> Unpack:
    """What unpacks this content encoding. Raises FetchRefused for one that was not asked for."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _Plain(limit)
    if encoding in ("gzip", "x-gzip"):
        return _Gzip(limit)
    raise FetchRefused(f"the server packs it as {encoding[:20]!r}, which was not asked for")


class _Plain:
    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._body = bytearray()

    def take(self, piece: bytes) -> None:
        self._body += piece
        if len(self._body) > self._limit:
            raise too_large(self._limit)

    def whole(self) -> bytes:
        return bytes(self._body)


class _Gzip(_Plain):
    """One or several gzip members; what is no gzip behind a whole member is passed over."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False

    def take(self, piece: bytes) -> None:
        while piece:
            if self._member.eof:
                if not piece.startswith(_MAGIC[: len(piece)]):
                    return
                self._member = zlib.decompressobj(_GZIP)
            self._begun = True
            try:
                super().take(self._member.decompress(piece, self._limit + 1 - len(self._body)))
            except zlib.error:
                raise FetchFailed("its packed body is damaged") from None
            piece = self._member.unconsumed_tail or self._member.unused_data

    def whole(self) -> bytes:
        if self._begun and not self._member.eof:
            raise FetchFailed("its packed body is cut")
        return super().whole()


def too_large(limit: int) -> FetchRefused:
    """The error for a body beyond the limit."""
    return FetchRefused(f"it is larger than {limit / 1_000_000:,.3g} MB")
