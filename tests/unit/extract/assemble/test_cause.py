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
        ("There is no word of 12 people who are missing.", None),
        ("Gunmen opened fire and killed 12 people.", "conflict"),
        ("A fire killed 12 people.", "disaster"),
        ("The army killed 12 people.", "conflict"),
        ("The dyke gave way and 12 people were killed.", "disaster"),
        ("A quake strikes Orvel and kills 12 people.", "disaster"),
        ("The disaster management office counted 12 people killed.", None),
        ("A boat capsized and 12 people were killed.", "other"),
        ("A ferry sank, 12 people were killed and troops came.", "other"),
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


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Floods hit Orvel. Rain fell for days.\n\nThe army moved 340 people.", "disaster"),
        ("Rebels attacked Orvel. Shelling went on.\n\nA fire in the camp left 340 people homeless.", "conflict"),
        ("The flood was the worst since the war.\n\nThe army moved 340 people.", None),
        ("Fire swept the hills. Winds drove the fire on.\n\nPolice arrested three looters.", "disaster"),
        ("A ferry capsized off Orvel. Demonstrators blamed its owners.\n\nSome 43 people are in hospital.", "other"),
        ("A ferry capsized off Orvel.\n\nPolice fired tear gas at a crowd and 30 people were hurt.", "conflict"),
    ],
)
def test_what_only_hints_at_a_cause_gives_way_to_what_names_one(text: str, cause: str | None) -> None:
    assert claims(text)[-1].cause == cause
