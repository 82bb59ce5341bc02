"""How local papers tell who was killed and who was hurt in a crime: every text is made up."""

from __future__ import annotations

import pytest
from told import claims

Told = list[tuple[str, str]]


def said(text: str) -> Told:
    """Each figure's words with its term."""
    found = (claim for claim in claims(text) if claim.figure is not None)
    return [(claim.figure.text, str(claim.term)) for claim in found if claim.figure is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police say that one gunman killed two men in a bar.", [("two men", "killed")]),
        ("The victims were on two balconies when they were fired upon.", []),
        ("One man was killed and others were wounded, two critically.", [("One man", "killed"), ("two", "injured")]),
        ("The wounded are 18 and 20. The victims were 19 to 34.", []),
        ("Two men had minor injuries.", [("Two men", "injured")]),
        ("A 52-year-old man was airlifted to a hospital on Monday.", [("A 52-year-old man", "injured")]),
        ("They found three women and a 17-year-old suffering from gunshot wounds.", [("three women", "injured")]),
        ("They found a man dead, and two injured clerks.", [("a man", "killed"), ("two injured clerks", "injured")]),
    ],
)
def test_numbers_count_those_they_are_said_of(text: str, expected: Told) -> None:
    found = said(text)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A deputy was killed, her partner was shot in the leg.", [("A deputy", "killed"), ("her partner", "injured")]),
        ("A student walked in, shot and wounded one teacher.", [("one teacher", "injured")]),
        ("The suspect fired at an officer, seriously wounding him.", [("an officer", "injured")]),
        ("A man had stopped his car when someone approached and shot him in the hand.", [("A man", "injured")]),
        ("Ola Brandt, 63, was on his way home when he was shot in the chest.", [("Ola Brandt", "injured")]),
        ("A man was at the counter when another man said he was shot.", []),
        ("Boy, 4, hit by stray bullet in Orvel", [("Boy", "injured")]),
        ("A fourteen year-old was found with a gunshot wound.", [("A fourteen year-old", "injured")]),
        ("The gunman is dead and the clerk was shot in the arm.", [("The gunman", "killed"), ("the clerk", "injured")]),
        ("He is charged with the murder of 8-month-old Ada Brandt.", [("Ada Brandt", "killed")]),
        ("He is charged with killing Anna Brandt on July 24.", [("Anna Brandt", "killed")]),
        ("Police said the strike of Orvel Mill workers killed trade.", []),
        ("Ten were hurt when a woman's body was found.", [("Ten", "injured"), ("a woman", "killed")]),
    ],
)
def test_one_person_told_without_a_number(text: str, expected: Told) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were taken to a hospital, where both died.", [("Two men", "killed")]),
        ("One man suffered a wound to the head and died.", [("One man", "killed")]),
        ("Five people were shot, though none of them fatally.", [("Five people", "injured")]),
        ("The boy was shot in the upper body, police said.", [("The boy", "injured")]),
        ("He shot his six-year-old brother to death.", [("his six-year-old brother", "killed")]),
        ("A man was killed and a girl was shot in Orvel.", [("A man", "killed"), ("a girl", "injured")]),
        ("He killed two women, shot an officer and then died.", [("two women", "killed"), ("an officer", "injured")]),
        (
            "He shot two clerks, killing a 25-year-old man and injuring a 36-year-old woman.",
            [("two clerks", "other"), ("a 25-year-old man", "killed"), ("a 36-year-old woman", "injured")],
        ),
        ("The man shot two women before killing himself.", [("two women", "killed"), ("himself", "killed")]),
    ],
)
def test_whether_they_died_is_said_by_the_words_around(text: str, expected: Told) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Father accidentally shoots son while cleaning gun", [("son", "injured")]),
        ("Police officer shot, suspect killed in Orvel", [("Police officer", "injured"), ("suspect", "killed")]),
        ("1 dead, 1 critical after shooting in Orvel", [("1 dead", "killed"), ("1", "injured")]),
        ("Somebody opened fire, striking three people.", [("three people", "injured")]),
        ("Three people arrived at a shop with gunshot wounds.", [("Three people", "injured")]),
        ("Gowan, 25, died there. West, 30, is in critical condition.", [("Gowan", "killed"), ("West", "injured")]),
        ("The dead were named as Ada Brandt, 25, and Ola West, 3.", [("Ada Brandt", "killed"), ("Ola West", "killed")]),
        ("The suspect invited Brandt over and fired, hitting him in the neck.", []),
        ("One man was dead. The other was taken to a hospital.", [("One man", "killed"), ("The other", "injured")]),
    ],
)
def test_as_headlines_and_leads_tell_it(text: str, expected: Told) -> None:
    assert said(text) == expected
