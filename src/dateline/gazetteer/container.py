"""The gazetteer's file: named sections of numbers and one of text, mapped into memory and never changed.

    8 bytes   magic b"DLGAZ01\\n"
    8 bytes   length of the directory (little-endian)
    n bytes   directory, JSON: {"about": {…}, "sections": {name: [offset, bytes, type]}}
    then      the sections, each beginning at a multiple of 8; type is a letter of `struct` ("B", "H", "I", "i",
              "Q": little-endian arrays) or "s" (bytes)

Opening reads the directory alone; the rest comes from the page cache as it is asked for, so that many processes
share one copy.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.errors import GazetteerCorrupt

MAGIC: Final = b"DLGAZ01\n"
_HEAD: Final = 16
_ALIGN: Final = 8

Section = memoryview


@dataclass(frozen=True, slots=True)
class Container:
    """An open file: what it says about itself, and its sections as views that read like tuples of numbers."""

    path: Path
    about: Mapping[str, Any]
    sections: Mapping[str, Section]

    def text(self, offset: int) -> str:
        """The UTF-8 text that stands at `offset` in the section "text": two bytes of length, then the bytes."""
        heap = self.sections["text"]
        start = offset + 2
        return str(heap[start : start + heap[offset] + 256 * heap[offset + 1]], "utf-8")


def open_container(path: Path) -> Container:
    """Maps the file. Raises GazetteerCorrupt when it is not one, or cut short, or of another version."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < _HEAD or file.read(len(MAGIC)) != MAGIC:
            raise GazetteerCorrupt(f"{path} is no gazetteer of this version; build it again ({BUILD_HINT})")
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    end = _HEAD + int.from_bytes(mapped[len(MAGIC) : _HEAD], "little")
    try:
        directory = json.loads(bytes(mapped[_HEAD:end]))
        sections = {name: _view(mapped, *where) for name, where in directory["sections"].items()}
    except (ValueError, KeyError, TypeError) as error:
        raise GazetteerCorrupt(f"{path} is damaged ({error}); build it again ({BUILD_HINT})") from error
    return Container(path, directory["about"], sections)


def write_container(path: Path, about: Mapping[str, Any], sections: Mapping[str, array[int] | bytes]) -> None:
    """Writes the file under another name and renames it, so that nobody meets it half written.

    The bytes depend on the arguments alone.
    """
    if sys.byteorder != "little":
        raise GazetteerCorrupt("the gazetteer can only be built on a little-endian machine")
    blobs = {name: content if isinstance(content, bytes) else content.tobytes() for name, content in sections.items()}
    types = {name: "s" if isinstance(content, bytes) else content.typecode for name, content in sections.items()}
    directory = _directory(about, blobs, types)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(MAGIC + len(directory).to_bytes(8, "little") + directory)
            for blob in blobs.values():
                file.write(blob + bytes(_padding(len(blob))))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


BUILD_HINT: Final = "make setup, or python -m dateline.gazetteer.build"


def _directory(about: Mapping[str, Any], blobs: Mapping[str, bytes], types: Mapping[str, str]) -> bytes:
    """The directory as bytes, padded so that the first section is aligned; offsets depend on its own length."""
    length = 0
    while True:
        offset, places = _HEAD + length, {}
        for name, blob in blobs.items():
            places[name] = [offset, len(blob), types[name]]
            offset += len(blob) + _padding(len(blob))
        text = json.dumps({"about": about, "sections": places}, ensure_ascii=False, sort_keys=True).encode()
        text += b" " * _padding(_HEAD + len(text))
        if len(text) <= length:
            return text + b" " * (length - len(text))
        length = len(text)


def _padding(size: int) -> int:
    return -size % _ALIGN


def _view(mapped: Section, offset: int, size: int, kind: str) -> Section:
    if offset + size > len(mapped):
        raise ValueError("a section is cut short")
    view = mapped[offset : offset + size]
    return view if kind == "s" else view.cast(kind)  # type: ignore[call-overload]
