"""Our counting and the annotation guide's own scorer give the same numbers, on claims drawn at random."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline.evaluate import GoldDocument, count, found_from_row, gold_from_row

SCORER = Path(__file__).resolve().parents[4] / "shared" / "gold" / "score.py"
NAMES = ("Ostrel", "the Ostrel province", "Upper Marn", "Marn", "Vell of Sand", "Kirn camp", "Kirn", "Relief Council")
DATES = (None, None, "2031", "2031-03", "2031-03-08", "--03-08", "2031-04-01")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip("the guide's scorer does not lie beside the project")
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(60))
def test_same_numbers(scorer: ModuleType, seed: int) -> None:
    rng = random.Random(seed)
    annotated = {str(i): [_gold(rng, n) for n in range(rng.randint(0, 6))] for i in range(8)}
    extracted = {
        key: [_found(rng, key, n) for n in range(rng.randint(0, 6))] for key in annotated if rng.random() < 0.9
    }
    texts = {key: rng.choice([None, "5 people and 7 households", "many people"]) for key in annotated}
    theirs = scorer.score(annotated, extracted, text=texts)
    ours = _ours(annotated, extracted, texts)
    assert {name: ours[name] for name in theirs} == theirs


def _ours(
    annotated: dict[str, list[Any]], extracted: dict[str, list[Any]], texts: dict[str, str | None]
) -> dict[str, Any]:
    documents = [
        GoldDocument(key, texts[key], "en", tuple(gold_from_row(row, i) for i, row in enumerate(rows)))
        for key, rows in annotated.items()
    ]
    found = {
        key: [claim for i, row in enumerate(rows) if (claim := found_from_row(row, i)) is not None]
        for key, rows in extracted.items()
    }
    return count(documents, found)[0].to_json()


def _values(rng: random.Random) -> dict[str, Any]:
    return {
        "term": rng.choice(["killed", "displaced", "returned"]),
        "measure": rng.choice(["stock", "flow"]),
        "modality": rng.choice(["asserted", "asserted", "forecast", "negated"]),
        "country": rng.choice([None, "UTO", "XKX"]),
        "places": [
            {"name": name, "role": rng.choice(["from", "to", "at"])} for name in rng.sample(NAMES, rng.randint(0, 3))
        ],
        "sources": [{"name": name} for name in rng.sample(NAMES, rng.randint(0, 2))],
    }


def _number(rng: random.Random) -> dict[str, Any]:
    low = rng.choice([5, 7, None])
    return {
        "low": low,
        "high": rng.choice([low, None, 99]),
        "unit": rng.choice(["person", "household"]),
        "quantifier": rng.choice(["exact", "vague"]),
    }


def _gold(rng: random.Random, n: int) -> dict[str, Any]:
    row = {"figure": "5 people", **_number(rng), **_values(rng), "start": rng.choice(DATES), "end": rng.choice(DATES)}
    row["relative"] = rng.choice([None, None, "on Sunday"])
    row["part_of"] = rng.randrange(n) if n and rng.random() < 0.4 else None
    row["same_as"] = rng.randrange(n) if n and rng.random() < 0.15 else None
    return row


def _found(rng: random.Random, key: str, n: int) -> dict[str, Any]:
    text, start = rng.choice([("5 people", 0), ("7 households", 13), ("5 people", 4)])
    figure = {"text": text, "start": start, "end": start + len(text), "implied": rng.random() < 0.1, **_number(rng)}
    row = {"claim_id": f"{key}-{n}", "kind": rng.choice(["figure"] * 9 + ["event"]), "figure": figure, **_values(rng)}
    row["period"] = {"start": rng.choice(DATES), "end": rng.choice(DATES)}
    row["part_of"] = f"{key}-{rng.randrange(n)}" if n and rng.random() < 0.4 else None
    return row
