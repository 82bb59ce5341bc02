"""Names that are also something else."""

from __future__ import annotations

import pytest

from dateline.gazetteer import Gazetteer, is_common_word, is_ordinary_word, is_person_name
from dateline.vocab.load import load


@pytest.mark.parametrize(
    "name",
    ["Of", "Reading", "Nice", "March", "Mobile", "Orange", "Man", "Police", "Many", "Camp", "WHITE HOUSE", "Bar"],
)
def test_words_are_told(name: str) -> None:
    assert is_ordinary_word(name)
    assert is_common_word(name)


@pytest.mark.parametrize("name", ["Ali", "Victoria", "Hassan", "Lincoln", "Jackson", "Florence", "Van"])
def test_persons_are_told(name: str) -> None:
    assert is_person_name(name)
    assert is_common_word(name)


@pytest.mark.parametrize(
    "name", ["Mosul", "Aleppo", "Idlib", "Kandahar", "Goma", "Port-au-Prince", "Nairobi", "Tyre", "Aden", "London"]
)
def test_plain_names_of_places_are_left_alone(name: str) -> None:
    assert not is_common_word(name)


@pytest.mark.parametrize("group", ["words", "persons"])
def test_only_listed_names_are_guarded(real: Gazetteer, group: str) -> None:
    """A word that names no place needs no guard: the list would only grow."""
    assert [word for word in load("place_guard")[group].split() if not real.has(word)] == []
