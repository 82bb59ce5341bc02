"""Which words a source covers."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize


def credited(text: str, words: str) -> set[str]:
    """The sources whose content covers the words."""
    found = recognize(sentences_of(repair(text)))
    at = text.index(words)
    return {a.name for a in found if a.content is not None and a.content[0] <= at < a.content[1]}


@pytest.mark.parametrize(
    ("text", "words", "sources"),
    [
        # each of two speakers has their own clause
        (
            "The army says it killed 40 men, but residents put the number of dead civilians at 25.",
            "40 men",
            {"The army"},
        ),
        ("The army says it killed 40 men, but residents put the number of dead civilians at 25.", "25", {"residents"}),
        (
            "According to the Relief Board, 349 families left, and according to the ministry 427.",
            "349",
            {"Relief Board"},
        ),
        (
            "According to the Relief Board, 349 families left, and according to the ministry 427.",
            "427",
            {"the ministry"},
        ),
        (
            "Ethiopian authorities have confirmed 12 deaths; the opposition says 40 people died.",
            "12 deaths",
            {"Ethiopian authorities"},
        ),
        # what stands beside the clause that is credited
        ("Soldiers evacuated 300 villagers, and the mayor said 5 were missing.", "300", set()),
        ("Soldiers evacuated 300 villagers, and the mayor said 5 were missing.", "5 were", {"the mayor"}),
        ("Troops search the town and according to Human Rights Watch hold 1,200 men.", "1,200", {"Human Rights Watch"}),
        ('"We walked for four days", said a woman at the gate, where 2,300 people arrived.', "2,300", set()),
        ("The ministry declared 37 houses unsafe and told 205 people to leave.", "205", set()),
        # both sides of a cue set in the middle
        ("The flood, officials said, had displaced 300 families.", "300", {"officials"}),
        (
            "Six herders froze and 14 are missing, according to the prefecture, adding that 900 had to leave.",
            "900",
            {"the prefecture"},
        ),
        (
            "Six herders froze and 14 are missing, according to the prefecture, adding that 900 had to leave.",
            "Six",
            {"the prefecture"},
        ),
        # lists before a cue at the end
        ("Two people died, nine were hurt and 60 houses burnt, officials said.", "nine", {"officials"}),
        (
            "The storm has cost 18 lives, with half a million people huddled in schools, officials said Tuesday.",
            "half a million",
            {"officials"},
        ),
    ],
)
def test_the_reach_of_a_source(text: str, words: str, sources: set[str]) -> None:
    assert credited(text, words) == sources


def test_a_quotation_runs_over_its_sentences() -> None:
    text = '"The shell struck the school. It killed 18 pupils and wounded dozens," said Anna Brok, the town\'s doctor.'
    assert credited(text, "shell") == credited(text, "18 pupils") == {"Anna Brok, the town's doctor"}


def test_the_innermost_of_a_chain_covers_least() -> None:
    text = "According to the Lutra Gazette, the fire brigade has reported that the flood forced 800 families out."
    assert credited(text, "800") == {"Lutra Gazette", "the fire brigade"}
