"""Figures, periods and places in words; where marks stand on the scale; how parts hang on their whole."""

from __future__ import annotations

from typing import Any

import pytest
from page_reader import page
from released import place, row

from dateline.report.groups import sections
from dateline.report.passage import passage
from dateline.report.scale import LEFT, RIGHT, ZERO, mark, scale_of
from dateline.report.view import view
from dateline.report.when import date, days, when
from dateline.report.where import where
from dateline.report.words import number


@pytest.mark.parametrize(
    ("low", "high", "quantifier", "unit", "shown", "spoken"),
    [
        (1200, None, "more_than", "person", "≥ 1,200 people", "at least 1,200"),
        (None, 500, "less_than", "person", "up to 500 people", ""),
        (None, 3000, "less_than", "person", "nearly 3,000 people", ""),
        (20000, 99999, "vague", "person", "20,000–99,999 people", "20,000 to 99,999"),
        (300, 300, "approximately", "household", "about 300 households", ""),
        (1, 1, "exact", "dwelling", "1 dwelling", ""),
        (0, 0, "exact", "person", "0 people", ""),
    ],
)
def test_a_figure_keeps_its_range(
    low: int | None, high: int | None, quantifier: str, unit: str, shown: str, spoken: str
) -> None:
    text = shown.replace("–", " to ")
    told = number({"low": low, "high": high, "quantifier": quantifier, "unit": unit, "implied": False, "text": text})
    assert (told.shown, told.spoken) == (shown, spoken)


def test_an_implied_person_is_said_to_be_described() -> None:
    figure = {"low": 1, "high": 1, "quantifier": "exact", "unit": "person", "implied": True}
    assert number(figure).shown == "one (described)"


@pytest.mark.parametrize(
    ("start", "end", "measure", "words"),
    [
        ("2031-03-01", "2031-03-15", "flow", "1–15 Mar 2031"),
        ("2031-03-01", "2031-03-01", "flow", "1 Mar 2031"),
        ("2030-12-30", "2031-01-02", "flow", "30 Dec 2030 – 2 Jan 2031"),
        ("2031-03-30", "2031-04-02", "flow", "30 Mar – 2 Apr 2031"),
        ("2030-10", "2031-03", "flow", "Oct 2030 – Mar 2031"),
        ("2031-01", "2031-03", "flow", "Jan – Mar 2031"),
        ("2030-10", None, "flow", "from Oct 2030"),
        (None, "2031-03-15", "stock", "as of 15 Mar 2031"),
        (None, "2031-03-15", "flow", "by 15 Mar 2031"),
        ("--03-08", "--03-08", "flow", "8 Mar (year not given)"),
        ("--03-08", "--03-10", "flow", "8–10 Mar (year not given)"),
        (None, None, "flow", "not given"),
    ],
)
def test_a_period_in_words(start: str | None, end: str | None, measure: str, words: str) -> None:
    assert when({"start": start, "end": end, "text": None}, measure) == words


