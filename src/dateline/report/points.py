"""The claims within a drawing over time: a letter for who speaks, a bar or an arrow for the range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.report.heights import HEIGHT, Heights
from dateline.report.view import View
from dateline.report.voices import Cast

Row = dict[str, Any]

_ROOM: Final = 16.0
"""Pixels that a letter takes, across and down."""
_WIDTHS: Final = (270.0, 520.0)
"""Pixels that a drawing may be wide, on a telephone and on a desk: letters must stand apart on both."""
_ASIDE: Final = (0.0, 16.0, -16.0, 32.0, -32.0, 48.0, -48.0)
"""Pixels that a letter is set aside where another stands."""
_ARROW: Final = 24.0
MOST_LETTERS: Final = 24
"""Claims of a drawing that have room for their letters; more are dots, where they are."""
STANDING: Final = ("recommended", "triangulation")
"""Roles of claims that nothing has replaced or contradicted."""


@dataclass(frozen=True, slots=True)
class Point:
    """A claim at `x` percent of the width and `aside` pixels beside it, its letter at `y` pixels from above.

    `reach` is where its range ends: that of a closed range, or an arrow's tip where `open` says "up" or "down"; None
    for a single number. Never a middle: the letter stands at a bound that the text gives. `fallen` claims were
    replaced, or are part of a contradiction. `letter` is "" where a drawing has no room for letters.
    """

    x: float
    aside: float
    y: float
    reach: float | None
    open: str
    letter: str
    fallen: bool
    anchor: str
    told: str


def points(
    rows: Sequence[Row],
    boxes: Sequence[tuple[float, float]],
    heights: Heights,
    cast: Cast,
    *,
    whole: bool,
) -> list[Point]:
    """The claims of the rows, each once, at the row of its own day; `whole`: in the middle of a row's days."""
    crowded = len({claim for row in rows for claim in row["claims"]}) > MOST_LETTERS
    made: list[Point] = []
    seen: set[str] = set()
    for row, (x1, x2) in zip(rows, boxes, strict=True):
        x = round((x1 + x2) / 2, 2) if whole else x1
        for view in cast.shown(claim for claim in row["claims"] if claim not in seen):
            seen.add(view.id)
            point = _point(view, x, heights, cast)
            if point is not None:
                made.append(replace(point, letter="") if crowded else _apart(point, made))
    return made


def _point(view: View, x: float, heights: Heights, cast: Cast) -> Point | None:
    if view.number is None or (view.low is None and view.high is None):
        return None
    y = heights.y(view.low if view.low is not None else view.high or 0)
    reach, way = None, ""
    if view.high is None:
        reach, way = max(2.0, y - _ARROW), "up"
    elif view.low is None:
        reach, way = min(HEIGHT - 2.0, y + _ARROW), "down"
    elif view.high != view.low:
        reach = heights.y(view.high)
    voice = cast.voice(view)
    printed = view.paper.publisher or "publisher not named"
    told = f"{voice.letter} {voice.name}: {view.number.shown}, {view.when} ({printed})"
    return Point(x, 0.0, y, reach, way, voice.letter, cast.role(view.id) not in STANDING, view.anchor, told)


def _apart(point: Point, others: Sequence[Point]) -> Point:
    """The point set aside as little as needed, within the drawing; where nothing helps, over the others."""
    for aside in _ASIDE:
        if aside < 0 and point.x * _WIDTHS[0] / 100 + aside < 0:
            continue
        if not any(_meets(point, aside, other) for other in others):
            return replace(point, aside=aside)
    return point


def _meets(point: Point, aside: float, other: Point) -> bool:
    if abs(point.y - other.y) >= _ROOM and not _crosses(point, other):
        return False
    return any(abs((point.x - other.x) * width / 100 + aside - other.aside) < _ROOM for width in _WIDTHS)


def _crosses(point: Point, other: Point) -> bool:
    """True when a bar or an arrow of one runs through the letter of the other."""
    return any(
        one.reach is not None and min(one.y, one.reach) - _ROOM / 2 < letter.y < max(one.y, one.reach) + _ROOM / 2
        for one, letter in ((point, other), (other, point))
    )
