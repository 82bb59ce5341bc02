"""The series of a situation as a table: low, best, high, who holds them, how many stand behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.report.clean import shown
from dateline.report.strands import Strand
from dateline.report.view import View
from dateline.report.voices import Cast
from dateline.report.when import date, undated, when

Row = dict[str, Any]

MOST_ROWS: Final = 60
"""Rows of the table of one situation; the others are counted."""
MOST_HOLDERS: Final = 4
"""Claims that hold a bound and are linked beside it; the others are counted, and the reason is folded."""
GRADES: Final = {
    "confirmed": "two independent origins or more agree",
    "fair": "one origin that keeps count",
    "weak": "one other origin",
    "contested": "a contradiction touches it",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """A claim that holds a bound, with the letter of its voice."""

    letter: str
    view: View


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One row in words. `low`, `best` and `high` are None where nothing is known; `why` are sentences for the bounds
    that do not follow from one claim alone. `carried` names what no claim of the row has in its own sentence.
    """

    when: str
    low: int | None
    best: int | None
    high: int | None
    grade: str
    origins: int
    low_by: list[Holder]
    high_by: list[Holder]
    why: list[str]
    carried: list[str]

    @property
    def one_holder(self) -> bool:
        """True when the same claims hold both sides."""
        return [one.view.id for one in self.low_by] == [one.view.id for one in self.high_by]

    @property
    def many_hold(self) -> bool:
        """True when a reason would be longer than a line or two."""
        return max(len(self.low_by), len(self.high_by)) > MOST_HOLDERS


@dataclass(frozen=True, slots=True)
class VerdictBlock:
    """The rows of one strand, oldest first."""

    strand: Strand
    rows: list[VerdictRow]


def verdicts(strands: Sequence[Strand], cast: Cast, *, tolls: bool = False) -> list[VerdictBlock]:
    """The rows by strand, in the order of the strands. `tolls` of one moment are known by the day they were told."""
    return [
        VerdictBlock(strand, [_row(row, cast, tolls=tolls) for row in strand.rows]) for strand in strands if strand.rows
    ]


def first_rows(blocks: Sequence[VerdictBlock]) -> tuple[list[VerdictBlock], int]:
    """The blocks up to `MOST_ROWS` rows, and how many rows that leaves out."""
    kept: list[VerdictBlock] = []
    room = MOST_ROWS
    for block in blocks:
        if room > 0:
            kept.append(VerdictBlock(block.strand, block.rows[:room]))
            room -= len(kept[-1].rows)
    return kept, sum(len(block.rows) for block in blocks) - (MOST_ROWS - room)


def range_words(row: Row) -> str:
    """Low and high with the best figure, never one alone: "16,350–16,450, best 16,400"."""
    low, high = row["low"], row["high"]
    if low is None and high is None:
        told = "open"
    elif high is None:
        told = f"{low:,} or more"
    elif low is None:
        told = f"up to {high:,}"
    else:
        told = f"{low:,}–{high:,}" if low != high else f"{low:,}"
    best = row["best"]
    return f"{told}, {'no best' if best is None else f'best {best:,}'}"


def when_words(row: Row) -> str:
    """The days of a row; "no date, printed 5 May 2033" without any."""
    told = {"start": row["start"], "end": row["end"], "text": None}
    return when(told, row["measure"]) if row["start"] or row["end"] else undated(row)


def _row(row: Row, cast: Cast, *, tolls: bool) -> VerdictRow:
    held = row["bounds_held_by"]
    return VerdictRow(
        when=f"told by {date(row['end'])}" if tolls and row["end"] else when_words(row),
        low=row["low"],
        best=row["best"],
        high=row["high"],
        grade=row["grade"],
        origins=row["origins"],
        low_by=_holders(held["low"], cast),
        high_by=_holders(held["high"], cast),
        why=_why(row),
        carried=_carried(cast.shown(row["claims"])),
    )


def _carried(views: Sequence[View]) -> list[str]:
    """What every claim has from another sentence of its page: "place", "date"."""
    return [one for one in ("place", "date") if views and all(one in view.carried for view in views)]


def _holders(claims: Sequence[str], cast: Cast) -> list[Holder]:
    return [Holder(cast.voice(view).letter, view) for view in cast.shown(claims)]


def _why(row: Row) -> list[str]:
    """Why a bound is what it is, where the claims of this very row do not say it alone."""
    held = row["bounds_held_by"]
    sides = [side for side in ("low", "high") if row["why"][side] and not set(held[side]) <= set(row["claims"])]
    return [f"{why[:1].upper()}{why[1:]}." for why in (shown(row["why"][side]) for side in sides)]
