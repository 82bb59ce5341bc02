"""How well a row is founded, whom it counts, and in what words it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_claims import ATLAS, figure, told

from dateline.model import Place, Source
from dateline.model.situation import Reported, Situation, Verdict
from dateline.reconcile import reconcile
from dateline.reconcile.item import whom_of


def settled(*claims: Reported) -> Situation:
    (situation,) = reconcile(claims, containment=ATLAS)
    return situation


def row(*claims: Reported) -> Verdict:
    (found,) = settled(*claims).series
    return found


def dead(number: int, low: int | None = -1, **more: object) -> Reported:
    counted = figure(number, None) if low is None else figure(number)
    given = {"term": "killed", "measure": "flow", "on": "2031-03-15", "published": "2031-03-16", **more}
    return told(counted, **given)  # type: ignore[arg-type]


def test_at_least_forty_does_not_confirm_fifty_two() -> None:
    open_one, exact = dead(41, None, by="Clinic", kind="other"), dead(52, by="Register", kind="ngo")
    assert (row(open_one, exact).grade, row(open_one, exact).best) == ("fair", 52)
    assert row(dead(50, None, by="Clinic", kind="other"), exact).grade == "confirmed"
    assert row(dead(52, by="Clinic", kind="other"), exact).grade == "confirmed"


def test_what_a_party_claims_is_not_borne_out_by_an_open_figure_of_others() -> None:
    claimed = dead(52, by="Northern Front", kind="armed_group")
    assert row(dead(41, None, by="Clinic", kind="other"), claimed).best is None
    assert row(dead(52, by="Clinic", kind="other"), claimed).best == 52


def test_a_government_at_war_does_not_keep_count_of_the_dead() -> None:
    assert row(dead(3, by="Government of Varnia", kind="government")).grade == "weak"
    assert row(dead(3, by="Government of Varnia", kind="government", cause="disaster")).grade == "fair"
    assert row(dead(3, by="Coroner of Varnia", kind="government")).grade == "fair"


def test_a_toll_told_as_an_earlier_one_yields_to_the_page_s_own() -> None:
    words = "Police had said on Sunday that 9 died"
    said_before = dead(9, by="Police", kind="government", words=words, document="p")
    found = row(dead(10, by="Hospital", kind="other", document="p"), said_before)
    assert (found.best, found.grade, found.origins) == (10, "weak", 1)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("four campaign workers", "workers"), ("two aid workers", "relief and health workers"),
        ("three rescue workers", "relief and health workers"), ("the suspect", "suspects"),
        ("a 19-year-old student", "students"), ("two teenagers", "teenagers"), ("six girls", "children"),
        ('31 "terrorists"', "called terrorists"), ("20 militants", "fighters"), ("five journalists", "journalists"),
        ("90 residents", ""),
    ],
)  # fmt: skip
def test_whom_a_figure_counts_is_no_more_than_its_words_say(text: str, whom: str) -> None:
    assert whom_of(text) == whom


def why(situation: Situation) -> str:
    low = situation.series[0].low_why
    assert low is not None
    return low


def test_reasons_are_grammar() -> None:
    near = (Place("Nokar", "at", 0, 1, "near", "near"),)
    one = told(figure(1, text="one soldier"), term="killed", measure="flow", on="2031-03-15", at=None)
    one = replace(one, claim=replace(one.claim, places=near, sources=(Source("residents", "witness", 0, 9),)))
    assert why(settled(one)) == (
        "at least 1 member of the forces killed near Nokar on 15 March 2031, because witnesses say 1"
    )
    fled = replace(told(300, on="2031-03-15"), publisher="The Herald")
    assert why(settled(fled)).endswith("because The Herald has 300")
