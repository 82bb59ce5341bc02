"""Who is credited: sentences written for the project, each with the sources a reader would name."""

from __future__ import annotations

import pytest

from dateline.extract.draft import Attribution
from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize


def attributions(text: str, *, title: bool = False) -> list[Attribution]:
    working = repair(text)
    return recognize(sentences_of(working, title_end=len(working.text) if title else 0))


def names(text: str, *, title: bool = False) -> list[str]:
    return list(dict.fromkeys(a.name for a in attributions(text, title=title)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs of saying, before and after, turned round, with a name and an office
        (
            "At least 40 people have drowned, the harbour authority of Port Selm said in a statement.",
            ["the harbour authority of Port Selm"],
        ),
        ("The governor, who visited the camp on Tuesday, said 600 families were sheltering there.", ["The governor"]),
        ("A rebel commander, speaking on condition of anonymity, said 60 of his men had died.", ["A rebel commander"]),
        (
            "More than 100 houses collapsed, said Lina Haro, a volunteer with the Red Cross.",
            ["Lina Haro, a volunteer with the Red Cross"],
        ),
        (
            "The Interior Ministry's spokesman, Col. Tarik Denn, said that 18 villagers were abducted.",
            ["The Interior Ministry's spokesman, Col. Tarik Denn"],
        ),
        (
            "Ten people died, including two children, the region's deputy governor, Olek Marun, wrote on Telegram.",
            ["the region's deputy governor, Olek Marun"],
        ),
        ("Ten people died, wrote the governor on Facebook.", ["the governor"]),
        ("Thousands fled to the hills, survivors recalled.", ["survivors"]),
        (
            "HALVOR -- Mayor Anna Brok, opening the bridge on Monday, said 12 families had come home.",
            ["Mayor Anna Brok"],
        ),
        # according to, as reported by, by the count of
        (
            "According to the Ostrava Relief Committee (ORC), 3,200 families lost their homes.",
            ["Ostrava Relief Committee (ORC)"],
        ),
        (
            "The death toll stands at 54, according to hospital sources and the local council.",
            ["hospital sources", "the local council"],
        ),
        ("As reported by the disaster agency BNPB, 4,000 houses were inundated.", ["the disaster agency BNPB"]),
        ("At least 20,000 have died in the famine, by UN estimates.", ["UN"]),
        # counting
        (
            "The International Organization for Migration estimates that 64,000 people were displaced.",
            ["International Organization for Migration"],
        ),
        (
            "The opposition-run Network for Rights in Dara documented the deaths of 215 civilians in May.",
            ["The opposition-run Network for Rights in Dara"],
        ),
        ("The Red Crescent's latest update lists 77 dead and 312 injured.", ["Red Crescent"]),
        ("The provincial governor's office put the number of evacuees at 6,500.", ["The provincial governor's office"]),
        ("The toll, which the government had earlier put at 30, rose to 57.", ["the government"]),
        # records and their makers
        ("UNHCR data show that 210,000 refugees crossed into the country in March.", ["UNHCR"]),
        ("Government figures show 72 people died and 1,300 were hurt.", ["Government"]),
        ("A rapid assessment conducted by REACH found that 870 families had left the camp.", ["REACH"]),
        (
            "The number of displaced has reached 90,000, figures from the provincial disaster office showed.",
            ["the provincial disaster office"],
        ),
        ("According to media reports, 65 people died.", ["media reports"]),
        ("Some 300 people are cut off, the report said.", ["the report"]),
        # the press that was told
        (
            "A doctor at the field hospital told AFP by telephone that 23 bodies had come in.",
            ["A doctor at the field hospital", "AFP"],
        ),
        ("The army spokesman told state radio that 52 rebels were killed.", ["The army spokesman", "state radio"]),
        (
            "The mayor of Tellen, Anna Brok, confirmed to the BBC that 45 houses were burnt.",
            ["The mayor of Tellen, Anna Brok", "BBC"],
        ),
        (
            "In a statement to Reuters a source at the river police said that 7 people were hurt.",
            ["a source at the river police", "Reuters"],
        ),
        # chains: the innermost speaker first
        (
            "Reuters, quoting a hospital official, reported that nine people had died.",
            ["a hospital official", "Reuters"],
        ),
        (
            "Twelve people were killed, state television reported, citing a security source.",
            ["a security source", "state television"],
        ),
        (
            "The agency's director was quoted by local radio as saying that 12 bodies were found.",
            ["The agency's director", "local radio"],
        ),
        # text without commas
        ("Fourteen people were hurt when the ferry struck the pier in Lutra Reuters reports.", ["Reuters"]),
        (
            "At least 15 people died in the fire in the old harbour quarter a rescue official said.",
            ["a rescue official"],
        ),
        ("Nine died as snow blocked the pass local officials said on Sunday.", ["local officials"]),
        (
            "Fifteen people died where the militia fights alongside the Syrian regime a Britain-based monitor said.",
            ["a Britain-based monitor"],
        ),
        # marks
        ("A total of 8,420 people are staying in 14 centres (DSWD, 14 October 2019).", ["DSWD"]),
        ("7,000 people were evacuated (source: Civil Protection).", ["Civil Protection"]),
    ],
)
def test_it_names_who_is_credited(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police: 3 dead, 14 hurt in market blast", ["Police"]),
        ("Quake kills 30, displaces thousands - officials", ["officials"]),
        ("At least 3 killed, dozens injured in Karo blast: police", ["police"]),
        ("Fires force 5,000 from homes, governor says", ["governor"]),
        ("UN: 20,000 flee fighting in Karo", ["UN"]),
        ("Quake kills 30 - Reuters", ["Reuters"]),
        ("Quake kills 30 - Region - World - Al Jazeera", []),
        ("Quake kills 30 - Daily Sabah", []),
        ("Quake kills 30 | Jordan Times", []),
    ],
)
def test_headlines_credit_by_dash_and_colon(text: str, expected: list[str]) -> None:
    assert names(text, title=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "According to fresh data, 16,400 people were moved.",
        "Early statistics show that eleven men were hurt.",
        "According to initial assessments, 1,200 homes were destroyed.",
        "Seven men reported dead, two missing.",
        "Police arrested 45 people.",
        "The army evacuated 300 villagers.",
        "Authorities ordered the evacuation of 12,000 people.",
        "The government relocated 2,000 families to higher ground.",
        "The hospital received 40 wounded people.",
        "The World Food Programme distributed food to 40,000 displaced people.",
        "The Islamic State of Iraq and the Levant (ISIL) killed 20 people.",
        "People displaced by the fighting number 3,000 per district.",
        "PORT SELM (Reuters) - Nine people drowned on Friday.",
        "It was not clear how many had died.",
        "The mayor did not say how many people were missing.",
    ],
)
def test_nobody_is_credited_where_nobody_speaks(text: str) -> None:
    assert names(text) == []


