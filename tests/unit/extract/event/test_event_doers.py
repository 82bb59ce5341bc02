"""Who does it, where it stands further off, or is taken by the tagger for something else."""

from __future__ import annotations

import pytest
from happened import filled, names, parties, types


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Clashes resumed on Monday between soldiers and rebels near Mosul.", "Clashes", ["soldiers", "rebels"]),
        ("Fighting goes on in Mosul divided between soldiers and rebels.", "Fighting", []),
        ("ISIS attacks hit Mosul on Monday.", "attacks", ["ISIS"]),
        ("Mosul was targeted by IS militants on Monday.", "targeted", ["IS militants"]),
        ("Rebels used gas against troops trying to storm Mosul.", "storm", ["troops"]),
        ("A man was hurt in an attack on Mosul blamed on rebels.", "attack", ["rebels"]),
        ("The depot was destroyed in a series of army air strikes on Mosul.", "destroyed", ["army"]),
        ("The bid by the rebels to retake Mosul began on Monday.", "retake", ["the rebels"]),
        ("Thousands of fighters attacked Mosul on Monday.", "attacked", ["fighters"]),
        ("Four suicide bombers attacked Mosul on Monday.", "attacked", ["Four suicide bombers"]),
    ],
)
def test_who_does_it(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_suicide_bombers_are_no_aircraft() -> None:
    assert "air_strike" not in types("Four suicide bombers attacked Mosul on Monday.")


def test_what_only_belongs_to_a_force_is_none() -> None:
    assert names("Turkey fought the rebels with military precautions near Mosul.", "fought") == ["Turkey", "the rebels"]


def test_lists_of_headlines_and_posts_tell_nothing() -> None:
    _, found = filled(
        "Related Orvel Army Kills Rebels Near Mosul Velik Jets Bomb Basra Market Tarn Rebels Storm Orvel Base Near "
        "Kirkuk Velik Army Seizes Town From Tarn Rebels After Long Siege."
    )
    assert not found
    _, found = filled("Rebels attacked Mosul tonight pic.twitter.com/Ab1 Tarn News.")
    assert not found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Mosul was retaken by army forces from the Islamic State.", "retaken", ["army forces", "Islamic State"]),
        ("Fighters from the Islamic State attacked Mosul.", "attacked", ["Fighters from the Islamic State"]),
        ("A truce brokered by Russia and Turkey held in Mosul.", "truce", ["Russia", "Turkey"]),
        ("An Islamic State (IS) car bomb exploded in Mosul.", "car bomb", ["IS"]),
        ("No group claimed the blast in Mosul.", "blast", []),
        ("In Mosul a town on the banks of the Tigris the army beheaded two men.", "beheaded", ["the army", "two men"]),
        ("Suicide bombers from Jordan blew themselves up in Mosul.", "Suicide bombers", ["Suicide bombers"]),
        ("The army withdrew its troops on Monday, and the withdrawal from Iraq goes on.", "withdrawal", []),
    ],
)
def test_where_a_party_stands(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_members_of_a_force_are_of_its_kind() -> None:
    assert ("target", "10 IS members", "armed_group") in parties("The army killed 10 IS members in Mosul.")


def test_who_tells_it_right_behind_is_no_target() -> None:
    assert names("Jets struck Mosul on Monday one rescue worker told reporters.", "struck") == ["Jets"]
    assert names("Rebels killed two soldiers said the director of the hospital.", "killed") == [
        "Rebels", "two soldiers",
    ]  # fmt: skip


def test_a_position_is_of_the_kind_of_who_holds_it() -> None:
    assert ("target", "rebel positions", "armed_group") in parties("The army shelled rebel positions near Mosul.")
    assert names("The army shelled rebel-held areas near Mosul.", "shelled") == ["The army"]
    assert names("Heavy artillery shelling and air strikes hit Mosul on Monday.", "air strikes") == []


def test_fighter_jets_are_a_state_s() -> None:
    assert parties("Fighter jets bombed the market of Mosul on Monday.")[0] == ("agent", "Fighter jets", "military")


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Iraqi forces backed by the coalition to retake Mosul came.", "retake", ["Iraqi forces"]),
        ("The killing of Syrians at the hands of the regime goes on in Mosul.", "killing", ["the regime", "Syrians"]),
        ("The United States accused Damascus of that attack on Mosul.", "attack", ["Damascus"]),
        ("The army unit clashed with the rebels killing ten near Mosul.", "clashed", ["The army unit", "the rebels"]),
        ("Clashes began between soldiers and members of the US-backed Syrian Democratic Forces in Mosul.", "Clashes",
         ["soldiers", "members of the US-backed Syrian Democratic Forces"]),
        ("Mosul was targeted on Monday by air strikes and artillery.", "targeted", []),
        ("The attack on a hall near a checkpoint run by militants shook Mosul.", "attack", []),
        ("Ten died in an explosion not far from Baghdad on Monday.", "explosion", []),
        ("The Iraqi Army and Air Force attacked rebels near Mosul.", "attacked", ["Iraqi Army", "Air Force", "rebels"]),
    ],
)  # fmt: skip
def test_who_does_it_behind_another_verb(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Rebels have accused army forces of carrying out the attack on Mosul.", "attack", ["army forces"]),
        ("Washington accused the regime of killing 14 people near Mosul.", "killing", ["the regime", "14 people"]),
        ("The army foiled an attempt by rebels to detonate a car bomb near Mosul.", "detonate", ["rebels"]),
        ("The army foiled an attempt to retake Mosul.", "retake", []),
        ("The regime has denied responsibility for that attack on Mosul.", "attack", []),
        ("Turkey was not responsible for the bombing of a convoy in Mosul.", "bombing", []),
        ("It was unclear if the raid on Mosul was carried out by army jets.", "raid", []),
        ("Iraqi Army Foils Attack on Mosul Killing 60 Rebels", "Attack", ["Iraqi Army"]),
        ("The army said the truck came to Mosul and that it was detonated before that.", "detonated", []),
        ("Fighters showed the attack in Mosul which they claimed that Turkey ordered.", "attack", []),
        ("A mission was set up by Velik and Iran to monitor the ceasefire in Mosul.", "ceasefire", []),
        ("Nobody could tell whether Russia or the rebels were behind the attack on Mosul.", "attack", []),
    ],
)
def test_who_only_speaks_of_it_or_wards_it_off_does_not_do_it(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_whom_a_strike_killed_it_was_done_to() -> None:
    text = "Rebels fired rockets on the Faculty of Law and the hills of Mosul killing two people and injuring others."
    assert names(text, "fired") == ["Rebels", "two people"]
    assert "attack_on_civilians" not in types(text)


def test_of_two_bodies_a_pronoun_means_neither_for_sure() -> None:
    assert "attack" in types("The brigade gave the mayor a day to leave the base that it stormed in Mosul.")
    assert "attack" not in types("The brigade gave Hezbollah a day to leave the base that it stormed in Mosul.")


def test_what_is_named_of_aircraft_or_of_who_leaves_is_theirs() -> None:
    assert ("agent", "army jets", "military") in parties("The bridge in Mosul came under the bombardment of army jets.")
    assert ("agent", "American troops", "military") in parties("The raid followed the withdrawal of American troops.")


def test_a_key_word_before_the_doer_does_nothing() -> None:
    text = "Tags Mosul bombing police Three suicide bombers blew themselves up in Mosul."
    assert names(text, "blew") == ["Three suicide bombers"]
