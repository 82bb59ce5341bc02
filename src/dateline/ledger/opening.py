"""Opening the file: made with mode 0600, recognised, initialised or migrated, else opened for reading only."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from dateline.errors import LedgerCorrupt, LedgerError, LedgerReadOnly, NotFound
from dateline.ledger import migrations, schema
from dateline.ledger.failures import code_of, disk_full, translated
from dateline.ledger.store import Store, wall_clock

Mode = Literal["rw", "ro", "immutable"]

OWNER_ONLY: Final = 0o600
WAIT_SECONDS: Final = 60.0
"""How long a writer waits for another before it gives up."""

_CACHE_KIB: Final = 16_000
_WAL_TRIES: Final = 200


def open_store(path: Path, *, create: bool, clock: Callable[[], datetime] | None = None) -> Store:
    """The open file behind a ledger; see `dateline.ledger.open_ledger` for what is raised."""
    _make(path, create)
    _keep_to_owner(path)
    reason = _why_read_only(path)
    engine, reason = _connectable(path, reason)
    store = Store(path, engine, reason, clock or wall_clock)
    try:
        _prepare(store, create)
    except BaseException:
        store.close()
        raise
    return store


def _make(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerCorrupt(f"{path} is a folder, no ledger: name a file")
    if path.exists():
        return
    if not create:
        raise NotFound(f"there is no ledger at {path}: `dateline add` makes one, --ledger names another")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY))
    except FileNotFoundError:
        raise LedgerReadOnly(f"cannot make the ledger {path}: there is no folder {path.parent}") from None
    except OSError as error:
        raise LedgerReadOnly(
            f"cannot make the ledger {path} ({error.strerror}): choose a folder you may write to, with --ledger"
        ) from error


def _keep_to_owner(path: Path) -> None:
    """Take group's and others' rights away, where the file is ours; its side files get the same mode from SQLite."""
    for part in (path, *_side_files(path)):
        with suppress(OSError):
            mode = stat.S_IMODE(part.stat().st_mode)
            if mode & ~OWNER_ONLY:
                part.chmod(mode & OWNER_ONLY)


def _side_files(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _why_read_only(path: Path) -> str | None:
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        return (
            f"the ledger {path} may not be written by you: ask its owner for the right, "
            "copy it and use the copy, or name another with --ledger"
        )
    folder = path.absolute().parent
    if not os.access(folder, os.W_OK, effective_ids=effective):
        return (
            f"the folder {folder} may not be written by you, and the ledger {path} needs files beside it: "
            "copy the ledger elsewhere, or name another with --ledger"
        )
    return None


def _connectable(path: Path, reason: str | None) -> tuple[Engine, str | None]:
    """An engine that can at least read. On a full disk the shared-memory file cannot be made: then for reading."""
    if reason is None:
        engine = _engine(path, "rw")
        failure = _failure(engine)
        if failure is None:
            return engine, None
        engine.dispose()
        if code_of(failure) not in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
            with translated(path):
                raise failure
        reason = disk_full(path).message
    return _reader(path, reason), reason


def _reader(path: Path, reason: str) -> Engine:
    engine = _engine(path, "ro")
    failure = _failure(engine)
    if failure is None:
        return engine
    engine.dispose()
    log = _side_files(path)[0]
    if code_of(failure) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        with translated(path):
            raise failure
    if log.exists() and log.stat().st_size:
        raise LedgerReadOnly(
            f"cannot read the ledger {path} where it lies: it was not closed, and its newest part is in {log.name}. "
            "Copy both to a folder you may write to and open the copy"
        )
    # Nobody who cannot write can have left a log, and an empty one means that the file is whole.
    return _engine(path, "immutable")


def _failure(engine: Engine) -> BaseException | None:
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except Exception as error:
        orig = getattr(error, "orig", error)
        return orig if isinstance(orig, sqlite3.Error) else error
    return None


def _engine(path: Path, mode: Mode) -> Engine:
    query = "immutable=1" if mode == "immutable" else f"mode={mode}"
    address = f"file:{quote(str(path.absolute()))}?{query}"

    def connect() -> sqlite3.Connection:
        # isolation_level None: SQLAlchemy's "begin" below says how a transaction begins, not the driver.
        connection = sqlite3.connect(
            address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        # FULL: a commit is told only when it is on the disk, so that no power cut takes back what was acknowledged.
        # secure_delete: what is deleted is overwritten, so that purging purges.
        try:
            for pragma in (
                "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", f"cache_size = -{_CACHE_KIB}"
            ):  # fmt: skip
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            # The pool does not know it yet, and the error's traceback would hold the file open.
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its place in the queue at once: a reader that becomes a writer later could not wait.
        writes = connection.get_execution_options().get("dateline_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(store: Store, create: bool) -> None:
    with store.reading() as connection:
        version = _recognise(connection, store.path)
    if version == schema.VERSION:
        _write_ahead(store)
        return
    if version == 0 and not create:
        raise LedgerCorrupt(f"{store.path} is empty, no ledger: `dateline add` makes one")
    with store.writing() as connection:
        version = _recognise(connection, store.path)  # another process may have been faster
        if version == 0:
            migrations.create(connection)
        else:
            migrations.migrate(connection, version, migrations.STEPS, schema.VERSION)
    _write_ahead(store)


def _recognise(connection: Connection, path: Path) -> int:
    """The schema version of the file, 0 when it is empty."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if not application and not version and not tables:
        return 0
    if application != schema.APPLICATION_ID:
        raise LedgerCorrupt(f"{path} is a database but no ledger of dateline: name another file with --ledger")
    if version > schema.VERSION:
        raise LedgerError(
            f"{path} was written by a newer dateline (schema {version}, this one knows {schema.VERSION}): "
            "update dateline"
        )
    return version


def _write_ahead(store: Store) -> None:
    """Let readers read while one process writes. Kept in the file; two that make it at once may have to take turns."""
    if store.read_only:
        return
    with translated(store.path):
        for tries_left in range(_WAL_TRIES, -1, -1):
            raw = store.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL").fetchall()
                return
            except sqlite3.OperationalError as error:
                if code_of(error) != sqlite3.SQLITE_BUSY or not tries_left:
                    raise
                time.sleep(0.02)
            finally:
                raw.close()
