"""`dateline extract`."""

from __future__ import annotations

from pathlib import Path

from .conftest import PAGE, Call


def test_one_json_line_a_document(call: Call, page: Path) -> None:
    (row,) = call("extract", str(page)).rows
    assert list(row) == ["id", "document", "claims"]
    assert row["id"] == "page.txt"
    figures = [claim["figure"]["low"] for claim in row["claims"]]
    assert figures == [1200, 35]


def test_quoted_words_stand_at_their_offsets(call: Call, page: Path) -> None:
    (row,) = call("extract", str(page), "--json").rows
    text = PAGE.strip()
    for claim in row["claims"]:
        figure = claim["figure"]
        assert text[figure["start"] : figure["end"]] == figure["text"]


def test_explain_adds_the_numbers_that_became_no_claim(call: Call, page: Path) -> None:
    (row,) = call("extract", str(page), "--explain").rows
    assert any("40" in refusal["text"] and refusal["reason"] for refusal in row["refusals"])
    assert "refusals" not in call("extract", str(page)).rows[0]


def test_mentions_are_there_when_asked_for_even_if_empty(call: Call) -> None:
    (row,) = call("extract", "-", "--mentions", stdin=b"Nothing happened.").rows
    assert row["mentions"] == []


def test_standard_input_is_the_default_when_something_is_piped_in(call: Call) -> None:
    (row,) = call("extract", stdin=PAGE.encode()).rows
    assert [claim["figure"]["low"] for claim in row["claims"]] == [1200, 35]


def test_a_table_on_a_terminal(call: Call, page: Path) -> None:
    shown = call("extract", str(page), terminal=True)
    assert "1,200 or more people" in shown.out
    assert '{"id"' not in shown.out


def test_a_table_when_asked_for(call: Call, page: Path) -> None:
    shown = call("extract", str(page), "--table", "--explain")
    assert "What became no claim" in shown.out


def test_a_bad_input_is_named_and_the_others_are_done(call: Call, page: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    shown = call("extract", str(empty), "absent.html", str(page))
    assert shown.code == 1
    assert [row["id"] for row in shown.rows] == ["page.txt"]
    assert "empty.txt" in shown.err
    assert "absent.html" in shown.err
    assert "→" in shown.err


def test_unused_keys_are_noted_once(call: Call) -> None:
    rows = b'{"id": 1, "text": "Rain.", "colour": "red"}\n{"id": 2, "text": "Rain.", "colour": "blue"}\n'
    shown = call("extract", "-", stdin=rows)
    assert len(shown.rows) == 2
    assert shown.err.count("colour") == 1


def test_columns_are_mapped(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("words,day\nAbout 1200 people fled Anor on Monday.,4/5/2021\n")
    (row,) = call("extract", str(path), "--map", "text=words,published=day:dmy").rows
    assert row["document"]["published"] == "2021-05-04"
    assert call("extract", str(path), "--map", "story=words").code == 2
    refused = call("extract", str(path))
    assert refused.code == 1
    assert "--map" in refused.err
