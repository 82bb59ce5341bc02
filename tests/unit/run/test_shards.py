"""Runs in shards: the facts are those of a run without; a run that was stopped, at any point, by anything, goes on."""

from __future__ import annotations

import errno
import os
import pickle
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import shard_runs
from shard_runs import DOCUMENTS, Here, archive, facts, pages, run

from dateline.errors import ExtractError, LedgerError, LedgerReadOnly, UsageError
from dateline.extract import extract_all
from dateline.ledger import open_ledger
from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs
from dateline.run import Tally, Unwatched, add_inputs
from dateline.run.shards import Settings
from dateline.run.shards.folder import folder_of
from dateline.run.shards.work import Task

COUNT = 30
KILLS = 20


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("inputs") / "a.jsonl", COUNT)


@pytest.fixture(scope="module")
def undisturbed(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    ledger = tmp_path_factory.mktemp("undisturbed") / "a.db"
    run(inputs, ledger)
    return facts(ledger)


def test_shards_give_what_one_process_gives(inputs: Path, undisturbed: list[str], tmp_path: Path) -> None:
    summary = add_inputs([inputs], tmp_path / "one.db")
    assert facts(tmp_path / "one.db") == undisturbed
    in_shards = run(inputs, tmp_path / "shards.db")
    assert in_shards == summary
    assert summary.claims > COUNT // 2
    assert len(summary.problems) == COUNT // 9
    assert not (tmp_path / "shards.db.shards").exists()


def test_again_adds_nothing_and_extracts_nothing(
    inputs: Path, undisturbed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(inputs, tmp_path / "a.db")
    monkeypatch.setattr(
        sys.modules["dateline.extract"], "extract_all", lambda documents, **_: [1 / 0 for _ in documents]
    )
    summary = run(inputs, tmp_path / "a.db")
    assert (summary.new, summary.claims, summary.unchanged) == (0, 0, summary.documents)
    assert facts(tmp_path / "a.db") == undisturbed


class Failing(Here):
    """Fails at a task."""

    def __init__(self, at: int, error: BaseException) -> None:
        super().__init__()
        self.at, self.error = at, error

    def submit(self, task: Task):  # type: ignore[no-untyped-def]
        if self.done == self.at:
            raise self.error
        return super().submit(task)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ExtractError("died")], ids=["ctrl-c", "worker"])
