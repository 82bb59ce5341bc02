"""Maps of where the claims are: outlines of countries, a circle for each unit, a point for each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.report import words
from dateline.report.frame import HEIGHT, WIDTH, Frame, frame_of
from dateline.report.land import Land, land
from dateline.report.spots import Spot
from dateline.report.where import country_name

MOST_MAPS: Final = 6
MOST_LISTED: Final = 40
"""Places in the table beside a map; the others are counted."""
_MOST_NAMED: Final = 14
_LEAST_CIRCLE: Final = 5.0
"""Pixels of radius under which a unit's circle could not be seen."""
_LETTER: Final = 6.2
"""Pixels that a letter of a label takes."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A place on the drawing, in its pixels. `reach` is the circle's radius, None for a point or an unknown extent.

    `named` is where its name is written (x, y, anchor); None where there is no room.
    """

    spot: Spot
    x: float
    y: float
    reach: float | None
    told: str
    named: tuple[float, float, str] | None


@dataclass(frozen=True, slots=True)
class Map:
    """One drawing of neighbouring places, with its table. `unlisted` counts places that the table leaves out."""

    title: str
    told: str
    land: list[Land]
    drawn: list[Drawn]
    listed: list[Spot]
    unlisted: int
    kilometres: int
    bar: float
    """`bar` pixels are `kilometres` long in the middle of the drawing."""


@dataclass(frozen=True, slots=True)
class Maps:
    """All drawings. `left_out` counts places that lie too far from the others to be drawn."""

    maps: list[Map]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT


def maps(spots: Sequence[Spot]) -> Maps | None:
    """The drawings, that with most claims first; None where no claim names a place that can be drawn."""
    if not spots:
        return None
    groups = _groups(spots)
    drawn = [_map(group) for group in groups[:MOST_MAPS]]
    return Maps(drawn, sum(len(group) for group in groups[MOST_MAPS:]))


def _groups(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Places that one drawing can hold, beginning with those of most claims."""
    groups: list[list[Spot]] = []
    for country in dict.fromkeys(spot.country for spot in spots):
        inside = [spot for spot in spots if spot.country == country]
        home = next((group for group in groups if frame_of([*group, *inside]).fits), None)
        if home is None:
            groups.append(inside)
        else:
            home += inside
    return sorted(groups, key=lambda group: -sum(spot.claims for spot in group))


def _map(spots: list[Spot]) -> Map:
    frame = frame_of(spots)
    countries = list(dict.fromkeys(country_name(spot.country) or "At sea" for spot in spots))
    shown = sorted(spots, key=lambda spot: -(spot.radius or 0.0))
    names = _names(sorted(spots, key=lambda spot: -spot.claims)[:_MOST_NAMED], frame)
    kilometres, bar = frame.scale_bar()
    claims = sum(spot.claims for spot in spots)
    return Map(
        title=words.listed(countries[:3]) + (" and around" if len(countries) > 3 else ""),
        told=f"Map of {words.counted(len(spots), 'place')} named by claims ({words.counted(claims, 'mention')})",
        land=land(frame, {spot.country for spot in spots}),
        drawn=[_drawn(spot, frame, names) for spot in shown],
        listed=sorted(spots, key=lambda spot: (-spot.claims, spot.name))[:MOST_LISTED],
        unlisted=max(0, len(spots) - MOST_LISTED),
        kilometres=kilometres,
        bar=bar,
    )


def _drawn(spot: Spot, frame: Frame, names: dict[Spot, tuple[float, float, str]]) -> Drawn:
    x, y = frame.at(spot.lon, spot.lat)
    reach = max(frame.pixels(spot.radius), _LEAST_CIRCLE) if spot.radius is not None else None
    return Drawn(spot, x, y, reach, _told(spot), names.get(spot))


def _told(spot: Spot) -> str:
    """What a pointer over a mark shows, and a screen reader says."""
    kind = "unit, drawn as a circle around its middle" if spot.unit else "place"
    what = ", ".join(f"{term.lower()} {claims}" for term, claims in spot.terms)
    name = f"{spot.name}, {spot.inside}" if spot.inside else spot.name
    return f"{name} ({kind}): {words.counted(spot.claims, 'claim')} – {what}"


def _names(spots: Sequence[Spot], frame: Frame) -> dict[Spot, tuple[float, float, str]]:
    """Room for names beside their marks, those with most claims first; what finds none goes without."""
    taken: list[tuple[float, float, float, float]] = []
    placed: dict[Spot, tuple[float, float, str]] = {}
    for spot in spots:
        x, y = frame.at(spot.lon, spot.lat)
        width = _LETTER * len(spot.name)
        right, left_of, over, under = (
            (x + 8, y + 4),
            (x - 8 - width, y + 4),
            (x - width / 2, y - 9),
            (x - width / 2, y + 17),
        )
        for (left, low), anchor in ((right, "start"), (left_of, "end"), (over, "middle"), (under, "middle")):
            box = (left, low - 12, left + width, low + 2)
            if _inside(box) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                placed[spot] = ({"start": left, "end": left + width, "middle": left + width / 2}[anchor], low, anchor)
                break
    return placed


def _inside(box: tuple[float, float, float, float]) -> bool:
    return min(box[0], box[1]) >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
