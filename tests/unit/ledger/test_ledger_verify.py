"""Whatever is changed behind the ledger's back, `verify` names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_parts import AT, KILLED, NEWER, SHELTERED, claim, claims, clock, numbered, reading, tamper

from dateline.errors import LedgerCorrupt
from dateline.ledger import VerifyReport, open_ledger

PAGE = reading(url="https://kessa.example/1")
DOCUMENT = PAGE.document.id
KILLED_ID = claim(PAGE, KILLED).claim_id
GONE = numbered(7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with two versions of a page, one of them read twice, judgements, and a purged page."""
    path = tmp_path / "ledger.db"
    newer = reading("Nothing left of it.", url="https://kessa.example/1")
    with open_ledger(path, clock=clock(AT)) as ledger:
        ledger.add(PAGE, claims(PAGE))
        ledger.add(PAGE, claims(PAGE, NEWER)[:2])
        ledger.judge("correct", KILLED_ID, by="Ana", why="read again", field="term", value="injured")
        ledger.add(newer, [], extractor=NEWER)
        ledger.add(GONE, claims(GONE))
        ledger.judge("correct", claim(GONE, KILLED).claim_id, by="Bo", why="no", field="low", value=3)
        ledger.purge(GONE.document.id, by="Ana", why="asked to")
        ledger.withdraw(claim(PAGE, SHELTERED).claim_id, by="Ana", why="asked to")
    return path


def verified(path: Path) -> VerifyReport:
    with open_ledger(path) as ledger:
        return ledger.verify()


def test_what_was_left_alone_holds(path: Path) -> None:
    report = verified(path)
    assert report.ok
    assert (report.originals, report.documents, report.claims, report.judgements) == (2, 2, 3, 2)
    assert (report.entries, report.first_altered) == (9, None)
    with open_ledger(path) as ledger:
        assert [entry.what for entry in ledger.audit()] == [
            "add", "reread", "correct", "supersede", "add", "add", "correct", "purge", "withdraw",
        ]  # fmt: skip
        assert report.head == list(ledger.audit())[-1].hash


@pytest.mark.parametrize(
    ("change", "where", "says"),
    [
        ("UPDATE texts SET text = replace(text, 'Nine', 'Five')", f"document {DOCUMENT}", "text was altered"),
        ("DELETE FROM texts WHERE text LIKE '%Nine%'", f"document {DOCUMENT}", "text is missing"),
        ("UPDATE originals SET content = x'00'", f"original {PAGE.document.sha256}", "no longer have this hash"),
        ("UPDATE documents SET came_from = 'elsewhere'", f"document {DOCUMENT}", "origin was altered"),
        ("UPDATE documents SET superseded_by = NULL", f"document {DOCUMENT}", "superseded"),
        ("UPDATE readings SET published = '2031-03-09'", f"document {DOCUMENT}", "title, date, publisher"),
        ("DELETE FROM claim_versions WHERE claim_id = 'K'", f"claim {KILLED_ID}", "all its versions were removed"),
        ("UPDATE claim_versions SET content = replace(content, ':9,', ':90,')", f"claim {KILLED_ID}", "it was altered"),
        ("UPDATE claim_versions SET content = 'x' WHERE claim_id = 'K'", f"document {DOCUMENT}", "cannot be read"),
        ("UPDATE judgements SET new = '\"missing\"' WHERE claim_id = 'K'", "judgement 3", "it was altered"),
        ("UPDATE judgements SET action = 'accept' WHERE claim_id = 'K'", "judgement 3", "it was altered"),
        ("DELETE FROM judgements WHERE seq = 3", f"document {DOCUMENT}", "decision about a claim of it was removed"),
        ("DELETE FROM tombstones", f"document {GONE.document.id}", "tombstone was removed"),
        ("UPDATE tombstones SET citation = 'nobody'", f"tombstone {GONE.document.id}", "it was altered"),
        ("UPDATE audit SET why = 'read badly' WHERE seq = 3", "audit entry 3", "its why value was altered"),
        ("UPDATE audit SET new = NULL WHERE seq = 3", "audit entry 3", "its new value was taken out"),
        ("UPDATE audit SET who = 'Bo' WHERE seq = 3", "audit entry 3", "it was altered (correct by Bo"),
        ("UPDATE audit SET at = '2030-01-01T00:00:00Z' WHERE seq = 8", "audit entry 8", "it was altered"),
        ("DELETE FROM audit WHERE seq = 4", "audit entry 5", "1 entries are missing before it"),
    ],
)
def test_what_was_changed_is_named(path: Path, change: str, where: str, says: str) -> None:
    tamper(path, change.replace("'K'", f"'{KILLED_ID}'"))
    faults = verified(path).faults
    assert any(fault.where == where and says in fault.message for fault in faults), faults


def test_the_first_altered_entry_is_named_even_when_its_hash_was_made_to_fit(path: Path) -> None:
    tamper(path, "UPDATE audit SET hash = 'f00d' WHERE seq = 2", "UPDATE audit SET who = 'Bo' WHERE seq = 6")
    report = verified(path)
    assert report.first_altered == 2
    assert [fault.where for fault in report.faults] == ["audit entry 2", "audit entry 3", "audit entry 6"]


def test_entries_cut_off_the_end_are_missed_by_what_they_told_of(path: Path) -> None:
    tamper(path, "DELETE FROM audit WHERE seq = 9")
    assert any("judgements" in fault.message for fault in verified(path).faults)


def test_a_claim_put_in_past_the_log_is_named(path: Path) -> None:
    tamper(
        path,
        f"INSERT INTO claims SELECT 'put-in', document_id, added_at FROM claims WHERE claim_id = '{KILLED_ID}'",
        f"INSERT INTO claim_versions SELECT 'put-in', reading_id, content FROM claim_versions "
        f"WHERE claim_id = '{KILLED_ID}' LIMIT 1",
    )
    assert any(f.where == "claim put-in" and "past the audit log" in f.message for f in verified(path).faults)


def test_a_claim_without_a_number_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.add(PAGE, [claim(PAGE, "Governor")])
        (fault,) = ledger.verify().faults
    assert fault.where == f"claim {claim(PAGE, 'Governor').claim_id}"
    assert "neither digits nor number words" in fault.message
    assert fault.span == (fault.span[0], fault.span[0] + len("Governor")) if fault.span else False


def test_the_audit_log_cannot_be_changed_by_accident(path: Path) -> None:
    with open_ledger(path) as ledger:
        for statement in ("DELETE FROM audit", "UPDATE audit SET who = 'Bo'"):
            with pytest.raises(Exception, match="append-only"), ledger._store.writing() as connection:
                connection.exec_driver_sql(statement)
        assert ledger.verify().ok


def test_a_page_of_rubbish_in_the_file_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\x7f" * 4096
    path.write_bytes(data)
    try:
        report = verified(path)
    except LedgerCorrupt as error:
        assert path.name in str(error)
    else:
        assert not report.ok
