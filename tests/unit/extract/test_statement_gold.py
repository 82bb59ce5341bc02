"""Statements on the project's own pages (`tests/gold/statements/said.jsonl`): scores against floors that only rise.

A page of the held half (by the hash of its id) is never looked at to change a rule; its errors are only counted.
A statement is found when a found one shares at least half of the characters of both contents; each counts once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from spoken import page_of

from dateline.extract.statement import StatementDraft, statements

GOLD: Final = Path(__file__).parents[2] / "gold" / "statements" / "said.jsonl"
Json = dict[str, Any]
FLOORS: Final = {
    "open": {"found": 0.94, "speaker": 0.97, "cue": 0.97, "exact": 0.95, "direct": 0.97},
    "held": {"found": 0.85, "speaker": 0.97, "cue": 0.97, "exact": 0.88, "direct": 0.97},
}
"""`found` is an F1; the others are shares of the statements found."""


@dataclass(slots=True)
class Score:
    """Counts over a half."""

    gold: int = 0
    told: int = 0
    found: int = 0
    speaker: int = 0
    cue: int = 0
    exact: int = 0
    direct: int = 0

    def shares(self) -> dict[str, float]:
        """F1 of statements found, and the shares of those whose fields are right."""
        fields = ("speaker", "cue", "exact", "direct")
        return {
            "found": 2 * self.found / (self.gold + self.told),
            **{f: getattr(self, f) / self.found for f in fields},
        }


def rows(half: str) -> Iterator[Json]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if (int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == 0) == (half == "open"):
            yield row


def parts_of(draft: StatementDraft) -> list[list[int]]:
    return [list(part) for part in draft.parts or (draft.content,)]


def likeness(one: list[list[int]], other: list[list[int]]) -> float:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return shared / max(sum(b - a for a, b in one), sum(b - a for a, b in other))


def meets(span: list[int] | None, other: tuple[int, int] | None) -> bool:
    if span is None or other is None:
        return span is None and other is None
    return span[0] < other[1] and other[0] < span[1]


def add(score: Score, row: Json) -> None:
    page = page_of(row["text"])
    assert page.text == row["text"]
    drafts = statements(page)
    score.gold += len(row["statements"])
    score.told += len(drafts)
    said = row["statements"]
    likely = ((likeness(s["content"], parts_of(d)), i, j) for i, s in enumerate(said) for j, d in enumerate(drafts))
    pairs = sorted(likely, reverse=True)
    free_gold, free_told = set(range(len(said))), set(range(len(drafts)))
    for like, i, j in pairs:
        if like >= 0.5 and i in free_gold and j in free_told:
            free_gold.remove(i)
            free_told.remove(j)
            gold, draft = said[i], drafts[j]
            score.found += 1
            score.speaker += meets(gold["speaker"], draft.phrase)
            score.cue += meets(gold["cue"], draft.cue)
            score.exact += gold["content"] == parts_of(draft)
            score.direct += gold["direct"] == draft.direct


@pytest.mark.parametrize("half", ["open", "held"])
def test_no_score_falls_below_its_floor(half: str) -> None:
    score = Score()
    for row in rows(half):
        add(score, row)
    shares = score.shares()
    below = {field: (round(shares[field], 3), floor) for field, floor in FLOORS[half].items() if shares[field] < floor}
    assert below == {}


def test_every_span_of_the_gold_stands_in_its_text() -> None:
    for half in ("open", "held"):
        for row in rows(half):
            for said in row["statements"]:
                spans = [*said["content"], *([said["cue"]] if said["cue"] else [])]
                assert all(row["text"][a:b].strip() == row["text"][a:b] != "" for a, b in spans), row["id"]
                assert (said["speaker"] is None) == (said["form"] != "speech"), row["id"]
