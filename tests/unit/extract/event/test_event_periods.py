"""When an event happened: its own words, nothing of another event's, and what is to come lies ahead."""

from __future__ import annotations

import pytest
import told

WAR = "Rebels and the army have fought a war in the hills near Mosul. Militias hold the roads.\n\n"


def periods(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Start and end by trigger, the page of Thursday, 28 November 2024."""
    found = [claim for claim in told.all_claims(WAR + text, published="2024-11-28") if claim.event]
    return {c.event.trigger.text: (c.period.start, c.period.end) for c in found if c.event}


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("The army will attack Mosul on Sunday.", "attack", "2024-12-01", "2024-12-01"),
        ("The army attacked Mosul on Sunday.", "attacked", "2024-11-24", "2024-11-24"),
        ("The army will try to encircle Mosul by the weekend.", "encircle", None, "2024-12-01"),
        ("Rebels vowed to retake the town of Mosul in March.", "retake", "2025-03", "2025-03"),
        ("The army ordered residents of Mosul to leave by Sunday.", "ordered", None, "2024-12-01"),
        ("On Sunday the army ordered residents of Mosul to leave.", "ordered", "2024-11-24", "2024-11-24"),
        ("Rebels attacked Mosul on a Thursday.", "attacked", None, None),
        # what a deed was for lies not on the day of the deed, nor what had lasted
        ("The army mounted an attack on Sunday to retake the town of Mosul.", "retake", None, None),
        ("The army mounted an attack on Sunday to retake the town of Mosul.", "attack", "2024-11-24", "2024-11-24"),
        ("A month-long siege starved the town of Mosul on Sunday.", "siege", None, None),
        ("Police arrested two men in Mosul after a Sunday raid.", "raid", "2024-11-24", "2024-11-24"),
    ],
)
def test_a_time_is_read_as_the_event_is_told(text: str, trigger: str, start: str | None, end: str | None) -> None:
    assert periods(text)[trigger] == (start, end)


def test_a_time_about_somebody_in_a_relative_clause_is_not_the_main_clause_s() -> None:
    found = periods("The senator, whom rebels had kidnapped on 4 May, was freed by the army.")
    assert found["kidnapped"] == ("2024-05-04", "2024-05-04")
    assert found["freed"] == (None, None)


def test_the_day_of_another_event_is_not_taken_from_what_comes_later() -> None:
    found = periods("The siege of Mosul starves the poor.\n\nOn Saturday militiamen attacked women near the mill.")
    assert found["siege"] == (None, None)
    assert found["attacked"] == ("2024-11-23", "2024-11-23")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels hold the farm where gunmen shot a herder on Sunday. They abducted a boy.", "abducted"),
        ("On Sunday rebels shelled a barn in Mosul. They are shelling a mill in Mosul.", "shelling"),
        ("On Sunday rebels shelled a barn in Mosul. They abducted a herder in Ramadi.", "abducted"),
        ("In July rebels shelled a barn in Mosul. They abducted a herder in Mosul.", "abducted"),
        ("Rebels shelled a barn. On 27 February a truce was agreed.", "shelled"),
    ],
)
def test_the_day_of_the_sentence_beside_is_not_that_of_another_thing(text: str, trigger: str) -> None:
    assert periods(text)[trigger] == (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        (
            "Two terrorist attacks that took place in Mosul in the past 48 hours killed ten.",
            "terrorist attacks",
            "2024-11-26",
            "2024-11-28",
        ),
        ("Medics treated men hurt in the blasts that rocked Mosul on Sunday.", "blasts", "2024-11-24", "2024-11-24"),
        ("The siege of Mosul that began on Sunday has starved the poor.", "siege", "2024-11-24", None),
        ("It was the first blast to hit Mosul since the outbreak of war in 2014.", "blast", None, None),
    ],
)
def test_what_is_said_of_the_event_itself_dates_it(text: str, trigger: str, start: str | None, end: str | None) -> None:
    assert periods(text)[trigger] == (start, end)


def test_the_day_of_the_sentence_before_is_that_of_what_goes_on() -> None:
    found = periods("On Sunday rebels shelled a barn in Mosul. They abducted a herder in Mosul.")
    assert found["abducted"] == ("2024-11-24", "2024-11-24")


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        # the only day of the sentence: right behind the noun, before the first clause, of what an event did
        ("Ten men were killed in air raids and shelling attacks on Sunday in Mosul.", "air raids", "2024-11-24"),
        ("The monitor had earlier reported 26 airstrikes on Sunday across Mosul.", "airstrikes", "2024-11-24"),
        ("On Sunday mortar rounds struck near the embassy, the monitor said.", "struck", "2024-11-24"),
        ("Sunday tanks shelled a district of Mosul killing four farmers.", "shelled", "2024-11-24"),
        ("Raids claimed 17 lives overnight in Mosul.", "Raids", "2024-11-27"),
        # not that of who speaks, or of another of several
        ("On Sunday the monitor said rebels had shelled Mosul.", "shelled", None),
        ("The monitor said on Sunday that rebels had abducted a herder in Mosul.", "abducted", None),
    ],
)
def test_the_day_of_its_own_sentence_is_the_event_s_where_it_surely_is(
    text: str, trigger: str, start: str | None
) -> None:
    assert periods(text)[trigger][0] == start


def test_the_day_that_has_an_attack_is_its_own_and_a_town_s_fall_is_no_season() -> None:
    found = periods("In the hours leading up to Friday's attacks on a school in Raqqa the guards slept.")
    assert found["attacks"][0] == found["attacks"][1] is not None
    assert periods("The shelling of Raqqa came a day after the fall of Manbij.")["shelling"] == (None, None)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked a mill on Monday. In other parts of Tarn two men were beheaded.", "beheaded"),
        ("He said in a report on Tuesday that jets failed. The airstrike killed ten villagers in Sarn.", "airstrike"),
        ("The envoy on Friday renewed his push for access. The attack killed ten villagers in Sarn.", "attack"),
        ("Raids kill ten in Tarn. A photo taken on Sunday shows a mill in flames.", "Raids"),
        ("Rebels targeted an army post. Jets also attacked a mill on Monday.", "targeted"),
    ],
)  # fmt: skip
def test_the_day_of_a_sentence_beside_is_not_carried_to_another_thing(text: str, trigger: str) -> None:
    assert periods(text)[trigger] == (None, None)
