"""The outlines of countries, for drawing: never asked where something lies."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

Ring = tuple[tuple[float, float], ...]
"""A closed line of (longitude, latitude) in degrees, WGS 84; the first point is not repeated."""
STEPS: Final = 100
"""Steps of a degree in which the file counts."""


def packaged_outlines() -> Path:
    """The file that set-up builds and the wheel carries."""
    return Path(__file__).parent / "data" / "outlines.json"


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The outer rings of each country by its ISO 3166-1 alpha-3 code, the largest first.

    Simplified to some three kilometres. Borders are those of Natural Earth, drawn for orientation; they state nothing.
    Empty where the file was not built: a map then shows places without countries.
    """
    try:
        coded = json.loads(packaged_outlines().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return {code: tuple(_ring(ring) for ring in rings) for code, rings in coded.items()}


def _ring(numbers: list[int]) -> Ring:
    return tuple((lon / STEPS, lat / STEPS) for lon, lat in zip(numbers[::2], numbers[1::2], strict=True))
