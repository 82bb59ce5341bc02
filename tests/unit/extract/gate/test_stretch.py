"""The second sieve: a number that may count people near what befell them, or one described person near a harm."""

from __future__ import annotations

import pytest

from dateline.extract.gate import carries
from dateline.extract.gate.forms import active_of_verb


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 12 villagers.",
        "20 later fled to Tarn.",
        "Half a million told to leave as the storm nears Orvel.",
        "More than 800 Tarnians fled Orvel.",
        "The shooting of a boy shocked Orvel.",
        "The day ended with a man being shot.",
        "Police shot at the mill, wounding a woman and her son.",
        "Boy dies in Orvel.",
        "Ana Ruiz, 34, was killed.",
        "She came with her children, one of whom was wounded.",
        "The shots seriously wounded one of the agents beside the colonel.",
        "The storm took the life of 19-year-old Ana Ruiz.",
        "At least 86 members of the forces of the lower valley and its many allies - who include people of the group "
        "of the mill and other guards from beyond the river - were killed.",
    ],
)
def test_what_may_be_told_passes(text: str) -> None:
    assert carries(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council held 12 meetings on the harbour.",
        "The keys were handed to a man, and the hall was wrecked.",
        "The club won 3 of its last 5 games.",
        "He sold 12 apples at the fair.",
        "The storm closed one of the roads to the mill, and a fair was put off.",
        "The road to the mill where a boy sang was closed, and no one was there.",
    ],
)
def test_what_no_rule_could_read_does_not(text: str) -> None:
    assert not carries(text)


@pytest.mark.parametrize(
    ("lemma", "active"),
    [
        ("wreck", {"wreck", "wrecks", "wreckes", "wrecking"}),
        ("hit", {"hits", "hites", "hittes", "hiting", "hitting"}),
        ("bury", {"bury", "burys", "burying", "buries"}),
        ("slay", {"slay", "slays", "slaying"}),
    ],
)
def test_active_forms_stand_before_whom_it_is_done_to(lemma: str, active: set[str]) -> None:
    assert active_of_verb(lemma) >= active
    assert not {form for form in active_of_verb(lemma) if form.endswith("ed")}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Shares were hit and 33 of its stores are the first casualties.", False),
        ("Attackers killed off the game and 12 were hit by cramps.", False),
        ("The flood killed 12 villagers.", True),
        ("A woman was killed beside the pitch.", True),
    ],
)
def test_where_only_listed_nouns_count_the_number_names_one(text: str, listed: bool) -> None:
    assert carries(text)
    assert carries(text, listed=True) == listed
