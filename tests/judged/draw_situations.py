"""Draws the situations of `situations.jsonl`: ids alone, by a written seed.

The 804 articles of FA-KES (opposed outlets on the war in Syria) go into one ledger: title and text, with the outlet as
publisher and the day of its `date` as published, through the product's own reading, extraction and reconciliation.
Of the situations and incidents in which at least two claims take part (are not excluded), as many as asked are
drawn, without weights, in the order of the hash of the seed and the id.

    python tests/judged/draw_situations.py SHARED SEED [--ledger FILE] [--without FILE] > drawn.jsonl

A `--ledger` that exists is taken as it is. Situations that stand in the lines of `--without` are passed over, so that a
second draw is of others.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dateline.ledger import open_ledger
from dateline.model.situation import Situation
from dateline.run import add_inputs
from dateline.run.situations import reconcile_ledger

FEWEST_CLAIMS = 2


def feed(shared: Path) -> Iterator[dict[str, str]]:
    """Every article as a row of the JSON-lines input; its id is "fa-kes:ROW" (from 0)."""
    with (shared / "input" / "fa-kes.csv").open(encoding="latin-1", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            day = datetime.strptime(row["date"], "%m/%d/%Y").date()
            yield {
                "id": f"fa-kes:{number}",
                "title": row["article_title"],
                "text": row["article_content"],
                "publisher": row["source"],
                "published": day.isoformat(),
                "lang": "en",
            }


def fill(shared: Path, ledger: Path) -> None:
    """Reads all articles into a new ledger."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "fa-kes.jsonl"
        rows.write_text("".join(json.dumps(row) + "\n" for row in feed(shared)), encoding="utf-8")
        add_inputs([str(rows)], ledger)


def drawn(situations: tuple[Situation, ...], seed: str, count: int, without: frozenset[str]) -> list[Situation]:
    """The first `count` of those with claims enough, in the order of their hash with the seed."""
    enough = [
        one
        for one in situations
        if one.situation_id not in without and sum(role.role != "excluded" for role in one.roles) >= FEWEST_CLAIMS
    ]
    ordered = sorted(enough, key=lambda one: hashlib.sha256(f"{seed}|{one.situation_id}".encode()).hexdigest())
    return ordered[:count]


def main() -> None:
    """Prints a situation a line, without a judgement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("shared", type=Path)
    options.add_argument("seed")
    options.add_argument("--ledger", type=Path)
    options.add_argument("--without", type=Path)
    options.add_argument("--count", type=int, default=30)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = args.ledger or Path(folder) / "fa-kes.db"
        if not ledger.exists():
            fill(args.shared, ledger)
        with open_ledger(ledger, create=False) as opened:
            found = reconcile_ledger(opened).situations
    lines = args.without.read_text(encoding="utf-8").splitlines() if args.without else ()
    without = frozenset(json.loads(line)["situation"] for line in lines)
    for one in drawn(found, args.seed, args.count, without):
        print(json.dumps({"seed": args.seed, "situation": one.situation_id, "kind": one.kind}))


if __name__ == "__main__":
    main()
