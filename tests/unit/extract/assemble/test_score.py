"""How sure the extractor is: an order, never outside 0 to 1."""

from __future__ import annotations

from itertools import pairwise

import pytest
from told import claims, drafts

from dateline.extract.assemble.score import score_of


def score(text: str) -> float:
    (claim,) = claims(text)
    return claim.score


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Some 340 people were killed.", "Some 340 people may be killed."),
        ("Some 340 people were killed.", "Some 340 were killed."),
        ("Some 340 people were displaced.", "Displaced: 340"),
        ("One man was killed.", "A man was killed."),
        ("Some 340 people were killed, the ministry of health said.", "Some 340 people were killed."),
        ("Some 340 people were killed.", "Some 340 people need food."),
    ],
)
def test_what_leaves_more_open_is_less_sure(surer: str, less_sure: str) -> None:
    assert 0 < score(less_sure) < score(surer) < 1


def test_doubts_add_up() -> None:
    texts = ["Some 340 people were killed.", "Some 340 were killed.", "Some 340 may be killed."]
    scores = [score_of(drafts(text)[0], sourced=False) for text in texts]
    assert all(a > b for a, b in pairwise(scores))
