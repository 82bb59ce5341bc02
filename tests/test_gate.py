"""The scores on the project's own gold hold their floors (tests/gate.py prints them as a table)."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("gate", HERE / "gate.py")
assert spec is not None and spec.loader is not None
gate = importlib.util.module_from_spec(spec)
sys.modules["gate"] = gate
spec.loader.exec_module(gate)

PINNED = [(gold, field, floor) for gold, pinned in gate.floors().items() for field, floor in pinned.items()]
scores_of = cache(gate.scores_of)


def test_every_gold_file_is_pinned() -> None:
    assert set(gate.floors()) == {path.stem for path in gate.GOLD.glob("*.jsonl")} | set(gate.EVENTS)


@pytest.mark.parametrize(("gold", "field", "floor"), PINNED, ids=lambda value: str(value))
def test_no_score_falls_below_its_floor(gold: str, field: str, floor: float) -> None:
    check = gate.Check(gold, field, gate.value(scores_of(gold), field), floor)
    assert check.holds, f"{field} of {gold}: {check.score:.3f}, pinned {floor:.3f}"


def test_a_score_under_its_floor_fails() -> None:
    assert not gate.Check("open", "figure", 0.899, 0.9).holds
    assert not gate.Check("open", "ungrounded", 1, 0).holds


def test_pinning_only_raises() -> None:
    assert gate.raised(gate.Check("open", "figure", 0.9633, 0.9)) == 0.95
    assert gate.raised(gate.Check("open", "figure", 0.85, 0.9)) == 0.9
    assert gate.raised(gate.Check("open", "ungrounded", 2, 0)) == 0
