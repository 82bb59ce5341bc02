"""The project's own gold keeps the rules of its guide, and the checker can fail."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

GOLD = Path(__file__).parents[1] / "gold"


def load_checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_check", GOLD / "check.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check = load_checker()


def sample(**changes: Any) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "figure": "At least 40 people", "low": 40, "high": None, "quantifier": "more_than", "unit": "person",
        "term": "killed", "measure": "flow", "places": [{"name": "Lima", "role": "at"}], "country": "PER",
        "start": None, "end": None, "relative": None, "sources": [], "modality": "asserted", "part_of": None,
        "same_as": None,
    }  # fmt: skip
    claim.update(changes)
    return {"id": "x", "lang": "en", "text": "At least 40 people died in Lima.", "claims": [claim]}


@pytest.mark.parametrize("name", check.FILES)
def test_the_gold_breaks_no_rule(name: str) -> None:
    if not (GOLD / name).exists():
        pytest.skip(f"tests/gold/{name} is not written yet")
    assert check.problems(check.rows_of(GOLD / name)) == []


def test_a_sound_claim_passes() -> None:
    assert check.problems([sample()]) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"figure": "At least 50 people"},
        {"low": 41},
        {"high": 40},
        {"quantifier": "exact", "high": 40},
        {"quantifier": "about"},
        {"unit": "tent"},
        {"term": "dead"},
        {"places": [{"name": "Quito", "role": "at"}]},
        {"places": [{"name": "Lima", "role": "in"}]},
        {"sources": [{"name": "the mayor", "type": "government"}]},
        {"country": "PE"},
        {"start": "2019-13-01"},
        {"start": "2019-05", "end": "2019-04"},
        {"relative": "on Sunday"},
        {"part_of": 0},
        {"same_as": 3},
        {"also": ["forty people"]},
        {"carried": ["country"]},
        {"colour": "red"},
    ],
)
def test_a_broken_claim_is_named(changes: dict[str, Any]) -> None:
    found = check.problems([sample(**changes)])
    assert found and all(problem.startswith("x: ") for problem in found)


def test_an_id_used_twice_is_named() -> None:
    assert any("twice" in problem for problem in check.problems([sample(), sample()]))


@pytest.mark.parametrize(
    ("figure", "numbers"),
    [
        ("3 385 people", {3385}),
        ("61, 000 people", {61000}),
        ("1.2 million", {1200000, 12}),
        ("5,000-7,000 people", {5000, 7000}),
        ("2.14 lakh people", {214000, 214}),
    ],
)
def test_numerals_of_a_figure(figure: str, numbers: set[int]) -> None:
    assert check.numerals(figure) == numbers
