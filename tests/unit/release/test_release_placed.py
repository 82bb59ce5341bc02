"""Where a place was put is said where its word does not say it."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.release.placed import placed


def place(word: str, name: str, country: str, precision: str = "point") -> dict[str, Any]:
    return {"name": word, "place": {"name": name, "country": country, "precision": precision}}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (place("Municipio Maracaibo", "Maracaibo", "VEN"), ""),
        (place("the oil town", "Maracaibo", "VEN"), "Maracaibo"),
        (place("USA", "United States", "VEN", "adm0"), ""),
        (place("Mary", "Mary", "TKM"), "Mary, Turkmenistan"),
        ({"name": "Orvel", "place": None}, ""),
    ],
)
def test_where_a_place_was_put(told: dict[str, Any], expected: str) -> None:
    assert placed(told, "VEN") == expected
