"""What the watch remembers, in a small SQLite file beside the ledger: feeds, items, and what waits to be read.

Whatever happens, it is as it was before a step or as it is after it. An item waits, with its page once that is
fetched, until the ledger has it; then nothing of it is kept but its key. So a stopped watch goes on where it was: no
item is lost between a feed's answer and the ledger, and no page is asked for twice.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from dateline.errors import LedgerCorrupt, LedgerError, NotFound
from dateline.model.answer import Answer
from dateline.run.watch.entry import Entry, digest_of, entry_of

_VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE feeds (address TEXT PRIMARY KEY, etag TEXT, modified TEXT);
CREATE TABLE seen (feed TEXT, key TEXT, digest TEXT NOT NULL, PRIMARY KEY (feed, key)) WITHOUT ROWID;
CREATE TABLE items (key TEXT PRIMARY KEY, url TEXT, updated TEXT) WITHOUT ROWID;
CREATE INDEX items_by_url ON items (url);
CREATE TABLE waiting (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, host TEXT NOT NULL, entry TEXT NOT NULL,
    tries INTEGER NOT NULL
);
CREATE TABLE answers (
    key TEXT PRIMARY KEY, url TEXT NOT NULL, data BLOB NOT NULL, media_type TEXT, charset TEXT,
    retrieved_at TEXT NOT NULL, etag TEXT, modified TEXT
);
"""
_BY_TURNS: Final = """
SELECT key FROM
    (SELECT key, number, row_number() OVER (PARTITION BY host ORDER BY number) AS turn FROM waiting)
ORDER BY turn, number
"""
"""The items that wait, one of each host in turn: while one host rests, the others are asked."""

_READ: Final = "SELECT 1 FROM items WHERE key NOT IN (SELECT key FROM waiting) LIMIT 1"
"""Whether any item is through."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Of a feed's items, how many are `new`, and how many known ones read differently now."""

    new: int
    updated: int


def open_state(ledger: Path) -> State:
    """The state beside a ledger, made where there is none, and held by this process alone.

    Raises LedgerError where another watch holds it, LedgerCorrupt for a file that is none, NotFound where it remembers
    a ledger that is gone.
    """
    path = ledger.with_name(f"{ledger.name}.watch")
    with _told(path):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, timeout=1.0, isolation_level=None)
        try:
            _prepare(connection, path)
            if not ledger.exists() and connection.execute(_READ).fetchone():
                raise NotFound(
                    f"{path} remembers what was read into {ledger}, which is gone: bring the ledger back, or remove "
                    "that file to read everything anew"
                )
        except BaseException:
            connection.close()
            raise
    return State(connection, path)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN EXCLUSIVE")  # held until it is closed
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, _VERSION):
        raise LedgerError(f"{path} was written by another dateline (version {version}): use that, or remove the file")
    if version == 0:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute("COMMIT")


