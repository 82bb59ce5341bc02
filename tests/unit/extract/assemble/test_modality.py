"""Did it happen, may it, is it planned or ordered, did it not, or would it under a condition?"""

from __future__ import annotations

import pytest
from told import drafts

from dateline.model.words import MODALITIES

TOLD: dict[str, list[str]] = {
    "asserted": [
        "Some 340 people were displaced.",
        "The mayor said that 340 people had fled.",
        "Some 340 people are believed to have fled.",
        "Some 340 people are feared dead.",
        "More than 340 people have been evacuated as planned.",
        "Not only did 340 people flee, they also lost their cattle.",
        "Some 340 people fled after they were warned of a flood.",
        "Some 340 people were forced to flee.",
        "Some 340 people had to be evacuated.",
        "Fears grew after 340 people fled.",
        "The plan failed, and 340 people fled.",
        "Some 340 people, uprooted by the war, were moved in buses, the mayor said.",
    ],
    "forecast": [
        "As many as 340 people could be displaced.",
        "Some 340 people may flee.",
        "Some 340 people might be displaced by the floods.",
        "Some 340 people are expected to flee.",
        "Another 340 people are likely to be displaced.",
        "The flood will displace 340 people.",
        "The mayor fears that 340 people will be displaced.",
        "Some 340 people are at risk of being displaced.",
        "The agency expects 340 people to cross the border.",
        "The agency warned that 340 people could die.",
        "Forecasters predict that 340 houses will be destroyed.",
        "The offensive threatens to displace 340 people.",
        "Up to 340 people are projected to flee.",
        "The storm is expected to leave 340 people homeless.",
        "An assault would displace 340 people.",
        "In the worst case 340 people could be displaced.",
        "Another 340 people are in danger of displacement.",
    ],
    "planned": [
        "The state plans to evacuate 340 people.",
        "The state is planning to relocate 340 families.",
        "Some 340 people are to be evacuated on Monday.",
        "The agency intends to resettle 340 refugees.",
        "Some 340 people are scheduled to return on Monday.",
        "The army is preparing to evacuate 340 people.",
        "Some 340 families will be relocated next month.",
        "Plans to move 340 families were made public.",
        "The council aims to resettle 340 families.",
        "Some 340 refugees are due to return next week.",
        "Some 340 patients are set to be evacuated.",
    ],
    "ordered": [
        "Some 340 people were ordered to evacuate.",
        "The governor ordered 340 people to leave.",
        "Some 340 residents were told to leave their homes.",
        "The army told 340 families to leave.",
        "The mayor ordered the evacuation of 340 people.",
        "Some 340 people are under evacuation orders.",
        "An evacuation order was issued for 340 people.",
        "Evacuation orders for 340 residents were issued.",
        "Some 340 people have been urged to evacuate.",
        "The police asked 340 residents to evacuate.",
        "Some 340 residents were advised to evacuate.",
        "Some 340 residents must evacuate.",
    ],
    "negated": [
        "No one was killed.",
        "Nobody was injured in the blast.",
        "None of the 340 people was displaced.",
        "The blast did not kill 340 people.",
        "Some 340 people were not evacuated.",
        "The mayor denied that 340 people had fled.",
        "No houses were destroyed.",
        "Not one person was hurt.",
        "The 340 villagers have not returned.",
        "Not a single person was killed.",
    ],
    "conditional": [
        "If the dam breaks, 340 people will be displaced.",
        "Some 340 people would be displaced if the dam broke.",
        "Unless aid arrives, 340 people will die.",
        "Should the dam break, 340 people would be displaced.",
        "In the event of a flood, 340 people would be evacuated.",
        "Were the dam to break, 340 people would be displaced.",
        "In case of a flood, 340 people will be evacuated.",
        "Provided that it is safe, 340 people will return.",
        "Some 340 people could die unless the siege is lifted.",
    ],
}
CASES = [(modality, text) for modality, texts in TOLD.items() for text in texts]


def test_every_modality_of_the_contract_is_told() -> None:
    assert set(TOLD) == set(MODALITIES) - {"threatened"}  # said of events alone


@pytest.mark.parametrize(("modality", "text"), CASES, ids=[text for _, text in CASES])
def test_how_it_is_said_is_read(modality: str, text: str) -> None:
    assert [d.modality for d in drafts(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 340 people were ordered to evacuate and 200 did so.", ["ordered", "asserted"]),
        ("The flood killed 12 people and could displace 340.", ["asserted", "forecast"]),
        ("No one was killed, but 40 houses were destroyed.", ["negated", "asserted"]),
        ("Some 340 people fled and another 200 are expected to follow.", ["asserted", "forecast"]),
        ("Twelve people died. Officials plan to evacuate 340.", ["asserted", "planned"]),
    ],
)
def test_each_figure_of_a_sentence_has_its_own_modality(text: str, expected: list[str]) -> None:
    assert [d.modality for d in drafts(text)] == expected
