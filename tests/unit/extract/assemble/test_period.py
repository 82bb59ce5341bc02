"""Which period a figure takes: its own clause's, its sentence's, or one that the text goes on telling of."""

from __future__ import annotations

import pytest

from dateline.extract.assemble.drafts import drafts_of
from dateline.extract.assemble.period import period_of
from dateline.extract.draft import Draft, Page
from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.time import page_date, timexes
from dateline.model import Document, Period

Ends = tuple[str | None, str | None]


def periods(text: str, published: str | None = None) -> list[Period]:
    """The periods of the text's figures in reading order."""
    working = repair(text)
    sentences = sentences_of(working)
    dated, by = page_date(working.text, published)
    drafts: list[Draft] = []
    for sentence in sentences:
        drafts += drafts_of(sentence, drafts)[0]
    times = timexes(working.text, sentences, dated, by)
    document = Document("page", "", "", text, published=published)
    page = Page(document, working.text, tuple(sentences), timexes=times, dated=dated, dated_by=by, drafts=tuple(drafts))
    return [period_of(draft, page) for draft in drafts]


def ends(text: str, published: str | None = None) -> list[Ends]:
    return [(period.start, period.end) for period in periods(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 300 families fled Orvel between 3 and 9 May 2015.", [("2015-05-03", "2015-05-09")]),
        ("Some 300 families have fled Orvel since June 2014.", [("2014-06", None)]),
        ("The centre counted 214 deaths in May 2016, a rise of 18% on April.", [("2016-05", "2016-05")]),
        ("The centre counted 214 deaths in May 2016, down 18% from April.", [("2016-05", "2016-05")]),
        ("Some 300 more people were displaced from April to June 2016.", [("2016-04", "2016-06")]),
        ("The number of IDPs rose to 1,700 at the end of May 2016.", [(None, "2016-05")]),
        ("The unrest is the worst since 2008, when some 1,100 people were killed.", [("2008", "2008")]),
        ("Some 900 people have fled since March 2014, when fighting began.", [("2014-03", None)]),
        ("As of 23 March, 400 residents had been evacuated from Orvel.", [(None, "--03-23")]),
        ("By 2 May 2016, 35,000 people had fled the town.", [(None, "2016-05-02")]),
        ("In October 1997, some 35,000 people fled the hills.", [("1997-10", "1997-10")]),
        ("Some 900 people fled after attacks on 22 February.", [("--02-22", None)]),
        ("Two people died and 250 were left homeless after a storm hit Orvel on 19 November.", [("--11-19", None)] * 2),
        ("Since 1 May, 25 people have died and 40 houses were destroyed.", [("--05-01", None)] * 2),
    ],
)
def test_a_flow_takes_what_its_sentence_gives(text: str, expected: list[Ends]) -> None:
    assert ends(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 2016, 6,400 displaced people were living in three camps.", [(None, "2016-05")]),
        ("Some 8,400 people remained displaced as of December 2014.", [(None, "2014-12")]),
        ("Some 8,400 people remain displaced as a result of the violence in 2012.", [(None, None)]),
    ],
)
def test_a_state_is_dated_by_its_end(text: str, expected: list[Ends]) -> None:
    assert ends(text) == expected


def test_relative_words_resolve_against_the_publication_and_are_kept() -> None:
    (period,) = periods("Shells killed nine people in Orvel on Sunday.", "2017-03-15")
    assert period == Period("2017-03-12", "2017-03-12", "on Sunday", "day", "published")


def test_relative_words_without_an_anchor_are_kept_without_dates() -> None:
    (period,) = periods("Some 300 families fled Orvel over the past two weeks.")
    assert (period.start, period.end, period.text) == (None, None, "over the past two weeks")


def test_what_happened_this_week_ended_with_the_day_of_the_page() -> None:
    assert ends("Gunmen killed 30 farmers near Orvel this week.", "2014-08-15") == [("2014-08-11", "2014-08-15")]


def test_what_is_to_come_looks_ahead() -> None:
    text = "The army will evacuate 900 people from Orvel on Friday."
    assert ends(text, "2015-02-04") == [("2015-02-06", "2015-02-06")]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Orvel, officials said on Sunday.",
        "Officials said Sunday that nine people were killed in Orvel.",
        "Rescue work resumed on Sunday after nine people were killed in Orvel.",
    ],
)
def test_the_day_of_saying_is_not_the_day_of_happening(text: str) -> None:
    assert ends(text, "2017-03-15") == [(None, None)]


