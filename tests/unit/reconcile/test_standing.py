"""One voice an origin: newer claims replace older ones, lower totals correct higher ones, copies are no voice."""

from __future__ import annotations

from dataclasses import replace

from made_claims import ATLAS, COUNTRY, figure, told

from dateline.model.situation import Reported, Situation
from dateline.reconcile import reconcile


def one(*claims: Reported, **more: object) -> Situation:
    (situation,) = reconcile(claims, containment=ATLAS, **more)  # type: ignore[arg-type]
    return situation


def played(situation: Situation) -> dict[str, str]:
    return {role.claim_id: role.role for role in situation.roles}


def test_the_newest_claim_of_an_origin_replaces_its_older_one() -> None:
    situation = one(
        told(figure(900, None), on="2031-03-15", by="IOM", published="2031-03-15", claim_id="old"),
        told(1_001, on="2031-03-15", by="IOM", published="2031-03-17", claim_id="new"),
    )
    assert played(situation) == {"old": "superseded", "new": "recommended"}
    (row,) = situation.series
    assert (row.low, row.high, row.origins) == (1_001, 1_001, 1)
    assert situation.contradictions == ()


def test_a_claim_that_its_origin_takes_back_is_corrected() -> None:
    situation = one(
        told(2_001, on="2031-03-15", by="IOM", published="2031-03-15", claim_id="old"),
        told(1_001, on="2031-03-15", by="IOM", published="2031-03-17", claim_id="new"),
    )
    assert played(situation) == {"old": "corrected", "new": "recommended"}
    assert "IOM says 1,001 displaced" in next(role.reason for role in situation.roles if role.claim_id == "old")


def test_two_claims_of_one_origin_and_day_stand_side_by_side() -> None:
    situation = one(
        told(2_001, on="2031-03-15", by="IOM", claim_id="a"), told(1_001, on="2031-03-15", by="IOM", claim_id="b"),
    )  # fmt: skip
    assert [conflict.claims for conflict in situation.contradictions] == [("a", "b")]


def test_a_later_lower_total_corrects_the_higher_ones_before_it() -> None:
    totals = {"2031-03-10": 34_850, "2031-03-11": 34_901, "2031-03-12": 34_802, "2031-03-13": 34_833}
    situation = one(
        *(
            told(number, term="killed", measure="flow", since="2031-01-01", on=day, by="Ministry", kind="government",
                 at=COUNTRY, claim_id=day)
            for day, number in totals.items()
        ),
    )  # fmt: skip
    roles = played(situation)
    assert [roles[day] for day in totals][:2] == ["corrected", "corrected"]
    assert situation.contradictions == ()
    by_day = {row.end: row for row in situation.series}
    assert (by_day["2031-03-12"].low, by_day["2031-03-12"].high) == (34_802, 34_802)
    assert by_day["2031-03-11"].high == 34_802


def test_another_origin_with_a_lower_total_contradicts() -> None:
    situation = one(
        told(34_901, term="killed", measure="flow", since="2031-01-01", on="2031-03-11", by="A", at=COUNTRY,
             claim_id="a"),
        told(34_802, term="killed", measure="flow", since="2031-01-01", on="2031-03-12", by="B", at=COUNTRY,
             claim_id="b"),
    )  # fmt: skip
    (conflict,) = situation.contradictions
    assert conflict.claims == ("a", "b")
    assert "a shorter time would count more than a longer one" in conflict.why


def test_the_same_sentence_on_another_page_is_a_copy() -> None:
    first = told(1_001, on="2031-03-15", claim_id="a", publisher="A", words="The council counted 1,001 people in town")
    again = told(1_001, on="2031-03-16", claim_id="b", publisher="B", words="The council counted 1,001 people in town")
    situation = one(first, again)
    assert played(situation) == {"a": "recommended", "b": "excluded"}
    assert situation.series[0].origins == 1
    assert situation.documents == ("d-a", "d-b")


def test_within_a_cluster_the_same_figure_is_a_copy_in_other_words() -> None:
    first, again = told(1_001, on="2031-03-15", claim_id="a"), told(1_001, on="2031-03-16", claim_id="b")
    assert played(one(first, again, heads={"d-b": "d-a"})) == {"a": "recommended", "b": "excluded"}
    assert len(one(first, again).series) == 2


def test_two_outlets_with_one_source_are_one_origin() -> None:
    situation = one(
        told(1_001, on="2031-03-15", by="IOM", publisher="A"), told(1_001, on="2031-03-15", by="IOM", publisher="B"),
    )  # fmt: skip
    assert (situation.series[0].origins, situation.series[0].grade) == (1, "fair")


def test_pages_of_one_agency_are_one_origin() -> None:
    claims = [told(1_001, on="2031-03-15", publisher="A"), told(1_001, on="2031-03-15", publisher="B")]
    origins = {told.claim.document_id: "Newswire" for told in claims}
    assert one(*claims).series[0].grade == "confirmed"
    assert one(*claims, origins=origins).series[0].grade == "weak"


