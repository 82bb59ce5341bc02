"""What an event takes from other sentences, and what a second word of its clause adds: nothing that is not sure."""

from __future__ import annotations

import pytest
import told
from happened import happened, types

from dateline.model import Claim

WAR = "Rebels and the army have fought a war in the hills. Militias hold the roads.\n\n"


def events(text: str, trigger: str) -> list[Claim]:
    return told.events(WAR + text, trigger)


def place_names(text: str, trigger: str) -> list[str]:
    return [place.name for claim in events(text, trigger) for place in claim.places]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Shells hit a mill in Mosul on Monday. The army first deployed tanks in May 2012.", "deployed"),
        ("A blast in Mosul killed two. The group has regularly attacked rival rebels with grenades.", "attacked"),
        ("Rebels burned farms in Kirkuk and Mosul. Militias continue to advance into government-held land.", "advance"),
        ("The army besieged Mosul. Rebels seized its eastern half.", "seized"),
        ("Two soldiers fell in fighting in Mosul and one in Basra. Rebels fired rockets.", "fired"),
    ],
)
def test_a_place_is_not_carried_to_what_may_have_been_elsewhere(text: str, trigger: str) -> None:
    assert place_names(text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A blast hit a mill in Mosul on Monday. The blast destroyed three houses.", "destroyed"),
        ("Rebels hold Mosul. The army first shelled the town in May 2012.", "shelled"),
        ("Rebels attacked Mosul on Monday. They set fire to two houses.", "set"),
        ("A market burned in Kirkuk. Residents of Mosul said jets had bombed the city on Monday.", "bombed"),
        ("Farms burned in Kirkuk. Although the army holds Mosul rebels often shell the city.", "shell"),
    ],
)
def test_a_place_is_carried_to_what_goes_on_there(text: str, trigger: str) -> None:
    assert "Mosul" in place_names(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels hold Mosul. Jets struck a convoy on Monday.", "struck"),
        ("A doctor in Mosul said that shells hit a mill outside the village of Zarum.", "hit"),
        ("Jets struck a farm. Shells fell in Mosul.", "struck"),
        ("Rebels hold Mosul. Farms burn in Kirkuk. The army shelled the town's mills in Basra.", "shelled"),
        ("Rebels positioned in Mosul fired shells on a mill in Kirkuk. The shells destroyed ten houses.", "destroyed"),
        ("Rebels hold Mosul. All but one of the villages were captured on Monday.", "captured"),
        ("A bomb exploded in Mosul. Rebels attacked a post in another district of the city.", "attacked"),
        ("Ministers of Iraq met in Geneva and Mosul. A blast in Kirkuk killed two. The talks end the siege.", "siege"),
    ],
)
def test_a_place_is_not_carried_where_nothing_takes_it_up(text: str, trigger: str) -> None:
    assert "Mosul" not in place_names(text, trigger)


def test_the_region_is_the_one_last_named() -> None:
    text = "Rebels hold the Mosul region. Fires burn in the Basra region. The army shelled farms in the same region."
    assert "Mosul region" not in place_names(text, "shelled")


def test_a_paper_that_bears_a_place_s_name_is_none() -> None:
    text = "An expert spoke to Al Arabiya in the evening. Rockets landed on a mill."
    assert not any("Arabiya" in name for name in place_names(text, "landed"))


def test_earlier_attacks_are_not_of_the_day_told_before() -> None:
    text = "Gunmen attacked a mill in Mosul on Monday. Militias have claimed several attacks on mills."
    assert [c.period.start for c in events(text, "attacks")] == [None]


def test_what_has_lasted_since_a_day_is_not_over_with_it() -> None:
    (shelling,) = events("Since Monday shelling has killed ten people in Mosul.", "shelling")
    assert (shelling.period.start, shelling.period.end) == ("2024-11-25", None)


def test_so_far_is_no_time_of_what_nobody_has_claimed() -> None:
    (attack,) = events("No group has claimed the attack in Mosul so far.", "attack")
    assert (attack.period.start, attack.period.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Villagers fled air strikes targeting the outskirts of Mosul.", ["air_strike"]),
        ("Ten rebels were killed in air strikes by the army near Mosul.", ["air_strike"]),
        ("Rebels threatened to attack Mosul.", ["attack"]),
    ],
)
def test_one_happening_is_one_event(text: str, found: list[str]) -> None:
    assert types(text) == found


def test_key_words_of_a_page_tell_nothing() -> None:
    text = "Tags Orvel shelling ceasefire war A rebel shelling of Mosul killed two farmers."
    assert [one.trigger for one in happened(text)].count("shelling") == 1


