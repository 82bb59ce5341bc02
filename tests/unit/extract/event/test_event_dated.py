"""Times that an event's sentence or page gives to something else."""

from __future__ import annotations

import pytest
import told

from dateline.model import Claim

WAR = "Rebels and the army have fought a war in the hills of Iraq.\n\n"


def events(text: str, trigger: str) -> list[Claim]:
    return told.events(text, trigger)


def periods(text: str, trigger: str) -> list[tuple[str | None, str | None]]:
    return [(claim.period.start, claim.period.end) for claim in events(text, trigger)]


OPEN = (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "period"),
    [
        ("The army launched an assault to retake the village of Sarn, captured by rebels in May.", "launched", OPEN),
        ("The militia took the hills last year and is involved in an offensive near the border.", "offensive", OPEN),
        ("The city has been divided since 2012 when rebels seized its eastern half.", "seized", ("2012", "2012")),
        ("The envoy arrived on Monday to address the attack by rebels on the mill.", "attack", OPEN),
        (
            "Jets carried out air strikes in revenge for a pilot killed when his plane crashed on Monday.",
            "air strikes",
            OPEN,
        ),
        ("On Sunday a spokesman said rebels had shelled a mill.", "shelled", OPEN),
        ("A blast killed three people and wounded ten on Monday.", "blast", ("2024-11-25", "2024-11-25")),
        (
            "Gunmen attacked a mill on Monday, wounding the guard and killing ten villagers.",
            "killing",
            ("2024-11-25", "2024-11-25"),
        ),
        (
            "Hundreds have died since the war began in March 2011 with anti-government protests.",
            "protests",
            ("2011-03", "2011-03"),
        ),
        ("On Tuesday the office revealed that rebels had attacked a mill.", "attacked", OPEN),
        ("Look at this! (orvelnews) August 2 2024 Jets have struck a mill.", "struck", OPEN),
        ("The five-year-old war saw an attack on a mill.", "attack", OPEN),
        ("In March two blasts hit a mill.", "blasts", ("2024-03", "2024-03")),
        ("Rebels shelled a mill late on Monday.", "shelled", ("2024-11-25", "2024-11-25")),
    ],
)
def test_a_time_is_that_of_its_own_clause(text: str, trigger: str, period: tuple[str | None, str | None]) -> None:
    assert periods(WAR + text, trigger) == [period]


@pytest.mark.parametrize(
    ("text", "trigger", "period"),
    [
        ("Rebels shelled a mill in the past week. Jets struck a convoy.", "struck", OPEN),
        ("Rebels shelled a mill on Monday. Farmers fled. Doctors left. Jets struck a convoy.", "struck", OPEN),
    ],
)
def test_a_time_is_not_carried_far(text: str, trigger: str, period: tuple[str | None, str | None]) -> None:
    assert periods(f"{text} {WAR}", trigger) == [period]


