"""Which claims are of one deed: by place, day, month and the words of the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_claims import PROVINCE
from made_pages import DAY, harm, page, settled

from dateline.model import Period, Place, ResolvedPlace
from dateline.model.situation import Reported

FAR_TOWN = ResolvedPlace("test", "13", "Dunrel", "VAR", "Velda", 5.0, 6.5, "point")


@pytest.mark.parametrize(("quarter", "expected"), [("Granary Hill", 2), ("Sorell Quarter", 1)])
def test_other_quarters_of_one_town_are_other_places(quarter: str, expected: int) -> None:
    def at(one: Reported, name: str) -> Reported:
        return replace(one, claim=replace(one.claim, places=(*one.claim.places, Place(name, "at", 0, 1))))

    one, other = harm(14, "a", published="2031-03-15"), harm(4, "b", published="2031-03-15")
    assert len(settled([at(one, "Sorrel Quarter"), at(other, quarter)])) == expected


def test_harm_over_weeks_without_dates_is_no_moment() -> None:
    weeks = harm(12, "a", None, document="p", period=Period(None, None, "in recent weeks", None, None))
    assert len(settled([harm(12, "b", document="p"), weeks])) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Six people were killed in two separate shootings.", "situation"),
        ("Six people were killed in weekend violence across the city.", "situation"),
        ("Six people were killed in a shooting.", "incident"),
        ("Six people were killed when gunmen opened fire on two cars.", "incident"),
    ],
)
def test_a_toll_of_several_deeds_is_of_no_incident(sentence: str, expected: str) -> None:
    (situation,) = settled(page(sentence, ("Six people", 6, "killed")))
    assert situation.kind == expected


@pytest.mark.parametrize(("month", "expected"), [("2028-06", 2), ("2031-03", 1)])
def test_one_who_was_killed_in_another_year_is_of_another_incident(month: str, expected: int) -> None:
    now = page("A miner was killed in Mirava.", ("A miner", None, "killed"))
    sentence = f"The block in Mirava is named after a baker, shot and killed in {month}."
    then = page(sentence, ("a baker", None, "killed"), period=Period(month, month, month, "month", "text"))
    then = [replace(one, claim=replace(one.claim, claim_id="then")) for one in then]
    titled = [replace(one, title="Lanterns for Quarrymen of Mirava Quay") for one in (*now, *then)]
    assert len(settled(titled)) == expected


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A shooting that left three people dead in March.", "incident"),
        ("The drive-by shooting in March left three people dead.", "incident"),
        ("Shelling left three people dead in March.", "situation"),
        ("Two separate shootings and a bombing left three people dead in March.", "situation"),
        ("Since a bombing in March, three people were killed.", "situation"),
    ],
)
def test_the_toll_of_one_deed_in_a_month_is_of_one_moment(sentence: str, found: str) -> None:
    words = "since March" if sentence.startswith("Since") else "in March"
    period = Period("2031-03", None if words.startswith("since") else "2031-03", words, "month", "text")
    phrase = "three people"
    (situation,) = settled(page(sentence, (phrase, 3, "killed"), period=period))
    assert situation.kind == found


def test_the_dead_and_the_hurt_of_one_sentence_are_of_one_deed() -> None:
    sentence = "One dead, a girl hurt in the shooting at the quay."
    dead = page(sentence, ("One dead", 1, "killed"), at="Quayside")
    hurt = page(sentence, ("a girl", None, "injured"), at="Quay")
    hurt = [replace(one, claim=replace(one.claim, claim_id="hurt")) for one in hurt]
    assert len(settled([*dead, *hurt])) == 1
    two_towns = page(sentence, ("a girl", None, "injured"), at=FAR_TOWN)
    two_towns = [replace(one, claim=replace(one.claim, claim_id="hurt")) for one in two_towns]
    assert len(settled([*page(sentence, ("One dead", 1, "killed")), *two_towns])) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("A bombing left two dead and nine wounded.", 1), ("Bombs left two dead and nine wounded.", 2)],
)
def test_the_toll_of_one_deed_in_a_province_is_no_total_of_it(sentence: str, expected: int) -> None:
    both = page(sentence, ("two", 2, "killed"), ("nine", 9, "injured"), at=PROVINCE)
    assert len(settled(both)) == expected


CITY = ResolvedPlace("test", "90", "District of Columbia", "USA", "District of Columbia", 1.0, 2.0, "adm1")
STATE = ResolvedPlace("test", "91", "Ostrel", "USA", "Ostrel", 1.0, 2.0, "adm1")


@pytest.mark.parametrize(("place", "expected"), [(CITY, 1), (STATE, 2)])
def test_a_unit_that_is_one_city_is_a_place_where_something_happened(place: ResolvedPlace, expected: int) -> None:
    one = page("Five people were killed.", ("Five people", 5, "killed"), at=place, country="USA")
    other = page("Two were hurt there.", ("Two", 2, "injured"), at=place, country="USA", name="q")
    assert len(settled([*one, *other])) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Six people were shot in five hours", "situation"),
        ("Six people were shot over a five-hour stretch.", "situation"),
        ("Six people were hurt in 2 Downtown Mirava shootings.", "situation"),
        ("Six people died in attacks in Mirava.", "situation"),
        ("Six people died within hours of the attack on Mirava.", "incident"),
        ("Six people died in the attacks on Mirava.", "incident"),
    ],
)
def test_a_toll_of_hours_or_of_attacks_is_of_no_incident(sentence: str, expected: str) -> None:
    (situation,) = settled(page(sentence, ("Six people", 6, "killed")))
    assert situation.kind == expected


def test_one_who_was_killed_on_some_day_of_a_month_was_killed_at_one_moment() -> None:
    dated = page("A boy was killed in Mirava.", ("A boy", None, "killed"), name="p")
    month = Period("2031-03", "2031-03", "in March", "month", "text")
    later = page("The March killing of a boy in Mirava led to a trial.", ("a boy", None, "killed"), name="p2")
    same_page = [
        replace(one, claim=replace(one.claim, period=month, document_id=dated[0].claim.document_id)) for one in later
    ]
    (situation,) = settled([*dated, *same_page])
    assert (situation.kind, situation.start, situation.end) == ("incident", DAY, DAY)


def test_a_count_of_a_month_is_of_no_moment() -> None:
    dated = page("Five people were killed in Mirava.", ("Five people", 5, "killed"), name="p")
    month = Period("2031-03", "2031-03", "in March", "month", "text")
    total = page("In March 40 people were killed in Mirava.", ("40 people", 40, "killed"), name="q")
    total = [replace(one, claim=replace(one.claim, period=month)) for one in total]
    assert {one.kind for one in settled([*dated, *total])} == {"incident", "situation"}
