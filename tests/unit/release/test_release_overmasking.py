"""Masks must not cost the claims their sense: how many annotated places and bodies they touch."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.release.mask import mask_of

from .making import document

ROOT = Path(__file__).resolve().parents[3]
OWN = sorted((ROOT / "tests" / "gold").glob("*.jsonl"))
SHARED = sorted((ROOT.parent / "shared" / "gold").glob("*-dev.jsonl"))
BODIES = {"un", "ngo", "government", "military", "media", "monitor", "armed_group"}
MOST = 0.02
"""Share of annotated names that a mask may touch."""


def touched(paths: list[Path]) -> tuple[Counter[str], Counter[str]]:
    """How many annotated places and bodies there are, and how many of them a person's mask touches."""
    there: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for path in paths:
        for row in map(json.loads, filter(str.strip, path.read_text(encoding="utf-8").splitlines())):
            if row.get("lang", "en") == "en":
                mask = mask_of(document(row["text"]), [])
                for kind, start, end in named(row):
                    there[kind] += 1
                    hit[kind] += mask.touches_person(start, end)
    return there, hit


def named(row: dict) -> Iterator[tuple[str, int, int]]:  # type: ignore[type-arg]
    for claim in row["claims"]:
        bodies = [source for source in claim["sources"] if source["type"] in BODIES]
        for kind, part in [("place", place) for place in claim["places"]] + [("body", source) for source in bodies]:
            start = row["text"].find(part["name"])
            if start >= 0:
                yield kind, start, start + len(part["name"])


@pytest.mark.parametrize("paths", [OWN, SHARED], ids=["own", "shared"])
def test_places_and_bodies_are_hardly_ever_masked(paths: list[Path]) -> None:
    if not paths:
        pytest.skip("the shared development data is not beside the project")
    there, hit = touched(paths)
    assert there["place"] > 100
    assert {kind: hit[kind] / there[kind] for kind in there if hit[kind] > MOST * there[kind]} == {}
