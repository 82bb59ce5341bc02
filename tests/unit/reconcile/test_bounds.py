"""Bounds, who holds them, and contradictions, on small situations."""

from __future__ import annotations

import itertools

from made_claims import ATLAS, COUNTRY, OTHER_TOWN, PROVINCE, figure, told

from dateline.model.situation import Reported, Situation, Verdict
from dateline.reconcile import reconcile


def one(*claims: Reported) -> Situation:
    (situation,) = reconcile(claims, containment=ATLAS)
    return situation


def row(situation: Situation, *, end: str | None = None, measure: str = "stock", name: str = "Mirava",
        term: str = "displaced") -> Verdict:  # fmt: skip
    (found,) = [
        row for row in situation.series
        if row.end == end and row.measure == measure and row.term == term and row.place and row.place.name == name
    ]  # fmt: skip
    return found


def test_a_stock_and_a_flow_give_a_bound_that_no_claim_states() -> None:
    situation = one(
        told(238_000, on="2031-03-15", by="IOM", claim_id="a"),
        told(figure(None, 36_000), measure="flow", since="2031-03-15", on="2031-03-23", by="Ministry", claim_id="b",
             kind="government"),
        told(figure(200_000, None), on="2031-03-23", by="OCHA", claim_id="c"),
    )  # fmt: skip
    later = row(situation, end="2031-03-23")
    assert (later.low, later.best, later.high) == (200_000, None, 274_500)
    assert later.low_held_by == ("c",) and later.high_held_by == ("a", "b")
    assert later.high_why == (
        "at most 274,500 displaced in Mirava on 23 March 2031, because IOM says 238,000 on 15 March 2031 and Ministry "
        "says up to 36,000 from 15 March 2031 to 23 March 2031"
    )
    assert situation.contradictions == ()


def test_a_flow_is_at_least_what_the_stock_grew_by() -> None:
    situation = one(
        told(1_001, on="2031-03-15"), told(3_001, on="2031-03-23"),
        told(figure(500, None), measure="flow", since="2031-03-15", on="2031-03-23"),
    )  # fmt: skip
    flow = row(situation, end="2031-03-23", measure="flow")
    assert (flow.low, flow.high) == (1_999, None)
    assert len(flow.low_held_by) == 2


def test_a_fall_without_reported_returns_is_no_contradiction() -> None:
    situation = one(
        told(9_001, on="2031-03-15"), told(1_001, on="2031-03-23"),
        told(10, measure="flow", since="2031-03-15", on="2031-03-23"),
    )  # fmt: skip
    assert situation.contradictions == ()
    assert row(situation, end="2031-03-23").high == 1_001


def test_stocks_are_never_added_over_time() -> None:
    situation = one(told(1_001, on="2031-03-15"), told(2_001, on="2031-03-16"))
    assert [(r.low, r.high) for r in situation.series] == [(1_001, 1_001), (2_001, 2_001)]


def test_a_place_holds_no_more_than_what_contains_it() -> None:
    situation = one(
        told(figure(700, None), on="2031-03-15", claim_id="town"),
        told(figure(None, 2_000), on="2031-03-15", at=PROVINCE, claim_id="province"),
    )
    assert row(situation, end="2031-03-15").high_held_by == ("province",)
    assert row(situation, end="2031-03-15", name="Ostrel").low == 700


def test_places_side_by_side_bound_nothing() -> None:
    situation = one(told(701, on="2031-03-15"), told(901, on="2031-03-15", at=OTHER_TOWN))
    assert {(r.low, r.high) for r in situation.series} == {(701, 701), (901, 901)}


def test_a_country_contains_its_towns_without_a_gazetteer() -> None:
    claims = [told(701, on="2031-03-15"), told(figure(None, 9_000), on="2031-03-15", at=COUNTRY)]
    (situation,) = reconcile(claims)
    assert row(situation, end="2031-03-15", name="Varnia").low == 701