def test_a_day_is_carried_to_what_is_pointed_at() -> None:
    text = f"A blast hit a mill in Mosul on Monday. The blast killed ten people. {WAR}"
    assert periods(text, "blast") == [("2024-11-25", "2024-11-25")] * 2


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The office revealed in a statement on Tuesday that the convoy had come under attack.", "attack"),
        ("He got a review of options on Saturday on how they could respond to an attack on Sarn.", "attack"),
        ("The spokesman in February condemned the raids, saying the attacks broke the law.", "attacks"),
        ("While not addressing the attack on Sarn, ten jets patrolled the border on Friday.", "attack"),
        ("Body parts were still strewn at the scene of the attack on Sunday.", "attack"),
        ("A mechanism was set up in February by two states to monitor the ceasefire.", "ceasefire"),
        ("Talks were held in February but long ceasefires have not held.", "ceasefires"),
        ("The mills were attacked before the airstrike on the dam on Sunday.", "attacked"),
        ("After capturing silos overnight, the rebels attacked the town of Sarn.", "attacked"),
        ("It would be the most lethal gas attack since the 1980s.", "gas attack"),
        ("In August an attack killed ten and the year before 49 people died in a massacre.", "massacre"),
        ("Rebels launched a campaign to break a siege of Sarn on July 31.", "siege"),
        ("Militants mounted an attack to recapture the hill on Thursday.", "recapture"),
        ("On Friday 13 people died in raids near Sarn, the site of a deadly April gas attack.", "gas attack"),
        ("Eight people were killed in shelling on Tuesday despite a ceasefire.", "ceasefire"),
        ("A bomb killed ten people in Sarn on Tuesday, the latest in a spate of blasts.", "blasts"),
    ],
)
def test_a_time_of_what_was_said_done_about_it_or_meant_is_none_of_its_own(text: str, trigger: str) -> None:
    assert periods(WAR + text, trigger) == [OPEN]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Rebels launched an offensive to retake Sarn on Nov. 22.", "launched", "2024-11-22"),
        ("The army conducted a strike on a car carrying people late on Saturday, he said.", "strike", "2024-11-23"),
        ("The town of Sarn was the site of Tuesday's attack.", "attack", "2024-11-26"),
        ("The mills were attacked before the airstrike on the dam on Sunday.", "airstrike", "2024-11-24"),
        ("The army killed ten rebels in an ambush carried out Monday near Sarn.", "ambush", "2024-11-25"),
        ("The army killed ten rebels in an ambush carried out Monday near Sarn.", "killed", "2024-11-25"),
        ("On Monday two women were among eight people killed when a bomb hit a mill.", "hit", "2024-11-25"),
        ("Ten people were killed in Tarn on Monday after rebel shelling on a quarter.", "shelling", "2024-11-25"),
        ("A bomb blast hit a bus waiting to enter Sarn on Monday, killing ten.", "bomb blast", "2024-11-25"),
        ("A blast killed six members of the force known as the Watch on Monday.", "blast", "2024-11-25"),
        ("Jets hit a mill on Wednesday. Last Wednesday rebels attacked Sarn.", "attacked", "2024-11-20"),
        ("Ten were killed in raids on Sarn on Monday, the first day of the feast.", "raids", "2024-11-25"),
    ],
)
def test_a_day_that_the_parser_ties_to_another_word_can_be_its_own(text: str, trigger: str, day: str) -> None:
    assert periods(WAR + text, trigger) == [(day, day)]


def test_the_date_of_the_page_in_its_head_is_no_day_of_an_event() -> None:
    page = "Army kills ten rebels in Sarn\n\nMilitary 28-11-2024 0147 PM An army unit killed ten rebels in Sarn."
    assert set(periods(page, "killed")) == {OPEN}


@pytest.mark.parametrize(
    ("text", "trigger", "period"),
    [
        ("The government blamed Saturdays deadly attack on rebels.", "attack", ("2024-11-23", "2024-11-23")),
        ("Nine people were killed in overnight raids.", "raids", ("2024-11-27", "2024-11-28")),
        (
            "In December 2023 three officers were wounded when a girl walked into a station wearing a belt that was "
            "detonated.",
            "detonated",
            ("2023-12", "2023-12"),
        ),
        (
            "Since Nov. 19 when the army declared the end of the cease-fire army and Russian airstrikes on the city of "
            "Sarn have killed more than 300 people.",
            "airstrikes",
            ("2024-11-19", None),
        ),
        ("In May a truce brokered by two states had halted fighting in Tarn.", "fighting", OPEN),
    ],
)
def test_a_time_before_the_event_s_word(text: str, trigger: str, period: tuple[str | None, str | None]) -> None:
    assert periods(WAR + text, trigger) == [period]


def test_the_words_of_a_period_leave_out_the_preposition_of_the_noun_that_they_name() -> None:
    (raids,) = events(WAR + "Nine people were killed in overnight raids.", "raids")
    assert raids.period.text == "overnight"
