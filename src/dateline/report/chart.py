"""The overview: one lane for each term and country, every claim in it a mark on one logarithmic scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.report import words
from dateline.report.groups import Group, Section
from dateline.report.scale import Mark, Scale, mark, scale_of
from dateline.report.view import View

MOST_LANES = 20
MOST_ROWS = 9
"""Rows of marks in a lane; what finds no room then is drawn over others."""
ARROW, GAP = 4.0, 1.6
"""Percent of the width that the arrow of an open end takes, and that two marks keep between them."""
MOST_TOLD = 3
"""Claims that the words of one mark tell; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark for all claims of a lane with the same bounds and sense. `size` is 1 to 3, by their number."""

    mark: Mark
    row: int
    size: int
    told: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A group of claims as marks; `told` says in words what they show."""

    group: Group
    dots: list[Dot]
    rows: int
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The lanes over one scale. `left_out` counts groups that are not drawn."""

    scale: Scale
    lanes: list[Lane]
    left_out: int


def chart(sections: Sequence[Section]) -> Chart | None:
    """Lanes for the groups with most claims, in the order of the page; None when there are no two claims to draw."""
    groups = [group for section in sections for group in section.groups]
    drawable = [group for group in groups if any(_bounds(view) for view in group.told)]
    if sum(bool(_bounds(view)) for group in drawable for view in group.told) < 2:
        return None
    chosen = sorted(drawable, key=lambda group: -len(group.told))[:MOST_LANES]
    scale = scale_of(view for group in chosen for view in group.told)
    if scale is None:
        return None
    lanes = [_lane(group, scale) for group in groups if group in chosen]
    return Chart(scale, lanes, len(groups) - len(lanes))


def _lane(group: Group, scale: Scale) -> Lane:
    alike: dict[Mark, list[View]] = defaultdict(list)
    for view in group.told:
        drawn = mark(view, scale)
        if drawn:
            alike[drawn].append(view)
    dots: list[Dot] = []
    ends: list[float] = []
    for drawn in sorted(alike, key=_left):
        row = _room(ends, drawn)
        views = alike[drawn]
        dots.append(Dot(drawn, row, _size(len(views)), _told(views), views[0].anchor))
    return Lane(group, dots, max(len(ends), 1), _spread(group))


def _room(ends: list[float], drawn: Mark) -> int:
    """The first row that is free at the mark's left end; takes it."""
    row = next((row for row, end in enumerate(ends) if end + GAP <= _left(drawn)), len(ends))
    if row == MOST_ROWS:
        row = min(range(MOST_ROWS), key=ends.__getitem__)
    if row == len(ends):
        ends.append(0.0)
    ends[row] = max(ends[row], _right(drawn))
    return row


def _left(drawn: Mark) -> float:
    return drawn.x1 if drawn.x1 is not None else (drawn.x2 or 0.0) - ARROW


def _right(drawn: Mark) -> float:
    return drawn.x2 if drawn.x2 is not None else (drawn.x1 or 0.0) + ARROW


def _size(claims: int) -> int:
    return 1 if claims == 1 else 2 if claims < 5 else 3


def _told(views: list[View]) -> str:
    """What a pointer over a mark shows."""
    told = [_one(view) for view in views[:MOST_TOLD]]
    more = [f"and {words.counted(len(views) - MOST_TOLD, 'more claim')}"] if len(views) > MOST_TOLD else []
    return "\n".join(told + more)


def _one(view: View) -> str:
    shown = view.number.shown if view.number else view.kind
    sense = "" if view.happened else f", {words.MODALITIES[view.modality]}"
    said = view.sources[0].name if view.sources else view.paper.publisher or "nobody credited"
    return f"{shown}: {view.term.lower()}{sense} ({view.when}; {said})"


def _spread(group: Group) -> str:
    """The lowest and highest bound that anybody tells, in words."""
    values = [value for view in group.told for value in _bounds(view)]
    claims = words.counted(len(group.told), "claim")
    return f"{group.title}, {group.country}: {claims}, with bounds from {min(values):,} to {max(values):,}"


def _bounds(view: View) -> list[int]:
    return [value for value in (view.low, view.high) if value is not None]
