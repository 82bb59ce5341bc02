"""Files that are no ledger, cannot be written, are too new; who may read the file; full disks."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from ledger_parts import AT, claim, claims, clock, numbered, reading

from dateline.errors import LedgerCorrupt, LedgerError, LedgerReadOnly, NotFound
from dateline.ledger import open_ledger

NOBODY = 65534


def filled(path: Path) -> Path:
    with open_ledger(path, clock=clock(AT)) as ledger:
        ledger.add(reading(), claims(reading()))
        assert ledger.verify().ok  # also imports all there is to import, while it may be read
    return path


def test_only_the_owner_may_read_the_file_and_its_side_files(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    before = os.umask(0)
    try:
        with open_ledger(path) as ledger:
            ledger.add(reading(), claims(reading()))
            parts = sorted(tmp_path.iterdir())
            assert [part.name for part in parts] == ["ledger.db", "ledger.db-shm", "ledger.db-wal"]
            assert {stat.S_IMODE(part.stat().st_mode) for part in parts} == {0o600}
    finally:
        os.umask(before)
    path.chmod(0o644)
    with open_ledger(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_closed_ledger_is_one_file(tmp_path: Path) -> None:
    filled(tmp_path / "ledger.db")
    assert [part.name for part in tmp_path.iterdir()] == ["ledger.db"]


def test_commits_are_on_the_disk_before_they_are_told(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger, ledger._store.reading() as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def test_odd_names_are_names(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro#b %41é.db"
    filled(path)
    assert path.exists()
    with open_ledger(str(path), create=False) as ledger:
        assert ledger.stats().claims == 3
        assert repr(path.name)[1:-1] in repr(ledger)


def test_a_missing_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="dateline add"):
        open_ledger(tmp_path / "ledger.db", create=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LedgerReadOnly, match="no folder"):
        open_ledger(tmp_path / "nowhere" / "ledger.db")


def test_what_is_no_ledger_is_named_and_left_alone(tmp_path: Path) -> None:
    words, empty, other = tmp_path / "words.db", tmp_path / "empty.db", tmp_path / "other.db"
    words.write_text("These are the minutes of a meeting. " * 300)
    empty.touch()
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE mine (value)")
    before = {path: path.read_bytes() for path in (words, empty, other)}
    for path in before:
        with pytest.raises(LedgerCorrupt, match=path.name):
            open_ledger(path, create=False)
    for path in (words, other):
        with pytest.raises(LedgerCorrupt):
            open_ledger(path)
    with pytest.raises(LedgerCorrupt, match="folder"):
        open_ledger(tmp_path)
    assert {path: path.read_bytes() for path in before} == before
    assert sorted(tmp_path.iterdir()) == sorted(before)


def test_a_damaged_ledger_is_named(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.db")
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(LedgerCorrupt, match=r"ledger\.db"), open_ledger(path) as ledger:
        ledger.verify()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.writable


def test_a_newer_ledger_says_update(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.db")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match=r"newer dateline.*update dateline"):
        open_ledger(path)


def test_a_writer_who_never_ends_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ledger.opening.WAIT_SECONDS", 0.1)
    path = filled(tmp_path / "ledger.db")
    with open_ledger(path) as ledger, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another process"):
            ledger.add(numbered(1), claims(numbered(1)))
        assert ledger.stats().documents == 1
        other.execute("ROLLBACK")
        assert ledger.add(numbered(1), claims(numbered(1))).document_new


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write anything: step down for a while."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can enter (the test runner's own cannot be entered)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def give_away(*paths: Path) -> None:
    for path in paths if not os.geteuid() else ():
        os.chown(path, NOBODY, NOBODY)


def read_but_not_written(path: Path, advice: str) -> None:
    with open_ledger(path) as ledger:
        assert not ledger.writable
        assert ledger.stats().claims == 3
        assert ledger.verify().ok
        for write in (
            ledger.require_writable,
            lambda: ledger.add(numbered(1), claims(numbered(1))),
            lambda: ledger.judge("accept", claim(reading(), "Nine people").claim_id, by="Ana", why="x"),
            lambda: ledger.purge(reading().document.id, by="Ana", why="x"),
            ledger.erase,
        ):
            with pytest.raises(LedgerReadOnly, match=advice):
                write()


def test_a_ledger_in_a_folder_that_is_not_ours_can_be_read(open_folder: Path) -> None:
    path = filled(open_folder / "ledger.db")
    give_away(path)
    open_folder.chmod(0o555)
    with as_nobody():
        read_but_not_written(path, "copy the ledger elsewhere")


def test_a_ledger_that_is_read_only_can_be_read(open_folder: Path) -> None:
    path = filled(open_folder / "ledger.db")
    path.chmod(0o400)
    give_away(path, open_folder)
    with as_nobody():
        read_but_not_written(path, "may not be written by you")


def test_a_ledger_that_was_not_closed_cannot_be_read_where_nothing_can_be_written(open_folder: Path) -> None:
    source = open_folder / "source.db"
    with open_ledger(source) as ledger:
        ledger.add(reading(), claims(reading()))
        for ending in ("", "-wal"):
            shutil.copy(f"{source}{ending}", open_folder / f"ledger.db{ending}")
    give_away(open_folder / "ledger.db", open_folder / "ledger.db-wal")
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(LedgerReadOnly, match=r"Copy both"):
        open_ledger(open_folder / "ledger.db")


def test_a_ledger_cannot_be_made_where_nothing_can_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    give_away(open_folder)
    with as_nobody(), pytest.raises(LedgerReadOnly, match="choose a folder"):
        open_ledger(open_folder / "ledger.db")


# Full disks


def open_under(folder: Path) -> list[str]:
    """The files of this process that are open in `folder` (of Linux alone: elsewhere none are seen)."""
    held = []
    for handle in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):  # the listing's own is gone again
            held.append(str(handle.readlink()))
    return sorted(name for name in held if Path(name).is_relative_to(folder))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only root can mount it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() or not mount or not umount:
        pytest.skip("a small disk can be mounted by root only")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield folder
    finally:
        gc.collect()
        busy = subprocess.run([umount, folder], capture_output=True, text=True)
        if busy.returncode:  # never leave a mount behind; what still holds the disk is told below
            subprocess.run([umount, "--lazy", folder], capture_output=True)
    held = open_under(folder)
    assert not held, f"{busy.stderr} still open: {held}"


def test_a_full_disk_is_named_and_the_ledger_holds(small_disk: Path) -> None:
    path = small_disk / "ledger.db"
    kept = 0
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerReadOnly, match=f"disk that holds {small_disk}.*free some space"):
            for number in range(1000):
                ledger.add(numbered(number), claims(numbered(number)))
                kept += 1
        assert kept > 0
        assert ledger.verify().ok
        assert ledger.stats().documents == kept
    with open_ledger(path) as again:
        assert again.verify().ok
        assert again.stats().documents == kept


def test_a_disk_filled_by_others_still_lets_the_ledger_be_read(small_disk: Path) -> None:
    path = filled(small_disk / "ledger.db")
    fill(small_disk)
    with open_ledger(path) as ledger:
        assert ledger.verify().ok
        with pytest.raises(LedgerReadOnly, match="is full"):
            ledger.add(numbered(1), claims(numbered(1)))
    (small_disk / "filler").unlink()
    with open_ledger(path) as ledger:
        assert ledger.add(numbered(1), claims(numbered(1))).document_new


def test_what_cannot_be_opened_is_not_held_open(small_disk: Path) -> None:
    """An error keeps its traceback, and with it all that the failed attempts left: nothing of it may be open."""
    path = filled(small_disk / "ledger.db")
    fill(small_disk)
    gc.disable()
    try:
        with open_ledger(path) as ledger:
            assert not ledger.writable
        assert open_under(small_disk) == []
        path.write_bytes(b"")
        with pytest.raises(LedgerReadOnly) as refused:
            open_ledger(path)
        assert refused.value.__traceback__
        assert open_under(small_disk) == []
    finally:
        gc.enable()


def test_no_ledger_can_be_made_on_a_full_disk(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(LedgerReadOnly, match="disk"):
        open_ledger(small_disk / "ledger.db")


def fill(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(1024))
        except OSError:
            pass


def test_a_limit_on_the_file_is_like_a_full_disk(tmp_path: Path) -> None:
    """Without root: the process may write no file beyond a size."""
    path = tmp_path / "ledger.db"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("adder.py")), str(path), "0", "400"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "LedgerReadOnly" in done.stderr
    acknowledged = set(done.stdout.split()) - {"ready"}
    assert acknowledged
    with open_ledger(path) as ledger:
        assert ledger.verify().ok
        assert {found.document.id for found in ledger.documents()} == acknowledged
