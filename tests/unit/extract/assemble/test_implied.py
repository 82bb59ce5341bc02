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
    ],
)
def test_no_one_else_is_implied(text: str) -> None:
    assert drafts(text) == []


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
