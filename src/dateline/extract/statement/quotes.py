"""The quotations of a page: from the opening mark to the closing one, over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MARKS: Final = re.compile(r"[\"“”„]|''|``|(?<!\w)‘(?=\w)")
_LONGEST: Final = 3000
"""Code points beyond which a mark that does not close is taken for a stray one."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: [start, end) with its marks; `inner` without them."""

    start: int
    end: int
    inner: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a text in order."""

    all: tuple[Quote, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> Quote | None:
        """The quotation in which an offset stands, its marks included."""
        before = bisect_right(self.starts, offset) - 1
        found = self.all[before] if before >= 0 else None
        return found if found is not None and offset < found.end else None

    def between(self, start: int, end: int) -> Sequence[Quote]:
        """The quotations that begin in [start, end)."""
        return self.all[bisect_right(self.starts, start - 1) : bisect_right(self.starts, end - 1)]


def quotes_of(text: str) -> Quotes:
    """Pairs the marks of a text. A mark left open at the end of a paragraph goes on where the next one opens again."""
    found: list[Quote] = []
    opened: tuple[int, int] | None = None
    last = 0
    for match in _MARKS.finditer(text):
        begin, end = match.span()
        if match[0] == "‘":
            continue
        if opened is not None and ("\n" in text[last:begin] or begin - opened[0] > _LONGEST):
            opened = _goes_on(text, opened, last, begin, found)
        if _opens(text, match[0], begin, end, opened is not None):
            opened = opened or (begin, end)
        elif opened is not None:
            found.append(Quote(opened[0], end, (opened[1], begin)))
            opened = None
        last = end
    return Quotes(tuple(found), tuple(quote.start for quote in found))


def _goes_on(text: str, opened: tuple[int, int], last: int, begin: int, found: list[Quote]) -> tuple[int, int] | None:
    """Closes an open quotation at its paragraph's end where the next paragraph opens anew; else it was a stray mark."""
    stop = text.find("\n", last)
    rest = text[stop:begin].strip() if stop >= 0 else "x"
    if 0 <= stop <= opened[0] + _LONGEST and not rest:
        found.append(Quote(opened[0], stop, (opened[1], stop)))
    return None


def _opens(text: str, mark: str, begin: int, end: int, inside: bool) -> bool:
    if mark in "“„``":
        return True
    if mark == "”":
        return not inside and (begin == 0 or text[begin - 1].isspace()) and not text[end : end + 1].isspace()
    before = text[begin - 1 : begin]
    after = text[end : end + 1]
    spaced_before, spaced_after = not before or before.isspace() or before in "(—–-[", not after or after.isspace()
    if spaced_before != spaced_after:
        return spaced_before
    return not inside
