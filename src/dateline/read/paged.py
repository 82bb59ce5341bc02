"""Lines on pages → paragraphs, with the span of each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from dateline.model.part import Part
from dateline.read.canonical import one_line

_EDGE: Final = 2
"""So many lines at the top and at the foot of a page may come back on the others."""

_MIN_PAGES: Final = 3
_SHARE: Final = 0.5
"""On so many pages, and on such a share of them, a line must come back to be no part of the text."""

_GAP: Final = 0.45
"""Space between two lines, above the usual and in heights of a line, that parts paragraphs."""

_TALLER: Final = 0.15
_SHORT: Final = 0.8
_ENDS: Final = (".", "!", "?", ":", ".”", '."', ".)", "؟", "۔", "。")
_SOFT_HYPHEN: Final = "\xad"
_BULLET: Final = re.compile(r"\s*(?:[•▪●■◦‣–—*·]|\(?\d{1,2}[.)])\s")
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed; its box in points, counted upwards from the foot of the page."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How tall its letters are."""
        return self.top - self.bottom


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the headers, footers and page numbers that come back on them."""
    shapes = Counter(shape for lines in pages for shape in {_shape(line) for line in _edges(lines)})
    needed = max(_MIN_PAGES, _SHARE * len(pages))
    return [
        [line for line in lines if line not in _edges(lines) or shapes[_shape(line)] < needed] for lines in pages
    ]  # fmt: skip


def _edges(lines: Sequence[Line]) -> list[Line]:
    return [line for line in (*lines[:_EDGE], *lines[-_EDGE:]) if not one_line(line.words).endswith(_ENDS)]


def _shape(line: Line) -> str:
    """A line as it comes back: whatever its number is."""
    return _DIGITS.sub("0", one_line(line.words))


def joined(pages: list[list[Line]]) -> tuple[str, tuple[Part, ...]]:
    """The paragraphs, parted by blank lines, and the pages' spans. A paragraph may run on over the end of a page."""
    pieces: list[str] = []
    parts: list[Part] = []
    length = 0
    before: Line | None = None
    for number, lines in enumerate(pages, start=1):
        start = length
        usual = _usual_gap(lines)
        reach = max((line.right for line in lines), default=0.0)
        for line in lines:
            words = one_line(line.words)
            glue = _glue(before, line, usual, reach) if before else ""
            if before and glue != "\n\n" and pieces[-1].endswith(_SOFT_HYPHEN):
                pieces[-1] = pieces[-1][:-1]
                length -= 1
                glue = ""
            pieces += [glue, words]
            length += len(glue) + len(words)
            start = start + len(glue) if line is lines[0] else start
            before = line
        parts.append(Part(min(start, length), length, "page", str(number)))
    return "".join(pieces), tuple(parts)


def _glue(before: Line, line: Line, usual: float, reach: float) -> str:
    """What stands between two lines: a blank line where a paragraph begins, else a space, or nothing at a hyphen."""
    words, following = before.words.rstrip(), line.words.lstrip()
    turned = line.top > before.top  # another column, or another page
    if turned:
        return "\n\n" if words.endswith(_ENDS) or not following[:1].islower() else _run_on(words)
    gap = before.bottom - line.top
    if gap > usual + _GAP * line.height or abs(before.height - line.height) > _TALLER * line.height:
        return "\n\n"
    if _BULLET.match(following) or (words.endswith(_ENDS) and before.right < _SHORT * reach):
        return "\n\n"
    return _run_on(words)


def _run_on(words: str) -> str:
    return "" if words.endswith(("-", _SOFT_HYPHEN)) else " "


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [one.bottom - two.top for one, two in pairwise(lines) if two.top <= one.top]
    return median(gaps) if gaps else 0.0
