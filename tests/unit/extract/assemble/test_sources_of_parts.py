"""A part has the source of its whole; a place that records its dead is where they were, and no source."""

from __future__ import annotations

import pytest
from told import claims


def sources(text: str) -> dict[str, list[str]]:
    """Who is credited with each of the text's figures."""
    return {c.figure.text: [s.name for s in c.sources] for c in claims(text) if c.figure}


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (
            "At least 48 people died in Mopti, the governor said. Djenné accounts for 20 of them.",
            "20",
            ["the governor"],
        ),
        ("The disaster agency gives 110 dead.", "110 dead", ["The disaster agency"]),
        ("Some 48 people died. Nineveh recorded 21 of the deaths.", "21 of the deaths", []),
    ],
)
def test_who_is_credited(text: str, figure: str, expected: list[str]) -> None:
    assert sources(text)[figure] == expected
