"""Purging purges: no byte of it stays in the file or beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from ledger_parts import (
    AT,
    KILLED,
    NEWER,
    SHELTERED,
    TEXT,
    bytes_on_disk,
    claim,
    claims,
    clock,
    numbered,
    reading,
    span,
    tamper,
)

from dateline.errors import UsageError
from dateline.ledger import Ledger, open_ledger

SECRET = "Velmira Ostrand"
PAGE = reading(f"{TEXT} {SECRET} saw nine of them.", name=f"{SECRET}.txt", url=f"https://kessa.example/{SECRET}")
TRACES = (SECRET, "Velmira", "East Velik", "Mira Tolen", "nine of them")


def with_traces(ledger: Ledger) -> None:
    """A document with private words in its text, original, name, url, claims, judgements and audit entries."""
    for number in range(5):
        ledger.add(numbered(number), [])
    secret = claim(PAGE, "nine of them", persons=(span(PAGE, SECRET),))
    ledger.add(PAGE, [*claims(PAGE), secret])
    ledger.add(PAGE, [*claims(PAGE, NEWER), secret])
    ledger.judge("reject", secret.claim_id, by="Ana", why=f"{SECRET} took it back")
    shelter = claim(PAGE, SHELTERED).claim_id
    ledger.judge("correct", shelter, by="Ana", why="mistaken", field="sources.remove", value="Mira Tolen")
    ledger.undo(secret.claim_id, by="Ana", why=f"{SECRET} did not")
    ledger.log("show unmasked", "Bo", why=f"to call {SECRET}", claim_id=secret.claim_id)


def test_no_byte_of_a_purged_document_stays(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path, clock=clock(AT)) as ledger:
        with_traces(ledger)
        before = bytes_on_disk(path)
        assert all(trace.encode() in before for trace in TRACES)
        purged = ledger.purge(PAGE.document.id, by="Ana", why="a witness is at risk")
        assert purged.erased
        remains = bytes_on_disk(path)
        # "East Velik" stands in the kept bulletins too: their texts are allowed, and nothing else.
        assert SECRET.encode() not in remains
        assert b"Velmira" not in remains
        assert b"nine of them" not in remains
        assert remains.count(b"Mira Tolen") == remains.count(b"East Velik") == 5
        assert ledger.verify().ok
        about = [entry for entry in ledger.audit() if entry.document_id == PAGE.document.id]
        assert [entry.withheld for entry in about] == [True] * 6 + [False]
        assert {(entry.old, entry.new, entry.why) for entry in about[:-1]} == {(None, None, None)}
        assert about[-1].why == "a witness is at risk"
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM audit WHERE salt IS NULL").fetchone() == (6,)


def test_the_citation_holds_no_name_unless_a_person_says_so(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(PAGE, [])
        assert ledger.purge(PAGE.document.id, by="Ana", why="x").tombstone.citation == "The Kessa Herald, 2031-03-04"
        bare = reading("Nine people.", publisher=None, published=None)
        ledger.add(bare, [])
        purged = ledger.purge(bare.document.id, by="Ana", why="x")
        assert purged.tombstone.citation == f"document {bare.document.id}"


def test_a_purge_beside_a_reader_says_that_it_is_not_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ledger.opening.WAIT_SECONDS", 0.1)
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger, open_ledger(path) as other:
        with_traces(ledger)
        listing = other.claims()
        next(listing)
        purged = ledger.purge(PAGE.document.id, by="Ana", why="x")
        assert not purged.erased
        assert not ledger.has_document(PAGE.document.id)
        assert not ledger.erase()
        listing.close()  # type: ignore[attr-defined]
        assert ledger.erase()
        assert SECRET.encode() not in bytes_on_disk(path)


def test_a_purge_needs_a_name_and_a_reason(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(PAGE, [])
        for by, why in (("", "x"), ("Ana", "")):
            with pytest.raises(UsageError):
                ledger.purge(PAGE.document.id, by=by, why=why)
        assert ledger.has_document(PAGE.document.id)


def test_taking_values_out_without_a_purge_is_found(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.add(PAGE, claims(PAGE))
        ledger.judge("reject", claim(PAGE, KILLED).claim_id, by="Ana", why="a rumour")
    tamper(path, "UPDATE audit SET why = NULL, salt = NULL WHERE seq = 2")
    with open_ledger(path) as ledger:
        assert ledger.verify().first_altered == 2
