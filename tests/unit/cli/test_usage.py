"""Exit codes, streams and messages that hold for every verb."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Call

COMMAND = [sys.executable, "-m", "dateline.cli"]
VERBS = ("extract", "add", "claims", "show", "judge", "report", "export", "evaluate", "verify", "purge", "gazetteer")


def test_help_lists_the_verbs_in_the_way_of_a_page(call: Call) -> None:
    shown = call("--help")
    listed = [line.split()[0] for line in shown.out.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    assert shown.code == 0
    assert tuple(verb for verb in listed if verb in VERBS) == VERBS


def test_version(call: Call) -> None:
    assert call("--version").out.startswith("dateline 0.")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(call: Call, verb: str) -> None:
    shown = call(verb, "--help")
    assert shown.code == 0
    assert f"dateline {verb}" in shown.out


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("extract", "--nonsense"),
        ("extract",),
        ("extract", ""),
        ("add", "page.txt", ""),
        ("extract", "page.txt", "--published", "05/03/2031"),
        ("extract", "page.txt", "--lang", "?"),
        ("claims", "--term", "nonsense"),
        ("judge", "accept", "abc"),
    ],
)
def test_wrong_usage_exits_2_and_says_so_on_stderr(call: Call, page: Path, words: tuple[str, ...]) -> None:
    shown = call(*words)
    assert shown.code == 2
    assert shown.out == ""
    assert shown.err.strip()
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("verb", ["claims", "verify", "report", "export"])
def test_no_ledger_is_said_and_none_is_made(call: Call, tmp_path: Path, verb: str) -> None:
    shown = call(verb)
    assert shown.code == 1
    assert "dateline.db" in shown.err
    assert "dateline add" in shown.err
    assert list(tmp_path.iterdir()) == []


def test_a_stop_by_the_keyboard_says_what_is_safe(call: Call, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.run.add_inputs", stopped)
    shown = call("add", str(page))
    assert shown.code == 130
    assert "What was written is whole" in shown.err


def test_a_reader_that_leaves_early_is_no_error(page: Path, tmp_path: Path) -> None:
    rows = tmp_path / "many.jsonl"
    rows.write_text("".join(f'{{"id": "{i}", "text": "Nobody was hurt."}}\n' for i in range(400)))
    script = f"{' '.join(COMMAND)} extract {rows} --json | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env={**os.environ, "COLUMNS": "80"})
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_stdout_is_said(page: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "extract", str(page)], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert "standard output cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
