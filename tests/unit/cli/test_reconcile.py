"""`dateline reconcile`, and the decisions about several claims."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Call

SIGNED = ("--by", "R. Analyst", "--why", "read the page")
FIELDS = {
    "situation_id", "kind", "term_family", "place", "cause", "country", "start", "end", "series", "contradictions",
    "roles", "documents",
}  # fmt: skip


def test_a_situation_a_line(call: Call, ledger: Path) -> None:
    rows = call("reconcile", "--ledger", str(ledger)).rows
    assert len(rows) == 2
    for row in rows:
        assert set(row) >= FIELDS
        for one in row["series"]:
            assert set(one) >= {
                "measure",
                "place",
                "start",
                "end",
                "low",
                "best",
                "high",
                "bounds_held_by",
                "claims",
                "grade",
            }
            assert one["origins"] >= 1


def test_every_number_names_its_claims(call: Call, ledger: Path) -> None:
    claims = {row["claim_id"] for row in call("claims", "--ledger", str(ledger)).rows}
    for row in call("reconcile", "--ledger", str(ledger)).rows:
        assert set(row["roles"]) <= claims
        for one in row["series"]:
            assert one["claims"] and set(one["claims"]) <= claims


def test_a_table_on_a_terminal(call: Call, ledger: Path) -> None:
    shown = call("reconcile", "--ledger", str(ledger), terminal=True)
    assert "Low" in shown.out and "1,200" in shown.out
    assert "2 situations of 2 claims" in shown.err


def test_filters(call: Call, ledger: Path) -> None:
    assert len(call("reconcile", "--ledger", str(ledger), "--term", "injured").rows) == 1
    assert len(call("reconcile", "--ledger", str(ledger), "--place", "Riberalta").rows) == 1
    assert call("reconcile", "--ledger", str(ledger), "--place", "Atlantis").rows == []
    assert call("reconcile", "--ledger", str(ledger), "--term", "slain").code == 2


def test_merge_split_recommend_and_undo(call: Call, ledger: Path) -> None:
    ids = [row["claim_id"] for row in call("claims", "--ledger", str(ledger)).rows]
    for action, claims in (("merge", ids), ("split", ids[:1]), ("recommend", ids[1:])):
        done = call("judge", action, *claims, *SIGNED, "--ledger", str(ledger))
        assert (done.code, action in done.err) == (0, True)
    assert call("judge", "undo", ids[0], *SIGNED, "--ledger", str(ledger)).code == 0
    assert call("judge", "merge", ids[0], *SIGNED, "--ledger", str(ledger)).code == 2
    assert call("verify", "--ledger", str(ledger)).code == 0


def test_changed_shows_what_was_touched_since(call: Call, ledger: Path) -> None:
    whole = call("reconcile", "--ledger", str(ledger), "--changed", terminal=True)
    assert "2 computed now" in whole.err
    assert call("reconcile", "--ledger", str(ledger), "--changed").rows == []
    before = call("reconcile", "--ledger", str(ledger)).rows
    (injured,) = [row for row in before if "injured" in str(row["series"])]
    call("judge", "correct", next(iter(injured["roles"])), "range=36", *SIGNED, "--ledger", str(ledger))
    (now,) = call("reconcile", "--ledger", str(ledger), "--changed").rows
    assert now["situation_id"] == injured["situation_id"]
    assert now["series"][0]["best"] == 36


def test_a_ledger_that_cannot_be_written_is_reconciled_all_the_same(
    call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.ledger.opening._why_read_only", lambda path: f"{path} may not be written")
    assert len(call("reconcile", "--ledger", str(ledger)).rows) == 2
    assert "2 computed now" in call("reconcile", "--ledger", str(ledger), terminal=True).err


def test_a_missing_ledger_is_named(call: Call) -> None:
    shown = call("reconcile", "--ledger", "absent.db")
    assert shown.code == 1
    assert "absent.db" in shown.err


def test_a_narrow_terminal_breaks_no_word(call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    coloured = call("reconcile", "--ledger", str(ledger), terminal=True).out
    shown = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert max(map(len, shown.splitlines())) <= 60
    assert {"injured,", "2031-03-04", "Trinidad", "1,200"} <= set(shown.split())


def test_a_situation_without_a_row_says_why(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "denied.txt"
    page.write_text("The flood hit Trinidad, Bolivia. Nobody was reported missing, the mayor said.", encoding="utf-8")
    call("add", str(page), "--ledger", "denied.db", "--published", "2031-03-05")
    shown = call("reconcile", "--ledger", "denied.db", terminal=True).out
    assert "(1 claim; " in shown
    assert "no row: negated, not what happened (1 claim)" in shown


def test_what_nobody_dates_says_when_it_was_printed(call: Call, tmp_path: Path) -> None:
    for day in ("2031-03-05", "2031-03-09"):
        page = tmp_path / f"{day}.txt"
        page.write_text(f"Floods have displaced 1,{day[-2:]}0 people in Riberalta, Bolivia, the mayor said.")
        call("add", str(page), "--ledger", "open.db", "--published", day)
    (row,) = call("reconcile", "--ledger", "open.db").rows
    assert row["printed"] == ["2031-03-05", "2031-03-09"]
    assert {tuple(one["printed"]) for one in row["series"]} == {("2031-03-05",) * 2, ("2031-03-09",) * 2}
    shown = call("reconcile", "--ledger", "open.db", terminal=True).out
    assert "undated, printed 2031-03-05 to 2031-03-09 (2 claims" in shown
