"""A disaster's tolls over a wide area rise from day to day; daily counts stay daily."""

from __future__ import annotations

from made_claims import ATLAS, COUNTRY, TOWN, told

from dateline.model import Period
from dateline.model.situation import Reported, Situation
from dateline.reconcile import reconcile

MINISTRY = "the interior ministry"


def toll(number: int, published: str, on: str = "2033-05-04", by: str = MINISTRY, **more: object) -> Reported:
    asked = {"term": "killed", "measure": "flow", "at": COUNTRY, "kind": "government", "cause": "disaster", **more}
    return told(number, on=on, by=by, published=published, **asked)  # type: ignore[arg-type]


def rows(*claims: Reported) -> tuple[Situation, dict[tuple[str | None, str | None], int | None]]:
    (found,) = reconcile(claims, containment=ATLAS)
    return found, {(row.start, row.end): row.best for row in found.series}


def test_the_toll_of_an_earthquake_rises_and_contradicts_nobody() -> None:
    found, best = rows(toll(118, "2033-05-05"), toll(171, "2033-05-06", by="the police"))
    assert best == {("2033-05-04", "2033-05-05"): 118, ("2033-05-04", "2033-05-06"): 171}
    assert found.contradictions == ()


def test_two_sources_of_one_day_still_contradict_each_other() -> None:
    found, _ = rows(toll(118, "2033-05-05"), toll(171, "2033-05-05", by="the police"))
    assert len(found.contradictions) == 1


def test_a_count_by_a_day_is_one_since_the_disaster_and_may_correct() -> None:
    by = Period(None, "2033-05-07", "by Saturday", "day", "text")
    lower = toll(168, "2033-05-07", on="2033-05-07", period=by)
    found, best = rows(toll(118, "2033-05-05"), toll(171, "2033-05-06"), lower)
    assert best["2033-05-04", "2033-05-07"] == 168
    assert [role for role in found.roles if role.role == "corrected"]
    assert found.contradictions == ()


def test_what_is_told_day_by_day_stays_daily() -> None:
    found, best = rows(toll(12, "2033-05-07", on="2033-05-04"), toll(9, "2033-05-07", on="2033-05-06"))
    assert best == {("2033-05-04", "2033-05-04"): 12, ("2033-05-06", "2033-05-06"): 9}
    assert found.contradictions == ()


def test_a_countrys_dead_of_two_days_are_no_one_incident() -> None:
    found, best = rows(
        toll(45, "2033-05-05", cause="conflict"), toll(9, "2033-06-07", "2033-06-06", "the police", cause="conflict")
    )
    assert found.kind == "situation"
    assert best == {("2033-05-04", "2033-05-04"): None, ("2033-06-06", "2033-06-06"): 9}
    assert found.contradictions == ()


def test_the_dead_of_a_wars_years_are_of_no_one_day() -> None:
    found, best = rows(toll(300_000, "2033-05-05", at=TOWN, cause="conflict", kind="un", by="UN"))
    assert (found.kind, best) == ("situation", {(None, "2033-05-04"): 300_000})
    undated = told(300_000, term="killed", measure="flow", published="2033-05-05", by="UN")
    found, best = rows(undated)
    assert (found.kind, best) == ("situation", {(None, None): 300_000})
    quake, best = rows(toll(300_000, "2033-05-05", at=TOWN))
    assert (quake.kind, best) == ("incident", {("2033-05-04", "2033-05-05"): 300_000})
