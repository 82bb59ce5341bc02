"""GeoJSON (RFC 7946): one feature a claim, in WGS 84, longitude first. A place is a point, a unit the circle of its
radius; no place on the map: geometry null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from dateline.export.flat import flat, mapped
from dateline.export.text import writable
from dateline.gazetteer.extent import circle, radius_km

Row = dict[str, Any]

DECIMALS = 5
"""Of a degree: about a metre, finer than any place of the news."""
_HEAD = '{"type": "FeatureCollection", "attribution": "Places: GeoNames, CC BY 4.0", "features": ['


def write_geojson(rows: Iterable[Row], out: TextIO) -> int:
    """Write a feature collection, one feature a line; gives the number of claims."""
    out.write(_HEAD)
    written = 0
    for row in rows:
        line = writable(json.dumps(feature(row), ensure_ascii=False, allow_nan=False))
        out.write(f",\n{line}" if written else f"\n{line}")
        written += 1
    out.write("\n]}\n")
    return written


def feature(row: Row) -> Row:
    """A claim as a feature.

    It lies where its mapped place lies (`flat.mapped`): a point for a place, the circle of `radius_km` around the
    middle of its places for a unit, and the middle alone where a unit's extent is not known or a country is all that is
    said: `precision` tells. `places` names every place of the claim.
    """
    values = flat(row)
    lat, lon = values.pop("lat"), values.pop("lon")
    located = isinstance(lat, float | int) and isinstance(lon, float | int)
    radius = _radius(row) if located else None
    return {
        "type": "Feature",
        "id": row["claim_id"],
        "geometry": _geometry(lat, lon, radius) if located else None,
        "properties": {**values, "radius_km": radius},
    }


def _geometry(lat: Any, lon: Any, radius: float | None) -> Row:
    if radius is None:
        return {"type": "Point", "coordinates": _pair(lon, lat)}
    ring = [_pair(*corner) for corner in circle(lat, lon, radius)]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _radius(row: Row) -> float | None:
    """The radius of the mapped place where it is a unit below the level of a country."""
    place = mapped(row)
    found = place["place"] if place else None
    if found is None or found["precision"] in {"point", "adm0"}:
        return None
    return radius_km(found["id"], found["gazetteer"])


def _pair(lon: float, lat: float) -> list[float]:
    return [round(lon, DECIMALS), round(lat, DECIMALS)]
