"""IDMC's columns say what they can, and say what they cannot."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from released import SENTENCE, place, row, source

from dateline.export import export
from dateline.export.as_helix import COLUMNS
from dateline.export.as_idu import TERMS, update
from dateline.export.idmc import told
from dateline.model.words import TERMS as ALL_TERMS
from dateline.vocab.load import load

PERIOD = {"text": "in the last week", "precision": "range", "anchor": "published"}


def helix(*rows: dict[str, Any], **more: Any) -> list[dict[str, str]]:
    out = io.StringIO()
    export(rows, "helix", out, **more)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def idu(*rows: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    out = io.StringIO()
    export(rows, "idu", out, **more)
    return list(json.loads(out.getvalue()))


def test_a_flow_in_the_words_of_helix() -> None:
    (one,) = helix(
        row(
            places=[place("Tolmen", SENTENCE, precision="adm2")], sources=[source("The harbour office", SENTENCE)],
            period={"start": "2031-04-27", "end": "2031-05-04", **PERIOD},
        )
    )  # fmt: skip
    assert tuple(one) == COLUMNS
    wanted = {
        "Country ISO3": "PRT", "Figure cause": "Disaster", "Figure category": "Internal displacements",
        "Term": "Forced to flee", "Quantifier": "More than or equal", "Reported figure": "1200", "Unit": "Person",
        "Start date": "2031-04-27", "Start date accuracy": "Range", "End date": "2031-05-04", "Stock date": "",
        "Sources": "The harbour office", "Source types": "National or local authority", "Publishers": "The Gazette",
        "Locations": "Tolmen", "Locations accuracy": "District, zone or department (ADM2)", "Figure role": "",
        "Locations type": "Origin and destination", "Locations coordinates": "40.00000, -8.50000", "Not carried": "",
        "Source excerpt": SENTENCE, "Calculation logic": "As printed: more than 1,200 people",
    }  # fmt: skip
    assert {name: one[name] for name in wanted} == wanted


def test_a_stock_has_the_day_it_was_counted_on() -> None:
    (one,) = helix(
        row(measure="stock", term="displaced", period={"start": None, "end": "2031-05", **PERIOD, "precision": "month"})
    )
    assert (one["Figure category"], one["Stock date"], one["Stock date accuracy"]) == ("IDPs", "2031-05", "Month")
    assert (one["Start date"], one["End date"], one["End date accuracy"]) == ("", "", "")


def test_the_role_is_that_of_reconciliation() -> None:
    told_row = row()
    (one,) = helix(told_row, roles={told_row["claim_id"]: "recommended"})
    assert one["Figure role"] == "Recommended"


def test_what_does_not_fit_is_said() -> None:
    (one,) = helix(row(low=200, high=999, quantifier="vague", part_of="abc", same_as="def"))
    assert one["Reported figure"] == "200"
    assert one["Not carried"] == "up to 999; part of claim abc; the same people as claim def"


def test_an_upper_bound_alone_is_the_figure() -> None:
    (one,) = helix(row(low=None, high=500, quantifier="less_than"))
    assert (one["Reported figure"], one["Quantifier"], one["Not carried"]) == ("500", "Less than or equal", "")


def test_what_has_no_place_at_all_is_counted() -> None:
    left: dict[str, int] = {}
    rows = [
        row(start=1, modality="forecast"),
        row(start=2, term="injured"),
        row(start=3, unit="dwelling"),
        row(start=4),
    ]
    assert len(helix(*rows, left_out=left)) == 1
    assert left == {"forecast claims": 1, "claims of people injured": 1, "counts of dwellings": 1}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The flood drove more than 1,200 people from Tolmen.", ("Weather related", "Hydrological", "Flood", "Flood")),
        (
            "The quake drove more than 1,200 people from Tolmen.",
            ("Geophysical", "Geophysical", "Earthquake", "Earthquake"),
        ),
        ("Flood and landslide drove more than 1,200 people away.", (None, None, None, None)),
        ("The wave drove more than 1,200 people from Tolmen.", (None, None, None, None)),
    ],
)
def test_the_hazard_is_the_one_that_the_sentence_names(text: str, kinds: tuple[str | None, ...]) -> None:
    (one,) = idu(row(text))
    assert (one["category"], one["subcategory"], one["type"], one["subtype"]) == kinds


def test_an_update_has_whole_days() -> None:
    (one,) = told([row(period={"start": "2031-02", "end": None, **PERIOD})], {})
    found = update(one)
    assert (found["displacement_start_date"], found["displacement_end_date"], found["year"]) == (
        "2031-02-01",
        "2031-02-01",
        2031,
    )
    (one,) = told([row(period={"start": None, "end": "2031-02", **PERIOD})], {})
    assert update(one)["displacement_end_date"] == "2031-02-28"
    (one,) = told([row(period={"start": "--02-03", "end": None, **PERIOD})], {})
    assert update(one)["displacement_start_date"] is None


def test_updates_tell_of_displacement_alone() -> None:
    left: dict[str, int] = {}
    assert idu(row(term="killed"), left_out=left) == []
    assert left == {"claims of people killed": 1}


def test_every_word_of_ours_is_known_there_or_left_out() -> None:
    words = load("idmc")
    assert set(words["terms"]) <= set(ALL_TERMS)
    assert set(words["terms"]) >= TERMS