class State:
    """The open file; `open_state` makes one. Every method may raise LedgerError: the disk is full, the file damaged."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def validators(self, feed: str) -> tuple[str | None, str | None]:
        """ETag and Last-Modified of the feed's last answer that was taken in."""
        with self._step() as step:
            row = step.execute("SELECT etag, modified FROM feeds WHERE address = ?", (feed,)).fetchone()
        return row or (None, None)

    def take_in(self, feed: str, answer: Answer, entries: Iterable[Entry]) -> Taken:
        """Keep which items a feed holds, and let those wait that are new or read differently.

        In one step with the feed's validators: an answer that is not taken in whole is asked for again.
        """
        with self._step() as step:
            became = [_take(step, entry) for entry in entries]
            step.execute("REPLACE INTO feeds VALUES (?, ?, ?)", (feed, answer.etag, answer.modified))
        return Taken(became.count("new"), became.count("updated"))

    def waiting(self) -> list[str]:
        """The keys of the items that wait, one of each host in turn."""
        with self._step() as step:
            return [key for (key,) in step.execute(_BY_TURNS).fetchall()]

    def entry(self, key: str) -> tuple[Entry, int]:
        """An item that waits, and in how many rounds it could not be had."""
        with self._step() as step:
            entry, tries = step.execute("SELECT entry, tries FROM waiting WHERE key = ?", (key,)).fetchone()
        return entry_of(entry), tries

    def answer(self, key: str) -> Answer | None:
        """The page of an item that waits, where it was fetched already."""
        with self._step() as step:
            row = step.execute(
                "SELECT url, data, media_type, charset, retrieved_at, etag, modified FROM answers WHERE key = ?", (key,)
            ).fetchone()
        return Answer(*row) if row else None

    def keep(self, key: str, answer: Answer) -> None:
        """Keep the page of an item until the item is done."""
        with self._step() as step:
            step.execute(
                "REPLACE INTO answers VALUES "
                "(:key, :url, :data, :media_type, :charset, :retrieved_at, :etag, :modified)",
                {"key": key, **asdict(answer)},
            )

    def key_of(self, url: str) -> str | None:
        """The item whose page answered under this address; None where there is none."""
        with self._step() as step:
            row = step.execute("SELECT key FROM items WHERE url = ? LIMIT 1", (url,)).fetchone()
        return row[0] if row else None

    def done(self, key: str, url: str | None = None) -> None:
        """The item is through: nothing of it is kept but its key and the address that answered."""
        with self._step() as step:
            step.execute("DELETE FROM waiting WHERE key = ?", (key,))
            step.execute("DELETE FROM answers WHERE key = ?", (key,))
            step.execute("UPDATE items SET url = coalesce(?, url) WHERE key = ?", (url, key))

    def failed(self, key: str) -> None:
        """The item could not be had this time; it goes on waiting."""
        with self._step() as step:
            step.execute("UPDATE waiting SET tries = tries + 1 WHERE key = ?", (key,))

    @contextmanager
    def _step(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _take(step: sqlite3.Connection, entry: Entry) -> str:
    """Whether the item is "new", "updated" or "known".

    It is compared with what the same feed said of it before: two feeds may tell of one item in different words. An
    update that another feed has brought already is known by its date.
    """
    digest = digest_of(entry.item)
    before = step.execute("SELECT digest FROM seen WHERE feed = ? AND key = ?", (entry.feed, entry.key)).fetchone()
    item = step.execute("SELECT updated FROM items WHERE key = ?", (entry.key,)).fetchone()
    if before is not None and before[0] == digest:
        return "known"
    step.execute("REPLACE INTO seen VALUES (?, ?, ?)", (entry.feed, entry.key, digest))
    if item is None:
        step.execute("INSERT INTO items VALUES (?, NULL, ?)", (entry.key, entry.item.updated))
        _let_wait(step, entry)
        return "new"
    if before is None or (entry.item.updated and entry.item.updated == item[0]):
        return "known"
    step.execute("UPDATE items SET updated = ? WHERE key = ?", (entry.item.updated, entry.key))
    step.execute("DELETE FROM answers WHERE key = ?", (entry.key,))
    _let_wait(step, replace(entry, updated=True))
    return "updated"


def _let_wait(step: sqlite3.Connection, entry: Entry) -> None:
    step.execute(
        "REPLACE INTO waiting (key, host, entry, tries) VALUES (?, ?, ?, 0)", (entry.key, entry.host, entry.to_json())
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Errors of SQLite and the system, in words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise LedgerError(f"another `dateline watch` is at work beside {path}") from None
        raise LedgerError(_unwritten(path, str(error))) from None
    except sqlite3.DatabaseError as error:
        raise LedgerCorrupt(
            f"{path} is damaged, or no file of `dateline watch` ({error}): remove it to read all items anew"
        ) from None
    except OSError as error:
        raise LedgerError(_unwritten(path, error.strerror or "")) from None


def _unwritten(path: Path, why: str) -> str:
    return f"{path} cannot be written ({why.lower()}): choose a ledger in a folder you may write to, with --ledger"
