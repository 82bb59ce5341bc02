"""Numbers and persons of local news that were not harmed, and those who were: every text is made up."""

from __future__ import annotations

import pytest
from told import claims

Told = list[tuple[str, str]]


def harmed(text: str) -> Told:
    """The words of each figure of people killed or injured, asserted, with its term."""
    found = [(claim, claim.figure) for claim in claims(text) if claim.term in {"killed", "injured"}]
    return [(figure.text, str(claim.term)) for claim, figure in found if figure and claim.modality == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The caller who reported the shooting to 9-1-1 said it was an accident.",
        "Detectives are looking into a shooting in the 3600 blk Mill Rd.",
        "Officers searched the campus after the killing.[10][18]",
        "More than 30 shell casings were recovered from the scene of the shooting.",
        "The fire left three generations without a home.",
        "By Sunday, all but three of the victims had been released from hospital.",
        "Each man was charged with 12 counts of attempted murder, one for every person on the bus.",
        "The tribe claims around 900 members.",
        "When the two brothers were questioned, one brother claimed he had not seen her in a month.",
        '"There should\'ve been four or five people dead that day," the chief said.',
        "The last time the three friends hung out was a week before.",
        "Officials confirm to channel5.com that a warrant was issued for a killing.",
        "Gunman Planned To Kill Hundreds With Stockpile Of Guns",
        "All six of those deaths involved firearms.",
        'They told of an "attempted assassination" of two officers.',
        "One officer was taken to Orvel Hospital for observation, police said.",
        "In the aftermath of the shooting, about a dozen relatives gathered at the corner.",
        "The family was walking home when three people shot at them, according to the police.",
    ],
)
def test_nobody_is_counted_as_harmed(text: str) -> None:
    assert harmed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He is charged in the murder of Tom "Easy" Weller, 41, of Orvel and the wounding of one guard.', "one guard"),
        ("The two children, Karl, 9, and Rune, 6, likely died in the fire.", "two children"),
        ("Her husband was murdered at Club 307 in 2005.", "Her husband"),
        ("Six people were hurt when three men opened fire on a crowd outside the mill.", "Six people"),
        ("The boy was shot and killed as he and two other children played with the gun.", "The boy"),
        ("A teenager is recovering after a friend shot him with a gun the two found in the woods.", "A teenager"),
        ("A man was hurt when the driver shot into the car.", "A man"),
        ("Four people were injured, but a total of 16 people were involved in the brawl.", "Four people"),
        ("The car crash left a woman dead and five people, including two guards.", "a woman"),
        ("In that shooting a 9-year-old got hold of the gun, killing 12-year-old Max Weller.", "Max Weller"),
        ("A man stabbed and ran over his wife, killing two children.", "two children"),
        ("Kara Weller, 40, was celebrating with her son Karl when he and six others were shot.", "six others"),
    ],
)
def test_only_those_it_is_said_of(text: str, expected: str) -> None:
    assert expected in [words for words, _ in harmed(text)]
    assert len(harmed(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Woman fatally shot, three others injured during a brawl on Mill Road", ("three others", "injured")),
        ("Orvel Shooting Leaves 1 Dead, 7 Hurt: Police", ("7 Hurt", "injured")),
        (
            "He began firing, killing two and injuring five others Monday before fatally shooting himself.",
            ("five others", "injured"),
        ),
        ("Officials say the man killed two people and wounded nine others in a hall.", ("nine others", "injured")),
        ("One of the women was struck and taken to a hospital where she later died.", ("One of the women", "killed")),
        ("Sources said that all three victims who died had gunshot wounds.", ("all three victims", "killed")),
        ("A family of five was found dead at home. Relatives came. All five had gunshot wounds.", ("five", "killed")),
        ("Six people shot at party in Orvel", ("Six people", "injured")),
        ("Four people shot outside bar in Orvel", ("Four people", "injured")),
        ("My cousin got shot and my other cousin is dead.", ("My cousin", "injured")),
        ("A boy, 4, was shot on Friday, leaving him paralyzed. A man was killed in May.", ("A boy", "injured")),
        (
            "They shot four men. Members of the gang are held for crimes like murder, arson. It is May. It rains.",
            ("four men", "injured"),
        ),
        ("An attack killed one guard and injured another.", ("another", "injured")),
        ("The teen was taken to a hospital but was pronounced dead soon after.", ("The teen", "killed")),
        ("The older girl and a man were taken to hospital. The girl died.", ("a man", "injured")),
        ("Police say a man shot a 9-year-old boy and himself in a murder-suicide.", ("a 9-year-old boy", "killed")),
        (
            "A man shot another man and a boy, 4. The Homicide Unit held him. He is charged with attempted murder.",
            ("another man", "injured"),
        ),
    ],
)
def test_killed_and_hurt_are_told_apart(text: str, expected: tuple[str, str]) -> None:
    assert expected in harmed(text)
    assert len({term for words, term in harmed(text) if expected[0].endswith(words)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Eight people were shot and one killed in Orvel on Friday.",
        "Three people were shot on Mill Road. One of them, Jon Weller, 24, died. Detectives ask for help.",
        "Three people were injured, including a 17-year-old girl who succumbed to her injuries.",
        "All three victims were taken to a hospital, where the woman died.",
        "A brawl sent five people to the hospital. A baker later died there. Four people were hurt.",
    ],
)
def test_a_count_of_dead_and_hurt_is_of_neither(text: str) -> None:
    assert str(claims(text)[0].term) == "other"
