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
        ("The seven others who were shot are all expected to recover. One man was killed.", ["injured", "killed"]),
        (
            "Four people were shot at a bar. Its keeper died in May. The road is shut. Four people were wounded.",
            ["injured"],
        ),
        ("Four boys shot in Orvel. A party went on. They ran. It was late. It rained.", ["injured"]),
        ("Baker speaks after four shot in Orvel. He is recovering from his wounds.", ["injured"]),
        ("2 shot, 1 dead, in Orvel. The road is shut.", ["other", "killed"]),
        ("The feud led to eight people getting shot, including a baker who was killed.", ["other", "killed"]),
        ("After the shooting, the three suspects ran to a car. The boy died.", ["killed"]),
        ("Boy shoots friend, 14, dead in Orvel", ["killed"]),
        ("Call Mill School, Orvel, TX 79830 A girl was killed.", ["killed"]),
        ("A raid left three people injured and one person dead.", ["injured", "killed"]),
        ("Man, 18, killed, two other teens injured in shooting at a party", ["killed", "injured"]),
        (
            "Two dead, two hurt in Orvel. Police found four people with gunshot wounds.",
            ["killed", "injured", "other"],
        ),
        ("The boy shot his uncle, though not fatally, in the yard.", ["injured"]),
        ("There have been 22 homicides. A man was shot in the back and taken to a clinic.", ["injured"]),
        ("One dead, three others shot in Orvel", ["killed", "injured"]),
        ("A woman was shot and suffered serious injuries. Two men were found dead.", ["injured", "killed"]),
        (
            "Four people were shot. All of them are expected to survive. It is months after a man was killed.",
            ["injured", "killed"],
        ),
    ],
)
def test_the_outcome_is_the_pages(text: str, expected: list[str]) -> None:
    assert [claim.term for claim in claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A man died when his gun went off. There were five people in the house when it happened, a boy among them.",
        "A man was shot dead in a class. There were about ten people in the room when the shot fell.",
        "Her aunt was in the yard with about ten friends, including the boy who was killed.",
        "A man was killed, and 911 was called at once.",
        "A man was killed. Image 23 of 33 The yard where he died",
        "A man was killed by the gate. 1 / 33 Back to Gallery",
        "He faces 17 counts of murder, one for each person killed. A man was killed.",
        "(07-05) A man was killed.",
        "He was tried for a 2013 double murder. A man was killed.",
    ],
)
def test_who_was_merely_there_and_numbers_of_the_page_count_no_dead(text: str) -> None:
    assert {claim.figure.implied for claim in claims(text) if claim.figure} <= {True}


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
