"""Tables of articles: columns known by name or mapped, dates that say themselves, every row for itself."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from saved_pages import FIRST, HEADLINE, SECOND

from dateline.errors import InputError
from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs
from dateline.read.columns import parsed_columns

HEAD = ("unit_id", "Headline", "body", "Date", "link", "outlet", "mood")
ROW = ("7", HEADLINE, FIRST, "2021-05-04", "https://courier.example/dam", "The Seld Courier", "calm")


def table(path: Path, *rows: tuple[str, ...], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def read(path: Path, **columns: str) -> list[Reading | Problem]:
    return list(read_inputs([path], columns=columns))


def only(path: Path, **columns: str) -> Reading:
    (one,) = read(path, **columns)
    assert isinstance(one, Reading)
    return one


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_known_by_their_names(tmp_path: Path, delimiter: str) -> None:
    reading = only(table(tmp_path / "a.csv", HEAD, ROW, delimiter=delimiter))
    document = reading.document
    assert document.text == f"{HEADLINE}\n\n{FIRST}"
    assert (document.name, document.published, document.publisher) == ("7", "2021-05-04", "The Seld Courier")
    assert document.url == "https://courier.example/dam"
    assert reading.original == FIRST.encode()
    assert reading.came_from.endswith("a.csv row 1")
    assert reading.ignored_keys == ("mood",)


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("x", "text", "when"), (SECOND, "not this", "2021-05-04"))
    document = only(path, text="x", published="when").document
    assert (document.text, document.published) == (SECOND, "2021-05-04")


def test_a_date_of_numbers_stays_open_until_its_order_is_said(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("text", "date"), (FIRST, "4/5/2021"))
    open_one = only(path)
    assert open_one.document.published is None
    assert open_one.ignored_keys == ("date (dates that can be read in two ways: --map published=date:dmy, mdy or ymd)",)
    assert only(path, published="date:dmy").document.published == "2021-05-04"
    assert only(path, published="date:mdy").document.published == "2021-04-05"


def test_a_table_without_text_names_its_columns(tmp_path: Path) -> None:
    (problem,) = read(table(tmp_path / "a.csv", ("killed", "where"), ("12", "Anor")))
    assert isinstance(problem, Problem)
    assert "killed, where" in problem.message
    assert problem.advice
    assert "--map" in problem.advice
    (problem,) = read(table(tmp_path / "a.csv", HEAD, ROW), text="story")
    assert isinstance(problem, Problem)
    assert "'story'" in problem.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = table(
        tmp_path / "a.csv",
        ("text",),
        ("Douze personnes ont été tuées à Anor, a déclaré le préfet.",),
        encoding=encoding,
    )
    assert "été tuées à Anor" in only(path).document.text


def test_a_bad_row_does_not_stop_the_others(tmp_path: Path) -> None:
    rows = (("text", "title"), (FIRST, "One"), ("", "Two"), ("a", "b", "c"), (SECOND, "Four"))
    results = read(table(tmp_path / "a.csv", *rows))
    assert [type(one).__name__ for one in results] == ["Reading", "Problem", "Problem", "Reading"]
    assert [one.input for one in results if isinstance(one, Problem)] == [f"{tmp_path}/a.csv row {n}" for n in (2, 3)]


def test_a_table_of_names_alone_and_an_empty_one(tmp_path: Path) -> None:
    for rows in ((HEAD,), ()):
        (problem,) = read(table(tmp_path / "a.csv", *rows))
        assert isinstance(problem, Problem)
        assert problem.error == "EmptyInput"


def test_json_lines_are_mapped_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "Twelve people died in Anor.", "date": "2021-05-04", "text": "not this"}\n')
    document = only(path, text="body", published="date").document
    assert (document.text, document.published) == ("Twelve people died in Anor.", "2021-05-04")


@pytest.mark.parametrize("words", ["text", "words=body", "text="])
def test_a_mapping_that_is_none(words: str) -> None:
    with pytest.raises(InputError):
        parsed_columns(words)


def parquet(path: Path, **columns: list[Any]) -> Path:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra dateline[parquet] is not installed")
    from pyarrow.parquet import write_table

    write_table(pyarrow.table(columns), path)
    return path


def test_parquet_tables(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "a.parquet", id=[1, 2], text=[FIRST, None], date=[date(2021, 5, 4), date(2021, 5, 5)],
        title=[HEADLINE, HEADLINE],
    )  # fmt: skip
    first, problem = read(path)
    assert isinstance(first, Reading)
    assert (first.document.name, first.document.published, first.document.title) == ("1", "2021-05-04", HEADLINE)
    assert isinstance(problem, Problem)
    moments = parquet(tmp_path / "b.parquet", text=[FIRST], published=[datetime(2021, 5, 4, 8, 30)])
    assert only(moments).document.published == "2021-05-04T08:30:00"


def test_a_cut_parquet_table_is_named(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", text=[FIRST])
    path.write_bytes(path.read_bytes()[:-20])
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    assert problem.error == "UnreadableInput"
