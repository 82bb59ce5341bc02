"""The band of what claims allow, and the line of best figures, within a drawing over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.report.heights import Heights

Row = dict[str, Any]

_THIN: Final = 3.0
"""Pixels that a band takes at least, so that a single number is seen."""


@dataclass(frozen=True, slots=True)
class Band:
    """What the claims allow from `x1` to `x2` (percent): from `y1` down to `y2` (pixels). `side` is "up" or "down"
    where it goes on without end, "" where it is closed.
    """

    x1: float
    x2: float
    y1: float
    y2: float
    side: str

    @property
    def pieces(self) -> list[Piece]:
        """The band as it is drawn: whole where it is closed, paler from third to third where it has no end."""
        if not self.side:
            return [Piece("", self.y1, round(self.y2 - self.y1, 1))]
        third = round((self.y2 - self.y1) / 3, 1)
        tops = [round(self.y1 + third * at, 1) for at in range(3)]
        fading = ("b3", "b2", "b1") if self.side == "up" else ("b1", "b2", "b3")
        return [Piece(f"{self.side} {css}", top, third) for css, top in zip(fading, tops, strict=True)]


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle of a band: its class, its top and its height in pixels."""

    css: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of the line of best figures: level, or upright from one to the next."""

    x1: float
    y1: float
    x2: float
    y2: float


def band(row: Row, box: tuple[float, float], heights: Heights) -> Band | None:
    """What a row allows over its box; None when both sides are open."""
    low, high = row["low"], row["high"]
    if low is None and high is None:
        return None
    y1 = 0.0 if high is None else heights.y(high)
    y2 = heights.y(0) if low is None else heights.y(low)
    if y2 - y1 < _THIN:
        middle = (y1 + y2) / 2
        y1, y2 = middle - _THIN / 2, middle + _THIN / 2
    return Band(*box, round(y1, 1), round(y2, 1), "up" if high is None else "down" if low is None else "")


def steps(boxes: Sequence[tuple[Row, tuple[float, float]]], heights: Heights, *, joined: bool) -> Iterator[Step]:
    """The line of best figures, broken where nobody gives one; `joined`: upright from one to the next."""
    last: tuple[float, float] | None = None
    for row, (x1, x2) in boxes:
        if row["best"] is None:
            last = None
            continue
        y = heights.y(row["best"])
        if joined and last is not None and last[0] == x1 and last[1] != y:
            yield Step(x1, last[1], x1, y)
        yield Step(x1, y, x2, y)
        last = (x2, y)
