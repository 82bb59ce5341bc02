"""What holds of every text, sense or nonsense."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize

_PIECES = [
    "according to", "the ministry", "Reuters", "said", "told", "SANA", "that", "12 people",
    "were killed", ",", ".", '"',
    "(OCHA)", "(", ")", ":", "the", "report", "figures", "by", "quoting", "a monitor", "it", "he",
    "Anna Brok", "-", "al-",
    "spokesman", "of", "and", "but", "officials", "UN", "put the toll at", "30", "adding", "reports",
    "Source:", "\n\n",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=24))
def test_names_stand_at_their_offsets_and_nothing_breaks(pieces: list[str]) -> None:
    working = repair(" ".join(pieces))
    for found in recognize(sentences_of(working)):
        assert working.text[found.start : found.end] == found.name
        assert found.content is not None and 0 <= found.content[0] <= found.content[1] <= len(working.text)
        assert not found.pronoun or found.resolved is None
