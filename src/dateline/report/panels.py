"""What stands, over time: one drawing for each thing counted, in one place, in one way. Nothing shares an axis that may
not be compared: a stock, a count that runs on from one day, and counts of periods are drawn apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.report import words
from dateline.report.bands import Band, Step, band, steps
from dateline.report.heights import Heights, heights_of
from dateline.report.points import Point, points
from dateline.report.strands import Strand, bounds, dated
from dateline.report.timescale import EDGE, TimeScale, ordinal
from dateline.report.view import View
from dateline.report.voices import Cast
from dateline.report.when import between, date

Row = dict[str, Any]

MOST_PANELS: Final = 8
MOST_UNDATED: Final = 12
"""Claims without a date that are named below the drawings; the others are counted."""
_SHORT: Final = 1.2
"""Percent of the width that a period takes at least."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing. `way` is "stock", "running" (counted from one day on) or "periods"; `told` says what it shows."""

    strand: Strand
    way: str
    title: str
    note: str
    told: str
    heights: Heights
    bands: list[Band]
    steps: list[Step]
    points: list[Point]

    @property
    def crowded(self) -> bool:
        """True where there is no room for letters."""
        return any(not point.letter for point in self.points)


@dataclass(frozen=True, slots=True)
class Panels:
    """The drawings of a situation over one scale of days. `left_out` counts those that are not drawn, `earlier` the
    rows that lie too long before the others; `undated` are claims of the situation that no day can be given to.
    """

    time: TimeScale
    panels: list[Panel]
    left_out: int
    earlier: int
    undated: list[View]


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a strand that may share an axis."""

    strand: Strand
    way: str
    rows: list[Row]

    @property
    def dates(self) -> int:
        return len({(row["start"] if self.way == "periods" else "", row["end"]) for row in self.rows})

    @property
    def days(self) -> list[str]:
        return [row["end"] for row in self.rows]

    def since(self, first: int) -> _Part:
        return replace(self, rows=[row for row in self.rows if ordinal(row["end"]) >= first])


def panels(strands: Sequence[Strand], cast: Cast) -> Panels | None:
    """Drawings of what has two dates or more, those with most claims first; None where nothing has."""
    every = [part for strand in strands if not strand.part for part in _parts(strand) if bounds(part.rows)]
    first = _first_drawn(sorted({ordinal(day) for part in every for day in part.days}))
    parts = [part for part in (one.since(first) for one in every) if part.dates > 1]
    if not parts:
        return None
    parts.sort(key=lambda part: -len({claim for row in part.rows for claim in row["claims"]}))
    drawn = parts[:MOST_PANELS]
    time = _time(drawn)
    made = [panel for part in drawn if (panel := _panel(part, time, cast))]
    undated = dict.fromkeys(
        claim for strand in strands for row in strand.rows for claim in row["claims"] if row["end"] is None
    )
    earlier = sum(ordinal(day) < first for part in every for day in part.days)
    return Panels(time, made, len(parts) - len(made), earlier, cast.shown(undated))


def _first_drawn(days: list[int]) -> int:
    """The first day that is drawn: one goes while the gap after it is longer than all that follows."""
    while len(days) > 3 and days[1] - days[0] > days[-1] - days[1]:
        days = days[1:]
    return days[0] if days else 0


def _time(parts: Sequence[_Part]) -> TimeScale:
    """From the first to the last end of a row; further back for periods that do not begin too long before."""
    ends = [ordinal(day) for part in parts for day in part.days]
    reach = min(ends) - (max(ends) - min(ends))
    starts = [ordinal(row["start"]) for part in parts if part.way == "periods" for row in part.rows]
    return TimeScale(min([*ends, *(day for day in starts if day >= reach)]), max(ends))


def _parts(strand: Strand) -> list[_Part]:
    """The dated rows, apart: stocks; counts that share their first day; the others as periods."""
    rows = [row for row in strand.rows if row["end"]]
    if strand.measure == "stock":
        return [_Part(strand, "stock", rows)]
    by_start: dict[str | None, list[Row]] = {}
    for row in rows:
        by_start.setdefault(row["start"], []).append(row)
    running = [_Part(strand, "running", same) for start, same in by_start.items() if len(same) > 1 or start is None]
    rest = [same[0] for start, same in by_start.items() if len(same) == 1 and start is not None]
    return [*running, _Part(strand, "periods", sorted(rest, key=dated))]


def _panel(part: _Part, time: TimeScale, cast: Cast) -> Panel | None:
    told = cast.shown(claim for row in part.rows for claim in row["claims"])
    heights = heights_of([*bounds(part.rows), *_stated(told)])
    if heights is None:
        return None
    boxes = _boxes(part, time)
    return Panel(
        strand=part.strand,
        way=part.way,
        title=part.strand.title,
        note=_note(part),
        told=_told(part),
        heights=heights,
        bands=[drawn for row, box in boxes if (drawn := band(row, box, heights))],
        steps=list(steps(boxes, heights, joined=part.way != "periods")),
        points=points(part.rows, [box for _, box in boxes], heights, cast, whole=part.way == "periods"),
    )


def _stated(views: Iterable[View]) -> list[int]:
    return [value for view in views for value in (view.low, view.high) if value is not None]


def _boxes(part: _Part, time: TimeScale) -> list[tuple[Row, tuple[float, float]]]:
    """From where to where each row is drawn: a period over its days, the others until the next date."""
    if part.way == "periods":
        spans = [(time.x(ordinal(row["start"])), time.x(ordinal(row["end"]) + 1)) for row in part.rows]
        return [(row, (x1, min(EDGE, max(x2, x1 + _SHORT)))) for row, (x1, x2) in zip(part.rows, spans, strict=True)]
    starts = [time.x(ordinal(row["end"])) for row in part.rows]
    ends = [next((x for x in starts if x > start), EDGE) for start in starts]
    return list(zip(part.rows, zip(starts, ends, strict=True), strict=True))


def _note(part: _Part) -> str:
    if part.way == "running":
        start = part.rows[0]["start"]
        if start is None:
            return "counted up to each date"
        return f"counted from {date(start)} on: each figure holds the ones before"
    if part.way == "periods":
        return "counted by period: a box is as wide as its days"
    return "drawn until the next date that anybody tells of"


def _told(part: _Part) -> str:
    first, last = min(part.days), max(part.days)
    best = [row["best"] for row in part.rows if row["best"] is not None]
    told = f"{words.counted(part.dates, 'date')}, {between(first, last)}"
    if best:
        told += f"; best figures from {min(best):,} to {max(best):,}"
    return f"{told}. The tables below give every number."
