"""Counting, case by case: each rule of the guide in the smallest pair of claims that shows it."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.evaluate import GoldDocument, Scores, count, found_from_row, gold_from_row


def gold(low: int | None = 40, high: int | None = 40, **rest: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"figure": f"{low} people", "low": low, "high": high, "unit": "person", "quantifier": "exact"}
    row |= {"term": "killed", "measure": "flow", "modality": "asserted", "country": None, "places": [], "sources": []}
    return row | {"start": None, "end": None, "relative": None, "part_of": None, "same_as": None} | rest


def found(low: int | None = 40, high: int | None = 40, **rest: Any) -> dict[str, Any]:
    figure: dict[str, Any] = {
        "text": f"{low} people",
        "low": low,
        "high": high,
        "unit": "person",
        "quantifier": "exact",
    }
    figure |= rest.pop("figure", {})
    row: dict[str, Any] = {
        "claim_id": f"c{low}",
        "kind": "figure",
        "figure": figure,
        "term": "killed",
        "measure": "flow",
    }
    row |= {"modality": "asserted", "country": None, "places": [], "sources": [], "part_of": None}
    return row | {"period": {"start": None, "end": None}} | rest


def scored(annotated: list[dict[str, Any]], extracted: list[dict[str, Any]], text: str | None = None) -> Scores:
    document = GoldDocument("d", text, "en", tuple(gold_from_row(row, i) for i, row in enumerate(annotated)))
    claims = [claim for i, row in enumerate(extracted) if (claim := found_from_row(row, i)) is not None]
    return count([document], {"d": claims})[0]


def test_bounds_decide_a_match_and_null_equals_null() -> None:
    scores = scored([gold(40, None), gold(7)], [found(40, None), found(8)])
    assert (scores.figure.precision, scores.figure.recall, scores.figure.f1) == (0.5, 0.5, 0.5)


def test_of_two_equal_figures_the_terms_pair_first() -> None:
    scores = scored([gold(term="injured"), gold(term="killed")], [found(term="killed"), found(term="injured")])
    assert scores.claim.f1 == 1.0
    assert scores.term == 1.0


def test_a_wrong_unit_costs_the_claim_and_not_the_figure() -> None:
    scores = scored([gold()], [found(figure={"unit": "household"})])
    assert (scores.figure.f1, scores.claim.f1, scores.unit) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize("free", [{"same_as": 0}, {"modality": "negated"}])
def test_restated_and_negated_claims_are_free_to_find_and_to_miss(free: dict[str, Any]) -> None:
    annotated = [gold(40), gold(8, **free)]
    for extracted in ([found(40)], [found(40), found(8)]):
        assert scored(annotated, extracted).figure.f1 == 1.0


def test_a_negated_claim_once_found_must_be_read_as_negated() -> None:
    annotated = [gold(40), gold(0, modality="negated")]
    assert scored(annotated, [found(40), found(0, modality="negated")]).modality_macro == 1.0
    assert scored(annotated, [found(40), found(0)]).modality_macro < 0.5


def test_a_figure_that_does_not_stand_in_the_text_is_wrong() -> None:
    scores = scored([gold()], [found(figure={"start": 3, "end": 12})], text="40 people")
    assert (scores.ungrounded, scores.figure.f1, scores.predicted) == (1, 0.0, 1)


def test_implied_figures_and_other_kinds_are_left_out() -> None:
    scores = scored([gold()], [found(), found(1, 1, figure={"implied": True}), found(2, 2, kind="event")])
    assert (scores.predicted, scores.figure.f1) == (1, 1.0)


def test_dates_agree_at_the_coarser_precision_and_without_a_year() -> None:
    scores = scored(
        [gold(start="2031-03-08", end="--04-01")], [found(period={"start": "2031-03", "end": "2031-04-01"})]
    )
    assert scores.dates == 1.0


def test_a_date_where_the_text_leaves_it_open_counts_against() -> None:
    assert scored([gold()], [found(period={"start": "2031-03", "end": None})]).dates == 0.0


def test_relative_words_that_nothing_anchors_are_left_out() -> None:
    annotated = [gold(40, relative="on Sunday"), gold(7, start="2031")]
    extracted = [
        found(40, period={"start": "2031-03-08", "end": None}),
        found(7, period={"start": "2031", "end": None}),
    ]
    assert scored(annotated, extracted).dates == 1.0


def test_a_country_is_asked_where_either_side_gives_one() -> None:
    assert scored([gold()], [found(country="XKX")]).country == 0.0
    assert scored([gold(country="XKX"), gold(7)], [found(country="XKX"), found(7)]).country == 1.0


def test_parts_point_to_the_same_whole() -> None:
    annotated = [gold(40), gold(7, part_of=0), gold(9)]
    right = [found(40), found(7, part_of="c40"), found(9)]
    wrong = [found(40), found(7, part_of="c9"), found(9)]
    assert scored(annotated, right).part_of == 1.0
    assert scored(annotated, wrong).part_of == 0.0


def test_places_match_by_name_and_then_by_role() -> None:
    annotated = [gold(places=[{"name": "Ostrel province", "role": "from"}])]
    extracted = [found(places=[{"name": "the Ostrel province", "role": "to"}, {"name": "Lower Marn", "role": "at"}])]
    scores = scored(annotated, extracted)
    assert scores.places == pytest.approx(2 / 3, abs=1e-4)
    assert scores.place_role == 0.0


def test_measure_macro_is_the_mean_of_stock_and_flow() -> None:
    annotated = [gold(1), gold(2), gold(3, measure="stock")]
    extracted = [found(1), found(2), found(3)]
    assert scored(annotated, extracted).measure_macro == pytest.approx((0.8 + 0) / 2)


def test_a_document_without_findings_is_missed_whole() -> None:
    assert scored([gold()], []).figure.recall == 0.0
