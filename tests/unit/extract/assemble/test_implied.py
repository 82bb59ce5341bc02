"""A single harmed person told without a number is a figure of one, and says so."""

from __future__ import annotations

import pytest
from told import claims, drafts, figure_texts


@pytest.mark.parametrize(
    ("text", "figure", "term"),
    [
        ("A man was killed in Orvel.", "A man", "killed"),
        ("A young woman died in the blast.", "A young woman", "killed"),
        ("The blast killed a teacher.", "a teacher", "killed"),
        ("Another child was wounded.", "Another child", "injured"),
        ("A fisherman is missing.", "A fisherman", "missing"),
        ("A journalist was arrested.", "A journalist", "detained"),
        ("Gunmen kidnapped an aid worker.", "an aid worker", "detained"),
        ("The teenager died in hospital.", "The teenager", "killed"),
        ("The death of a farmer was confirmed.", "a farmer", "killed"),
        ("Three-year-old boy shot near Orvel has died.", "Three-year-old boy", "killed"),
        ("Dela Norren, 34, was killed in Orvel.", "Dela Norren", "killed"),
        ("Police found 17-year-old Dela Norren dead.", "Dela Norren", "killed"),
        ("He accidentally shot and killed his wife.", "his wife", "killed"),
        ("A judge heard of the murder of his sister.", "his sister", "killed"),
        ("The fire claimed the life of a nurse.", "a nurse", "killed"),
        ("His bodyguard was killed in the attack.", "His bodyguard", "killed"),
        ("A sound technician was killed in Orvel.", "A sound technician", "killed"),
        ("The assassination of a judge shocked Orvel.", "a judge", "killed"),
        ("Another man suffered a graze wound to the arm.", "Another man", "injured"),
        ("A bystander was struck in the foot.", "A bystander", "injured"),
        ("A sheriff's deputy was wounded on Monday.", "A sheriff's deputy", "injured"),
        ("Officers found a 34-year-old man with a gunshot wound to the hip.", "a 34-year-old man", "injured"),
        ("The coroner identified the victim of Friday's fatal shooting.", "the victim", "killed"),
        ("Police named the man killed in the shooting.", "the man", "killed"),
        ("The body of a man was found in an alley.", "a man", "killed"),
        ("The man took his own life as officers came near.", "his own life", "killed"),
        ("A man charged with killing his wife will stand trial.", "his wife", "killed"),
    ],
)
def test_one_described_person_is_one(text: str, figure: str, term: str) -> None:
    (draft,) = drafts(text)
    assert (draft.quantity.low, draft.quantity.high, draft.quantity.quantifier) == (1, 1, "exact")
    assert (draft.quantity.implied, draft.term, draft.unit) == (True, term, "person")
    assert figure_texts(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "A man fled Orvel.",
        "A man said that the town was calm.",
        "A man killed the dog.",
        "A group was seen near Orvel.",
        "The president died in 1998.",
        "A family lives there.",
        "A house was destroyed.",
        "The spokesman said so.",
        "A woman watched the fire.",
        "Clashes injured self-defence groups.",
    ],
)
def test_no_one_else_is_implied(text: str) -> None:
    assert drafts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One man is dead and another is in critical condition.", [("One man", "killed"), ("another", "injured")]),
        ("Two people are dead and a third is in surgery.", [("Two people", "killed"), ("a third", "injured")]),
        ("A husband and wife were killed.", [("A husband", "killed"), ("wife", "killed")]),
        ("Two men and a woman were injured.", [("Two men", "injured"), ("a woman", "injured")]),
        ("Man, woman found dead in Orvel", [("Man", "killed"), ("woman", "killed")]),
        ("Another shooting was reported.", []),
    ],
)
def test_a_further_one_is_told_beside_others(text: str, found: list[tuple[str, str]]) -> None:
    assert list(zip(figure_texts(text), (draft.term for draft in drafts(text)), strict=True)) == found


def test_who_shoots_at_others_is_not_harmed() -> None:
    assert drafts("Police named the officer who shot at the car.") == []


def test_nobody_of_so_many_is_a_denial() -> None:
    assert {draft.modality for draft in drafts("None of the roughly 70 people inside was hurt.")} == {"negated"}


def test_who_is_expected_to_live_is_hurt_all_the_same() -> None:
    (draft,) = drafts("Three people were wounded and are expected to survive.")
    assert (draft.term, draft.modality) == ("injured", "asserted")


def test_a_stated_one_is_not_implied() -> None:
    (draft,) = drafts("One man was killed.")
    assert not draft.quantity.implied


def test_who_kills_is_not_counted() -> None:
    assert [d.quantity.low for d in drafts("A gunman killed nine people.")] == [9]


def test_one_person_named_and_described_is_told_twice_not_two() -> None:
    text = "A 16-year-old girl was killed on Friday. Dela Norren, 16, died in the yard. Norren was a pupil."
    (claim,) = claims(text)
    assert len(claim.occurrences) == 2


def test_a_name_without_an_age_is_not_counted() -> None:
    assert drafts("Dela Norren was killed.") == []