def test_a_part_bounds_its_whole_and_is_no_figure_of_it() -> None:
    situation = one(
        told(figure(None, 900), term="affected", on="2031-03-15", claim_id="whole"),
        told(641, term="affected", on="2031-03-15", claim_id="part", part_of="whole"),
    )
    (only,) = situation.series
    assert (only.low, only.high, only.claims) == (641, 900, ("whole",))
    assert only.low_held_by == ("part",)
    assert {role.claim_id: role.role for role in situation.roles} == {"whole": "triangulation", "part": "triangulation"}


def test_a_part_of_another_term_is_also_a_figure_of_its_own() -> None:
    situation = one(
        told(figure(None, 900), on="2031-03-15", claim_id="whole"),
        told(641, term="returned", measure="flow", since="2031-03-01", on="2031-03-15", claim_id="p", part_of="whole"),
    )
    assert row(situation, end="2031-03-15", measure="return", term="returned").best == 641
    assert row(situation, end="2031-03-15").low == 641


def test_households_and_people_are_not_compared() -> None:
    situation = one(told(101, on="2031-03-15"), told(figure(31, unit="household"), on="2031-03-15"))
    assert {(r.unit, r.low, r.high) for r in situation.series} == {("person", 101, 101), ("household", 31, 31)}


def test_two_figures_for_the_same_are_named_and_widened() -> None:
    situation = one(
        told(1_234, on="2031-03-15", by="A", claim_id="a"), told(5_678, on="2031-03-15", by="B", claim_id="b"),
    )  # fmt: skip
    (only,) = situation.series
    assert (only.low, only.high, only.grade) == (1_234, 5_678, "contested")
    (conflict,) = situation.contradictions
    assert conflict.claims == ("a", "b")
    assert conflict.why.startswith("These cannot all be true, because they give different figures for the same: A says")
    assert {role.role for role in situation.roles} == {"contradicted"}


def test_what_contradicts_is_minimal_and_what_only_one_disputes_stays_open() -> None:
    situation = one(
        told(238_000, on="2031-03-15", by="A", claim_id="a"),
        told(figure(None, 36_000), measure="flow", since="2031-03-15", on="2031-03-23", by="B", claim_id="b"),
        told(500_000, on="2031-03-23", by="C", claim_id="c"),
        told(77, on="2031-03-23", at=OTHER_TOWN, by="D", claim_id="d"),
    )
    (conflict,) = situation.contradictions
    assert conflict.claims == ("a", "b", "c")
    contested = row(situation, end="2031-03-15")
    assert (contested.low, contested.best, contested.high, contested.grade) == (None, 238_000, None, "contested")
    assert row(situation, end="2031-03-23", name="Kelim").grade == "fair"


def test_an_outlier_is_set_aside_with_one_of_those_that_it_excludes() -> None:
    situation = one(
        *(told(1_001, on="2031-03-15", by=name, claim_id=name) for name in "abc"),
        told(9_001, on="2031-03-15", by="z", claim_id="z"),
    )
    (conflict,) = situation.contradictions
    assert conflict.claims == ("c", "z")
    (only,) = situation.series
    assert (only.low, only.best, only.high, only.grade) == (1_001, 1_001, 9_001, "contested")


def test_the_order_of_the_claims_makes_no_difference() -> None:
    claims = [
        told(238_000, on="2031-03-15", by="A"), told(500_000, on="2031-03-23", by="B"),
        told(figure(None, 36_000), measure="flow", since="2031-03-15", on="2031-03-23", by="C"),
        told(12, term="killed", measure="flow", on="2031-03-15"),
    ]  # fmt: skip
    outcomes = {reconcile(order, containment=ATLAS) for order in itertools.permutations(claims)}
    assert len(outcomes) == 1


def test_an_uncertain_day_bounds_less() -> None:
    situation = one(
        told(1_001, on="2031-03"),
        told(figure(None, 500), measure="flow", since="2031-03-01", on="2031-04-05"),
        told(figure(3, None), on="2031-04-05"),
    )
    assert row(situation, end="2031-04-05").high == 1_501
    assert row(situation, end="2031-03-31").start == "2031-03-01"