def test_a_swallowed_figure_is_no_source() -> None:
    for text in (
        "According to the ministry, 16,420 people left.",
        "According to officials 300 people left the valley.",
    ):
        assert all(not any(c.isdigit() for c in name) for name in names(text))


def test_the_gloss_of_a_group_is_no_source() -> None:
    found = names("Fighters of the Harbour Defence League (HDL) killed 12 people, residents said.")
    assert found == ["residents"]


def test_a_pronoun_is_marked_and_names_nobody() -> None:
    (found,) = attributions("It said 300 people were missing.")
    assert found.pronoun and found.resolved is None


def test_every_name_stands_at_its_offsets() -> None:
    text = "Reuters, quoting a hospital official, reported that nine people had died. He told the BBC that 4 were boys."
    for found in attributions(text):
        assert text[found.start : found.end] == found.name
        assert found.cue is not None and found.content is not None
        assert found.content[0] <= found.content[1] <= len(text)


@pytest.mark.parametrize("body", ["Save the Children", "Help the Aged", "Stop the War"])
def test_a_body_called_by_what_it_asks_for(body: str) -> None:
    assert names(f"Nine people died in Goma, {body} said.") == [body]
    assert names(f"{body} said nine people had died in Goma.") == [body]
    assert names(f"Nine people died in Goma, according to {body}.") == [body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten died, the Ministry of Health and Social Welfare said.", ["Ministry of Health and Social Welfare"]),
        ("Ten died, according to the National Office for Risk and Disaster Management (BNGRC).",
         ["National Office for Risk and Disaster Management (BNGRC)"]),
        ("The Ministry of Transport and the Ministry of Health said ten had died.",
         ["Ministry of Transport", "Ministry of Health"]),
    ],
)  # fmt: skip
def test_a_body_of_two_fields_is_one(text: str, expected: list[str]) -> None:
    assert sorted(names(text)) == sorted(expected)