def test_witnesses_of_two_outlets_are_two_origins() -> None:
    claims = [told(7, on="2031-03-15", by="witnesses", kind="witness", publisher=name) for name in "AB"]
    unnamed = [
        Reported(replace(r.claim, sources=(replace(r.claim.sources[0], resolved=None),)), r.published, r.publisher)
        for r in claims
    ]
    assert one(*unnamed).series[0].origins == 2


def test_forecasts_plans_and_open_terms_are_left_out_with_their_reason() -> None:
    situation = one(
        told(1_001, on="2031-03-15", claim_id="a"),
        told(9_001, on="2031-03-15", claim_id="b", modality="forecast"),
    )
    reasons = {role.claim_id: role.reason for role in situation.roles}
    assert played(situation)["b"] == "excluded" and reasons["b"] == "forecast, not what happened"
    assert situation.series[0].claims == ("a",)


def test_a_claim_without_any_situation_still_has_its_role() -> None:
    situation = one(told(25, term="other", measure="flow", on="2031-03-15", claim_id="a"))
    assert played(situation) == {"a": "excluded"} and situation.series == ()


def test_a_page_does_not_contradict_itself_in_one_breath() -> None:
    situation = one(
        told(2_001, on="2031-03-15", by="IOM", claim_id="a", document="p"),
        told(1_001, on="2031-03-15", by="IOM", claim_id="b", document="p"),
    )
    assert situation.contradictions == ()
    assert played(situation) == {"a": "recommended", "b": "triangulation"}
    assert "its own page has a larger figure" in next(r.reason for r in situation.roles if r.claim_id == "b")


def test_those_who_are_but_some_are_counted_apart() -> None:
    situation = one(
        told(1_001, on="2031-03-15", by="A"),
        told(figure(301, text="301 children"), on="2031-03-15", by="B"),
        told(figure(305, text="305 boys and girls"), on="2031-03-15", by="C"),
    )
    assert {(row.whom, row.best) for row in situation.series} == {(None, 1_001), ("children", 305)}
    assert len(situation.contradictions) == 1
    assert "B says 301 children displaced" in situation.contradictions[0].why


def _unplaced(number: int, name: str, by: str | None, document: str = "p", **more: object) -> Reported:
    given = {"term": "killed", "measure": "flow", "at": None, "since": "2031-03-01", "on": "2031-04-15", **more}
    return told(number, claim_id=name, by=by, document=document, published="2031-04-20", **given)  # type: ignore[arg-type]


def test_unplaced_figures_of_one_page_and_the_same_days_are_one_number() -> None:
    claims = [_unplaced(37, "a", "Rights Watchers"), _unplaced(61, "b", "Register"), _unplaced(22, "c", None)]
    (situation,) = reconcile(claims, containment=ATLAS)
    (row,) = situation.series
    assert (row.low, row.high, row.grade, row.claims) == (37, 61, "contested", ("a", "b", "c"))
    assert [conflict.claims for conflict in situation.contradictions] == [("a", "b")]
    roles = {role.claim_id: role.reason for role in situation.roles}
    assert roles["c"].startswith("its own page has a larger figure")


def test_unplaced_figures_of_other_pages_or_days_are_compared_with_equal_ones_only() -> None:
    others = [_unplaced(61, "b", "Register", document="q"), _unplaced(80, "c", "Register", since="2031-03-05")]
    (situation,) = reconcile([_unplaced(37, "a", "Rights Watchers"), *others], containment=ATLAS)
    assert {row.claims for row in situation.series} == {("a",), ("b",), ("c",)}
    assert situation.contradictions == ()


def test_two_who_say_on_one_page_how_many_are_missing_contradict_each_other() -> None:
    def missing(number: int, by: str, document: str = "p") -> Reported:
        return told(number, term="missing", by=by, document=document, published="2031-04-20")

    coast_guard, mayor = missing(31, "Coast Guard"), missing(52, "the mayor")
    (situation,) = reconcile([coast_guard, mayor], containment=ATLAS)
    (row,) = situation.series
    assert (row.low, row.high, row.grade) == (31, 52, "contested")
    assert len(situation.contradictions) == 1
    (apart,) = reconcile([coast_guard, missing(52, "the mayor", "q")], containment=ATLAS)
    assert (len(apart.series), apart.contradictions) == (2, ())


def test_a_later_toll_that_only_disputed_counts_of_some_bring_still_has_a_row() -> None:
    def killed(number: int, day: str, by: str, words: str) -> Reported:
        counted = figure(number, text=f"{number} {words}")
        return told(counted, term="killed", measure="flow", on="2031-03-04", by=by, published=day)

    claims = [
        killed(23, "2031-03-04", "the ministry", "people"),
        killed(35, "2031-03-05", "Rights Watchers", "civilians"),
        killed(23, "2031-03-27", "Register", "civilians"),
    ]
    (situation,) = reconcile(claims, containment=ATLAS)
    assert situation.kind == "incident"
    assert situation.contradictions
    assert [(row.whom, row.end) for row in situation.series] == [
        (None, "2031-03-04"), (None, "2031-03-05"), (None, "2031-03-27"),
        ("civilians", "2031-03-05"), ("civilians", "2031-03-27"),
    ]  # fmt: skip
