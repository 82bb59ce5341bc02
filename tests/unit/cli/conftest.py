"""Calling the command line as a person does, without a new process."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.app import app

PAGE = (
    "Flood in the lowlands\n\n"
    "According to the Civil Defence, more than 1,200 people fled Trinidad on 3 March 2031. "
    "The water covered 40 hectares. The Red Cross said that 35 people were injured in Riberalta on 4 March 2031.\n"
)


@dataclass(frozen=True)
class Called:
    """What came out of one call."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """stdout as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """`call("extract", "page.txt", stdin=b"…", terminal=True)` in an empty folder; errors pass as exit codes only."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def run(*words: str, stdin: bytes | None = None, terminal: bool = False) -> Called:
        stream = io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8")
        stream.isatty = lambda: stdin is None  # type: ignore[method-assign]
        monkeypatch.setattr(sys, "stdin", stream)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            app(list(words), prog_name="dateline")
        told = capsys.readouterr()
        return Called(int(left.value.code or 0), told.out, told.err)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with two claims and one number that counts nobody."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def ledger(call: Call, page: Path, tmp_path: Path) -> Path:
    """A ledger that holds the page."""
    path = tmp_path / "crisis.db"
    assert call("add", str(page), "--ledger", str(path), "--published", "2031-03-05").code == 0
    return path