def test_words_without_a_date_are_not_made_one() -> None:
    assert when({"start": None, "end": None, "text": "yesterday"}, "flow") == "date not resolved"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2031-05-04T10:00:00Z", ("2031-05-04", "2031-05-04")),
        ("--03-08", None),
        ("2031-13", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_the_days_that_a_date_can_mean(value: str | None, meant: tuple[str, str] | None) -> None:
    assert days(value) == meant


def test_what_is_no_date_is_shown_as_it_is() -> None:
    assert date("2031-13-45") == "2031-13-45"


@pytest.mark.parametrize(
    ("text", "modifier", "words"),
    [
        ("They left the area south of Tolmen.", "south of", "south of Tolmen"),
        ("They left the Tolmen area.", "area", "Tolmen area"),
    ],
)
def test_a_modifier_stands_where_the_text_has_it(text: str, modifier: str, words: str) -> None:
    found = where(place("Tolmen", text, start=0, modifier=modifier), {"text": text, "start": 0})
    assert (found.words, found.located) == (words, False)


def test_a_resolved_place_says_what_it_stands_for() -> None:
    found = where(
        place("Tolmen", "From Tolmen", role="from", admin1="Aveiro", precision="adm2"), {"text": "", "start": 0}
    )
    assert (found.words, found.resolved) == ("from Tolmen", "Tolmen, Aveiro, Portugal (a district)")
    assert found.path == ("Tolmen", "Aveiro", "Portugal")


def test_a_sentence_is_marked_without_overlaps() -> None:
    text = "The office of Tolmen counted 40 of Tolmen dead."
    claim = row(text, "40 of Tolmen", places=[place("Tolmen", text)], period={**row()["period"], "text": "counted"})
    claim["sources"] = [{"name": "The office of Tolmen", "type": "other", "start": 100, "end": 120, "resolved": None}]
    assert [(piece.words, piece.mark) for piece in passage(claim)] == [
        ("The office of Tolmen", "source"), (" ", ""), ("counted", "time"), (" ", ""), ("40 of Tolmen", "figure"),
        (" dead.", ""),
    ]  # fmt: skip


def bounds(low: int | None, high: int | None, **changes: Any) -> Any:
    return view(row(low=low, high=high, **changes))


def test_marks_stand_on_a_logarithmic_scale() -> None:
    scale = scale_of([bounds(1, 1), bounds(100, 10_000), bounds(0, 0)])
    assert scale is not None
    assert (scale.x(1), scale.x(10_000), scale.x(0)) == (LEFT, RIGHT, ZERO)
    assert scale.x(100) == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)
    assert [tick.label for tick in scale.ticks()] == ["0", "1", "10", "100", "1,000", "10,000"]
    open_end = mark(bounds(100, None, modality="forecast"), scale)
    assert open_end is not None
    assert (open_end.x1, open_end.x2, open_end.shape) == (scale.x(100), None, "flow not")
    assert mark(bounds(None, None), scale) is None
    assert scale_of([bounds(None, None)]) is None


@pytest.mark.parametrize("value", [1, 9, 10, 999, 1000, 10**9, 8 * 10**12])
def test_every_number_fits_its_scale(value: int) -> None:
    scale = scale_of([bounds(value, value)])
    assert scale is not None
    assert LEFT <= scale.x(value) <= RIGHT


def test_a_part_hangs_under_its_whole_whatever_its_term() -> None:
    whole = row("Of 900 displaced people", "900 displaced people", term="displaced", low=900, high=900)
    part = row("76 returned", "76", term="returned", low=76, high=76, part_of=whole["claim_id"], start=300)
    same = row(
        "200 households", "200 households", unit="household", same_as=whole["claim_id"], term="displaced", start=400
    )
    shown = page([part, same, whole])
    rows = shown.claims()
    assert [claim.attrs.get("class") for claim in rows] == [None, "part d1", "part d1"]
    assert "part of 900 people" in " ".join(rows[1].text.split())
    assert "Returned" in rows[1].text
    assert "counted otherwise" in rows[2].text
    assert len({claim.attrs["id"] for claim in rows}) == 3


def test_rings_and_missing_wholes_lose_no_claim() -> None:
    one, two = row(start=1), row(start=2)
    one["part_of"], two["part_of"] = two["claim_id"], one["claim_id"]
    lost = row(start=3, part_of="f" * 32)
    inside = row(start=4, part_of=one["claim_id"])
    assert len(page([one, two, lost, inside]).claims()) == 4


def test_countries_with_most_claims_come_first_and_rest_last() -> None:
    text = "At Aro and Bero"
    places = [place("Aro", text, country="PRT"), place("Bero", text, country="ESP")]
    claims = [row(start=1, country="ESP"), row(start=2), row(start=3), row(start=4, country=None)]
    claims.append(row(start=5, country=None, places=places))
    titles = [section.title for section in sections([view(claim) for claim in claims])]
    assert titles[:2] == ["Portugal", "Spain"]
    assert set(titles[2:]) == {"Several countries", "Country not given"}
