"""A file that leaves the house is whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.errors import DatelineError, UsageError
from dateline.release.outfile import whole_file


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    goal = tmp_path / "page.html"
    goal.write_text("old")
    with whole_file(goal) as file:
        file.write("new – ü")
        assert goal.read_text() == "old"
    assert goal.read_text(encoding="utf-8") == "new – ü"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    goal = tmp_path / "page.html"
    goal.write_text("old")
    with pytest.raises(ValueError, match="broken off"), whole_file(goal) as file:
        file.write("half")
        raise ValueError("broken off")
    assert goal.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to("real.html")
    with whole_file(tmp_path / "link.html") as file:
        file.write("new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_others_may_read_it_as_the_user_allows(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with whole_file(tmp_path / "page.html") as file:
            file.write("x")
    finally:
        os.umask(before)
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("name", ["missing/page.html", "."])
def test_where_nothing_can_be_written_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"folder|cannot be written"), whole_file(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_is_never_written_over(tmp_path: Path) -> None:
    ledger = tmp_path / "crisis.db"
    ledger.write_bytes(b"SQLite format 3\0 and pages")
    with pytest.raises(UsageError, match="is a ledger"), whole_file(ledger):
        pass
    assert ledger.read_bytes() == b"SQLite format 3\0 and pages"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said() -> None:
    with pytest.raises(DatelineError, match="was not written"), whole_file(Path("/dev/full")) as file:
        file.write("x" * 10_000_000)
