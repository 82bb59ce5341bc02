"""One harmed person told by an age, in a headline, or as the doer himself."""

from __future__ import annotations

import pytest
from told import claims, drafts, figure_texts


@pytest.mark.parametrize(
    ("text", "figure", "term"),
    [
        ("A 17-year-old was shot and killed in Orvel on Tuesday.", "A 17-year-old", "killed"),
        ("The 6-year-old was pronounced dead at the clinic.", "The 6-year-old", "killed"),
        ("Police identify woman killed in quadruple shooting", "woman", "killed"),
        ("17-year-old dead after Orvel shooting", "17-year-old", "killed"),
        ("Inquiry into fatal shooting of 2-year-old", "2-year-old", "killed"),
        ("Police: Man found dead near the mill", "Man", "killed"),
    ],
)
def test_one_person_told_with_few_words(text: str, figure: str, term: str) -> None:
    assert [(draft.quantity.implied, draft.term) for draft in drafts(text)] == [(True, term)]
    assert figure_texts(text) == [figure]


@pytest.mark.parametrize(
    "text",
    ["A 17-year-old student walked home.", "The 40-year-old bridge was hit.", "He saw himself on a screen."],
)
def test_nobody_else_is(text: str) -> None:
    assert drafts(text) == []


def test_a_doer_is_not_the_one_harmed() -> None:
    assert figure_texts("The sheriff said a man shot and killed his wife in Orvel.") == ["his wife"]


def test_the_doer_is_counted_beside_those_he_killed_but_not_twice() -> None:
    assert figure_texts("A man killed his wife and then himself.") == ["his wife", "himself"]
    assert figure_texts("A teen died after accidentally shooting himself.") == ["A teen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people were shot, two of whom died.", ["other", "killed"]),
        ("Four were shot in Orvel. Two died and a nurse is in hospital. Police say four were injured.", "injured"),
        ("Four people were shot Tuesday, one fatally, police said.", ["other"]),
    ],
)
def test_of_those_shot_fewer_may_have_died(text: str, expected: list[str] | str) -> None:
    found = [claim.term for claim in claims(text)]
    assert found == expected if isinstance(expected, list) else found[0] == expected
