"""Where events are: the role of a place, what is shared by joined words, the country of a page."""

from __future__ import annotations

import pytest
import told

from dateline.model import Claim

WAR = "Rebels and the army have fought a war in the hills of Syria. Militias hold the roads of Homs and Aleppo.\n\n"


def events(text: str, trigger: str) -> list[Claim]:
    return told.events(WAR + text, trigger)


def roles(text: str, trigger: str) -> list[tuple[str, str]]:
    return [(place.name, place.role) for claim in events(text, trigger) for place in claim.places]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The army withdrew from the farms of Manbij to Homs.", "withdrew", [("Manbij", "from"), ("Homs", "to")]),
        ("Rebels fired rockets into Damascus neighbourhoods.", "fired", [("Damascus", "to")]),
        # where those are from whom a party comes, and where another place lies, are no ways
        ("Army units killed 30 fighters from the Grey Band in Manbij.", "killed", [("Manbij", "at")]),
        (
            "Gunmen fired shells on the village of Binnish to the north of Idlib.",
            "fired",
            [("Binnish", "at"), ("Idlib", "at")],
        ),
        ("A suicide bomber from Homs blew himself up on a farm in Manbij.", "suicide bomber", [("Manbij", "at")]),
    ],
)
def test_a_way_is_of_the_event_s_own_words(text: str, trigger: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A bomb blast killed ten people and wounded dozens on a farm in the city of Manbij.",
            "bomb blast",
            ["Manbij"],
        ),
        ("The airstrikes on and around Manbij go on.", "airstrikes", ["Manbij"]),
        (
            "Raids killed ten farmers in Binnish, the largest town in Idlib province, where shelling goes on.",
            "shelling",
            ["Binnish", "Idlib province"],
        ),
    ],
)
def test_joined_words_share_their_place(text: str, trigger: str, expected: list[str]) -> None:
    assert [name for name, _ in roles(text, trigger)] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Jets struck farms near Syria's second city Aleppo.", "struck", ["Aleppo"]),
        ("Shells fell around Manbij, the scene of a deadly explosion in May.", "explosion", ["Manbij"]),
        ("The head of the relief programme in Turkey described the attack as a crime.", "attack", []),
        ("The attack could delay the talks that are held in Kazakhstan.", "attack", []),
        ("Rebels said the attack was a response to an offensive by the army on Manbij.", "attack", []),
        ("Fighters of the so-called Islamic State in Iraq and Syria shelled a barn.", "shelled", []),
    ],
)
def test_what_only_says_whose_or_who_is_no_place(text: str, trigger: str, expected: list[str]) -> None:
    assert [name for name, _ in roles(text, trigger)] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Shells hit troops loyal to Orlan in Manbij.", "hit", ["Manbij"]),
        ("The army captured ten men of Liwaa al-Orlan in Manbij.", "captured", ["Manbij"]),
        ("A rocket struck the Orlan hospital in Manbij.", "struck", ["Manbij"]),
        ("Suicide Blast at Army Outpost in Manbij kills five", "Blast", ["Manbij"]),
        ("A raid hit the southern neighbourhood of Sheikh said the monitor.", "raid", []),
    ],
)
def test_a_name_that_is_no_place_s_is_not_told(text: str, trigger: str, expected: list[str]) -> None:
    assert [name for name, _ in roles(text, trigger)] == expected


def test_a_namesake_abroad_of_which_nothing_speaks_stays_open() -> None:
    found = events("A rocket struck the Al-Quds hospital in the west of the city.", "struck")
    assert {claim.country for claim in found} == {"SYR"}


def test_a_town_far_from_where_its_farms_lie_stays_open() -> None:
    found = events("Rebels shelled the Mallah farms in northern Aleppo.", "shelled")
    assert [(p.name, p.place.name if p.place else None) for c in found for p in c.places][-1] == ("Aleppo", "Aleppo")
    assert {p.place.admin1 for c in found for p in c.places if p.place} == {"Aleppo"}


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        # a village in the far south; a town of Italy in a row with towns of Syria; a region of Africa
        ("Rebels in Aleppo hold the road. The army seized Mallah on Friday.", "seized", "Mallah"),
        ("Jets shelled Akhtarin Bari and Dabiq in northern Aleppo.", "shelled", "Bari"),
        ("The army seized the Sahel district on Friday.", "seized", "Sahel district"),
    ],
)
def test_a_namesake_far_from_all_that_is_told_beside_it_stays_open(text: str, trigger: str, name: str) -> None:
    assert [p.place for c in events(text, trigger) for p in c.places if p.name == name] == [None]


