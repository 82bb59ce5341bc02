"""The README's example prints what the README says that it prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Call

ROOT = Path(__file__).resolve().parents[3]
PAGES = ROOT / "examples" / "six-weeks"
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = next(block for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) if "examples/six-weeks" in block)


def shown() -> dict[str, str]:
    """What the README prints under each of its commands."""
    parts = re.split(r"^\$ (dateline .*)\n", BLOCK, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def _once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flood") / "flood.db"


@pytest.fixture
def flood(call: Call, _once: Path) -> Path:
    """The ledger of the example, filled once."""
    assert call("add", str(PAGES), "--ledger", str(_once), "--json").code == 0
    return _once


def _trimmed(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def test_the_readme_shows_what_the_commands_print(call: Call, tmp_path: Path) -> None:
    commands = shown()
    assert [command.split()[1] for command in commands] == ["add", "reconcile", "report"]
    for command, printed in commands.items():
        words = [str(ROOT / word) if word.startswith("examples/") else word for word in command.split()[1:]]
        told = call(*words, *(["--table"] if words[0] != "report" else []))
        assert told.code == 0
        assert _trimmed(told.out) == _trimmed(printed)
    assert (tmp_path / "report.html").exists()


def _texts() -> Iterator[str]:
    for path in PAGES.iterdir():
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines() if path.suffix == ".jsonl" else [text]
        yield from (json.loads(line)["text"] if path.suffix == ".jsonl" else line for line in lines)


def test_the_bound_stands_on_no_page_and_the_contradiction_on_no_single_one(call: Call, flood: Path) -> None:
    rows = call("reconcile", "--ledger", str(flood), "--json").rows
    (situation,) = [row for row in rows if row["kind"] == "situation"]
    (row,) = [one for one in situation["series"] if (one["high"], one["measure"]) == (14_250, "stock")]
    assert row["low"] == 13_000
    assert not any("14,250" in text for text in _texts())
    clash = next(one for one in situation["contradictions"] if len(one["claims"]) == 3)
    claims = {one["claim_id"]: one for one in call("claims", "--ledger", str(flood), "--json").rows}
    assert len({claims[claim]["document"]["id"] for claim in clash["claims"]}) > 1
    assert [role for role, _ in situation["roles"].values()].count("corrected") == 1


WANTED = {
    ("13,400", "displaced", "stock", None, "2031-03-04", "Mocuba"),
    ("11,600", "displaced", "stock", None, "2031-03-04", "Mocuba"),
    ("13,000", "displaced", "stock", None, "2031-03-10", "Mocuba"),
    ("15,200", "displaced", "stock", None, "2031-03-17", "Mocuba"),
    ("15,000", "displaced", "stock", None, "2031-03-17", "Mocuba"),
    ("21,000", "displaced", "stock", None, "2031-03-17", "Mocuba"),
    ("13,000", "displaced", "stock", None, "2031-03-24", "Mocuba"),
    ("6,300", "displaced", "stock", None, "2031-04-11", "Mocuba"),
    ("7,800", "displaced", "stock", None, "2031-03-06", "Namacurra"),
    ("12,000", "displaced", "stock", None, "2031-03-13", "Namacurra"),
    ("19,000", "displaced", "stock", None, "2031-03-24", "Zambezia"),
    ("2,600", "forced_to_flee", "flow", "2031-03-05", "2031-03-10", "Mocuba"),
    ("900", "forced_to_flee", "flow", "2031-03-07", "2031-03-13", "Namacurra"),
    ("3,000", "returned", "flow", "2031-03-24", "2031-04-06", "Namacurra"),
    ("3,150", "returned", "flow", "2031-03-24", "2031-04-06", "Namacurra"),
    ("Seventeen", "killed", "flow", "2031-03-02", "2031-03-02", "Nicoadala"),
    ("Twenty-one", "killed", "flow", "2031-03-02", "2031-03-02", "Nicoadala"),
    ("31", "injured", "flow", "2031-03-02", "2031-03-02", "Nicoadala"),
}


def test_the_pages_give_exactly_these_figures(call: Call, flood: Path) -> None:
    found = set()
    rows = call("claims", "--ledger", str(flood), "--json").rows
    for row in (row for row in rows if row["kind"] == "figure"):
        number = re.search(r"[\d,]*\d|Seventeen|Twenty-one", row["figure"]["text"])
        period = row["period"]
        assert number is not None
        assert len(row["places"]) == 1
        found.add((number[0], row["term"], row["measure"], period["start"], period["end"], row["places"][0]["name"]))
    assert found == WANTED