def test_a_year_of_another_thing_is_not_the_figures() -> None:
    text = "Some 800 people were moved to houses built in the aftermath of the 1995 eruption."
    assert ends(text) == [(None, None)]


def test_a_part_and_a_rival_count_carry_the_day_of_the_first_lines() -> None:
    text = (
        "Air strikes killed at least 15 villagers in Orvel on Wednesday, a monitor said. "
        "Six of the dead were children. Rescue workers gave a higher toll of 23 dead."
    )
    assert ends(text, "2016-06-10") == [("2016-06-08", "2016-06-08")] * 3


def test_an_event_dated_in_the_next_sentence_dates_the_first_lines() -> None:
    text = "Gunmen killed 18 people in a village in the east. The attack took place on Saturday."
    assert ends(text, "2021-05-03") == [("2021-05-01", "2021-05-01")]


def test_a_total_goes_on_from_since() -> None:
    text = "Orvel has been under rocket fire since mid-January. Twenty people have been killed in the town."
    assert ends(text, "2016-06-20") == [("2016-01", None)]


def test_a_hazards_day_begins_what_followed() -> None:
    text = "Heavy rainfall on 3 February 2013 caused floods in five districts. Three people died."
    assert ends(text) == [("2013-02-03", None)]


def test_a_total_of_the_war_never_takes_the_day_of_the_story() -> None:
    text = "A car bomb killed nine people in Orvel on Tuesday. The war has killed more than 20,000 people."
    assert ends(text, "2016-06-10")[1] == (None, None)


def test_a_total_of_the_war_takes_its_beginning() -> None:
    text = (
        "A car bomb killed nine people in Orvel on Tuesday. The conflict began in March 2011 with protests. "
        "It has cost the lives of more than 20,000 people."
    )
    assert ends(text, "2016-06-10")[1] == ("2011-03", None)


def test_the_pages_date_line_dates_nothing_that_is_told() -> None:
    assert ends("17-06-2016 Seven civilians were injured in a rocket attack in Orvel.") == [(None, None)]


def test_elsewhere_carries_nothing() -> None:
    text = "Shells killed nine people in Orvel on Sunday. Elsewhere, four people were killed by a mine."
    assert ends(text, "2017-03-15")[1] == (None, None)


def test_a_figure_may_hold_its_own_time() -> None:
    text = "At least 40 people have been killed since the fighting resumed on 2 March, including six on Tuesday."
    assert ends(text, "2017-03-15") == [("2017-03-02", None), ("2017-03-14", "2017-03-14")]


def test_a_count_that_rises_is_a_count_up_to_then() -> None:
    text = "The number of people killed in the floods rose to 300 on Tuesday."
    assert ends(text, "2017-03-15") == [(None, "2017-03-14")]


def test_the_heading_of_a_list_dates_its_lines() -> None:
    text = "Floods in Ostland, as of 19 August 2020\n\nKunat: 1,075 displaced\nTarn: 12 dead"
    assert ends(text) == [(None, "2020-08-19")] * 2


def test_an_entry_of_a_chronicle_is_dated_by_its_label() -> None:
    assert ends("12 July: 300 families evacuated in Orvel.") == [("--07-12", "--07-12")]


def test_people_flee_from_the_day_of_the_attack_on() -> None:
    text = "Gunmen attacked Tarn on Monday night, killing 12 people. About 600 residents fled after the attack."
    assert ends(text, "2017-03-15") == [("2017-03-13", "2017-03-13"), ("2017-03-13", None)]


def test_a_time_that_tells_who_they_are_is_not_theirs() -> None:
    text = "More than 3,000 people who had returned to their villages in January have fled again."
    assert ends(text, "2017-03-15") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people died in Orvel, the council said in a report on Wednesday.", [(None, None)]),
        ("Some 40 families left Orvel before the road was closed on 2 March.", [(None, "2017-03-02")]),
        ("By 3 March the camp held 900 people, against 1,400 before the fire.", [(None, "2017-03-03"), (None, None)]),
        ("On 2 March a boat capsized off Orvel; nine people drowned.", [("2017-03-02", "2017-03-02")]),
        ("Since January 300 refugees have gone home in three convoys, the last on 8 March.", [("2017-01", None)]),
        ("Nine people were killed in two days of fighting in Orvel.", [("2017-03-14", "2017-03-15")]),
        ("Mines killed 20 people since January, and 300 are in prison.", [("2017-01", None), (None, None)]),
    ],
)
def test_a_time_stays_with_what_it_dates(text: str, expected: list[Ends]) -> None:
    assert ends(text, "2017-03-15") == expected


