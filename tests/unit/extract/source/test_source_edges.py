"""The words of a source are all of its name, and no others."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize


def sources(text: str) -> list[tuple[str, str | None]]:
    """Name and body of each source of a text."""
    return list(dict.fromkeys((a.name, a.resolved) for a in recognize(sentences_of(repair(text)))))


def names(text: str) -> list[str]:
    return [name for name, _ in sources(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Local activist Amir al-Velik told AFP that the raid was over.", ["Local activist Amir al-Velik", "AFP"]),
        ("Terrorists fired on a hospital in the town a source in the militia said.", ["a source in the militia"]),
        ("According to Lebanese paramilitary group Hezbollah more than 30 militants were killed.",
         ["Lebanese paramilitary group Hezbollah"]),
        ("According to the Harbour Relief Organization Chad is the worst place for doctors with 135 raids on clinics.",
         ["Harbour Relief Organization"]),
        ("According to Karim Selm women were among the dead.", ["Karim Selm"]),
        ("Rockets struck the town on Thursday killing 40 people says Syrian Observatory for Human Rights AP Thursday.",
         ["Syrian Observatory for Human Rights"]),
    ],
)  # fmt: skip
def test_a_name_is_told_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army moved troops and equipment to the area security sources said.", ["security sources"]),
        ("It was the latest in a spate of blasts to hit the district state television said.", ["state television"]),
        ("Rockets were readied to attack Turkey security sources said on Monday.", ["security sources"]),
        ("The raids struck two villages which are controlled by IS activists said.", ["activists"]),
        ("It was not clear whether he was a guard or a hostage OCHA said on Sunday.", ["OCHA"]),
        ("SLEEPING DEAD Opposition activists cited death tolls of about 500 to 1300.", ["Opposition activists"]),
        ("The US has rejected calls by opposition figures to halt the bombing of the town.", []),
        ("Aleppo A military source said that the army bombed the fields.", ["A military source"]),
        ("Planes bombed the fields on a near-daily basis SANA said.", ["SANA"]),
    ],
)
def test_words_of_others_are_none_of_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_who_is_only_linked_to_a_body_or_was_of_it_does_not_speak_for_it() -> None:
    assert sources("Hezbollah-linked officials in the valley said the truce had ended.")[0][1] is None
    assert sources("A former Hezbollah commander said the truce had ended.")[0][1] in {None, "Hezbollah"}
    assert sources("Former Hezbollah commander Anto Velik said the truce had ended.")[0][1] is None


def test_who_is_blamed_is_not_who_says_so() -> None:
    assert names("The opposition blamed the army saying the attack had broken the truce.") == ["The opposition"]


def test_the_press_owns_its_reporter_where_the_apostrophe_is_lost() -> None:
    found = sources("A source at the police command told SANAs correspondent that militants fired on the town.")
    assert found[1][1] == "Syrian Arab News Agency"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Health and UNICEF said 12 children died.", ["Ministry of Health", "UNICEF"]),
        ("Militants held men hostage according to the Observatory and Syrian officials.",
         ["the Observatory", "Syrian officials"]),
        ("The army left the town by noon the government and activists said.", ["the government", "activists"]),
        ("The army left the town by noon police and army sources said.", ["police and army sources"]),
        ("A local group claims responsibility for the attack on the town.", []),
    ],
)  # fmt: skip
def test_two_who_say_it_are_two(text: str, expected: list[str]) -> None:
    assert names(text) == expected
