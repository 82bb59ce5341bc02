"""Ledgers of every older version open, and end up with the tables that a new one has."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from ledger_parts import AT, claims, clock, reading
from sqlalchemy import Connection

from dateline.errors import LedgerError, LedgerReadOnly
from dateline.ledger import migrations, open_ledger, schema

FROZEN = Path(__file__).with_name("schemas")
Steps = dict[int, Callable[[Connection], None]]


def schema_of(path: Path) -> list[tuple[str, str]]:
    """Every table, index and trigger of a ledger, blanks aside."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    return [(name, re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split()))) for name, sql in rows]


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger of version 1 as that version left it, with a document in it."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((FROZEN / "1.sql").read_text(encoding="utf-8"))
    return path


def test_the_schema_is_the_frozen_one_of_its_version(tmp_path: Path) -> None:
    """Whoever changes a table raises the version, writes the step and freezes the new schema."""
    path = tmp_path / "new.db"
    open_ledger(path).close()
    frozen = tmp_path / "frozen.db"
    with closing(sqlite3.connect(frozen)) as raw:
        raw.executescript((FROZEN / f"{schema.VERSION}.sql").read_text(encoding="utf-8"))
    assert schema_of(path) == schema_of(frozen)
    assert user_version(frozen) == schema.VERSION


def test_every_older_version_opens_as_this_one(old: Path, tmp_path: Path) -> None:
    open_ledger(tmp_path / "new.db").close()
    with open_ledger(old) as ledger:
        assert ledger.verify().ok
        assert ledger.stats().claims == 3
        ledger.judge("accept", next(ledger.claims()).claim.claim_id, by="Ana", why="seen")
        assert ledger.verify().ok
    assert schema_of(old) == schema_of(tmp_path / "new.db")
    assert user_version(old) == schema.VERSION


def add_remark(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN remark VARCHAR")


def fill_remark(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE documents SET remark = 'kept before remarks'")


def make_newer(monkeypatch: pytest.MonkeyPatch, steps: Steps, version: int) -> None:
    monkeypatch.setattr(migrations, "STEPS", steps)
    monkeypatch.setattr(schema, "VERSION", version)


def test_a_made_up_next_version_keeps_what_was_there(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = schema.VERSION
    make_newer(monkeypatch, {**migrations.STEPS, newest + 1: add_remark, newest + 2: fill_remark}, newest + 2)
    with open_ledger(old) as ledger:
        assert ledger.verify().ok
        assert ledger.stats().claims == 3
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("SELECT remark FROM documents").fetchone() == ("kept before remarks",)
    assert user_version(old) == newest + 2
    open_ledger(old).close()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Connection) -> None:
        raise RuntimeError("out of memory")

    before = schema_of(old)
    make_newer(monkeypatch, {2: add_remark, 3: fails}, 3)
    with pytest.raises(RuntimeError):
        open_ledger(old)
    assert schema_of(old) == before
    assert user_version(old) == 1


def test_a_missing_step_is_said(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_newer(monkeypatch, {3: add_remark}, 3)
    with pytest.raises(LedgerError, match="version 2"):
        open_ledger(old)
    assert user_version(old) == 1


def test_a_ledger_that_cannot_be_written_cannot_be_migrated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_newer(monkeypatch, {2: add_remark}, 2)
    monkeypatch.setattr("dateline.ledger.opening._why_read_only", lambda path: f"{path} may not be written")
    with pytest.raises(LedgerReadOnly):
        open_ledger(old)


def freeze() -> None:
    """Write down this version's schema, with a page in it: run this file after raising the version."""
    path = FROZEN / "made.db"
    path.unlink(missing_ok=True)
    with open_ledger(path, clock=clock(AT)) as ledger:
        ledger.add(reading(), claims(reading()))
    with closing(sqlite3.connect(path)) as raw:
        stamps = [
            f"PRAGMA {name} = {raw.execute(f'PRAGMA {name}').fetchone()[0]};"
            for name in ("application_id", "user_version")
        ]
        dump = "\n".join([*stamps, *raw.iterdump(), ""])
    (FROZEN / f"{schema.VERSION}.sql").write_text(dump, encoding="utf-8")
    path.unlink()


if __name__ == "__main__":
    freeze()
