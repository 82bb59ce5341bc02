"""`dateline add --workers 2` as it is typed: killed, interrupted and out of room in mid-run, and then started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import shard_runs

from dateline.ledger import open_ledger
from dateline.run import add_inputs

COUNT = 500
"""Documents: four shards."""
WAIT = 60.0
"""Seconds within which the machine, busy as it may be, must have come to the first receipt."""
ROOM = 400_000
"""Bytes that a file may have where room is short: enough for a result, too little for the ledger."""

WORDS = (*shard_runs.WORDS, *(f"The {what} of Anor opened." for what in ("fair", "mill", "well", "mine", "inn")))

pytestmark = pytest.mark.skipif(sys.platform == "win32" or not Path("/proc/self/stat").exists(), reason="needs /proc")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    rows = (
        {"id": str(number), "text": WORDS[number % len(WORDS)].format(n=100 + number), "url": f"u{number}"}
        for number in range(COUNT)
    )
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def start(inputs: Path, *, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """The command, in a group of processes of its own, deaf to no Ctrl-C (as what is started with "&" would be)."""

    def prepare() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if before is not None:
            before()

    command = [sys.executable, "-m", "dateline.cli", "add", inputs.name, "--ledger", "a.db", "--workers", "2"]
    return subprocess.Popen(
        command, cwd=inputs.parent, preexec_fn=prepare, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def alive(group: int) -> list[int]:
    """The processes of a group that still run."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state, _, of = (process / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it ended while we looked
            continue
        if int(of) == group and state not in "ZX":
            found.append(int(process.name))
    return found


def receipts(inputs: Path) -> int:
    """How many shards are entered."""
    return len(list((inputs.parent / "a.db.shards").glob("*.receipt")))


def until(done: Callable[[], bool], seconds: float = WAIT) -> None:
    """Waits for it; fails when it does not come."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.005)


def entered_more(process: subprocess.Popen[str], inputs: Path) -> None:
    """Waits until this process has entered a shard."""
    before = receipts(inputs)
    until(lambda: receipts(inputs) > before or process.poll() is not None)
    assert process.poll() is None, "it was through before it could be stopped"


def no_room() -> None:
    """For the process that is begun: no file may grow beyond ROOM, as if the disk were full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def test_out_of_room_killed_and_interrupted_twice_it_ends_with_the_facts_of_an_undisturbed_run(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    add_inputs([inputs.name], tmp_path / "undisturbed.db")
    kept = tmp_path / "a.db.shards"

    full = start(inputs, before=no_room)
    told = full.communicate()[1]
    assert full.returncode == 1
    assert "free some space" in told or "make room" in told
    assert "Traceback" not in told
    until(lambda: not alive(full.pid))
    assert not list(kept.glob(".*"))

    killed = start(inputs)
    entered_more(killed, inputs)
    killed.kill()
    killed.communicate()
    until(lambda: not alive(killed.pid), 10)  # no worker stays behind

    stopped = start(inputs)
    entered_more(stopped, inputs)
    os.killpg(stopped.pid, signal.SIGINT)
    time.sleep(0.02)
    os.killpg(stopped.pid, signal.SIGINT)  # as people do
    told = stopped.communicate(timeout=WAIT)[1]
    assert stopped.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in told, told
    until(lambda: not alive(stopped.pid), 10)
    assert not list(kept.glob(".*"))

    assert receipts(inputs) >= 2
    last = start(inputs)
    row = json.loads(last.communicate()[0])
    assert (last.returncode, row["documents"], row["new"]) == (0, COUNT, COUNT)
    assert not kept.exists()
    assert shard_runs.facts(tmp_path / "a.db") == shard_runs.facts(tmp_path / "undisturbed.db")
    with open_ledger(tmp_path / "a.db") as opened:
        assert opened.verify().ok


def test_ctrl_c_while_the_workers_begin_is_told_in_one_line(inputs: Path) -> None:
    process = start(inputs)
    until(lambda: len(alive(process.pid)) >= 4)  # itself, the tracker of semaphores, two workers
    os.killpg(process.pid, signal.SIGINT)
    told = process.communicate(timeout=WAIT)[1]
    assert process.returncode == 130
    assert told == "Stopped. What was written is whole; the same command again goes on from there.\n"
