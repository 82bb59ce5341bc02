"""GeoJSON (RFC 7946): one feature a claim, in WGS 84, longitude first. No place on the map: geometry null."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from dateline.export.flat import flat
from dateline.export.text import writable

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

    The point is that of its mapped place (`flat.mapped`): of a unit its centre, which is where nobody need be, so
    `precision` says what the point stands for. `places` names every place of the claim.
    """
    values = flat(row)
    lat, lon = values.pop("lat"), values.pop("lon")
    return {
        "type": "Feature",
        "id": row["claim_id"],
        "geometry": _point(lat, lon) if isinstance(lat, float | int) and isinstance(lon, float | int) else None,
        "properties": values,
    }


def _point(lat: float, lon: float) -> Row:
    return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}
