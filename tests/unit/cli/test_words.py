"""A claim in the words of a table."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.cli.terminal import clean
from dateline.cli.words import (
    beside_words,
    document_words,
    figure_words,
    range_words,
    what_words,
    when_words,
    where_words,
)


def figure(low: int | None, high: int | None, **rest: Any) -> dict[str, Any]:
    return {"low": low, "high": high, "unit": "person", "quantifier": "exact", "implied": False} | rest


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1200, 1200, "1,200"),
        (1200, None, "1,200 or more"),
        (None, 300, "up to 300"),
        (20000, 99999, "20,000 to 99,999"),
        (0, 0, "0"),
        (None, None, "–"),
    ],
)
def test_ranges_keep_their_open_ends(low: int | None, high: int | None, words: str) -> None:
    assert range_words(low, high) == words


def test_figures() -> None:
    assert figure_words(figure(1, 1)) == "1 person"
    assert figure_words(figure(1, 1, implied=True)) == "one (described)"
    assert figure_words(figure(40, 40, unit="household", quantifier="approximately")) == "about 40 households"
    assert figure_words(None) == "–"
    nearly = figure(None, 3_000, quantifier="less_than")
    assert figure_words({**nearly, "text": "nearly 3,000 people"}) == "nearly 3,000 people"
    assert figure_words({**nearly, "text": "up to 3,000 people"}) == "up to 3,000 people"


def test_what_says_when_it_did_not_happen() -> None:
    row = {"term": "forced_to_flee", "kind": "figure", "measure": "flow", "modality": "forecast"}
    assert what_words(row) == "forced to flee (flow), forecast"


def resolved(name: str, country: str) -> dict[str, str]:
    """A town of the gazetteer."""
    return {"id": "1", "name": name, "country": country, "precision": "point"}


def test_where_marks_what_no_gazetteer_knows() -> None:
    places = [
        {"name": "Marn", "role": "from", "modifier": "south of", "place": None},
        {"name": "Ostrel", "role": "at", "modifier": None, "place": resolved("Ostrel", "XKX")},
    ]
    assert where_words({"places": places, "country": "XKX"}) == "from Marn (south of)?; Ostrel; XKX"
    assert where_words({"places": [], "country": None}) == "–"


@pytest.mark.parametrize(
    ("name", "known", "country", "words"),
    [
        ("Shagra", "El Fasher", "SDN", "Shagra [El Fasher]; SDN"),
        ("Mary", "Mary", "TKM", "Mary [Mary, Turkmenistan]; SDN"),
        ("Maracaibo", "Municipio Maracaibo", "SDN", "Maracaibo; SDN"),
        ("Izium", "Izyum", "SDN", "Izium; SDN"),
    ],
)
def test_where_tells_the_place_that_the_word_does_not(name: str, known: str, country: str, words: str) -> None:
    place = {"name": name, "role": "at", "modifier": None, "place": resolved(known, country)}
    assert where_words({"places": [place], "country": "SDN"}) == words


def test_a_part_names_its_whole_by_its_words_where_they_are_known_else_by_its_id() -> None:
    row = {"part_of": "0123456789abcdef", "same_as": None}
    assert beside_words(row, {}) == "part of 01234567"
    assert beside_words(row, {"0123456789abcdef": "“121 people”"}) == "part of “121 people”"
    assert beside_words({"part_of": None, "same_as": "0123456789abcdef"}, {}) == "same as 01234567"
    assert beside_words({"part_of": None, "same_as": None}, {}) == ""


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-03", "2031-03-03", "2031-03-03"),
        ("2031-03", "2031-04", "2031-03 to 2031-04"),
        ("2031-03", None, "from 2031-03"),
        (None, "2031-03", "by 2031-03"),
        (None, None, "“on Sunday”"),
    ],
)
def test_when(start: str | None, end: str | None, words: str) -> None:
    assert when_words({"start": start, "end": end, "text": "on Sunday"}) == words


def test_a_document_without_publisher_or_date_is_still_named() -> None:
    known = {"publisher": None, "published": None, "title": None, "id": "0123456789abcdef"}
    assert document_words(known) == "document 01234567"
    assert (
        document_words({**known, "publisher": "The Courier", "published": "2031-03-05T08:00Z"})
        == "The Courier, 2031-03-05"
    )


def test_a_page_cannot_command_the_terminal() -> None:
    assert clean("a\x1b[2Jb\x9bc\u202ed\r\te\n") == "a�[2Jb�c�d�\te\n"
