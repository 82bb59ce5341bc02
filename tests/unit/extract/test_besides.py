"""What might have told an event or a statement and did not is explained, where it stands."""

from __future__ import annotations

import pytest
from told import extraction

WAR = "Rebels shelled Tarnok on Monday, killing 12 people, and 900 civilians fled the bombardment. "


@pytest.mark.parametrize(
    ("text", "word", "kind", "reason"),
    [
        ("The council condemned the massacre.", "massacre", "event", "feared, wished"),
        ("Nobody said that the road was open.", "said", "statement", "nobody who says them"),
        ("The explosion was heard.", "explosion", "event", "without somebody"),
    ],
)
def test_a_word_that_told_nothing_is_explained(text: str, word: str, kind: str, reason: str) -> None:
    found = [r for r in extraction(WAR + text).refusals if r.text == word]
    assert [r.kind for r in found] == [kind]
    assert reason in found[0].reason


def test_a_page_of_no_crisis_says_so() -> None:
    found = extraction("The minister said that the market was attacked by nobody.").refusals
    assert {(r.text, r.kind) for r in found} >= {("said", "statement")}
    assert all("war or a disaster" in r.reason for r in found if r.kind != "figure")


def test_what_told_a_claim_is_not_refused() -> None:
    told = extraction(WAR)
    triggers = {claim.event.trigger.start for claim in told.claims if claim.event}
    assert triggers and not triggers & {r.start for r in told.refusals}