def test_a_stopped_run_goes_on_where_it_was(
    error: BaseException, inputs: Path, undisturbed: list[str], tmp_path: Path
) -> None:
    with pytest.raises(type(error)):
        run(inputs, tmp_path / "a.db", Failing(9, error))
    assert 0 < len(facts(tmp_path / "a.db")) < len(undisturbed)
    left = Here()
    summary = run(inputs, tmp_path / "a.db", left)
    assert left.done == -(-COUNT // DOCUMENTS) - 9
    assert facts(tmp_path / "a.db") == undisturbed
    assert summary == run(inputs, tmp_path / "b.db")  # counted as if it had not been stopped


def test_a_receipt_is_not_believed_when_the_ledger_is_another(
    inputs: Path, undisturbed: list[str], tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(inputs, tmp_path / "a.db", Failing(9, KeyboardInterrupt()))
    for file in tmp_path.glob("a.db*"):
        if file.is_file():
            file.unlink()
    run(inputs, tmp_path / "a.db")
    assert facts(tmp_path / "a.db") == undisturbed


def test_a_full_disk_stops_the_run_and_costs_nothing(
    inputs: Path, undisturbed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("dateline.run.shards.result.os.fsync", full)
        with pytest.raises(LedgerReadOnly, match="make room"):
            run(inputs, tmp_path / "a.db")
    assert not list((tmp_path / "a.db.shards").glob("*result*"))
    run(inputs, tmp_path / "a.db")
    assert facts(tmp_path / "a.db") == undisturbed


def test_a_document_that_the_ledger_keeps_otherwise_keeps_its_text_and_name(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    talk = " ".join(f"The bakers of street {number} sang in the market." for number in range(12))
    page.write_text(f"<html><head><title>Songs</title></head><body><h1>Songs</h1><p>{talk}</p></body></html>")
    add_inputs([page], tmp_path / "a.db")
    before = facts(tmp_path / "a.db")
    page.rename(tmp_path / "other.html")
    summary = run(tmp_path / "other.html", tmp_path / "a.db")
    assert (summary.new, summary.documents) == (0, 1)
    assert facts(tmp_path / "a.db") == before


def test_one_run_at_a_time(inputs: Path, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with folder_of(tmp_path / "a.db"), pytest.raises(LedgerError, match="another run"):
        run(inputs, tmp_path / "a.db")


def test_progress_tells_pages_claims_and_the_share_that_is_done(inputs: Path, tmp_path: Path) -> None:
    class Watch(Unwatched):
        def __init__(self) -> None:
            self.tallies: list[Tally] = []
            self.problems: list[Problem] = []

        def moved(self, tally: Tally) -> None:
            self.tallies.append(tally)

        def failed(self, problem: Problem) -> None:
            self.problems.append(problem)

    watch = Watch()
    summary = run(inputs, tmp_path / "a.db", watch=watch)
    assert watch.tallies[-1].pages == COUNT - len(summary.problems)
    assert watch.tallies[-1].claims >= summary.claims
    assert watch.tallies[-1].share == 1.0
    shares = [tally.share or 0 for tally in watch.tallies]
    assert shares == sorted(shares)
    assert tuple(watch.problems) == summary.problems


def test_an_engine_that_there_is_not(inputs: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no engine 'spark'"):
        add_inputs([inputs], tmp_path / "a.db", engine="spark")
    with pytest.raises(UsageError, match="standard input"):
        add_inputs(["-"], tmp_path / "a.db", workers=2)


@pytest.fixture(scope="module")
def warc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pages(tmp_path_factory.mktemp("warc") / "a.warc", COUNT)


def test_pages_of_an_archive_without_a_claim_are_named_and_not_kept(warc: Path, tmp_path: Path) -> None:
    summary = run(warc, tmp_path / "a.db")
    whole = [one for one in read_inputs([warc]) if isinstance(one, Reading)]
    with open_ledger(tmp_path / "a.db") as ledger:
        kept = {one.document.id for one in ledger.documents()}
        told = {one.document.id for one in extract_all([one.document for one in whole]) if one.claims}
        assert kept == told
        over = {one.page.id: one.page for one in ledger.passed_over()}
        assert kept | over.keys() == {one.document.id for one in whole}
        assert not kept & over.keys()
        assert {one.came_from for one in over.values()} <= {one.came_from for one in whole}
        assert {one.why for one in over.values()} == {"gate", "no claim"}
        assert summary.passed_over + summary.documents == COUNT
        assert ledger.stats().passed_over == len(over)
        assert ledger.verify().ok


def test_without_shards_the_same_pages_are_passed_over(warc: Path, tmp_path: Path) -> None:
    summary = add_inputs([warc], tmp_path / "one.db")
    assert run(warc, tmp_path / "shards.db") == summary
    assert facts(tmp_path / "one.db") == facts(tmp_path / "shards.db")


def test_again_names_nothing_twice(warc: Path, tmp_path: Path) -> None:
    run(warc, tmp_path / "a.db")
    before = facts(tmp_path / "a.db")
    summary = run(warc, tmp_path / "a.db")
    assert (summary.new, summary.claims, summary.unchanged) == (0, 0, summary.documents)
    assert facts(tmp_path / "a.db") == before
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.verify().ok


def test_everything_is_kept_when_that_is_asked_and_stays_kept(warc: Path, tmp_path: Path) -> None:
    run(warc, tmp_path / "a.db")
    everything = run(warc, tmp_path / "a.db", settings=Settings(keep_all=True))
    assert (everything.passed_over, everything.documents) == (0, COUNT)
    with open_ledger(tmp_path / "a.db") as ledger:
        assert list(ledger.passed_over()) == []
    before = facts(tmp_path / "a.db")
    assert run(warc, tmp_path / "a.db").passed_over == 0
    assert add_inputs([warc], tmp_path / "a.db").passed_over == 0
    assert facts(tmp_path / "a.db") == before


def test_files_are_passed_over_only_when_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The bridge was painted and the singers came to the fair.")
    assert add_inputs([tmp_path / "in"], tmp_path / "a.db").documents == 1
    for name, workers in (("b.db", 1), ("c.db", 2)):
        summary = add_inputs([tmp_path / "in"], tmp_path / name, keep_all=False, workers=workers)
        assert (summary.documents, summary.passed_over) == (0, 1)


def test_a_stopped_run_over_an_archive_goes_on_where_it_was(warc: Path, tmp_path: Path) -> None:
    run(warc, tmp_path / "whole.db")
    with pytest.raises(KeyboardInterrupt):
        run(warc, tmp_path / "a.db", Failing(9, KeyboardInterrupt()))
    left = Here()
    run(warc, tmp_path / "a.db", left)
    assert left.done == -(-COUNT // DOCUMENTS) - 9
    assert facts(tmp_path / "a.db") == facts(tmp_path / "whole.db")
    with pytest.raises(KeyboardInterrupt):
        run(warc, tmp_path / "b.db", Failing(9, KeyboardInterrupt()))
    (tmp_path / "b.db").unlink()
    run(warc, tmp_path / "b.db")  # receipts of pages that were only named are not believed either
    assert facts(tmp_path / "b.db") == facts(tmp_path / "whole.db")


def test_what_was_purged_is_not_even_named(warc: Path, tmp_path: Path) -> None:
    run(warc, tmp_path / "a.db", settings=Settings(keep_all=True))
    with open_ledger(tmp_path / "a.db") as ledger:
        bakers = next(one.document.id for one in ledger.documents() if one.document.title == "Page 2")
        ledger.purge(bakers, by="tester", why="asked to")
    run(warc, tmp_path / "a.db")
    with open_ledger(tmp_path / "a.db") as ledger:
        assert bakers not in {one.page.id for one in ledger.passed_over()}
        assert ledger.verify().ok


def test_altered_names_of_pages_that_were_passed_over_are_found(warc: Path, tmp_path: Path) -> None:
    for change in ("UPDATE passed_over SET url = 'u' WHERE why = 'gate'", "DELETE FROM passed_over WHERE why = 'gate'"):
        run(warc, tmp_path / "a.db")
        with closing(sqlite3.connect(tmp_path / "a.db")) as raw, raw:
            raw.execute(change)
        with open_ledger(tmp_path / "a.db") as ledger:
            assert any("passed over" in fault.message for fault in ledger.verify().faults)
        (tmp_path / "a.db").unlink()


@pytest.mark.parametrize(("made", "name"), [(archive, "a.jsonl"), (pages, "a.warc")], ids=["lines", "pages"])
def test_twenty_kills_at_random_moments_lose_and_double_nothing(
    made: Callable[[Path, int], Path], name: str, tmp_path: Path
) -> None:
    inputs = made(tmp_path / name, COUNT)
    run(inputs, tmp_path / "undisturbed.db")
    undisturbed = facts(tmp_path / "undisturbed.db")
    answers = tmp_path / "answers"
    documents = [one.document for one in read_inputs([inputs]) if isinstance(one, Reading)]
    answers.write_bytes(pickle.dumps({found.document.id: found for found in extract_all(documents)}))
    ledger, chance, found = tmp_path / "a.db", random.Random(6), list[int]()
    command = [sys.executable, shard_runs.__file__, str(inputs), str(ledger), str(answers)]
    while len(found) < KILLS:
        before = len(list((tmp_path / "a.db.shards").glob("*.receipt")))
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout is not None and process.stdout.readline() == "begin\n"
        for _ in range(before + chance.randint(0, 3)):  # what has a receipt is told at once
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT]))
        if "end" in process.communicate()[0]:
            assert facts(ledger) == undisturbed
            ledger.unlink()
            shutil.rmtree(tmp_path / "a.db.shards", ignore_errors=True)
        else:
            with open_ledger(ledger) as opened:
                stats = opened.stats()
                found.append(stats.documents + stats.passed_over)
    assert len(set(found)) >= KILLS // 4, "the kills were not spread over the run"
    assert subprocess.run(command, capture_output=True, text=True).stdout.endswith("end\n")
    assert facts(ledger) == undisturbed
    with open_ledger(ledger) as opened:
        assert opened.verify().ok
