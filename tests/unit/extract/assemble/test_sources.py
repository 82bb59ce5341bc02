"""Who says a figure: pages written for the project, and whom a reader would name for each figure."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Document


def sources(text: str) -> dict[str, list[str]]:
    """The names of the sources of every figure, by the figure's words."""
    document = Document(name="page", id="page", sha256="0" * 64, text=text, lang="en", published="2019-06-12")
    return {c.figure.text: [s.name for s in c.sources] for c in extract(document, kinds=("figure",)).claims if c.figure}


def of(text: str, words: str) -> list[str]:
    (found,) = [names for figure, names in sources(text).items() if words in figure]
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # the same speaker goes on
        ("The mayor said the dam had burst on Friday. He added that 63 people were missing.", "63", ["The mayor"]),
        (
            "The health ministry said the shelling was heavy. It said 63 people were killed.",
            "63",
            ["The health ministry"],
        ),
        (
            "The relief board has opened nine camps and 6,300 people have been evacuated, it said.",
            "6,300",
            ["The relief board"],
        ),
        (
            "Some 4,000 huts burnt down, said the fire service. No one was killed.",
            "No one",
            ["the fire service"],
        ),
        (
            "The district chief said the river rose on Monday. Sixty homes were flooded.",
            "Sixty homes",
            ["The district chief"],
        ),
        ("OCHA said 900 people fled the shelling. Of them, 310 are sheltering in a school.", "310", ["OCHA"]),
        ('"Nobody came," the ferryman said. "Nine people drowned before dawn."', "Nine", ["the ferryman"]),
        # a mere description takes the name that the next sentence gives
        (
            "Air strikes killed 39 people on Tuesday, a monitor said. The Syrian Observatory for "
            "Human Rights said 12 were children.",
            "39",
            ["Syrian Observatory for Human Rights"],
        ),
        (
            "The Syrian Observatory for Human Rights said shells fell on Tuesday. Eleven people "
            "were killed, the Britain-based group said.",
            "Eleven",
            ["Syrian Observatory for Human Rights"],
        ),
        # an opening told again with its source
        (
            "Fire kills 27 in textile mill.\n\nA fire killed 27 people in a textile mill, the fire brigade said.",
            "27",
            ["the fire brigade"],
        ),
        # a person and the body spoken for
        (
            "At least 27 people were killed, said Nour Halim, head of the Syrian Network for Human Rights.",
            "27",
            ["Nour Halim", "Syrian Network for Human Rights"],
        ),
        # the press comes after the speaker
        ("A police officer told AFP that 27 people were killed.", "27", ["A police officer", "AFP"]),
    ],
)
def test_sources_are_taken_from_where_a_reader_takes_them(text: str, words: str, expected: list[str]) -> None:
    assert of(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # another subject, another voice, or the writer's own background
        ("The army said it took the bridge. The war has killed 90,000 people since 2011.", "90,000"),
        (
            "Police said the road was closed. The mayor denied it. About 5,000 people are trapped "
            "in the town. A priest said it was cold.",
            "5,000",
        ),
        ("The flood killed 27 people. The Red Cross sent tents.", "27"),
        ("It said 63 people were killed in the market.", "63"),
        ("According to fresh data, 16,400 people were evacuated.", "16,400"),
        ("The army evacuated 300 people from the island.", "300"),
        ("Fishermen said the sea was rough. Meanwhile 12 people were killed in a blast in the capital.", "12"),
        ("The ministry said roads were cut. It was reported that 90 people were killed in the hills.", "90"),
    ],
)
def test_no_source_is_carried_where_a_reader_would_not(text: str, words: str) -> None:
    assert of(text, words) == []


def test_a_description_that_fits_nobody_stays_as_it_is_written() -> None:
    text = "A nurse said the road was mined. More than 65,000 people fled their homes, the organisation said."
    assert of(text, "65,000") == ["the organisation"]


def test_a_described_body_is_not_the_one_named_before() -> None:
    text = "The Kenya Red Cross said 4 bodies had been found. Some 900 people fled, the social welfare department said."
    assert of(text, "900") == ["the social welfare department"]
    text = "The Kenya Red Cross said 4 bodies had been found. Some 900 people fled, the organisation said."
    assert of(text, "900") == ["Kenya Red Cross"]
    text = "The State Emergency Service said 4 people died. The defence ministry said its forces had killed 60 gunmen."
    assert of(text, "60") == ["The defence ministry"]


def test_each_of_two_speakers_keeps_their_figure() -> None:
    found = sources("The army says it killed 40 fighters, but residents say 25 civilians were killed.")
    assert found == {"40 fighters": ["The army"], "25 civilians": ["residents"]}
