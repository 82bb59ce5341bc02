"""csv: one flat row a claim, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from released import FIGURE, SENTENCE, place, row, source

from dateline.export import export
from dateline.export.as_csv import BYTE_ORDER_MARK, cell
from dateline.export.flat import COLUMNS


def table(*rows: dict[str, Any], mark: bool = False) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert export(rows, "csv", out, mark=mark) == len(rows)
    text = out.getvalue()
    assert text.startswith(BYTE_ORDER_MARK) is mark
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_a_claim_is_one_row_of_named_columns() -> None:
    places = [place("Tolmen", SENTENCE, role="from", lat=40.5, lon=-8.25, precision="adm2", admin1="Aveiro", id="42")]
    sources = [source("The harbour office", SENTENCE, resolved="Harbour Office")]
    (told,) = table(row(places=places, sources=sources))
    assert tuple(told) == COLUMNS
    assert {name: told[name] for name in ("figure", "low", "high", "quantifier", "unit", "implied")} == {
        "figure": FIGURE, "low": "1200", "high": "", "quantifier": "more_than", "unit": "person", "implied": "false",
    }  # fmt: skip
    assert (told["places"], told["place"], told["place_role"], told["precision"]) == (
        "from Tolmen",
        "Tolmen",
        "from",
        "adm2",
    )
    assert (told["lat"], told["lon"], told["gazetteer_id"]) == ("40.5", "-8.25", "42")
    assert (told["sources"], told["source_types"], told["sources_resolved"]) == (
        "The harbour office", "government", "Harbour Office",
    )  # fmt: skip
    assert (told["excerpt"], told["excerpt_start"], told["cut"]) == (SENTENCE, "100", "false")
    assert (told["publisher"], told["published"], told["status"]) == ("The Gazette", "2031-05-04", "unreviewed")


def test_what_the_text_leaves_open_stays_empty() -> None:
    (told,) = table(row("A man was killed.", None, url=None, publisher=None, published=None, country=None))
    for name in (
        "figure",
        "low",
        "high",
        "places",
        "place",
        "lat",
        "period_start",
        "sources",
        "url",
        "publisher",
        "country",
    ):
        assert told[name] == ""


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@sum",
        "\t=1",
        "\r=1",
        " =1+1",
        "\n=1",
        "\u00a0=1",
        "＝1",
        "--03-08",
        '=HYPERLINK("http://x")',
    ],
)
def test_a_cell_that_would_run_is_quoted(words: str) -> None:
    assert cell(words) == "'" + words
    hostile = row(f"{words} killed 12 people.", "12 people", title=words, publisher=words, url=words)
    (told,) = table(hostile)
    assert [told[name] for name in ("title", "publisher", "url")] == ["'" + words] * 3
    assert told["excerpt"].startswith("'" + words)


@pytest.mark.parametrize(("value", "told"), [(-8.25, -8.25), (0, 0), (True, "true"), (False, "false"), (None, "")])
def test_numbers_stay_numbers(value: Any, told: Any) -> None:
    assert cell(value) == told


def test_words_that_only_look_like_it_stay() -> None:
    assert [cell(words) for words in ("1-2", "a=b", "“-”", "")] == ["1-2", "a=b", "“-”", ""]


def test_quotes_commas_and_line_ends_come_back() -> None:
    text = 'He said, "12 people died",\nand more; then "=1".'
    (told,) = table(row(text, "12 people"), mark=True)
    assert told["excerpt"] == text


def test_half_a_character_can_be_written() -> None:
    out = io.StringIO()
    export([row("Here \ud83d 30 people died.", "30 people")], "csv", out)
    assert out.getvalue().encode("utf-8")