def test_a_rate_takes_no_day_of_the_sentence_before() -> None:
    text = "A car bomb killed nine people in Orvel on Sunday. Mines kill some 40 people a year."
    assert ends(text, "2017-03-15")[1] == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A car bomb killed nine people on Sunday. Four died the next day.", ("2017-03-13", "2017-03-13")),
        ("Floods hit Orvel on 2 March. The town is old. Since then 40 people have died.", ("2017-03-02", None)),
        ("In June 2014 nine people were killed. Over the same period 12 were wounded.", ("2014-06", "2014-06")),
    ],
)
def test_words_that_point_back_take_up_the_time_named_before(text: str, expected: Ends) -> None:
    assert ends(text, "2017-03-15")[-1] == expected


def test_as_of_in_a_heading_dates_what_follows() -> None:
    text = "SITUATION REPORT No. 3 - Orvel\nAs of 25 March 2019\n\nAt least 31 people have died in the district."
    assert ends(text, "2019-03-26") == [(None, "2019-03-25")]


@pytest.mark.parametrize(
    "text",
    [
        "Many have made the crossing so far this year.\n\nPolice arrested two smugglers.",
        "Last week alone, 41,000 people fled.\n\nRebels killed nine men who had worked there.",
        "A blast shook Orvel on Monday. Meanwhile in Sheld, crowds marched. Police hurt 30 people.",
    ],
)
def test_a_long_stretch_and_what_the_text_has_turned_from_are_not_carried(text: str) -> None:
    assert ends(text, "2017-03-15")[-1] == (None, None)


def test_without_a_verb_the_time_behind_the_second_figure_is_that_of_both() -> None:
    text = "27 civilians killed and 52 injured in clashes on 9 March."
    assert ends(text, "2017-03-15") == [("2017-03-09", "2017-03-09")] * 2
    text = "The group counted 188 civilians killed and 742 injured in February, against 139 in January."
    assert ends(text, "2017-03-15")[:2] == [("2017-02", "2017-02")] * 2


def test_what_when_does_not_tell_is_since_then() -> None:
    text = "Since 19 September, when the army declared an end to the truce, 240 people have been killed."
    assert ends(text, "2016-09-24") == [("2016-09-19", None)]
    text = "It was the worst attack since 2008, when 1,100 people were killed."
    assert ends(text, "2016-09-24") == [("2008", "2008")]


def test_the_day_on_which_a_toll_is_put_ends_it() -> None:
    text = "The agency had put the death toll at 980 on Monday evening."
    assert ends(text, "2017-03-15") == [(None, "2017-03-13")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council plans to move 300 families on Monday.", ("2017-03-20", "2017-03-20")),
        ("The council planned last week to move 300 families.", ("2017-03-06", "2017-03-12")),
    ],
)
def test_a_plan_is_ahead_but_not_where_the_words_point_back(text: str, expected: Ends) -> None:
    assert ends(text, "2017-03-15") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aid groups would move 5,000 people by mid-April.", (None, "2025-04")),
        ("Another 5,000 people would be moved by April.", (None, "2025-04")),
        ("About 2,000 people will return by June.", (None, "2025-06")),
    ],
)
def test_a_month_to_come_is_the_next(text: str, expected: Ends) -> None:
    """Two days before it begins, too: it was put a year too far."""
    assert ends(text, "2025-03-30") == [expected]


def test_the_month_is_the_one_told_of() -> None:
    text = "In February 2025, 188 civilians were killed. Worst was Orvel: 14 people were killed during the month."
    assert ends(text, "2025-03-15") == [("2025-02", "2025-02")] * 2


def test_a_death_in_hospital_dates_nobody_else() -> None:
    text = (
        "A gunman opened fire in a bar on Saturday night. A woman died on Monday evening. Three people were "
        "pronounced dead at the scene. Ten others were wounded."
    )
    assert ends(text, "2019-05-08") == [("2019-05-06", "2019-05-06"), *[("2019-05-04", "2019-05-04")] * 2]


def test_an_arrest_dates_no_harm() -> None:
    text = (
        "The landslide hit the dumps on 28 November. Eleven people were arrested on Tuesday. The slide also buried "
        "four houses."
    )
    assert ends(text, "2024-12-06") == [("2024-12-03", "2024-12-03"), ("2024-11-28", "2024-11-28")]


def test_a_clause_that_has_gone_on_to_another_day_takes_no_earlier_one() -> None:
    text = "On Sunday fighters killed six people. The army retook Orvel two days later after losing 14 soldiers."
    assert ends(text, "2024-09-18") == [("2024-09-15", "2024-09-15"), (None, None)]
