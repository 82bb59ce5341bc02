"""Sayings whose speaker the parser loses in text without commas: read by the words that end before the verb."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize


def told(text: str) -> dict[str, str]:
    """The words that each source of a text covers, by its name."""
    working = repair(text)
    return {a.name: working.text[slice(*a.content)].strip() for a in recognize(sentences_of(working)) if a.content}


CLOSED = [
    ("A mine killed six people in the Selm district of Velik Syrian state television reported on Sunday without "
     "giving details.", ["Syrian state television"]),
    ("At least 12 farmers were killed in clashes with militiamen in the city of Selm early Friday the Oslo-based "
     "Syrian Observatory for Human Rights (SOHR) said.", ["Oslo-based Syrian Observatory for Human Rights (SOHR)"]),
    ("Troops massed at the border but the raid has yet to begin in earnest monitors and sources on the ground said.",
     ["monitors", "sources on the ground"]),
    ("Jets hit the Orvel district one civil defense source told Reuters on condition of anonymity.",
     ["one civil defense source", "Reuters"]),
    ("A warplane struck a mill in the rebel-held valley local civil defense official Anto Velik told Reuters.",
     ["local civil defense official Anto Velik", "Reuters"]),
    ("Militants shelled the village of Orsk causing damage to houses a source at the police command told SANA.",
     ["a source at the police command", "SANA"]),
    ("The raid took place near the city of Orsk; Sputnik reported.", ["Sputnik"]),
    ("Ten farmers died in the hills of eastern Orvel Reuters news agency reports.", ["Reuters news agency"]),
    ("The barrage destroyed the mill before the army left Orvel a military source and residents said.",
     ["a military source", "residents"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLOSED)
def test_who_ends_before_a_closing_verb_tells_what_stands_before(text: str, expected: list[str]) -> None:
    found = told(text)
    assert list(found) == expected
    assert all(text.startswith(content) for content in found.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The military source confirmed to SANA that the raids left several houses destroyed.", "The military source"),
        ("The Syrian Observatory for Human Rights which counts the dead of the war said the blast was heard in Orvel "
         "where militants launched an offensive.", "Syrian Observatory for Human Rights"),
        ("One activist who saw the raid and spoke to Reuters said that the first strike came at noon.", "One activist"),
    ],
)  # fmt: skip
def test_who_opens_a_sentence_tells_what_follows(text: str, name: str) -> None:
    content = told(text)[name]
    assert text.rstrip(".").endswith(content.rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 13 people said the mayor.",
        "The truce between the army and rebels announced on Sunday fell apart.",
        "The bombing of the market by militants claimed 40 lives.",
    ],
)
def test_who_is_told_of_tells_nothing(text: str) -> None:
    assert not {"people", "13 people", "rebels", "the army", "militants"} & told(text).keys()


def test_what_closes_with_another_speaker_is_not_told_by_the_next() -> None:
    found = told("The dam broke at noon residents said and the army fled the town by evening Reuters reported.")
    assert found["Reuters"].endswith("by evening") and "noon" not in found["Reuters"]


def test_a_name_behind_a_quotation_tells_it_with_his_press() -> None:
    quoted = '"The jets came back for all the days of the truce" '
    found = told(quoted + "Anto al-Velik the head of the relief service in rebel-held eastern Orvel told Reuters.")
    assert list(found) == ["Anto al-Velik", "Reuters"] and found["Reuters"] == quoted.strip()


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("According to the Arabic-language desk of Sputnik news agency the jets bombed it.", "Sputnik", "bombed"),
        ("The jets killed 11 men Al Jazeera reported Wednesday citing a source in Orvel.", "Al Jazeera", "killed"),
        ("Rockets killed 5 people in Orvel a monitoring group said in the second such raid in less than two weeks.",
         "a monitoring group", "killed"),
        ("Tribal sources say the conflict flared after the Front seized two oil fields.", "Tribal sources", "seized"),
        ("The UK based Syrian Observatory for Human Rights which tracks the war said the blast was heard in Orvel.",
         "UK based Syrian Observatory for Human Rights", "heard"),
    ],
)  # fmt: skip
def test_a_saying_reaches_over_what_it_tells(text: str, name: str, within: str) -> None:
    assert within in told(text)[name]
