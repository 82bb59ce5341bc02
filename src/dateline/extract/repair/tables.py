"""Rows of tables told as lines: under "Deaths" and "Injured", "| Dadu | 14 | 33 |" is "Dadu: 14 deaths, 33 injured."

The words of a column's heading are put behind the numbers of its cells in the working text, where every rule for lines
reads them. They stand nowhere in the canonical text: their characters know the place of the cell's last digit, so that
a figure's words and its excerpt are those of the row as it is printed. Only headings that say what befell those counted
are put there; "Population" and "2033" say nothing of the kind. A table with two rows of headings stays as it is; one
of two columns may have them at its side ("| Deaths | 26 |").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from dateline.extract.repair.working import Working
from dateline.vocab.load import word_set

_CELL: Final = re.compile(r"(?<=\|)[^|\n]*(?=\|)")
_LINES: Final = re.compile(r"(?:^\|.*\|[ \t]*$\n*){2,}", re.MULTILINE)
_LINE: Final = re.compile(r"^\|.*$", re.MULTILINE)
_NUMBER: Final = re.compile(r"[~<>≈]?\s?\d[\d, \u00a0\u202f]*\+?")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_COUNTS: Final = re.compile(r"^(?:(?:total )?(?:number|no\.?|nr\.?) of |total |# (?:of )?)")
_WORDS: Final = re.compile(r"[a-z-]+(?: [a-z-]+){0,3}")


class _Cell(NamedTuple):
    """A cell's words, and where they start in the working text."""

    text: str
    start: int


class _Row(NamedTuple):
    """A line of a table [start, end), and its cells."""

    start: int
    end: int
    cells: tuple[_Cell, ...]

    @property
    def counts(self) -> bool:
        """True where a cell behind the first is a number."""
        return any(_NUMBER.fullmatch(cell.text) for cell in self.cells[1:])


def tell_rows(working: Working) -> Working:
    """The working text with the rows of its tables told as lines. Its cost grows linearly with the text."""
    if "|" not in working.text:
        return working
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for row, headings in _rows(working.text):
        pieces.append(working.text[done : row.start])
        origin += working.origin[done : row.start]
        for words, at in _told(row, headings):
            pieces.append(words)
            origin += [origin[-1]] * len(words) if at is None else working.origin[at : at + len(words)]
        done = row.end
    pieces.append(working.text[done:])
    origin += working.origin[done:]
    return Working("".join(pieces), tuple(origin)) if done else working


def _rows(text: str) -> Iterator[tuple[_Row, Sequence[str | None]]]:
    """The rows that can be told, each with what the headings of its table say of its cells."""
    for table in _LINES.finditer(text):
        lines = [_row(text, line) for line in _LINE.finditer(text, table.start(), table.end())]
        rows = [row for row in lines if any(_LETTER.search(cell.text) for cell in row.cells)]
        headings = _headings(rows)
        if any(headings):
            yield from ((row, headings) for row in rows[1:] if len(row.cells) == len(headings) and row.counts)
        else:
            yield from ((row, (None, "")) for row in rows if _is_pair(row))


def _headings(rows: Sequence[_Row]) -> list[str | None]:
    """What each column's heading says of its numbers; [] where the first row alone does not hold the headings."""
    if len(rows) < 2 or rows[0].counts or not rows[1].counts:
        return []
    if any(not _games().isdisjoint(cell.text.lower().split()) for cell in rows[0].cells):
        return []  # "| Player | Kills | Deaths | Assists |"
    return [_heading(cell.text) for cell in rows[0].cells]


def _is_pair(row: _Row) -> bool:
    """ "| Deaths | 26 |": what befell them, and how many."""
    return len(row.cells) == 2 and row.counts and _heading(row.cells[0].text) is not None


def _row(text: str, line: re.Match[str]) -> _Row:
    cells = _CELL.finditer(text, line.start(), line.end())
    stripped = (_Cell(c.group().strip(), c.start() + len(c.group()) - len(c.group().lstrip())) for c in cells)
    return _Row(line.start(), line.start() + len(line.group().rstrip()), tuple(stripped))


def _heading(words: str) -> str | None:
    """What a column's heading says of the number before it ("No. of deaths (total)": "deaths"), None if nothing."""
    told = _COUNTS.sub("", _BRACKETS.sub("", words).strip().lower()).strip()
    return told if _WORDS.fullmatch(told) and not _befallen().isdisjoint(told.split()) else None


def _told(row: _Row, headings: Sequence[str | None]) -> Iterator[tuple[str, int | None]]:
    """The words of a row told as a line, each with its place in the working text, None where they stand nowhere.

    Other cells with digits are left out ("12.5%", "1.820", "40 (3 new)", numbers of which no heading says what they
    count): beside the others they would be read as more of those.
    """
    at = next((i for i, cell in enumerate(row.cells) if _LETTER.search(cell.text)), 0)
    yield row.cells[at]
    joint = ": "
    for cell, heading in zip(row.cells[at + 1 :], headings[at + 1 :], strict=True):
        counts = heading is not None and _NUMBER.fullmatch(cell.text) is not None
        if not counts and (_DIGIT.search(cell.text) or not _LETTER.search(cell.text)):
            continue
        yield joint, None
        yield cell
        if counts and heading:
            yield f" {heading}", None
        joint = ", "
    yield ".", None


@cache
def _games() -> frozenset[str]:
    return word_set("wording_en", "tables", "games")


@cache
def _befallen() -> frozenset[str]:
    return word_set("wording_en", "tables", "befallen")
