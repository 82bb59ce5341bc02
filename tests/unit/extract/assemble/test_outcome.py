"""Whether those who were shot died is told by the words around, or it stays open."""

from __future__ import annotations

import pytest
from told import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four people were shot. Two of them died at the scene, and two are in hospital.",
            ["other", "killed", "injured"],
        ),
        ("A girl was shot when men entered the flat. She is in a stable condition.", ["injured"]),
        ("Three of the villagers were shot in the leg. The dead man lay in the yard.", ["injured"]),
        ("One man was killed and at least six others shot at a house.", ["killed", "injured"]),
        ("Five people were shot, though none received life-threatening wounds.", ["injured"]),
        ("Soldiers shot three protesters in the square.", ["killed"]),
        ("Twelve prisoners were shot at dawn. Their bodies were thrown into the river.", ["killed"]),
        ("Four villagers were shot dead. Nine are in hospital.", ["killed", "injured"]),
        ("Two more were hit with bullets and rushed to the hospital.", ["injured"]),
        ("Four people are recovering from gunshot wounds.", ["injured"]),
        ("One dead, 3 Hurt in Shooting Inside Tavern", ["killed", "injured"]),
        ("A shooting left one man dead and six others with gunshot wounds.", ["killed", "injured"]),
        ("Three teens are in stable condition. The victims include two girls.", ["injured", "injured"]),
        ("The dead were found in the yard. The victims include two girls.", ["killed"]),
        ("The teen was rushed to the hospital, where he passed away.", ["killed"]),
        ("A baker was shot in the wrist. Two people were killed elsewhere.", ["injured", "killed"]),
        ("A boy was shot at a fair.", ["injured"]),
        ("Five people were shot in a bar. One person died.", ["other", "killed"]),
    ],
)
def test_the_outcome_is_the_pages(text: str, expected: list[str]) -> None:
    assert [claim.term for claim in claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two suspects fled on bicycles.",
        "Three men fled the scene in a car.",
        "Three armed men walked into a bar.",
        "Hundreds of people were leaving bars and clubs.",
    ],
)
def test_whoever_gets_away_from_a_deed_is_not_displaced(text: str) -> None:
    assert [claim.term for claim in claims(text)] == []


def test_a_country_walked_into_is_a_border_crossed() -> None:
    assert [claim.term for claim in claims("Some 300 refugees walked into Kenya.")] == ["crossed_border"]
