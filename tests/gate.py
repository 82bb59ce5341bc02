#!/usr/bin/env python3
"""The gate: the extractor's scores on the project's own gold against floors that only rise.

usage: gate.py [--pin]

Reads tests/gold/floors.toml: one table for each gold file (`[open]` for open.jsonl), a floor for each score that
`dateline evaluate` gives (of figure and claim the F1), `ungrounded` a ceiling; `[events]` and `[events_held]` are the
halves of events/happened.jsonl, scored by the script beside it. Prints a table; exits 1 below a floor.
`--pin` raises the floors to just under today's scores. To lower one, edit the file and say why in the commit.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate import Prf, Scores, evaluate
from gold.events import score as of_events

GOLD = Path(__file__).resolve().parent / "gold"
FLOORS = GOLD / "floors.toml"
EVENTS: dict[str, of_events.Half] = {"events": "build", "events_held": "held"}
"""Tables of events, and the half of the pages that each is about."""

CEILINGS = frozenset({"ungrounded"})
"""Counts of faults: the pinned value is the highest allowed."""
STEP = 200
"""Floors are pinned on a grid of 1/STEP, so that they change when something was gained, not with every commit."""

MARGIN = 0.01
"""How far under the score a floor is pinned: another machine's arithmetic moves a few of the parser's trees."""


@dataclass(frozen=True, slots=True)
class Check:
    """One score of one gold file against its floor."""

    gold: str
    field: str
    score: float
    floor: float

    @property
    def holds(self) -> bool:
        """True when the score is no worse than pinned."""
        return self.score <= self.floor if self.field in CEILINGS else self.score >= self.floor


def floors() -> dict[str, dict[str, float]]:
    """What is pinned, by gold file and score."""
    with FLOORS.open("rb") as file:
        return tomllib.load(file)


def scores_of(gold: str) -> Scores | of_events.EventScores:
    """Today's scores on one gold file. Raises AssertionError when a document of it could not be read."""
    if gold in EVENTS:
        return of_events.scores(EVENTS[gold])
    outcome = evaluate(GOLD / f"{gold}.jsonl")
    assert not outcome.problems, [str(problem) for problem in outcome.problems]
    return outcome.scores


def value(scores: Scores | of_events.EventScores, field: str) -> float:
    """A score by its name; of what has precision and recall the F1."""
    found = getattr(scores, field)
    return found.f1 if isinstance(found, Prf) else float(found)


def checks(gold: str, pinned: dict[str, float]) -> Iterator[Check]:
    """Every pinned score of one gold file as it is today."""
    scores = scores_of(gold)
    for field, floor in pinned.items():
        yield Check(gold, field, value(scores, field), floor)


def table(rows: list[Check]) -> str:
    """The checks as people read them, what fails marked."""
    lines = [f"{'gold':11} {'score':15} {'today':>7} {'pinned':>7}"]
    for row in rows:
        failed = "" if row.holds else "  BELOW" if row.field not in CEILINGS else "  ABOVE"
        lines.append(f"{row.gold:11} {row.field:15} {row.score:7.3f} {row.floor:7.3f}{failed}")
    return "\n".join(lines)


def raised(row: Check) -> float:
    """The floor that today's score allows, never lower than the pinned one."""
    if row.field in CEILINGS:
        return min(row.score, row.floor)
    return max(math.floor((row.score - MARGIN) * STEP) / STEP, row.floor)


def pin(rows: list[Check]) -> None:
    """Write the floors anew; comments above a table are kept."""
    lines, gold = [], ""
    floor = {(row.gold, row.field): raised(row) for row in rows}
    for line in FLOORS.read_text().splitlines():
        if line.startswith("["):
            gold = line.strip("[]")
        field = line.partition("=")[0].strip()
        lines.append(f"{field} = {floor[gold, field]:g}" if (gold, field) in floor else line)
    FLOORS.write_text("\n".join(lines) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise the floors to just under today's scores")
    args = parser.parse_args()
    rows = [check for gold, pinned in floors().items() for check in checks(gold, pinned)]
    print(table(rows))
    if args.pin:
        pin(rows)
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
