"""The countries on a map, cut at its frame."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.gazetteer.outlines import Ring, outlines
from dateline.report.frame import HEIGHT, WIDTH, Frame
from dateline.report.where import country_name

_ROOM: Final = 3.0
"""Square of pixels, in thousands, that a country must take for its name to be written."""
_BEYOND: Final = 4.0
"""Pixels beyond the frame at which lines are cut, so that the cut is not seen."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Land:
    """A country: the path of its outline, and where its name is written (None: too little of it is seen)."""

    name: str
    path: str
    named: Point | None
    told: bool
    """A claim names a place in it."""


def land(frame: Frame, told: Collection[str]) -> list[Land]:
    """The countries that the frame touches."""
    found = []
    for code, rings in outlines().items():
        seen = [cut for ring in rings if _touches(ring, frame) and len(cut := _cut(ring, frame)) > 2]
        if seen:
            path = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in seen)
            found.append(Land(country_name(code), path, _middle(max(seen, key=_area)), code in told))
    return found


def _touches(ring: Ring, frame: Frame) -> bool:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    across = min(lons) <= frame.east and max(lons) >= frame.west
    return across and min(lats) <= frame.north and max(lats) >= frame.south


def _cut(ring: Ring, frame: Frame) -> list[Point]:
    """The ring within the frame (Sutherland and Hodgman), in whole pixels, without points that do not move."""
    points: list[Point] = [frame.at(lon, lat) for lon, lat in ring]
    for axis, bound, above in ((0, -_BEYOND, True), (0, WIDTH + _BEYOND, False),
                               (1, -_BEYOND, True), (1, HEIGHT + _BEYOND, False)):  # fmt: skip
        points = _clipped(points, axis, bound, above)
    whole = [(float(round(x)), float(round(y))) for x, y in points]
    return [point for at, point in enumerate(whole) if point != whole[at - 1]]


def _clipped(points: Sequence[Point], axis: int, bound: float, above: bool) -> list[Point]:
    kept: list[Point] = []
    for at, point in enumerate(points):
        before = points[at - 1]
        inside, was = (point[axis] >= bound) == above, (before[axis] >= bound) == above
        if inside != was:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(ring[at - 1][0] * y - x * ring[at - 1][1] for at, (x, y) in enumerate(ring))) / 2


def _middle(ring: Sequence[Point]) -> Point | None:
    """The centre of gravity of the largest part; None where it is too small for a name."""
    area = _area(ring)
    if area < _ROOM * 1000:
        return None
    signed = sum(ring[at - 1][0] * y - x * ring[at - 1][1] for at, (x, y) in enumerate(ring)) / 2
    pairs = [(ring[at - 1], point) for at, point in enumerate(ring)]
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * signed)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * signed)
    return round(x), round(y)