def test_a_town_of_a_far_country_that_the_page_never_names_stays_open() -> None:
    page = (
        "South Sudan: 17 dead in raid on Kaya road\n\nGunmen raided farms in Yei and burnt huts in Juba on Saturday. "
        "A raid on Kaya killed ten farmers."
    )
    found = [c for c in told.all_claims(page, published="2018-06-03") if c.event]
    assert {p.place for c in found for p in c.places if p.name == "Kaya"} == {None}
    assert {c.country for c in found} == {"SSD"}


def test_a_bare_name_of_a_district_is_the_town_in_it() -> None:
    found = events("A blast killed four farmers in Qardaha on Friday.", "blast")
    assert [(p.name, p.place.precision if p.place else None) for p in found[0].places] == [("Qardaha", "point")]


def test_a_small_town_near_what_is_told_beside_it_is_linked() -> None:
    found = events("Rebels in Suwayda hold the road. The army seized Malah on Friday.", "seized")
    assert [p.place.admin1 for p in found[0].places if p.place and p.name == "Malah"] == ["Suwayda"]


def test_who_acts_is_not_the_country_of_the_page() -> None:
    page = (
        "Russia blamed for raid on aid convoy\n\nRussia is to blame for the raid, the monitor said. Russia knows it. "
        "Russia sent jets. Jets bombed the convoy and killed ten drivers. Medics in Syria buried the dead. "
        "A camp in northern Syria was shelled, too."
    )
    found = told.all_claims(page, published="2024-11-28")
    assert {claim.country for claim in found if claim.event and claim.event.trigger.text == "bombed"} == {"SYR"}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The calm in Syrias Raqqa city was broken as clashes with rebels flared.", "clashes", "Raqqa city"),
        ("Tension rose in Manbij as shells fell on a school.", "fell", "Manbij"),
        ("Three bombers blew themselves up near a market in Syrias capital Damascus.", "blew", "Damascus"),
        ("The army told of attacks in Homs Raqqa Damascus and its countryside.", "attacks", "Damascus"),
        ("Bombers killed guards near the army headquarters in Manbij in an attack on Friday.", "attack", "Manbij"),
        ("The chapel 12 miles south of the centre of Manbij is guarded but has been the target of attacks.", "attacks",
         "Manbij"),
        ("Aleppo airstrikes kill ten farmers.", "airstrikes", "Aleppo"),
        ("Ten farmers killed in relentless bombing of besieged Damascus.", "bombing", "Damascus"),
        ("The air force killed ten people in rebel areas east of Damascus a monitor said.", "killed", "Damascus"),
        ("Shells hit al-Orlan (harbour) neighborhood on Friday.", "hit", "al-Orlan (harbour) neighborhood"),
    ],
)  # fmt: skip
def test_a_place_of_the_own_clause_is_told(text: str, trigger: str, expected: str) -> None:
    assert expected in [name for name, _ in roles(text, trigger)]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The rebels have sent reinforcements to Islamists.", "reinforcements", []),
        ("The mayor is of the Druze community. A terrorist attack hit the main street.", "terrorist attack", []),
        ("The shelling comes a day after the fall of Manbij a key rebel town.", "shelling", []),
        ("Shelling killed ten farmers in Raqqa a day after the fall of Manbij.", "Shelling", ["Raqqa"]),
    ],
)
def test_who_receives_a_faith_and_what_was_before_give_none(text: str, trigger: str, expected: list[str]) -> None:
    assert [name for name, _ in roles(text, trigger)] == expected


def test_whose_jets_struck_a_town_does_not_say_whose_town_it_is() -> None:
    text = "Rebels held farms in Syria. Russian jets struck the towns of Binnish and Saraqib in Idlib on Friday."
    found = events(text, "struck")
    assert {claim.country for claim in found} == {"SYR"}
    assert [place.name for place in found[0].places][:2] == ["Binnish", "Saraqib"]


def test_villages_that_are_named_as_examples_are_places() -> None:
    text = "The army also took villages including Binnish and Saraqib while battles raged, said the monitor."
    assert [name for name, _ in roles(text, "took")] == ["Binnish", "Saraqib"]


def test_what_a_count_includes_leaves_the_place_to_the_event() -> None:
    text = "The air raids on Sunday killed 19 people including six children outside the city of Saraqib."
    assert [name for name, _ in roles(text, "air raids")] == ["Saraqib"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Jets bombed rebels in Mosul killing nine.", "bombed"),
        ("The coalition conducted nine airstrikes on rebels in Mosul.", "airstrikes"),
    ],
)
def test_where_those_are_who_are_struck_is_where_they_were_struck(text: str, trigger: str) -> None:
    page = f"Rebels and the army have fought a war in the hills. Militias hold the roads.\n\n{text}"
    found = [c for c in told.all_claims(page, published="2024-11-28") if c.event and c.event.trigger.text == trigger]
    assert [place.name for claim in found for place in claim.places] == ["Mosul"]
