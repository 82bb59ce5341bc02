"""`import dateline` in a script or a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.errors import EmptyInput, UnreadableInput, UsageError

TEXT = "The council said that 1,200 people fled Riberalta on 4 March 2031."


def test_a_text() -> None:
    claims = dateline.extract(TEXT)
    assert len(claims) == 1
    assert claims[0].figure is not None
    assert claims[0].figure.low == 1200
    assert [claim.term for claim in claims] == ["forced_to_flee"]


def test_a_publication_date_anchors_relative_words() -> None:
    (claim,) = dateline.extract("On Sunday 1,200 people fled Riberalta.", published="2031-03-05")
    assert claim.period.start == "2031-03-02"


def test_files_and_their_problems(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    claims = dateline.extract(tmp_path)
    assert [document.name for document in claims.documents] == ["a.txt"]
    assert [Path(problem.input).name for problem in claims.problems] == ["b.txt"]
    assert repr(claims) == "<1 claim from 1 document, 1 problem>"
    assert repr(dateline.extract("The bridge is closed.")) == "<0 claims from 1 document>"


def test_a_text_that_names_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="Path"):
        dateline.extract("page.txt")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UsageError, match="not int"):
        dateline.extract(3)  # type: ignore[call-overload, arg-type, unused-ignore]


def test_reading_gives_documents_and_raises_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (document,) = dateline.read(tmp_path / "a.txt", published="2031-03-05")
    assert (document.text, document.published) == (TEXT, "2031-03-05")
    assert len(dateline.extract(document)) == 1
    with pytest.raises(UnreadableInput, match="absent"):
        list(dateline.read(tmp_path / "absent.txt"))
    with pytest.raises(EmptyInput):
        dateline.extract("")


def test_rows_are_flat_and_all_alike() -> None:
    rows = dateline.extract(f"{TEXT} Three houses burned.").to_rows()
    assert len(rows) == 2
    assert len({tuple(row) for row in rows}) == 1
    assert all(value is None or isinstance(value, str | int | float | bool) for row in rows for value in row.values())
    assert rows[0]["low"] == 1200
    assert rows[0]["places"] == "Riberalta"


def test_a_ledgers_claims_as_rows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with dateline.open_ledger(tmp_path / "l.db") as ledger:
        summary = dateline.add([tmp_path / "a.txt"], ledger)
        rows = dateline.to_rows(ledger.claims(dateline.ClaimFilter(term="forced_to_flee")))
    assert summary.new == 1
    assert [row["low"] for row in rows] == [1200]
    assert list(rows[0]) == list(dateline.extract(TEXT).to_rows()[0])


def test_a_notebook_shows_an_escaped_table() -> None:
    shown = dateline.extract(f"{TEXT} <b>Nobody & nothing</b>")._repr_html_()
    assert shown.startswith("<table>")
    assert "1200" in shown
    assert "<b>" not in shown
