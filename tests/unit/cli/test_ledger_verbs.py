"""The verbs that work on a ledger: add, claims, show, judge, verify, purge."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dateline

from .conftest import Call

SIGNED = ("--by", "R. Analyst", "--why", "read the page")


def only_claim(call: Call, ledger: Path, *asked: str) -> str:
    (row,) = call("claims", "--ledger", str(ledger), *asked).rows
    return str(row["claim_id"])


def test_add_says_what_it_did(call: Call, page: Path) -> None:
    (row,) = call("add", str(page)).rows
    assert (row["documents"], row["new"], row["unchanged"], row["claims"], row["problems"]) == (1, 1, 0, 2, [])
    assert Path("dateline.db").exists()


def test_again_adds_nothing(call: Call, ledger: Path, page: Path) -> None:
    (row,) = call("add", str(page), "--ledger", str(ledger), "--published", "2031-03-05").rows
    assert (row["new"], row["unchanged"], row["claims"]) == (0, 1, 0)
    assert len(call("claims", "--ledger", str(ledger)).rows) == 2


def test_another_publication_date_reads_the_page_anew(call: Call, ledger: Path, page: Path) -> None:
    (row,) = call("add", str(page), "--ledger", str(ledger), "--published", "2031-03-09").rows
    assert (row["new"], row["documents"]) == (0, 1)
    assert len(call("claims", "--ledger", str(ledger)).rows) == 2


def test_add_says_it_in_words_on_a_terminal(call: Call, page: Path) -> None:
    assert "1 document: 1 new" in call("add", str(page), terminal=True).out


def test_add_exits_1_when_an_input_failed_and_keeps_the_rest(call: Call, page: Path) -> None:
    shown = call("add", "absent.html", str(page))
    assert shown.code == 1
    assert shown.rows[0]["new"] == 1
    assert shown.rows[0]["problems"][0]["input"] == "absent.html"


@pytest.mark.parametrize(
    ("asked", "figures"),
    [
        ((), [1200, 35]),
        (("--term", "injured"), [35]),
        (("--source", "civil defence"), [1200]),
        (("--period", "2031-03-03"), [1200]),
        (("--period", "2031-03-01..2031-03-31"), [1200, 35]),
        (("--period", "..2031-02"), []),
        (("--status", "accepted"), []),
        (("--min-score", "0"), [1200, 35]),
        (("--since-added", "2000-01-01"), [1200, 35]),
        (("--since-added", "2999-01-01"), []),
    ],
)
def test_claims_filters(call: Call, ledger: Path, asked: tuple[str, ...], figures: list[int]) -> None:
    rows = call("claims", "--ledger", str(ledger), *asked).rows
    assert [row["figure"]["low"] for row in rows] == figures
    assert all(row["document"]["id"] for row in rows)


def test_claims_as_a_table(call: Call, ledger: Path) -> None:
    shown = call("claims", "--ledger", str(ledger), terminal=True)
    assert "35 people" in shown.out
    assert "2 claims" in shown.err


def test_show_by_the_first_digits(call: Call, ledger: Path) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    (row,) = call("show", claim[:10], "--ledger", str(ledger)).rows
    assert row["claim_id"] == claim
    assert "injured" in call("show", claim[:10], "--ledger", str(ledger), "--table").out


def test_an_unknown_claim_is_said(call: Call, ledger: Path) -> None:
    shown = call("show", "ffffffffffff", "--ledger", str(ledger))
    assert (shown.code, shown.out) == (1, "")
    assert "ffffffffffff" in shown.err


def test_unmasked_is_written_down(call: Call, ledger: Path) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    call("show", claim, "--ledger", str(ledger))
    with dateline.open_ledger(ledger) as opened:
        assert [entry for entry in opened.audit() if entry.what == "unmasked"] == []
    call("show", claim, "--ledger", str(ledger), "--unmasked")
    with dateline.open_ledger(ledger) as opened:
        (entry,) = [entry for entry in opened.audit() if entry.what == "unmasked"]
    assert entry.claim_id == claim
    assert entry.who


def test_a_decision_and_its_undoing(call: Call, ledger: Path) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    assert call("judge", "reject", claim, *SIGNED, "--ledger", str(ledger)).code == 0
    assert call("claims", "--ledger", str(ledger), "--term", "injured").rows == []
    assert call("judge", "undo", claim, *SIGNED, "--ledger", str(ledger)).code == 0
    assert only_claim(call, ledger, "--term", "injured") == claim


def test_undo_by_number(call: Call, ledger: Path) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    call("judge", "accept", claim, *SIGNED, "--ledger", str(ledger))
    with dateline.open_ledger(ledger) as opened:
        number = opened.claim(claim).judgements[0].id
    assert call("judge", "undo", "--decision", str(number), *SIGNED, "--ledger", str(ledger)).code == 0
    assert call("judge", "undo", *SIGNED, "--ledger", str(ledger)).code == 2
    assert call("judge", "undo", claim, "--decision", str(number), *SIGNED, "--ledger", str(ledger)).code == 2


def test_corrections_stand_in_every_output(call: Call, ledger: Path) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    changed = call("judge", "correct", claim, "range=30..40", "term=killed", *SIGNED, "--ledger", str(ledger))
    assert changed.code == 0
    (row,) = call("claims", "--ledger", str(ledger), "--term", "killed").rows
    assert (row["figure"]["low"], row["figure"]["high"]) == (30, 40)


def test_of_several_corrections_all_or_none_are_made(call: Call, ledger: Path) -> None:
    at = ("--ledger", str(ledger))
    before = call("claims", *at).rows[0]
    claim = before["claim_id"]
    refused = call("judge", "correct", claim, "range=30..40", "term=vanished", *SIGNED, *at)
    assert refused.code == 2
    assert "vanished" in refused.err
    twice = call("judge", "correct", claim, "term=killed", "term=injured", *SIGNED, *at)
    assert (twice.code, "given twice" in twice.err) == (2, True)
    assert call("claims", *at).rows[0] == before
    assert call("show", claim, *at).rows[0]["judgements"] == []


@pytest.mark.parametrize("change", ["term", "term=nonsense", "nonsense=1", "range=9..1"])
def test_an_impossible_correction_is_wrong_usage(call: Call, ledger: Path, change: str) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    assert call("judge", "correct", claim, change, *SIGNED, "--ledger", str(ledger)).code == 2


def test_withdraw_takes_it_out_of_every_list(call: Call, ledger: Path) -> None:
    claim = only_claim(call, ledger, "--term", "injured")
    assert call("judge", "withdraw", claim, *SIGNED, "--ledger", str(ledger)).code == 0
    assert call("claims", "--ledger", str(ledger), "--term", "injured").rows == []


def test_verify_holds_and_notices(call: Call, ledger: Path) -> None:
    (row,) = call("verify", "--ledger", str(ledger)).rows
    assert row["ok"] is True
    assert "holds" in call("verify", "--ledger", str(ledger), "--table").out
    content = ledger.read_bytes()
    assert content.count(b"1,200 people") >= 1
    ledger.write_bytes(content.replace(b"1,200 people", b"9,200 people"))
    shown = call("verify", "--ledger", str(ledger))
    assert shown.code == 1
    assert shown.rows[0]["faults"]


def test_purge_leaves_a_tombstone_and_no_words(call: Call, ledger: Path, page: Path) -> None:
    document = call("claims", "--ledger", str(ledger)).rows[0]["document"]["id"]
    shown = call("purge", document[:12], *SIGNED, "--ledger", str(ledger))
    assert shown.code == 0
    assert "2 claims" in shown.err
    assert call("claims", "--ledger", str(ledger), "--all").rows == []
    assert b"Riberalta" not in ledger.read_bytes()
    again = call("add", str(page), "--ledger", str(ledger))
    assert again.code == 1
    assert "purged" in again.err
    assert call("purge", document[:12], *SIGNED, "--ledger", str(ledger)).code == 0
    assert call("purge", "ffffffff", *SIGNED, "--ledger", str(ledger)).code == 1


def test_claims_of_a_document_by_its_first_digits(call: Call, ledger: Path) -> None:
    rows = call("claims", "--ledger", str(ledger)).rows
    digits = rows[0]["document"]["id"][:8]
    assert call("claims", "--document", digits, "--ledger", str(ledger)).rows == rows != []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--country", "bo"), 2),
        (("--period", "2031-04..2031-03"), 2),
        (("--period", "soon"), 2),
        (("--document", "zz"), 1),
    ],
)
def test_a_filter_that_no_claim_can_answer_is_said(call: Call, ledger: Path, asked: tuple[str, ...], code: int) -> None:
    shown = call("claims", *asked, "--ledger", str(ledger))
    assert (shown.code, shown.out) == (code, "")
    assert asked[1].partition("..")[0] in shown.err


def test_an_empty_list_says_that_it_is_empty(call: Call, ledger: Path) -> None:
    assert "0 claims: none" in call("claims", "--source", "Nobody", "--ledger", str(ledger), terminal=True).err


@pytest.mark.parametrize("words", [("report", "--out"), ("export", "--as", "csv", "--out")])
def test_nothing_is_written_over_a_ledger(call: Call, ledger: Path, words: tuple[str, ...]) -> None:
    shown = call(*words, str(ledger), "--ledger", str(ledger))
    assert shown.code == 2
    assert "is a ledger" in shown.err
    assert call("verify", "--ledger", str(ledger)).code == 0


def test_a_withdrawn_claim_is_shown_as_its_tombstone(call: Call, ledger: Path) -> None:
    claim = call("claims", "--ledger", str(ledger)).rows[0]["claim_id"]
    call("judge", "withdraw", claim, "--by", "R. Analyst", "--why", "taken back", "--ledger", str(ledger))
    shown = call("show", claim, "--ledger", str(ledger), terminal=True).out
    assert "taken back" in shown
    assert "Citation" in shown
    assert "“" not in shown
    assert "lowlands" not in shown
    assert "withdrawn" in call("claims", "--all", "--ledger", str(ledger), terminal=True).out


@pytest.mark.parametrize(
    "asked",
    [("show", "ffff"), ("show", ""), ("judge", "accept", "ffff", *SIGNED), ("purge", "nowhere.txt", *SIGNED)],
)
def test_an_unknown_id_says_where_ids_are_listed(call: Call, ledger: Path, asked: tuple[str, ...]) -> None:
    shown = call(*asked, "--ledger", str(ledger))
    assert shown.code == 1
    assert "`dateline claims` lists" in shown.err


def test_a_decision_that_is_none_says_where_they_are_numbered(call: Call, ledger: Path) -> None:
    shown = call("judge", "undo", "--decision", "99", *SIGNED, "--ledger", str(ledger))
    assert (shown.code, "`dateline show CLAIM` numbers them" in shown.err) == (1, True)


def test_a_list_of_nothing_says_what_to_try(call: Call, ledger: Path) -> None:
    shown = call("claims", "--term", "trapped", "--ledger", str(ledger), terminal=True)
    assert (shown.code, "none" in shown.out, "--all" in shown.err) == (0, True, True)


def test_show_tells_what_was_corrected_and_what_was_undone(call: Call, ledger: Path) -> None:
    claim = call("claims", "--ledger", str(ledger), "--term", "injured").rows[0]["claim_id"]
    for decision in (("correct", claim, "term=evacuated"), ("accept", claim), ("undo", claim)):
        call("judge", *decision, *SIGNED, "--ledger", str(ledger))
    shown = call("show", claim, "--ledger", str(ledger), terminal=True).out
    assert "correct term: injured → evacuated" in shown
    assert "accept (undone)" in shown


def test_a_table_into_head_is_no_failure(call: Call, ledger: Path) -> None:
    claim = call("claims", "--ledger", str(ledger)).rows[0]["claim_id"]
    for verb in ("reconcile", f"show {claim}"):
        script = f"{sys.executable} -m dateline.cli {verb} --table --ledger {ledger} | :; exit ${{PIPESTATUS[0]}}"
        assert subprocess.run(["bash", "-c", script], capture_output=True).returncode == 0


def test_a_page_in_another_language_is_named_for_what_it_is(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "inondations.txt"
    page.write_text("Les inondations ont fait 27 morts et 19 000 sinistrés au Niger depuis juin, selon le ministère.")
    for verb in (("add", "--ledger", "fr.db"), ("extract",)):
        told = call(verb[0], str(page), *verb[1:]).err
        assert "in another language, and without a claim: fr 1" in told
    with dateline.open_ledger("fr.db") as opened:
        assert opened.stats().languages == (("fr", 1),)
    assert "another language" not in call("add", str(page), "--ledger", "fr.db").err
