"""Ages and channels beside which no people are counted."""

from __future__ import annotations

import pytest

from dateline.extract.quantity.beside import is_address, is_age, is_channel, is_offspring


def _at(text: str, number: str) -> tuple[int, int, int]:
    start = text.index(number)
    return start, start + len(number), int(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The other, 25, is in a critical condition.", "25"),
        ("Three men, ages 19, 21 and 22, were wounded.", "21"),
        ("Three men, ages 19, 21 and 22, were wounded.", "22"),
        ("Three men - aged 31, 42, and 54 - were hit.", "54"),
        ("The four are all males, between the ages of 20 and 29.", "29"),
        ("The victim is 15, and the gate was open.", "15"),
        ("The victims are younger than 18.", "18"),
        ("Two men, who range in age from 23 to 31, died.", "31"),
        ("All were men between 20 and 29 years old.", "20"),
        ("The dead include Luis Peralta, 28.", "28"),
        ("The boy, 9, was hurt.", "9"),
        ("Ana Ruiz, 50, and Ines Ruiz, 13 – both of Orrin – died.", "13"),
        ("Brandt, 35, was shot by the gate.", "35"),
        ("Luis Peralta Jr., 56, was outside.", "56"),
        ("A raid wounded two men, 19 and 20, who sat at the gate.", "19"),
        ("A raid wounded two men, 19 and 20, who sat at the gate.", "20"),
        ("Her sons, 7 and 8, were hurt.", "8"),
        ("The youngest of the wounded is 14, the hospital said.", "14"),
    ],
)
def test_an_age(text: str, number: str) -> None:
    assert is_age(text, *_at(text, number))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In Orrin, 25 were killed.", "25"),
        ("The raids killed people in Orrin, 25, and in Pallas, 12.", "25"),
        ("Of the men, 25 and 30 of their neighbours fled.", "30"),
        ("The raids killed 12, injured 25, and displaced 300.", "25"),
        ("The monitor counted 40 dead: Orrin, 25, Talva, 15.", "25"),
        ("Between 20 and 29 people died.", "29"),
        ("The toll is 15, officials said.", "15"),
        ("The dead man, 340 said, was a guard.", "340"),
    ],
)
def test_no_age(text: str, number: str) -> None:
    assert not is_age(text, *_at(text, number))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CBS 8 reports that two teenagers are dead.", "8"),
        ("NBC 6's reporter counted two dead.", "6"),
        ("Man shoots neighbour - WXYZ Channel 4", "4"),
        ("Two dead, says KTLO 12 on its page.", "12"),
        ("Region 8 News told of two dead.", "8"),
    ],
)
def test_a_channel(text: str, number: str) -> None:
    assert is_channel(text, *_at(text, number)[:2])


def test_a_line_of_capitals_has_no_call_signs() -> None:
    text = "FLOODS KILL 14, LEAVE 3,200 HOMELESS"
    assert not is_channel(text, *_at(text, "14")[:2])


@pytest.mark.parametrize("text", ["at 224 E. Alder Court.", "at 12 High Street on Sunday", "at 4115 N Mill Rd."])
def test_an_address(text: str) -> None:
    assert is_address(text, text.index(" ", 3))


@pytest.mark.parametrize(
    "text", ["at 224 Orrin families", "in 12 High schools", "of 30 East Orrin residents on Mill Road"]
)
def test_no_address(text: str) -> None:
    assert not is_address(text, text.index(" ", 3))


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("A mother of four recovering from a wound spoke.", "four", True),
        ("A father of 2 children was shot.", "2", True),
        ("The killing of four mothers was told.", "four", False),
        ("The mother said four were killed.", "four", False),
    ],
)
def test_children_that_somebody_has_are_no_count_of_those_harmed(text: str, number: str, expected: bool) -> None:
    assert is_offspring(text, text.index(number)) is expected