def test_what_a_broadcaster_releases_is_no_captive() -> None:
    assert types("Rebels released the footage of a man and a woman held in Mosul.") == []


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The offensive aimed at weakening the rebels and retaking Mosul began.", "retaking", "planned"),
        ("Soldiers foiled an attempt to enter a post in Mosul after killing ten rebels.", "killing", "asserted"),
    ],
)
def test_what_is_joined_is_meant_alike_and_what_came_before_was_done(text: str, trigger: str, modality: str) -> None:
    assert [one.modality for one in happened(text) if one.trigger == trigger] == [modality]


def test_a_country_bombs_from_the_air() -> None:
    assert types("Turkey bombed rebel camps near Mosul.") == ["air_strike"]


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Orvelia denied carrying out the gas attack in Mosul.", "gas attack", "negated"),
        ("The army has been unable to recapture Mosul.", "recapture", "negated"),
        ("Farmers tried to cross the river to escape fighting in Mosul.", "fighting", "asserted"),
        ("The army pushed back the assault on Mosul.", "assault", "asserted"),
        ("Rebels are pressing on in their offensive on Mosul.", "offensive", "asserted"),
        ("The bombing of Mosul could be heard in Erbil.", "bombing", "asserted"),
        ("The deputies asked the president to approve air strikes on Mosul.", "air strikes", "planned"),
        ("The rebels said the army will repeat its shelling of Mosul.", "shelling", "forecast"),
    ],
)
def test_a_noun_is_meant_as_the_verb_that_carries_it(text: str, trigger: str, modality: str) -> None:
    assert [one.modality for one in happened(WAR + text) if one.trigger == trigger] == [modality]


@pytest.mark.parametrize(
    "text", ["Moscow warned against new missile strikes on Mosul.", "The deputies voted against bombing Mosul."]
)
def test_what_somebody_speaks_against_has_not_happened(text: str) -> None:
    assert types(text) == []


def test_members_of_an_armed_group_are_no_civilians() -> None:
    assert types("Ten Daesh members were killed by the army near Mosul.") == ["armed_clash"]


def test_a_place_beyond_another_event_is_that_event_s() -> None:
    text = "The outskirts of Kirkuk have come under rocket fire while Mosul has seen rounds of heavy fighting."
    assert place_names(text, "rocket fire") == ["Kirkuk"]
    text = "The group positioned in Kirkuk continued targeting houses in Mosul with rockets and mortar shells."
    assert place_names(text, "mortar shells") == ["Mosul"]


def test_who_brokers_a_truce_is_no_place_of_it() -> None:
    text = "On Monday a ceasefire brokered by Russia and the United States took effect in the country."
    assert place_names(text, "ceasefire") == []


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The government and the rebels were to hold talks in Geneva.", "talks", "planned"),
        ("Papers asked about the intentions of the army raids on Mosul.", "raids", "asserted"),
    ],
)
def test_what_is_due_and_what_somebody_means_by_a_deed(text: str, trigger: str, modality: str) -> None:
    assert [one.modality for one in happened(WAR + text) if one.trigger == trigger] == [modality]


def test_rockets_that_are_shot_or_opened_are_shelling() -> None:
    assert types("Militants shot dozens of rockets at Mosul.") == ["shelling"]
    assert types("Militants opened rocket fire on a barracks in Mosul.") == ["shelling"]


def test_a_place_of_another_moment_or_of_who_helps_is_none_of_the_event() -> None:
    assert place_names("The helicopter was shot down by rebels after delivering flour to Mosul.", "shot") == []
    assert place_names("Rebels are fighting the army with French support.", "fighting") == []
    text = "Gunmen killed two men in Mosul and a lawyer who had been abducted."
    assert place_names(text, "abducted") == []


def test_a_town_s_districts_are_no_body_s_and_times_no_paper() -> None:
    assert place_names("Rebels have attacked Mosul city several times.", "attacked") == ["Mosul city"]
    assert place_names("The army's siege of Mosul's opposition districts went on.", "siege") == ["Mosul"]


def test_a_time_of_telling_is_not_the_event_s() -> None:
    (found,) = events("An envoy raised concerns on Monday over reports of gas attacks near Mosul.", "gas attacks")
    assert found.period.start is None


