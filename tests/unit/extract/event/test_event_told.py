"""What is told of an event, and that it is one: broken truces, bombers, demands, what only describes."""

from __future__ import annotations

import pytest
from happened import Happened, happened, parties, types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops violated the truce in Mosul on Monday.", Happened("ceasefire", "violated", "asserted")),
        ("Rebels have rejected the demand they withdraw from Mosul.", Happened("withdrawal", "withdraw", "negated")),
        ("Both sides failed to reach an agreement on a truce in Mosul.", Happened("ceasefire", "truce", "negated")),
        ("Several attempts at securing a truce in Mosul failed.", Happened("ceasefire", "truce", "planned")),
        ("Capturing the whole city of Mosul would be a prize.", Happened("control_gained", "Capturing", "conditional")),
        ("The drive is intended to break a government siege of Mosul.", Happened("siege", "siege", "asserted")),
        ("The army sent reinforcements to Mosul on Monday.", Happened("deployment", "reinforcements", "asserted")),
        ("An aid convoy was not able to enter the town of Mosul.", Happened("aid_delivered", "enter", "negated")),
        ("Aid convoys have not been allowed to reach Mosul.", Happened("aid_delivered", "reach", "negated")),
        ("The crater in Mosul came of a rocket and not a car bomb.", Happened("explosion", "car bomb", "negated")),
        (
            "He was asked why airstrikes do not target the army in Mosul.",
            Happened("air_strike", "airstrikes", "negated"),
        ),
        ("The air strike did not hit the rebels in Mosul.", Happened("air_strike", "air strike", "asserted")),
        ("It was unclear if the raid on Mosul was carried out by jets.", Happened("air_strike", "raid", "asserted")),
        ("They would act if the blockade of Mosul was not lifted.", Happened("siege", "blockade", "asserted")),
        ("If confirmed it would be the first attack by rebels on Mosul.", Happened("attack", "attack", "conditional")),
    ],
)
def test_what_is_said_of_it(text: str, expected: Happened) -> None:
    assert expected in happened(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The army shelled the rebels deployed in Mosul.", "deployment"),
        ("The council dispatched Lina Haro to push for an inquiry in Mosul.", "deployment"),
        ("The jets deployed cluster munitions near Mosul.", "deployment"),
        ("A convoy of 75 buses arrived in Mosul evacuating the wounded.", "aid_delivered"),
        ("The minister said that Turkey is not honest in fighting the rebels in Mosul.", "armed_clash"),
        ("A suicide bomber carried out the attack on the market in Mosul.", "attack"),
        ("Police dismantled a bomb which had been planted near a bus in Mosul.", "explosion"),
        ("The craters in Mosul were three times bigger than crude barrel bombs.", "air_strike"),
        ("The moratorium on air strikes in Mosul was kept.", "air_strike"),
        ("The army announced a daily halt of fighting in Mosul starting on Thursday.", "armed_clash"),
        ("The army broke a two-year siege of Mosul on Monday.", "siege"),
        ("Army in New Drive Breaks Siege on Plant in Mosul.", "siege"),
        ("It came days after rebels broke the siege on eastern parts of Mosul on Saturday.", "siege"),
        ("All recognition of the rebels in Mosul must be withdrawn.", "withdrawal"),
        ("The presence of rebels in Mosul has been protested by Turkey.", "protest"),
        ("Rebels struck a clinic with shells and fired others on people in Mosul.", "attack_on_civilians"),
    ],
)
def test_what_is_not_told(text: str, never: str) -> None:
    assert never not in types(text)


def test_the_bombings_are_those_that_were_told_last() -> None:
    page = (
        "Air strikes hit Mosul on Monday. Air strikes hit Kirkuk on Tuesday. "
        "A car bomb exploded in Basra on Friday. The bombings in Basra killed ten."
    )
    assert types(page)[-1] == "explosion"


def test_who_sends_reinforcements_is_told() -> None:
    assert ("agent", "The army", "military") in parties("The army sent reinforcements to Mosul on Monday.")


def test_who_is_killed_in_a_headline_kills_nobody() -> None:
    assert "attack_on_civilians" not in types("Rebels Clash on Hills near Mosul 25 Rebels Killed Injured.")


def test_bombers_who_are_stopped_blow_up_nothing() -> None:
    assert "explosion" not in types("Police shot dead six suicide bombers in Mosul.")


def test_reinforcements_that_are_struck_came_before() -> None:
    assert "deployment" not in types("The army was destroying reinforcements of the rebels near Mosul.")


def test_what_surrounds_a_place_besieges_nobody() -> None:
    assert "siege" not in types("Rebels fired shells at the area surrounding the town hall of Mosul.")


def test_who_is_given_time_is_to_do_it() -> None:
    text = "The army gave the rebels three days to withdraw from Mosul."
    assert happened(text) == [Happened("withdrawal", "withdraw", "ordered")]
    assert parties(text) == [("agent", "the rebels", "armed_group")]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("In Mosul air strikes on Sunday killed 34 civilians an activist group said.", "air_strike"),
        ("At least 16 civilians were killed in air strikes by army jets on Mosul.", "air_strike"),
        ("Two women were killed in mortar fire on Mosul.", "shelling"),
    ],
)
def test_the_means_tell_the_death_of_civilians(text: str, only: str) -> None:
    assert types(text) == [only]


def test_a_death_without_means_is_told_by_itself() -> None:
    assert types("Rebels killed two women in Mosul.") == ["attack_on_civilians"]
