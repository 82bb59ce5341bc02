"""The part of the world that a map shows, and where a point of it lies on the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Final

from dateline.report.spots import Spot

WIDTH, HEIGHT = 640, 440
"""Pixels of every drawing; it is scaled to the page."""
_KM: Final = 111.2
"""Kilometres of a degree of latitude."""
_LEAST: Final = 1.6
"""Degrees that a drawing shows at least: nearer, nobody would know where it is."""
_MOST: Final = 26.0
"""Degrees of latitude, or their like of longitude, that one drawing may show."""
_MARGIN: Final = 0.16
_BAR: Final = 110.0
"""Pixels that the bar of kilometres takes at most."""
_ROUND: Final = (5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Frame:
    """Degrees from west to east and south to north; `stretch` is a degree of longitude over one of latitude."""

    west: float
    east: float
    south: float
    north: float
    stretch: float
    fits: bool

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - lat) / (self.north - self.south) * HEIGHT
        return round(x, 1), round(y, 1)

    def pixels(self, km: float) -> float:
        """How long a way is on the drawing."""
        return round(km / _KM / (self.north - self.south) * HEIGHT, 1)

    def scale_bar(self) -> tuple[int, float]:
        """A round number of kilometres and the pixels they take."""
        km = next((km for km in reversed(_ROUND) if self.pixels(km) <= _BAR), _ROUND[0])
        return km, self.pixels(km)


def frame_of(spots: Sequence[Spot]) -> Frame:
    """The frame around the places and their circles; `fits` is False where they lie too far apart for one drawing."""
    middle = (min(spot.lat for spot in spots) + max(spot.lat for spot in spots)) / 2
    stretch = max(cos(radians(middle)), 0.2)
    reach = [(spot, (spot.radius or 0.0) / _KM) for spot in spots]
    west, east = min(s.lon - r / stretch for s, r in reach), max(s.lon + r / stretch for s, r in reach)
    south, north = min(s.lat - r for s, r in reach), max(s.lat + r for s, r in reach)
    tall = max((north - south) * (1 + _MARGIN), (east - west) * stretch * (1 + _MARGIN) * HEIGHT / WIDTH, _LEAST)
    wide = tall * WIDTH / HEIGHT / stretch
    lon, lat = (west + east) / 2, (south + north) / 2
    return Frame(lon - wide / 2, lon + wide / 2, lat - tall / 2, lat + tall / 2, stretch, fits=tall <= _MOST)
