"""Which claims belong together: situations, episodes, incidents, and what people decide about them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from made_claims import ATLAS, COUNTRY, OTHER_TOWN, PROVINCE, figure, told

from dateline.model.situation import Decision, Reported, Situation
from dateline.reconcile import reconcile
from dateline.reconcile.conflict import minimal


def together(*claims: Reported, **more: object) -> set[frozenset[str]]:
    return {members(situation) for situation in settled(*claims, **more)}


def settled(*claims: Reported, **more: object) -> tuple[Situation, ...]:
    return reconcile(claims, containment=ATLAS, **more)  # type: ignore[arg-type]


def members(situation: Situation) -> frozenset[str]:
    return frozenset(role.claim_id for role in situation.roles)


def sets(*names: str) -> set[frozenset[str]]:
    return {frozenset(name) for name in names}


def test_family_cause_and_country_make_a_situation() -> None:
    assert together(
        told(11, on="2031-03-15", claim_id="a"),
        told(12, on="2031-03-16", claim_id="b", term="returned", at=OTHER_TOWN),
        told(13, on="2031-03-15", claim_id="c", cause="disaster"),
        told(14, on="2031-03-15", claim_id="d", country="OTH", at="Elsewhere"),
        told(15, on="2031-03-15", claim_id="e", term="detained"),
    ) == sets("ab", "c", "d", "e")


def test_a_gap_of_more_than_sixty_days_starts_another_episode() -> None:
    claims = [told(11, on=day, claim_id=name) for name, day in zip("abc", ("2031-01-01", "2031-03-02", "2031-05-02"),
                                                                   strict=True)]  # fmt: skip
    assert together(*claims) == sets("ab", "c")


def test_an_undated_claim_joins_what_its_page_tells_and_stays_apart_where_that_is_open() -> None:
    early, late = told(11, on="2031-01-01", claim_id="a", document="p"), told(12, on="2031-06-01", claim_id="b")
    undated = told(13, claim_id="u", document="p")
    assert together(early, late, undated) == sets("au", "b")
    torn = told(12, on="2031-06-01", claim_id="b", document="p")
    assert together(early, torn, undated) == sets("a", "b", "u")


def test_undated_claims_of_several_pages_are_told_apart_by_their_publications() -> None:
    pages = [
        told(number, claim_id=name, published=day)
        for name, number, day in (("a", 11, "2031-03-01"), ("b", 12, "2031-03-05"), ("c", 13, "2031-09-01"))
    ]
    assert together(*pages) == sets("ab", "c")
    assert together(*pages, told(14, on="2031-03-07", claim_id="d")) == sets("abd", "c")
    elsewhere = told(15, claim_id="e", published="2031-03-02", country=None, at=None)
    assert together(*pages, elsewhere) == sets("ab", "c", "e")


def test_an_undated_figure_agrees_with_equal_ones_only() -> None:
    (situation,) = settled(
        told(11, on="2031-03-15", claim_id="a", document="p"), told(13, claim_id="u", document="p"),
        told(14, claim_id="v", document="p"), told(13, claim_id="w", document="p"),
    )  # fmt: skip
    assert sorted(row.claims for row in situation.series) == [("a",), ("u", "w"), ("v",)]
    assert situation.contradictions == ()


def test_a_claim_of_no_stated_cause_joins_the_only_one_near() -> None:
    conflict, open_ = told(11, on="2031-03-15", claim_id="a"), told(12, on="2031-03-16", claim_id="o", cause=None)
    assert together(conflict, open_) == sets("ao")
    assert together(conflict, open_, told(13, on="2031-03-15", claim_id="d", cause="disaster")) == sets("a", "o", "d")


def harm(name: str, number: int = 5, on: str | None = "2031-03-15", **more: object) -> Reported:
    given = {"term": "killed", "measure": "flow", "published": "2031-03-16", **more}
    return told(number, claim_id=name, on=on, **given)  # type: ignore[arg-type]


def test_harm_at_one_place_and_day_is_an_incident() -> None:
    found = settled(harm("a"), harm("b", 12, term="injured"), harm("c", on="2031-03-16"), harm("d", at=OTHER_TOWN))
    assert {members(situation) for situation in found} == sets("abc", "d")
    incident = next(situation for situation in found if "a" in members(situation))
    assert (incident.kind, incident.term_family) == ("incident", "casualties")
    assert incident.place is not None and incident.place.name == "Mirava"
    assert {(row.term, row.best) for row in incident.series} == {("killed", 5), ("injured", 12)}
    link = incident.links[0]
    assert link.score >= 0.5 and link.reasons[:2] == ("both at Mirava", "on the same day")


def test_two_days_apart_is_another_incident() -> None:
    assert together(harm("a"), harm("b", on="2031-03-17")) == sets("a", "b")


def test_a_separate_attack_is_another_incident() -> None:
    words = "In a separate attack the same day, five people were killed in the town"
    assert together(harm("a"), harm("b", words=words)) == sets("a", "b")


def test_a_wider_place_or_a_longer_time_is_no_incident() -> None:
    found = settled(harm("a"), harm("b", 40, at=PROVINCE), harm("c", 300, since="2031-01-01"))
    kinds = {members(situation): situation.kind for situation in found}
    assert kinds == {frozenset("a"): "incident", frozenset("bc"): "situation"}


def test_undated_harm_joins_the_one_incident_of_its_page() -> None:
    assert together(harm("a", document="p"), harm("u", 9, None, term="injured", at=None, document="p")) == sets("au")
    two = (harm("a", document="p"), harm("b", at=OTHER_TOWN, document="p"))
    assert together(*two, harm("u", 9, None, at=None, document="p")) == sets("a", "b", "u")


def test_undated_harm_joins_the_only_incident_at_its_place_in_the_days_before() -> None:
    assert together(harm("a"), harm("u", 5, None, published="2031-03-17")) == sets("au")
    assert together(harm("a"), harm("u", 5, None, published="2031-03-25")) == sets("a", "u")


def test_a_toll_may_rise_and_the_last_row_counts() -> None:
    (incident,) = settled(
        harm("a", 10, by="A", published="2031-03-15"), harm("b", 22, by="B", published="2031-03-17"),
        harm("c", 13, by="C", published="2031-03-16"),
    )  # fmt: skip
    assert incident.contradictions == ()
    assert [(row.end, row.low, row.best, row.high) for row in incident.series] == [
        ("2031-03-15", 5, 10, 13), ("2031-03-16", 13, 13, 13), ("2031-03-17", 22, 22, 22),
    ]  # fmt: skip


def test_a_later_open_figure_leaves_the_earlier_best() -> None:
    (incident,) = settled(
        harm("a", 22, by="A", published="2031-03-15"),
        told(figure(10, None), claim_id="b", term="killed", measure="flow", on="2031-03-15", by="B",
             published="2031-03-18"),
    )  # fmt: skip
    assert (incident.series[-1].low, incident.series[-1].best, incident.series[-1].high) == (22, 22, None)


def test_merges_and_splits_outlive_a_rerun_and_are_taken_in_order() -> None:
    claims = [harm("a"), harm("b", on="2031-03-17"), harm("c"), harm("d", at=OTHER_TOWN)]
    assert together(*claims) == sets("ac", "b", "d")
    merge, split = Decision(1, "merge", ("a", "b")), Decision(2, "split", ("c",))
    assert together(*claims, decisions=[merge]) == sets("abc", "d")
    assert together(*claims, decisions=[split, merge]) == sets("ab", "c", "d")
    assert together(*claims, decisions=[split, merge, Decision(3, "merge", ("c", "d"))]) == sets("ab", "cd")
    later = harm("e", on="2031-03-15", published="2031-03-20")
    assert together(*claims, later, decisions=[split, merge]) == sets("abe", "c", "d")
    assert together(*claims, decisions=[Decision(1, "merge", ("gone", "a"))]) == sets("ac", "b", "d")


def test_a_situation_keeps_its_id_when_later_news_is_added() -> None:
    (before,) = settled(told(11, on="2031-03-15", claim_id="m"))
    (after,) = settled(told(11, on="2031-03-15", claim_id="m"), told(12, on="2031-03-16", claim_id="a"))
    assert before.situation_id == after.situation_id


def test_the_reviewers_choice_is_best() -> None:
    claims = [told(1_001, on="2031-03-15", by="IOM", claim_id="a"),
              told(1_001, on="2031-03-15", by="C", kind="ngo", claim_id="b")]  # fmt: skip
    (situation,) = settled(*claims, decisions=[Decision(1, "recommend", ("b",))])
    assert next(role for role in situation.roles if role.claim_id == "b").reason == "the reviewer's choice"


@pytest.mark.parametrize("kind", ["military", "armed_group", "government"])
def test_a_party_never_sets_the_best_figure_of_harm_alone(kind: str) -> None:
    party = told(40, term="killed", measure="flow", on="2031-03-15", at=COUNTRY, by="Army", kind=kind, claim_id="a")
    (alone,) = settled(party)
    assert (alone.series[0].low, alone.series[0].best) == (35, None)
    other = told(39, term="killed", measure="flow", on="2031-03-15", at=COUNTRY, by="Monitor", kind="monitor")
    (beside,) = settled(party, other)
    assert beside.series[0].best == 39
    agreeing = told(figure(38, None), term="killed", measure="flow", on="2031-03-15", at=COUNTRY, by="M", kind="ngo")
    (agreed,) = settled(party, agreeing)
    assert agreed.series[0].best == 40


def test_the_deletion_filter_takes_claims_out_in_order() -> None:
    def excluded(claims: Iterable[str]) -> bool:
        names = set(claims)
        return {"a", "d"} <= names or {"b", "e"} <= names

    assert minimal("abcde", excluded) == ("b", "e")
    assert minimal("abcd", excluded) == ("a", "d")


def test_proper_names_in_both_sentences_stand_in_for_a_place() -> None:
    one = harm("a", words="Shots at Wendell Garage in Lower Perrin left five dead, Orlin Tabb said")
    other = harm("b", at=None, words="Five people died when a man fired at Wendell Garage, close to Lower Perrin")
    (incident,) = settled(one, other)
    assert "4 proper names in both sentences" in incident.links[0].reasons
    assert not any("Wendell" in reason for reason in incident.links[0].reasons)


def test_bodies_countries_and_days_are_no_proper_names_of_an_event() -> None:
    one = harm("a", words="On Monday five died, the Syrian Observatory for Human Rights said, and the Army denied it")
    other = harm("b", at=None, words="Five died on Monday, said the Syrian Observatory for Human Rights and the Army")
    assert together(one, other) == sets("a", "b")


def test_a_heading_in_capitals_names_nobody() -> None:
    one = harm("a", words="Five Dead As Garage Burns In Lower Perrin Blast")
    other = harm("b", at=None, words="Five Dead As Garage Burns In Lower Perrin Fire")
    assert together(one, other) == sets("a", "b")


def test_days_do_not_chain_into_weeks() -> None:
    days = [f"2031-03-{day}" for day in (15, 16, 17, 18)]
    found = settled(*(harm(day, by=day, on=day, published="2031-03-20") for day in days))
    assert sorted(len(situation.roles) for situation in found) == [2, 2]


def test_two_figures_at_odds_on_one_page_are_two_events() -> None:
    found = together(harm("a", 14, document="p"), harm("b", 29, document="p"), harm("c", 29, by="C"))
    assert found == sets("a", "bc")


def test_one_who_is_described_is_at_least_one() -> None:
    described = told(figure(1, text="a man", implied=True), claim_id="m", term="killed", measure="flow",
                     on="2031-03-15", published="2031-03-16", by="A")  # fmt: skip
    (incident,) = settled(described, harm("b", 5, by="B"))
    assert incident.contradictions == ()
    rows = {(row.whom, row.low, row.best, row.high) for row in incident.series}
    assert rows == {(None, 5, 5, 5), ("men", 1, 1, None)}


def test_a_link_speaks_of_a_reviewer_only_where_one_merged() -> None:
    dead = harm("a", 5, None, document="p", at=None)
    (incident,) = settled(dead, harm("b", 12, None, term="injured", document="p", at=None))
    assert [link.reasons[:2] for link in incident.links] == [
        ("the dead and the hurt of one incident", "told on one page")
    ]
    fled, held = told(11, on="2031-03-15", claim_id="f"), told(12, on="2031-03-15", claim_id="h", term="detained")
    (merged,) = settled(fled, held, decisions=[Decision(1, "merge", ("f", "h"))])
    assert [link.reasons[0] for link in merged.links] == ["merged by a reviewer"]