def test_what_happened_lies_not_ahead_of_the_page() -> None:
    (found,) = events(
        "On 29 May 2020 an envoy said that rebels had agreed to a truce in Mosul on 30 December.", "agreed"
    )
    assert found.period.start is None or found.period.start < "2024-11-29"


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("A car bomb exploded in Damascus.", "car bomb", ["Damascus"]),
        ("Rebels fired rockets into Damascus on Monday.", "fired", ["Damascus"]),
        ("Two Damascus car bombs killed four people.", "car bombs", ["Damascus"]),
        ("Damascus accused the rebels of shelling a mill.", "shelling", []),
        ("A truce brokered by Damascus and the rebels began.", "truce", []),
        ("Forty people died in the air raids that hit towns across Kirkuk.", "air raids", ["Kirkuk"]),
    ],
)
def test_a_capital_is_a_place_where_something_happens_in_it(text: str, trigger: str, names: list[str]) -> None:
    assert place_names(text, trigger) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels attacked Mosul with mortar shells.", ["shelling"]),
        ("Two men died in attacks on Mosul with rockets and shells.", ["shelling"]),
        ("Army warplanes raided a camp in Mosul killing ten rebels.", ["air_strike"]),
        ("The army air force killed ten rebels near Mosul.", ["air_strike"]),
        ("The attack on Mosul was carried out by army warplanes.", ["air_strike"]),
        ("The coalition launched ten air strikes on Mosul.", ["air_strike"]),
        ("Regime forces bombed a market in Mosul.", ["air_strike"]),
        ("The army killed 28 and wounded 30 rebels in Mosul.", ["armed_clash"]),
        ("15 killed 20 injured in air strike on Mosul", ["air_strike"]),
        ("The monitor determines whose planes carry out raids by their flight patterns.", []),
        ("Ten people died in a chemical weapons attack on Mosul.", ["attack_on_civilians"]),
    ],
)
def test_the_means_say_what_kind_of_attack_it_was(text: str, found: list[str]) -> None:
    assert types(WAR + text)[1:] == found


def test_talks_are_not_where_the_fighting_was() -> None:
    assert place_names("Rebels attacked Mosul on Monday. Talks between the rebels and the army failed.", "Talks") == []


def test_weeks_of_clashes_are_not_of_the_day_told_before() -> None:
    text = "Gunmen killed ten soldiers in Mosul on Monday. The army has seen three weeks of clashes with the rebels."
    assert [c.period.start for c in events(text, "clashes")] == [None]


def test_where_those_are_stationed_who_do_it_is_not_where_it_strikes() -> None:
    text = "Two shells fired by rebels positioned in Kirkuk fell in Mosul."
    assert place_names(text, "fired") == ["Mosul"]
    text = "The army shelled rebels positioned in Kirkuk."
    assert place_names(text, "shelled") == ["Kirkuk"]


def test_talks_are_where_they_are_held() -> None:
    text = "Ministers from Bahrain and Egypt held talks with the rebels in Geneva."
    assert place_names(text, "talks") == ["Geneva"]


@pytest.mark.parametrize(
    "text",
    [
        "The council passed a resolution ordering an end to sieges.",
        "Ten thousand people died in government jails during the war.",
        "Fighters of the Storm of the North brigade hold Mosul.",
        "It says it determines what aircraft carried out raids by their flight patterns.",
    ],
)
def test_what_is_ordered_to_end_and_what_is_only_a_name_is_no_event(text: str) -> None:
    assert types(WAR + text)[1:] == []


def test_since_when_something_else_has_lasted_is_not_when_this_began() -> None:
    text = "Parts of Mosul have been out of army control since 2012. A watchdog condemned the army's shelling of mills."
    assert all(c.period.start is None for c in events(text, "shelling"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men died in terrorist attacks with rocket shells on Mosul.", ["shelling"]),
        ("Rebels targeted Mosul on Saturday with a number of mortar shells.", ["shelling"]),
        ("Rebels launched rounds of mortar attacks on Mosul.", ["shelling"]),
        ("The army has stepped up aerial bombardment on Mosul province targeting mostly mills.", ["air_strike"]),
        ("Air force attacks are not rare.", []),
    ],
)
def test_one_word_tells_it_and_its_means_are_heard(text: str, found: list[str]) -> None:
    assert types(WAR + text)[1:] == found


def test_the_day_of_a_poll_is_not_the_day_of_a_shelling_at_its_rally() -> None:
    (found,) = events("Rebels shelled a rally in Mosul for a disputed June 3 poll.", "shelled")
    assert found.period.start is None


def test_no_place_is_carried_past_another_that_the_sentence_names() -> None:
    text = (
        "Shells hit a mill in Kirkuk. Envoys said gas had been used in Mosul but rebels said the army did the attack."
    )
    assert "Kirkuk" not in place_names(text, "attack")


def test_what_is_aimed_at_something_has_happened_and_a_plan_of_last_month_is_not_for_next_year() -> None:
    assert happened(WAR + "The constant shelling of Mosul is aimed at driving people out.")[-1].modality == "asserted"
    (retake,) = events("The army launched the offensive to retake Mosul on October 22.", "retake")
    assert retake.period.start in {None, "2024-10-22"}
