"""The folder beside the ledger that results and receipts wait in while a run lasts."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.errors import LedgerError, LedgerReadOnly
from dateline.model.reading import Problem
from dateline.run.progress import Tally
from dateline.run.shards.shard import Shard
from dateline.run.summary import Summary


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a shard is in the ledger: the ids of its documents and of the pages passed over, what entering it did, and
    its tally."""

    documents: tuple[str, ...]
    passed_over: tuple[str, ...]
    summary: Summary
    tally: Tally


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one ledger, its owner's alone. While it is open no other run uses it."""

    path: Path

    def result(self, shard: Shard) -> Path:
        """Where the shard's result is, or will be."""
        return self.path / f"{shard.key}.result"

    def receipt(self, shard: Shard) -> Receipt | None:
        """The shard's receipt; None while it is not entered."""
        try:
            row = json.loads(self._receipt(shard).read_bytes())
        except FileNotFoundError:
            return None
        problems = tuple(Problem(**one) for one in row["summary"].pop("problems"))
        tally = Tally(**{**row["tally"], "ignored_keys": tuple(row["tally"]["ignored_keys"])})
        summary = Summary(**row["summary"], problems=problems)
        return Receipt(tuple(row["documents"]), tuple(row["passed_over"]), summary, tally)

    def entered(self, shard: Shard, receipt: Receipt) -> None:
        """Put the receipt in the place of the result."""
        path = self._receipt(shard)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        part.write_text(json.dumps(asdict(receipt)), encoding="utf-8")
        part.replace(path)
        self.result(shard).unlink(missing_ok=True)

    def forget(self, shard: Shard) -> None:
        """Take away what is kept of a shard: it is done anew."""
        self._receipt(shard).unlink(missing_ok=True)
        self.result(shard).unlink(missing_ok=True)

    def _receipt(self, shard: Shard) -> Path:
        return self.path / f"{shard.key}.receipt"


@contextmanager
def folder_of(ledger: Path) -> Iterator[Folder]:
    """The folder of a ledger, made where it is missing and taken away when the block ends without an error.

    Raises LedgerError while another process has it open, LedgerReadOnly when it cannot be made or written.
    """
    path = ledger.with_name(f"{ledger.name}.shards")
    try:
        path.mkdir(mode=0o700, exist_ok=True)
        lock = (path / "lock").open("wb")
    except OSError as error:
        raise LedgerReadOnly(f"the folder {path} cannot be written ({(error.strerror or '').lower()})") from error
    with lock:
        _take(lock.fileno(), path)
        _sweep(path)
        try:
            yield Folder(path)
        except OSError as error:
            if error.filename is None or Path(error.filename).parent != path:
                raise
            raise LedgerReadOnly(f"the folder {path} cannot be written ({(error.strerror or '').lower()})") from error
        finally:
            _sweep(path)
        shutil.rmtree(path, ignore_errors=True)


def _sweep(path: Path) -> None:
    """Takes away what a process that was ended was writing: on a full disk it holds the room that is missing."""
    for left in path.glob(".*.*"):
        left.unlink(missing_ok=True)


def _take(lock: int, path: Path) -> None:
    """Locks the folder for this process, where the system can (not on Windows); freed however the process ends."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LedgerError(f"another run is adding to this ledger in shards ({path})") from error
