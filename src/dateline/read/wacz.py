"""WACZ: web archives packed into one ZIP file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.errors import UnreadableInput
from dateline.model.reading import Problem, Reading
from dateline.read.source import HEAD, Source
from dateline.read.warc import read_archive
from dateline.read.zipped import BROKEN, opened_zip

_ARCHIVES: Final = "archive/"
_SUFFIXES: Final = (".warc", ".warc.gz")


class Wacz:
    """Reads WACZ: the pages of the WARC archives in it, each named after its address as in a WARC.

    Indexes, page lists and signatures beside the archives are not read.
    """

    def knows(self, source: Source) -> bool:
        """True for a ZIP file that is called .wacz, or whose first member is a part of a WACZ."""
        if not source.head.startswith(b"PK\x03\x04"):
            return False
        return source.suffix == ".wacz" or source.head[30:].startswith((b"archive/", b"datapackage", b"pages/"))

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The pages, archive after archive. Raises UnreadableInput for a ZIP file that holds no archive or is cut."""
        with opened_zip(source.stream, source.name) as file:
            names = [name for name in file.namelist() if name.startswith(_ARCHIVES) and name.endswith(_SUFFIXES)]
            if not names:
                raise UnreadableInput("there is no WARC archive in it", document=source.name)
            for name in names:
                try:
                    with file.open(name) as member:
                        head = member.read(HEAD)
                        member.seek(0)
                        inner = replace(source, head=head)
                        yield from read_archive(member, inner, came_from=f"{source.came_from} {name}")
                except BROKEN as error:
                    raise UnreadableInput(
                        f"its archive {name} cannot be unpacked", document=source.name, advice="Copy the file again"
                    ) from error
