"""Which words name a party: those that can belong to it, and none of a headline, a place or a day beside it."""

from __future__ import annotations

import pytest
from happened import names


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Basra Iraqi army units attacked rebels near Mosul.", "Iraqi army units"),
        ("Sunday army units attacked rebels near Mosul.", "army units"),
        ("12-03-2031 Kurdish forces attacked rebels near Mosul.", "Kurdish forces"),
        ("Tags Mosul Iraq Three suicide bombers attacked a hotel in Mosul on Monday.", "Three suicide bombers"),
        ("Kurdish-led forces attacked rebels near Mosul.", "Kurdish-led forces"),
        ("Iraqi and Kurdish warplanes attacked rebels near Mosul.", "Iraqi and Kurdish warplanes"),
        ("Fighters of the Velik Front attacked the town of Mosul.", "Fighters of the Velik Front"),
        ("Fighters of a rebel group attacked the town of Mosul.", "Fighters of a rebel group"),
        ("The regimes warplanes attacked rebels near Mosul.", "The regimes warplanes"),
        ("The terrorist group Islamic State attacked rebels near Mosul.", "The terrorist group Islamic State"),
        ("The Islamic State (IS) group attacked rebels near Mosul.", "The Islamic State (IS) group"),
        ("The United States attacked rebels near Mosul.", "United States"),
        ("Several hundred rebels attacked the town of Mosul.", "Several hundred rebels"),
        ("Forces loyal to Aro Tarn attacked rebels near Mosul.", "Forces"),
    ],
)
def test_an_agent_has_its_own_words_alone(text: str, agent: str) -> None:
    assert names(text, "attacked")[0] == agent


def test_one_before_an_event_word_has_neither_its_number_nor_its_adjective() -> None:
    assert names("A second deadly rebel attack hit Mosul on Monday.", "attack") == ["rebel"]


def test_who_tells_it_at_the_end_of_a_headline_is_no_party() -> None:
    assert names("Air strike on Mosul kills 12 Reuters", "Air strike") == []
    assert names("Clashes kill 20 rebels in Mosul Monitor", "Clashes") == ["20 rebels"]


def test_two_forces_run_into_each_other_are_two() -> None:
    assert names("Rebels which fought the Iraqi army Kurdish militias in Mosul fled.", "fought") == [
        "Rebels", "Iraqi army", "Kurdish militias",
    ]  # fmt: skip


def test_a_range_loses_its_half_a_year_is_no_number() -> None:
    assert names("Rebels killed between 20 and 30 civilians in Mosul.", "killed")[1] == "civilians"
    assert names("Rebels killed 30 civilians in Mosul.", "killed")[1] == "30 civilians"
    assert names("3 April 2031 Iraqi forces attacked rebels near Mosul.", "attacked")[0] == "Iraqi forces"


def test_what_is_done_is_nobody() -> None:
    assert names("The army repelled a rebel offensive near Mosul on Monday.", "repelled") == ["The army"]


def test_grounds_alone_are_nobodys() -> None:
    assert names("The army attacked positions near Mosul.", "attacked") == ["The army"]
    assert names("The army attacked positions of the rebels near Mosul.", "attacked")[1] == "positions of the rebels"
