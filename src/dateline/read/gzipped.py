"""What lies in a gzip stream, looked at without unpacking it whole."""

from __future__ import annotations

import zlib
from typing import IO, Final

_MAGIC: Final = b"\x1f\x8b"
_GZIP: Final = 31
"""zlib's name for a stream with gzip's header."""

_PIECE: Final = 1 << 20


def begins_unpacked(head: bytes, beginning: bytes) -> bool:
    """True where the first bytes of a gzip stream unpack to this beginning."""
    if not head.startswith(_MAGIC):
        return False
    try:
        return zlib.decompressobj(_GZIP).decompress(head, max(len(beginning), 1)).startswith(beginning)
    except zlib.error:
        return False


def ends_whole(stream: IO[bytes], start: int) -> bool:
    """True where the gzip members from byte `start` to the end of the stream are whole.

    True as well for a stream that cannot go back: there it is not known. Nothing of what is unpacked is kept.
    """
    if not stream.seekable():
        return True
    stream.seek(start)
    member, rest = zlib.decompressobj(_GZIP), b""
    begun = False
    while data := rest or stream.read(_PIECE):
        if member.eof:
            member, begun = zlib.decompressobj(_GZIP), False
        try:
            member.decompress(data, _PIECE)
        except zlib.error:
            return False
        begun = True
        rest = member.unused_data or member.unconsumed_tail
    return member.eof or not begun
