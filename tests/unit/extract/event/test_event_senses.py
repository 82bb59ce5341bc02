"""What a word means beside others: the sense of a verb, by whom or with what a blow was struck, what did not happen."""

from __future__ import annotations

import pytest
from happened import Happened, happened, names, types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Army jets were over the town when bombs hit a market in Mosul on Monday.", "air_strike"),
        ("A barracks in Mosul came under attack by the air force on Monday.", "air_strike"),
        ("The Aerospace Forces killed ten militants near Mosul on Monday.", "air_strike"),
        ("Villages near Mosul came under the bombardment of army helicopters.", "air_strike"),
        ("Ten civilians were killed by regime airstrikes on the outskirts of Mosul.", "air_strike"),
        ("Rebels targeted a hall full of mourners in Mosul with mortars and artillery shells.", "shelling"),
        ("Militants fired hundreds of mortar bombs on army positions in Mosul.", "shelling"),
        ("Militants fired on Tuesday rocket shells on the town of Mosul.", "shelling"),
        ("Rockets fired by jets hit the market in Mosul on Monday.", "air_strike"),
        ("Jets carried out 40 strikes since dawn on villages near Mosul.", "air_strike"),
        ("A mine exploded in Mosul on Monday. The attack killed ten and hurt five people in the town.", "explosion"),
        ("They fled a village which the rebels captured near Mosul a month ago.", "control_gained"),
        ("The agency suspended food distribution in three counties near Mosul.", "aid_denied"),
        ("Regime bombs that landed on Mosul killed five farmers.", "air_strike"),
        ("Barrels fell on a village near Mosul on Monday.", "air_strike"),
        ("The army is pounding rebel-held parts of the town of Mosul with strikes from the air.", "air_strike"),
        ("A coalition strike killed ten farmers in Mosul on Monday.", "air_strike"),
        ("Shells slammed into the old quarter of Mosul on Monday.", "shelling"),
        ("The army wrested control of the mills of Mosul from the rebels.", "control_gained"),
        ("Families left the town of Mosul after rebels seized it on Monday.", "control_gained"),
        ("Army units destroyed a number of hideouts of the rebels near Mosul.", "property_destroyed"),
        ("Ten rebels fell in battles against the army near Mosul.", "armed_clash"),
        ("The council decried the killing of 400 farmers in raids on Mosul.", "attack_on_civilians"),
        ("The council decried the killing of two farmers in Mosul.", "killing"),
        ("Shots were fired at the protesters in Mosul on Monday.", "attack_on_civilians"),
        ("Two rebels fired shots in a police post in Mosul on Monday.", "attack"),
        ("The council condemned the attacks against residents of Mosul on Monday.", "attack_on_civilians"),
        ("The attack on soldiers in Mosul lasted all Monday.", "attack"),
        ("Snipers fired on crowds of mourners in Mosul on Monday.", "attack_on_civilians"),
        ("The militants took some 40 farmers hostage in villages under their control near Mosul.", "abduction"),
        ("The council sent convoys with humanitarian aid to Mosul on Monday.", "aid_delivered"),
        ("The army killed many terrorist organizations members near Mosul.", "armed_clash"),
    ],
)
def test_by_its_means_and_whom_it_hits(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The rebels hold around 60 percent of Mosul.", "arrest"),
        ("The envoy asked the council to hold those responsible to account in Mosul.", "arrest"),
        ("Families live in eastern parts of Mosul held by the rebels.", "arrest"),
        ("The regime launched a brutal crackdown on dissent in Mosul.", "arrest"),
        ("Rescuers searched for victims of the raid on Mosul.", "search_operation"),
        ("Rescuers dug a girl out of the rubble in Mosul, pulling her out alive.", "withdrawal"),
        ("The raids are degrading clinics and preventing access to education in Mosul.", "aid_denied"),
        ("It is one of the roads that rebels in Mosul use to bring in food and fighters.", "aid_delivered"),
        ("The army went on to shell the positions of the rebels surrounding the town of Mosul.", "siege"),
        ("Thousands of families in Mosul live in siege-like conditions.", "siege"),
        ("The army said that its units broke the siege imposed on the mill in Mosul.", "siege"),
        ("Jets went up after rebels managed to break the siege of Mosul.", "siege"),
        ("Defeats of the army have reduced the chances of a truce in Mosul.", "ceasefire"),
        ("The general aims to stop the rebels from entering Mosul.", "control_gained"),
        ("Jets struck the group that is usually targeting farmers in Mosul.", "attack_on_civilians"),
        ("The brigade is a group that fights under the banner of the Free Army in Mosul.", "armed_clash"),
        ("Weapons went to rebels fighting to topple the president in Mosul.", "armed_clash"),
        ("The army says that its guns hit only militants in Mosul.", "attack"),
        ("The army killed ten militants including suicide bombers in Mosul.", "explosion"),
        ("A mine exploded in Mosul on Monday. The attack killed ten and hurt five people in the town.", "attack"),
        ("They should ask the villagers of Mosul before they launch attacks.", "attack"),
        ("Strict rules were applied to coalition targeting in Mosul.", "attack"),
        ("High tolls from rebel attacks in Mosul are not rare.", "attack"),
        ("Ten people died in air strikes targeting the outskirts of Mosul.", "attack"),
    ],
)
def test_what_a_word_does_not_tell(text: str, never: str) -> None:
    assert never not in types(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards stopped the rebels from entering Mosul.", Happened("control_gained", "entering", "negated")),
        ("The army refrained from shelling Mosul on Monday.", Happened("shelling", "shelling", "negated")),
        ("The alliance held off on renewed air strikes on Mosul.", Happened("air_strike", "air strikes", "negated")),
        ("The aid convoy has yet to reach Mosul.", Happened("aid_delivered", "reach", "negated")),
        (
            "We will not accept the rebels entering our area in Mosul.",
            Happened("control_gained", "entering", "negated"),
        ),
        ("The war goes on with no word of a new truce in Mosul.", Happened("ceasefire", "truce", "negated")),
        ("The assault on Mosul has yet to begin.", Happened("attack", "assault", "negated")),
        ("The army repelled an attempt to storm the village of Mosul.", Happened("attack", "storm", "asserted")),
        ("The rebel town of Mosul braces for renewed shelling.", Happened("shelling", "shelling", "forecast")),
        ("Capturing all of Mosul is one of his biggest goals.", Happened("control_gained", "Capturing", "planned")),
        (
            "The council warned Monday nights attack could amount to a crime in Mosul.",
            Happened("attack", "attack", "asserted"),
        ),
        (
            "Farmers have been suffering a siege by the army in Mosul, warning of worse should the town be left alone.",
            Happened("siege", "siege", "asserted"),
        ),
        (
            "It was unclear if the planes involved in the attack on Mosul were Orvelian.",
            Happened("air_strike", "attack", "asserted"),
        ),
        ("A deal is being negotiated for a truce in Mosul.", Happened("ceasefire", "truce", "planned")),
        (
            "We will advise on the places once the convoy of food has reached Mosul.",
            Happened("aid_delivered", "reached", "conditional"),
        ),
        (
            "They said lulls are in place to allow aid to enter and families to leave Mosul.",
            Happened("aid_delivered", "enter", "planned"),
        ),
        ("The rebels made a push to break through the siege of Mosul.", Happened("siege", "siege", "asserted")),
        (
            "The farmers fled because of mines planted by militants in Mosul.",
            Happened("explosion", "planted", "planned"),
        ),
    ],
)
def test_what_has_not_come_about(text: str, expected: Happened) -> None:
    assert expected in happened(text)


def test_killed_in_shelling_is_the_shelling() -> None:
    text = "The rebels had killed 69 civilians including 25 children in shelling of Mosul."
    assert types(text) == ["shelling"]
    assert "69 civilians" in names(text, "shelling")


def test_one_strike_that_killed_is_told_once() -> None:
    text = "Militants killed fifty soldiers in a suicide bombing on a bus near Mosul."
    assert types(text) == ["explosion"]
    assert names(text, "suicide bombing") == ["Militants", "fifty soldiers"]
