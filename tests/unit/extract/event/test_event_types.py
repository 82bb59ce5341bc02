"""Each type of the scheme by sentences written for it, and how it is told."""

from __future__ import annotations

import pytest
from happened import happened, types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels clashed with army troops near Mosul on Monday.", "armed_clash"),
        ("Soldiers and rebels exchanged fire in Mosul on Monday.", "armed_clash"),
        ("Fierce fighting went on in Mosul on Monday.", "armed_clash"),
        ("Warplanes bombed the town of Mosul on Monday.", "air_strike"),
        ("The army had bombarded the town of Mosul from the air.", "air_strike"),
        ("Drone strikes on Mosul went on all Monday.", "air_strike"),
        ("Helicopters dropped bombs on Mosul on Monday.", "air_strike"),
        ("Barrel bomb attacks on Mosul went on all Monday.", "air_strike"),
        ("A regime bombing of Mosul went on all Monday.", "air_strike"),
        ("Artillery shelled the town of Mosul on Monday.", "shelling"),
        ("Rockets hit the town of Mosul on Monday.", "shelling"),
        ("The rebels fired mortars at Mosul on Monday.", "shelling"),
        ("A mine exploded in Mosul on Monday.", "explosion"),
        ("Gunmen blew up a bridge in Mosul on Monday.", "explosion"),
        ("A guerrilla bombing shook Mosul on Monday.", "explosion"),
        ("Militants attacked villagers near Mosul on Monday.", "attack_on_civilians"),
        ("Gunmen attacked a police post in Mosul on Monday.", "attack"),
        ("Gunmen opened fire in Mosul on Monday.", "attack"),
        ("Militants beheaded three captives in Mosul on Monday.", "killing"),
        ("The army recaptured the town of Mosul on Monday.", "control_gained"),
        ("The village of Mosul fell to the rebels on Monday.", "control_gained"),
        ("The capture of Mosul on Monday surprised all.", "control_gained"),
        ("The rebels lost control of Mosul on Monday.", "control_lost"),
        ("The army drove out the rebels from Mosul on Monday.", "control_lost"),
        ("Troops withdrew from Mosul on Monday.", "withdrawal"),
        ("Troops fell back from Mosul on Monday.", "withdrawal"),
        ("The government deployed troops to Mosul on Monday.", "deployment"),
        ("Rebels besieged the town of Mosul in March.", "siege"),
        ("The blockade of Mosul began on Monday.", "siege"),
        ("Police arrested two men in Mosul on Monday.", "arrest"),
        ("Gunmen kidnapped three farmers near Mosul on Monday.", "abduction"),
        ("Rebels took three farmers hostage near Mosul on Monday.", "abduction"),
        ("The rebels released five hostages in Mosul on Monday.", "release"),
        ("The two sides agreed on a ceasefire in Mosul on Monday.", "ceasefire"),
        ("Government envoys negotiated with the rebels in Mosul on Monday.", "talks"),
        ("Volunteers distributed food to families in Mosul on Monday.", "aid_delivered"),
        ("Food and medicine reached Mosul on Monday.", "aid_delivered"),
        ("Soldiers blocked food convoys to Mosul on Monday.", "aid_denied"),
        ("The army ordered residents to leave Mosul on Monday.", "evacuation_order"),
        ("Soldiers searched houses in Mosul on Monday.", "search_operation"),
        ("Militants burned houses in Mosul on Monday.", "property_destroyed"),
        ("Gunmen looted shops in Mosul on Monday.", "robbery"),
        ("Students protested in Mosul on Monday.", "protest"),
        ("Anti-government protests shook Mosul on Monday.", "protest"),
        ("An earthquake struck Mosul on Monday.", "hazard"),
        ("The rebels threatened to kill the envoys on Monday.", "threat"),
        ("The river burst its banks near Mosul on Monday.", "hazard"),
        ("Forecasters expect flooding in Mosul on Monday.", "hazard"),
        ("Protests over prices in Mosul ended on Monday.", "protest"),
        ("The town fell on Monday after a week of fighting near Mosul.", "control_gained"),
        ("The palace in Mosul remains surrounded by soldiers.", "siege"),
        ("Six trucks of flour were held up near Mosul.", "aid_denied"),
        ("Four of them were beaten in Mosul on Monday.", "attack_on_civilians"),
        ("The army denies targeting homes in Mosul.", "attack"),
        ("Floods cut off ten villages near Mosul on Monday.", "hazard"),
        ("Cyclone Mirel swept across the islands on Monday.", "hazard"),
        ("A landslide buried nine houses in Mosul.", "hazard"),
        ("People died in flooding in Mosul.", "hazard"),
        ("Residents of Mosul were told to leave.", "evacuation_order"),
        ("The police order to leave came on Monday.", "evacuation_order"),
        ("Two lorries with blankets reached Mosul on Monday.", "aid_delivered"),
        ("The hospital in Mosul received 40 tonnes of flour.", "aid_delivered"),
        ("The Red Cross handed out food in Mosul.", "aid_delivered"),
        ("Six trucks of flour were turned back near Mosul.", "aid_denied"),
        ("Dockers marched through Mosul on Monday.", "protest"),
        ("Police dispersed protesters in Mosul.", "protest"),
        ("Police took two men into custody in Mosul.", "arrest"),
        ("Gunmen led away three teachers near Mosul.", "abduction"),
        ("Soldiers beat two farmers in Mosul.", "attack_on_civilians"),
        ("Militiamen opened fire on women in Mosul.", "attack_on_civilians"),
        ("The rebels pushed back government troops near Mosul.", "armed_clash"),
        ("Surrounded by militiamen since May, Mosul has received no aid.", "siege"),
        ("Envoys of the two governments met in Mosul on Monday.", "talks"),
        ("The third strike on a hospital in Mosul came on Monday.", "air_strike"),
    ],
)
def test_each_type_by_its_words(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting took place in Mosul on Monday.",
        "Those shells can destroy a house in Mosul.",
        "Rain fell on Mosul on Monday.",
        "Prices hit a record in Mosul on Monday.",
        "Police defused a bomb in Mosul on Monday.",
        "The minister condemned attacks on civilians in Mosul.",
        "The minister condemned the attack.",
        "Residents feared an attack on Mosul.",
        "The mayor called for a ceasefire in Mosul.",
        "Any attack on Mosul would be wrong.",
        "The attack was terrible.",
        "Five of the wounded were released from hospital in Mosul on Monday.",
        "The treasury released $18 million for Mosul on Monday.",
        "Dozens of tankers entered Mosul on Monday.",
        "Was anybody arrested in Mosul on Monday?",
        "The town of Mosul fell silent on Monday.",
        "A history of attacks weighs on Mosul.",
        "The roads of Mosul dried ten days after the flood.",
        "Flood waters reached Mosul on Monday.",
        "The storm-hit villages of Mosul voted on Monday.",
        "Troops marched on Mosul in the rain.",
        "The mayor gave a speech in Mosul on Monday.",
        "The players of Mosul told reporters that they would leave.",
        "Refugees flooded the town of Mosul on Monday.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army shelled Mosul on Monday.", "asserted"),
        ("The army denied that it had shelled Mosul on Monday.", "negated"),
        ("The army denied shelling Mosul on Monday.", "negated"),
        ("The army did not shell Mosul on Monday.", "negated"),
        ("The army refused to withdraw from Mosul.", "negated"),
        ("Nobody was arrested in Mosul on Monday.", "negated"),
        ("No aid has reached Mosul since May.", "negated"),
        ("The hospital in Mosul received no medicine.", "negated"),
        ("There are no foreigners held hostage in Mosul.", "negated"),
        ("Clashes were not reported in Mosul on Monday.", "negated"),
        ("The two governments failed to reach a truce in Mosul.", "negated"),
        ("The attack in Mosul did not kill anybody.", "asserted"),
        ("The rebels vowed to retake Mosul.", "threatened"),
        ("Rebels plan to attack Mosul.", "planned"),
        ("Rebels tried to seize the town of Mosul on Monday.", "planned"),
        ("The army wants to retake Mosul.", "planned"),
        ("Troops were on a mission to retake Mosul.", "planned"),
        ("The objective of capturing Mosul is far away.", "planned"),
        ("The army will attack Mosul next week.", "forecast"),
        ("The army will leave the hills and withdraw from Mosul next week.", "forecast"),
        ("The bombing of Mosul will continue.", "forecast"),
        ("If the army attacks Mosul, families will flee.", "conditional"),
        ("The generals ordered troops to withdraw from Mosul.", "ordered"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [one.modality for one in happened(text)] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "The minister condemned the murder of a judge in Mosul.",
        "Ministers deplored last week's attack on the market of Mosul.",
        "The judges resigned to protest the murder of a judge in Mosul.",
        "Police are investigating the kidnapping of two merchants in Mosul.",
    ],
)
def test_what_is_judged_happened(text: str) -> None:
    told = [one for one in happened(text) if one.type != "protest"]
    assert [one.modality for one in told] == ["asserted"]


def test_a_bomb_in_whatever_it_stood_explodes() -> None:
    assert types("A car full of dynamite exploded in front of the ministry in Mosul.") == ["explosion"]
    assert types("Terrorists placed a bomb under a bus in Mosul.") == ["explosion"]
    assert types("Three bombs were set off in Mosul on Monday.") == ["explosion"]


def test_a_killing_of_somebody_is_told_one_of_time_is_not() -> None:
    assert types("The killing of a journalist in Mosul shocked the town.") == ["killing"]
    assert types("The killing of time is what they do in Mosul.") == []


def test_one_thing_told_by_two_words_is_one_event() -> None:
    assert types("The army launched an attack on Mosul on Monday.") == ["attack"]
