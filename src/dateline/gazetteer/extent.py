"""How far a resolved place reaches: the circle by which a map shows a unit."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Final

from dateline.errors import GazetteerError
from dateline.gazetteer.lookup import open_gazetteer

EARTH_KM: Final = 6371.0


def radius_km(identifier: str, gazetteer: str) -> float | None:
    """Kilometres around the middle of a unit within which 95 % of its places lie.

    None for a place that is a point, for a unit in which no two places are known, for an identifier that this
    installation's gazetteer has not, and where no gazetteer was built.
    """
    try:
        entry = open_gazetteer().by_id(identifier, gazetteer)
    except GazetteerError:
        return None
    return entry.radius_km if entry is not None and entry.is_unit else None


def circle(lat: float, lon: float, km: float, points: int = 36) -> tuple[tuple[float, float], ...]:
    """The circle around a point as (longitude, latitude) in degrees, counter-clockwise, the first not repeated."""
    reach, middle = km / EARTH_KM, radians(lat)
    found = []
    for at in range(points):
        bearing = -2 * pi * at / points
        there = asin(sin(middle) * cos(reach) + cos(middle) * sin(reach) * cos(bearing))
        along = atan2(sin(bearing) * sin(reach) * cos(middle), cos(reach) - sin(middle) * sin(there))
        found.append((lon + degrees(along), degrees(there)))
    return tuple(found)
