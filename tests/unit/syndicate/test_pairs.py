"""The labelled pairs of real news: what the file holds, and how many copies are told from the rest."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from dateline.syndicate import SyndicationIndex, fingerprint

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
FLOOR = 0.95
"""Pair F1 on the half that is only reported on; 1.000 when it was pinned. Lowered only on purpose."""


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_copies", ROOT / "bench" / "copies.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BENCH = bench()


def test_the_file_holds_ids_and_labels_alone() -> None:
    rows = [json.loads(line) for line in BENCH.LABELS.read_text(encoding="utf-8").splitlines()]
    assert all(set(row) == {"a", "b", "stratum", "label"} for row in rows)
    assert Counter(row["stratum"] for row in rows) == {0: 50, 1: 50, 2: 50, 3: 50}
    assert {row["label"] for row in rows} == {"copy", "independent", "unrelated"}
    assert len({(row["a"], row["b"]) for row in rows}) == 200


def test_copies_are_told_from_the_rest() -> None:
    if not (SHARED / "input" / "fa-kes.csv").is_file():
        pytest.skip("the labelled articles are not here: they lie in ../shared beside the project, not in it")
    pairs = BENCH.labelled()
    wanted = {name for pair in pairs for name in (pair.a, pair.b)}
    index = SyndicationIndex()
    prints = (fingerprint(each) for each in BENCH.documents(SHARED) if each.id in wanted)
    found = {frozenset((link.shorter, link.longer)) for each in prints for link in index.add(each).copies}
    assert len(index) == len(wanted)
    assert BENCH.f1([pair for pair in pairs if pair.half == "reporting"], found) >= FLOOR
