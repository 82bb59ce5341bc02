"""Lists of addresses: known, and followed only where the caller brings what fetches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.errors import EmptyInput, UnreadableInput
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.fetched import read_address
from dateline.read.problem import cannot_open
from dateline.read.source import HEAD, Source

_ADDRESS: Final = re.compile(rb"https?://[^\s<>\"]+", re.IGNORECASE)
_MAX_ADDRESS: Final = 2_000
"""Bytes of an address; what is longer is none."""


class UrlList:
    """Knows a text file whose lines are web addresses alone ("#" begins a remark).

    Each address is fetched where the source has what fetches; else nothing is.
    """

    def knows(self, source: Source) -> bool:
        """True where every line of the first bytes is an address, blank or a remark, and one is an address."""
        lines = source.head.splitlines()
        if len(source.head) == HEAD and lines:
            lines.pop()  # it may be cut
        told = [line.strip() for line in lines if not _is_silent(line)]
        return bool(told) and all(_is_address(line) for line in told)

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """What the addresses answer with, in the order of the list, a Problem for each that is not fetched.

        Raises UnreadableInput, which says how many addresses are not followed, where nothing is to be fetched.
        """
        if source.fetch is not None:
            for address in addresses(source.stream):
                yield from read_address(address, source.fetch, source.fallback)
            return
        count = sum(1 for _ in addresses(source.stream))
        raise UnreadableInput(
            f"it is a list of {count:,} web address{'' if count == 1 else 'es'}, and nothing is fetched unasked",
            document=source.name,
            advice="Fetch them with --fetch, or save the pages and pass the files",
        )


def addresses(lines: Iterable[bytes]) -> Iterator[str]:
    """The addresses of a list, in order, each once; remarks, blank lines and what is no address are passed over."""
    seen: set[str] = set()
    for line in lines:
        if _is_silent(line) or not _is_address(line.strip()):
            continue
        address = line.strip().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        if address not in seen:
            seen.add(address)
            yield address


def addresses_in(path: Path) -> list[str]:
    """The addresses of the list in a file. Raises UnreadableInput where it cannot be read, EmptyInput where it holds
    none, and names the first line that is neither address nor remark.
    """
    name = storable(str(path))
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise cannot_open(error, name) from None
    for number, line in enumerate(lines, start=1):
        if not _is_silent(line) and not _is_address(line.strip()):
            raise UnreadableInput(
                f"line {number} is no web address", document=name, advice='One address a line; "#" begins a remark'
            )
    found = list(addresses(lines))
    if not found:
        raise EmptyInput("there is no address in it", document=name, advice="One address a line")
    return found


def _is_silent(line: bytes) -> bool:
    words = line.strip().removeprefix(b"\xef\xbb\xbf")
    return not words or words.startswith(b"#")


def _is_address(line: bytes) -> bool:
    words = line.removeprefix(b"\xef\xbb\xbf")
    return len(words) <= _MAX_ADDRESS and _ADDRESS.fullmatch(words) is not None
