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


PAGES = (
    "Twelve people were killed in a fire in Riberalta on 4 March 2031, the fire brigade said.",
    "Fire in Riberalta: 14 people were killed on 4 March 2031, the mayor said.",
)


def test_what_stands_of_extractions() -> None:
    read = [dateline.extract(text, published="2031-03-05") for text in PAGES]
    found = dateline.reconcile(read)
    assert len(found) == 1
    assert repr(found) == "<1 situation with 1 row from 2 claims>"
    (row,) = found.to_rows()
    assert (row["low"], row["high"], row["grade"]) == (12, 14, "contested")
    assert row["contested_by"].startswith("These cannot all be true")
    assert set(row["claims"].split("; ")) == {one[0].claim_id for one in read} == set(found.claims)
    assert list(dateline.reconcile(read[0])) == list(dateline.reconcile(list(read[0].extractions)))
    assert found[0].series[0].low == 12


def test_what_stands_of_a_ledger_is_kept_and_the_same(tmp_path: Path) -> None:
    for number, text in enumerate(PAGES):
        (tmp_path / f"{number}.txt").write_text(text)
    with dateline.open_ledger(tmp_path / "l.db") as ledger:
        dateline.add([tmp_path / "0.txt", tmp_path / "1.txt"], ledger, published="2031-03-05")
        found = dateline.reconcile(ledger)
        assert list(ledger.situations()) == list(found.situations)
        assert len(found.computed) == 1
        again = dateline.reconcile(ledger)
        assert (again.situations, again.computed) == (found.situations, frozenset())
        assert again.to_rows() == found.to_rows()
        assert len(dateline.reconcile(ledger, changed=True)) == 0
        assert len(dateline.reconcile(ledger, term="displaced")) == 0
    read = [dateline.extract(tmp_path / f"{number}.txt", published="2031-03-05") for number in range(2)]
    keys = ("low", "best", "high", "grade", "origins", "low_why")
    assert [[row[key] for key in keys] for row in dateline.reconcile(read).to_rows()] == [
        [row[key] for key in keys] for row in found.to_rows()
    ]


def test_rows_of_what_stands_are_flat_and_released() -> None:
    texts = (*PAGES, "More than 1,200 people fled Trinidad in Bolivia on 20 June 2031, the Civil Defence said.")
    rows = dateline.reconcile([dateline.extract(text, published="2031-06-21") for text in texts]).to_rows()
    assert len({tuple(row) for row in rows}) == 1
    assert all(value is None or isinstance(value, str | int | float) for row in rows for value in row.values())
    shown = dateline.reconcile(dateline.extract(texts[2], published="2031-06-21"))._repr_html_()
    assert shown.startswith("<table>") and "1200" in shown


@pytest.mark.parametrize("what", ["a text", 3, ["a text"]])
def test_what_cannot_be_reconciled_is_refused(what: object) -> None:
    with pytest.raises(UsageError, match=r"dateline\.extract"):
        dateline.reconcile(what)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="ask a ledger"):
        dateline.reconcile(dateline.extract(TEXT), term="killed")
