"""What a reader sees first of what stands, and what stands beside it: denials, wholes, what was carried over."""

from __future__ import annotations

from typing import Any

from made_situations import heard, situation, verdict
from page_reader import page
from released import place, row, source

from dateline.report.view import view
from dateline.report.weight import by_weight, stands, weight

Row = dict[str, Any]
FLED, FEW = heard(850_000, "2031-05-02"), heard(40, "2031-05-09")


def of(claims: list[Row], number: str, **changes: Any) -> Row:
    series = [verdict([claim], "2031-05-09", **changes) for claim in claims]
    return situation(series, situation_id=number * 32, end="2031-05-09")


def test_many_come_before_few_and_the_dead_before_the_displaced() -> None:
    many, few, dead = of([FLED], "1"), of([FEW], "2"), of([FEW], "3", term="killed")
    assert by_weight([few, dead, many]) == [many, dead, few]
    assert weight(situation([])) == 0


def test_of_like_weight_the_newest_comes_first() -> None:
    old = {**of([FEW], "1"), "end": "2029-05-09"}
    assert by_weight([old, of([FEW], "2")])[1] == old


def test_one_claim_of_many_people_is_told_at_length_and_at_a_glance() -> None:
    shown = page([FLED, FEW], situations=[of([FEW], "2"), of([FLED], "1")])
    told = [" ".join(one.text.split()) for one in shown.all("summary")]
    assert any(one.startswith("Displacement and return – Portugal") for one in told)
    assert any(one.startswith("Others") for one in told)
    lines = [" ".join(one.text.split()) for one in shown.all("tr")]
    assert any("Displaced, Tolmen: 40" in line for line in lines)


def test_what_stands_is_said_once_for_each_thing_counted() -> None:
    rows = [verdict([FLED], "2031-05-02"), verdict([FEW], "2031-05-09"), verdict([FEW], None, whom="children")]
    assert stands(situation(rows)) == ["Displaced, Tolmen: 850,000", "Displaced, children, Tolmen: 40"]
    wide = verdict([FLED], "2031-05-02", low=800_000, best=None, high=None)
    assert stands(situation([wide])) == ["Displaced, Tolmen: 800,000 or more, no best"]


def denied(text: str, start: int, cue: str = "denied") -> Row:
    told = row(text, None, start=start, kind="statement", sources=[source("The army", text, start=start)])
    return {**told, "cue": {"text": cue, "start": start, "end": start + 1}, "content": None, "parts": [], "term": None}


def test_a_denial_stands_beside_the_figure_that_it_is_printed_next_to() -> None:
    text = "The army denied the charge."
    claims = [view(FLED), *(view(denied(text, start)) for start in (FLED["excerpt"]["end"] + 1, 4_000))]
    from dateline.report.denials import denials

    (found,) = denials([FLED["claim_id"]], {one.id: one for one in claims})
    assert (found.words, found.beside.id) == (text, FLED["claim_id"])
    between = view(row("Some 17 people were hurt.", "17 people", start=FLED["excerpt"]["end"] + 1, term="injured"))
    later = view(denied(text, between.excerpt[1] + 1))
    assert denials([FLED["claim_id"]], {one.id: one for one in (view(FLED), between, later)}) == []
    said = view(denied("The army repeated the charge.", FLED["excerpt"]["end"] + 1, "repeated"))
    assert denials([FLED["claim_id"]], {FLED["claim_id"]: view(FLED), said.id: said}) == []


def test_a_line_tells_its_denial_as_well() -> None:
    text = "The army denied the charge."
    shown = page([FEW, denied(text, FEW["excerpt"]["end"] + 1)], situations=[of([FEW], "1")])
    assert any(text in one.text and "denied close by" in one.text for one in shown.all("small"))


def test_what_another_sentence_gave_is_marked_in_what_stands() -> None:
    carried = heard(850_000, "2031-05-02")
    carried["period"] = {**carried["period"], "text": "on Friday"}
    carried["places"] = [place("The", carried["excerpt"]["text"], name="Tolmen")]
    carried["places"][0].update(start=5, end=9)
    assert view(carried).carried == ("place", "date")
    assert view(FLED).carried == ()
    told = page([carried], situations=[of([carried], "1")]).all("small", cls="carried")
    assert {" ".join(one.text.split()) for one in told} == {"place and date carried"}


def test_a_part_names_its_whole() -> None:
    part = heard(30, "2031-05-02", part_of=FLED["claim_id"])
    rows = situation([verdict([FLED], "2031-05-02")], situation_id="1" * 32)
    rows["roles"][part["claim_id"]] = ["triangulation", "a part of another figure: its whole is at least as large"]
    told = " ".join(" ".join(one.text.split()) for one in page([FLED, part], situations=[rows]).all("small"))
    assert "part of 850,000 people" in told
    assert "its whole is" not in told


def test_a_place_put_elsewhere_says_where() -> None:
    text = "Some 30 people fled Shagra."
    claim = row(text, "30 people", places=[place("Shagra", text, name="El Fasher", country="PRT")])
    told = {**claim["places"][0], "name": "Shagra"}
    shown = page([{**claim, "places": [told]}])
    assert any("put at El Fasher" in " ".join(one.text.split()) for one in shown.all("small"))


def test_a_country_of_forecasts_alone_names_no_page() -> None:
    told = [FLED, row("Up to 900 people could flee.", "900 people", modality="forecast", country="ESP")]
    assert page(told).all("h1")[0].text.strip() == "Reported figures: Portugal"


def test_the_title_names_the_country_of_the_gravest_first_and_none_that_was_only_carried() -> None:
    dead = row("Some 90 people died.", "90 people", term="killed", country="ESP")
    carried = row("Some 30 people died.", "30 people", term="killed", country="FRA")
    carried["places"] = [{**place("Some", "Some", name="Lyon"), "start": 5, "end": 9}]
    stood = {**of([dead], "3", term="killed"), "country": "ESP"}
    shown = page([FLED, FEW, dead, carried], situations=[of([FEW], "1"), stood])
    assert shown.all("h1")[0].text.strip() == "Reported figures: Spain and Portugal"
