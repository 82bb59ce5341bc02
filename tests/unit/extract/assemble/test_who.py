"""Who can be among whom, by the words for those counted alone."""

from __future__ import annotations

import pytest
from told import drafts

from dateline.extract.assemble.who import fits, kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 38 members of government forces were killed.", "soldier"),
        ("Some 38 members of the army were killed.", "soldier"),
        ("Some 38 civilians were killed.", "civilian"),
        ("Some 38 girls were killed.", "child"),
    ],
)
def test_a_kind_is_told_by_the_noun_or_by_what_it_is_of(text: str, kind: str) -> None:
    assert kind in kinds(drafts(text)[0])


@pytest.mark.parametrize("text", ["Some 38 people were killed.", "Some 38 members of a family were killed."])
def test_others_may_be_anyone(text: str) -> None:
    assert kinds(drafts(text)[0]) == frozenset()


def test_soldiers_are_not_among_civilians() -> None:
    whole, part = drafts("Strikes killed 43 civilians. Some 38 members of government forces were killed.")
    assert not fits(part, whole)
