"""What drove or harmed them, told by the sentence or by the whole page."""

from __future__ import annotations

import pytest
from told import claims


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Some 340 people fled the fighting in Orvel.", "conflict"),
        ("Shelling killed 12 people.", "conflict"),
        ("Some 340 people were displaced by the war.", "conflict"),
        ("Floods displaced 340 people.", "disaster"),
        ("The earthquake killed 12 people.", "disaster"),
        ("A cyclone destroyed 340 houses.", "disaster"),
        ("Some 340 people were displaced.", None),
        ("Some 340 people fled the floods and the fighting.", None),
    ],
)
def test_the_sentence_names_the_cause(text: str, cause: str | None) -> None:
    (claim,) = claims(text)
    assert claim.cause == cause


def test_a_silent_sentence_takes_the_pages_one_cause() -> None:
    text = "The flood came at night. The flood water stood for days. Floods are common here.\n\nSome 340 people fled."
    (claim,) = claims(text)
    assert claim.cause == "disaster"


def test_a_page_of_two_causes_leaves_it_open() -> None:
    text = "The flood came at night. The war went on.\n\nSome 340 people were displaced."
    (claim,) = claims(text)
    assert claim.cause is None
