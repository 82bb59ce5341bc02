"""Stock or flow: in that state at a time, or did it happen during a period?"""

from __future__ import annotations

import pytest
from told import drafts

PAIRS = [
    ("As of 31 March, 340 people were internally displaced.", "Some 340 people were internally displaced in May."),
    ("Some 340 people are displaced.", "Some 340 people were displaced."),
    ("It adds to the 340 people already displaced.", "Gunmen kidnapped 340 girls."),
    ("Detained: 340", "Abducted: 340"),
    ("Some 340 people remain displaced.", "Some 340 people have been displaced since May."),
    ("Some 340 people are still displaced.", "The floods displaced 340 people."),
    ("Some 340 people are now displaced.", "Some 340 people were newly displaced on Monday."),
    ("Orvel counts 340 IDPs.", "Some 340 IDPs arrived in Orvel."),
    ("Orvel hosts 340 displaced people.", "The fighting has displaced 340 people."),
    ("The number of displaced stands at 340.", "The displacement of 340 people followed."),
    ("Some 340 people are living in camps.", "Some 340 people were moved to camps."),
    ("Some 340 people live in relief camps.", "Some 340 people fled to relief camps."),
    ("Some 340 people are sheltering in schools.", "Some 340 people took shelter in schools."),
    ("Schools are housing 340 people.", "Some 340 people sought refuge in schools."),
    ("Some 340 people are in shelters.", "Some 340 people found shelter in schools."),
    ("Some 340 people are homeless.", "The quake left 340 people homeless."),
    ("Some 340 people remain homeless.", "Some 340 people were made homeless."),
    ("Some 340 people are missing.", "Some 340 people went missing."),
    ("Some 340 people are still missing.", "Some 340 fishermen disappeared on Monday."),
    ("Some 340 people are held in a prison.", "The police arrested 340 people."),
    ("Some 340 men are in detention.", "Some 340 people were arrested."),
    ("Rebels hold 340 captives.", "Police detain 340 suspects in raids."),
    ("The army is detaining 340 people.", "Ostland Detains 340 Suspects in Raid"),
    ("The prison holds 340 detainees.", "Gunmen abducted 340 girls."),
    ("Some 340 people are trapped.", "The floods trapped 340 people."),
    ("Some 340 people remain trapped.", "The storm left 340 people stranded."),
    ("Some 340 people are cut off.", "The floods cut off 340 people."),
    ("Some 340 people remain besieged.", "Some 340 people were stranded by the storm."),
    ("Some 340 refugees live in Ostland.", "Some 340 people crossed into Ostland."),
    ("Some 340 people need food.", "Some 340 people were rescued."),
    ("Some 340 people are without water.", "Some 340 hostages were freed."),
    ("Some 340 people are in hospital.", "Some 340 people were wounded."),
    ("Some 340 refugees are registered in Orvel.", "Some 340 refugees were registered in Orvel."),
    ("Some 340 people are thought to be trapped.", "Some 340 people were trapped by the flood."),
    ("Some 340 people are feared trapped.", "The landslide trapped 340 people."),
    ("Some 340 people are stuck at the crossing.", "Police detained 340 people; the rest remained at home."),
    ("Some 340 men are in the custody of the army.", "Soldiers seized 340 men."),
    ("Some 340 houses are under water.", "The river flooded 340 houses."),
    ("Some 340 houses are damaged.", "The storm damaged 340 houses."),
]
ALWAYS_FLOW = [
    "Some 340 people were killed.",
    "The death toll stands at 340.",
    "Some 340 people are dead.",
    "Some 340 people fled Orvel.",
    "Some 340 people returned to Orvel.",
    "Some 340 people were evacuated.",
    "The storm destroyed 340 houses.",
    "Some 340 people were affected by the floods.",
    "Dead: 340",
]


@pytest.mark.parametrize(("stock", "flow"), PAIRS)
def test_a_state_is_stock_and_what_happens_is_flow(stock: str, flow: str) -> None:
    assert [d.measure for d in drafts(stock)] == ["stock"]
    assert [d.measure for d in drafts(flow)] == ["flow"]


@pytest.mark.parametrize("text", ALWAYS_FLOW)
def test_some_things_only_happen(text: str) -> None:
    assert [d.measure for d in drafts(text)] == ["flow"]
