"""A masked word that a figure takes up in part: what is outside of the figure is masked (found by fuzzing)."""

from __future__ import annotations

from dateline.model import Span
from dateline.release import release_extraction

from .making import claim, document, extraction


def test_letters_glued_to_a_figure_are_masked() -> None:
    page = document("Then, at home12 people, they fled.")
    at = page.text.index("home")
    found = claim(page, "12 people", persons=(Span(at, at + 5),))
    (row,) = release_extraction(extraction(page, [found]))["claims"]
    assert row["excerpt"]["text"] == "Then, at ████12 people, they fled."
    assert row["figure"]["text"] == "12 people"
