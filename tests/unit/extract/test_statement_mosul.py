"""The page that the project began with, where it is at hand: who speaks on it, counted. None of its text is here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from spoken import page_of

from dateline.extract.statement import statements

PAGE: Final = Path(__file__).parents[4] / "shared" / "input" / "mosul-page.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"needs the shared page {PAGE.name}")


def test_speakers_captions_and_opinions_are_told_apart() -> None:
    drafts = statements(page_of(PAGE.read_text(encoding="utf-8")))
    assert Counter(draft.form for draft in drafts) == {"speech": 11, "caption": 1, "opinion": 1}
    types = Counter(draft.speaker_type for draft in drafts)
    assert (types["spokesperson"], types["in_office"], types["private"]) == (1, 4, 1)
    assert sum(draft.direct for draft in drafts) == 1
    assert all(draft.source is not None for draft in drafts if draft.speaker_type)
