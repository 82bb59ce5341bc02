"""Several processes at once, and a process killed at any moment."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ledger_parts import claims, numbered

from dateline.ledger import open_ledger

ADDER = Path(__file__).with_name("adder.py")
MANY = 2_000
"""Bulletins that no machine adds while its test is kept from killing it for a while."""


def start(ledger: Path, first: int, last: int, group: int = 1) -> subprocess.Popen[str]:
    command = [sys.executable, str(ADDER), str(ledger), str(first), str(last), str(group)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_add_the_same_and_different_documents_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    adders = [start(path, 0, 30), start(path, 10, 40)]
    for adder in adders:
        adder.communicate(timeout=120)
        assert adder.returncode == 0
    with open_ledger(path) as ledger:
        assert {d.document.id for d in ledger.documents()} == {numbered(n).document.id for n in range(40)}
        assert ledger.stats().claims == 3 * 40
        assert sum(entry.what == "add" for entry in ledger.audit()) == 40
        assert sum(entry.what == "reread" for entry in ledger.audit()) == 0
        assert ledger.verify().ok


def test_one_reads_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as one, open_ledger(path) as other:
        one.add_many([])
        for number in range(3):
            one.add(numbered(number), claims(numbered(number)))
        listing = other.claims()
        next(listing)
        one.add(numbered(9), claims(numbered(9)))
        assert len(list(listing)) == 3 * 3 - 1
        assert len(list(other.claims())) == 3 * 4


@pytest.mark.parametrize(("seed", "group"), [(1, 1), (2, 1), (3, 1), (4, 5)])
def test_a_kill_loses_nothing_acknowledged_and_leaves_nothing_half_written(
    tmp_path: Path, seed: int, group: int
) -> None:
    """The process is killed a random number of acknowledgements and microseconds after it began; then goes on."""
    path = tmp_path / "ledger.db"
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    for turn in range(3):
        adder = start(path, 0, MANY, group)
        assert adder.stdout is not None
        assert adder.stdout.readline() == "ready\n"
        for _ in range(chance.randrange(40)):
            acknowledged.add(adder.stdout.readline().strip())
        for _ in range(chance.randrange(20_000)):  # somewhere inside a transaction, not just after its end
            pass
        adder.send_signal(signal.SIGKILL)
        acknowledged.update(adder.stdout.read().split())
        assert adder.wait() == -signal.SIGKILL, "it was done before it was killed"
        with open_ledger(path) as ledger:
            report = ledger.verify()
            assert report.ok, (turn, report.faults)
            kept = {found.document.id for found in ledger.documents()}
            assert acknowledged <= kept
            assert len(list(ledger.claims())) == 3 * len(kept)
            assert len(kept) - len(acknowledged) <= (turn + 1) * group


def test_a_kill_while_the_ledger_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    for turn in range(3):
        path = tmp_path / f"{turn}.db"
        adder = start(path, 0, 400)
        assert adder.stdout is not None
        adder.stdout.readline()
        while adder.poll() is None and not path.exists():
            pass
        for _ in range(turn * 100_000):
            pass
        adder.kill()
        adder.communicate()
        with open_ledger(path) as ledger:
            assert ledger.verify().ok
