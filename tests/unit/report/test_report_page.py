"""The page as a whole: it stands alone, is well formed, says where each number is from, and reads aloud."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from page_reader import Page, page
from released import SENTENCE, place, row, source

from dateline.ledger.types import LedgerStats

FLIGHT = row(
    places=[place("Tolmen", SENTENCE, admin1="Aveiro")],
    sources=[source("The harbour office", SENTENCE)],
    period={
        "start": "2031-04-27",
        "end": "2031-05-04",
        "text": "in the last week",
        "precision": "range",
        "anchor": None,
    },
)
DEATHS = row("Between 20 and 30 people died in the surf.", "Between 20 and 30 people", low=20, high=30, term="killed")
WARNING = row(
    "Up to 500 people may lose their homes.", "Up to 500 people", low=None, high=500, term="homeless",
    modality="forecast", url=None, publisher=None, published=None, id="0" * 32,
)  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> Page:
    return page([FLIGHT, DEATHS, WARNING])


def test_the_page_loads_nothing(shown: Page) -> None:
    assert not re.search(r"@import|url\(|src\s*=|<link|<iframe|<object|<embed|<base|<img|fetch\(|XMLHttp", shown.source)
    for element in shown.elements:
        for name, value in element.attrs.items():
            if value and re.match(r"(https?:)?//", value):
                assert (element.tag, name) == ("a", "href")


def test_the_browser_is_told_to_load_nothing(shown: Page) -> None:
    policy = shown.all("meta", **{"http-equiv": "Content-Security-Policy"})[0].attrs["content"] or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not [element for element in shown.elements if "style" in element.attrs]
    assert not [name for element in shown.elements for name in element.attrs if name.startswith("on")]


def test_there_is_one_title_and_headings_go_down_by_one(shown: Page) -> None:
    levels = [int(element.tag[1]) for element in shown.elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert shown.all("title")[0].text == shown.all("h1")[0].text == "Reported figures: Portugal"


def test_the_page_has_its_landmarks_and_every_table_a_caption(shown: Page) -> None:
    assert [len(shown.all(tag)) for tag in ("header", "main", "footer")] == [1, 1, 1]
    assert len(shown.all("caption")) == len(shown.all("table")) > 0
    assert all(caption.text.strip() for caption in shown.all("caption"))
    assert all("scope" in head.attrs for head in shown.all("th"))


def test_every_field_of_the_filter_has_a_label_and_every_drawing_a_name_or_none(shown: Page) -> None:
    fields = [element for element in shown.elements if element.tag in {"input", "select"}]
    assert fields
    assert all("label" in element.around for element in fields)
    for drawing in shown.all("svg"):
        assert drawing.attrs.get("aria-hidden") == "true" or drawing.attrs.get("aria-label")


def test_every_link_within_the_page_has_its_goal(shown: Page) -> None:
    ids = [element.attrs["id"] for element in shown.elements if "id" in element.attrs]
    assert len(ids) == len(set(ids))
    goals = {
        (element.attrs.get("href") or "")[1:] for element in shown.elements if "#" in (element.attrs.get("href") or "")
    }
    named = {name for element in shown.elements for name in (element.attrs.get("aria-labelledby") or "").split()}
    assert goals | named <= set(ids)


def test_each_claim_stands_once_and_opens_to_its_sentence(shown: Page) -> None:
    assert len(shown.claims()) == 3
    flight = next(claim for claim in shown.claims() if "1,200" in claim.text)
    assert "≥ 1,200 people" in flight.text
    assert SENTENCE in flight.text
    assert "Tolmen" in flight.text
    assert "27 Apr – 4 May 2031" in flight.text
    assert "characters 100–181, figure 129–151" in flight.text
    assert FLIGHT["claim_id"] in flight.text
    assert FLIGHT["document"]["id"] in flight.text
    assert "score 0.80 by rules 0.1.0, not reviewed by a person" in flight.text
    assert [mark.text for mark in shown.all("mark") if "tr" in mark.around] == [
        "Between 20 and 30 people", "more than 1,200 people", "Up to 500 people",
    ]  # fmt: skip


def test_links_go_to_the_web_only_and_tell_it_nothing(shown: Page) -> None:
    links = [element for element in shown.all("a") if (element.attrs.get("href") or "").startswith("http")]
    assert {element.attrs["href"] for element in links} == {"https://paper.example/1"}
    assert all("noreferrer" in (element.attrs.get("rel") or "") for element in links)


def test_what_is_not_said_to_have_happened_stands_apart(shown: Page) -> None:
    assert "Not told as having happened" in shown.source
    warning = next(claim for claim in shown.claims() if "Up to 500" in claim.text)
    assert warning.attrs["data-modality"] == "forecast"
    assert "forecast" in warning.text
    assert "credited to nobody in the text" in warning.text
    assert "date not given" in warning.text


def test_what_to_be_careful_about_is_counted(shown: Page) -> None:
    told = [item.text for item in shown.all("li")]
    assert "2 of 3 claims credited to nobody in their text." in told
    assert "1 of 2 documents without a date: there “yesterday” stays a word." in told


def test_what_the_ledger_keeps_beside_is_told() -> None:
    stats = LedgerStats(5, 1, 1, 4, 2, 1, 0, ("rules 0.1.0",), "2031-05-05T10:00:00Z", "2031-05-06T10:00:00Z")
    text = page([FLIGHT], stats=stats).all("body")[0].text
    assert "read from 5 documents" in text
    assert "3 more claims in the ledger, left out" in text
    assert "1 document replaced by a newer version" in text
    assert "1 document taken out for good" in text
    assert "last added to on 6 May 2031" in text


def test_documents_of_which_no_claim_can_come_are_told() -> None:
    kept = (("en", 2), ("fr", 3))
    stats = LedgerStats(5, 0, 1, 1, 0, 0, 0, ("rules 0.1.0",), "2031-05-05T10:00:00Z", "2031-05-06T10:00:00Z", kept)
    told = "3 documents in other languages than English (fr 3): claims are read from English pages alone."
    assert told in [item.text for item in page([FLIGHT], stats=stats).all("li")]
    assert told in page([], stats=stats).all("body")[0].text
    assert "other languages" not in page([], stats=replace(stats, languages=kept[:1])).all("body")[0].text


def test_nothing_is_added_up() -> None:
    """1,200 + 25 people: no sum of people may stand anywhere."""
    more = row("He counted 25 people on the road.", "25 people", low=25, high=25, quantifier="exact")
    text = page([FLIGHT, more]).all("body")[0].text
    assert "1,225" not in text
    assert "1225" not in text


def test_what_people_decided_is_seen() -> None:
    (claim,) = page([row(status="corrected")]).claims()
    assert claim.attrs["data-status"] == "corrected"
    assert "corrected by a person" in claim.text


def test_the_script_finds_what_it_works_on(shown: Page) -> None:
    """No browser runs here: at least every name that the script asks for must be on the page."""
    script = shown.all("script")[0].text
    ids = {element.attrs.get("id") for element in shown.elements}
    assert set(re.findall(r'getElementById\("([\w-]+)"\)', script)) <= ids
    fields = {element.attrs.get("name") for element in shown.elements if element.tag in {"input", "select"}}
    asked = set(re.findall(r"want\.(\w+)", script)) | set(re.findall(r"elements\.(\w+)", script))
    assert asked <= fields | {"term"}
    data = {name for claim in shown.claims() for name in claim.attrs}
    exact = re.findall(r'"(\w+)"', re.findall(r"EXACT = \[(.*?)\]", script)[0])
    assert {f"data-{name}" for name in exact} <= data


def test_an_empty_ledger_is_said() -> None:
    empty = page([])
    assert "holds nothing and no claim that can be shown" in empty.source
    assert empty.claims() == []


def test_one_claim_is_drawn_without_a_comparison() -> None:
    single = page([FLIGHT])
    assert len(single.claims()) == 1
    assert "How far the claims lie apart" not in single.source


def test_claims_without_a_figure_are_listed() -> None:
    said = row("The mayor spoke of a massacre.", None, kind="statement", term=None, measure=None)
    assert "Statements and events" in page([said, FLIGHT]).source


def test_a_long_page_opens_with_its_groups_folded() -> None:
    many = [
        row(f"In village {at} there were 7 people killed.", "7 people", low=7, high=7, start=at) for at in range(401)
    ]
    folded = page(many)
    assert all("open" not in group.attrs for group in folded.all("details", cls="group"))
    assert len(folded.source) < 3000 * len(many)
