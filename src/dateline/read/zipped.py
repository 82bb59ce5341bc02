"""ZIP files opened with care: hostile ones are refused before they cost anything."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import BinaryIO, Final

from dateline.errors import TooLarge, UnreadableInput

BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, lzma.LZMAError, OSError, ValueError, RuntimeError, EOFError,
)  # fmt: skip
"""What reading a broken or locked ZIP file raises."""

_MAX_MEMBERS: Final = 10_000
"""Members of a ZIP file beyond which it is refused."""


def opened_zip(stream: BinaryIO, name: str) -> zipfile.ZipFile:
    """The ZIP file in the stream. Raises UnreadableInput, TooLarge for more than 10,000 members."""
    if not stream.seekable():
        raise UnreadableInput("a packed file cannot be read from a pipe", document=name, advice="Pass the file itself")
    try:
        file = zipfile.ZipFile(stream)
    except BROKEN:
        raise UnreadableInput(
            "it is a ZIP file that is cut or damaged", document=name, advice="Copy or fetch it again"
        ) from None
    if len(file.infolist()) > _MAX_MEMBERS:
        raise TooLarge(f"it has more than {_MAX_MEMBERS:,} parts", document=name)
    return file


def unpacked(file: zipfile.ZipFile, member: str, *, limit: int, name: str) -> bytes | None:
    """A member's bytes, None where there is none of this name. Raises TooLarge beyond `limit` bytes, whatever the
    file says of its size; UnreadableInput for one that is damaged or locked with a password.
    """
    if member not in file.NameToInfo:
        return None
    try:
        with file.open(member) as part:
            data = part.read(limit + 1)
    except BROKEN:
        raise UnreadableInput(
            f"its part {member} is damaged or locked", document=name, advice="Save it again without a password"
        ) from None
    if len(data) > limit:
        raise TooLarge(f"its part {member} unpacks to more than {limit // 1_000_000} MB", document=name)
    return data
