"""The gate before parsing: `python bench/gate.py [--documents N] [--megabytes N] [--check]`.

How fast the scan reads clean text (town talk, made here) with hyperscan and with RE2; which share of documents and of
stretches the sieves pass, by kind of text; and the recall of figures with the gate against extraction of everything.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable

from dateline.extract.gate import carries
from dateline.extract.gate.scan import Scanner, by_hyperscan, by_re2, patterns, scanner, the_scan
from dateline.extract.parse import split
from dateline.extract.pipeline import extract_pages
from dateline.extract.repair import repair
from texts import GOLD, ROOT, documents, general, incidents, made, rows

LEAST_SPEED = 100.0
"""Megabytes a second that the scan with hyperscan must read of clean text."""
LEAST_RECALL = 0.995
ROUNDS = 5


def megabytes_a_second(scan: Scanner, data: list[bytes]) -> float:
    """Median over rounds of processor time."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for one in data:
            scan(one)
        taken.append(time.process_time() - start)
    return sum(map(len, data)) / 1e6 / statistics.median(taken)


def speed(size: float, chance: random.Random) -> dict[str, object]:
    """What each scanner takes to compile and how fast it reads clean text; None where it cannot be had."""
    one = [made("talk", chance, sentences=30).encode() for _ in range(100)]
    data = one * max(1, int(size * 1e6 / sum(map(len, one))))
    builds: dict[str, Callable[..., Scanner]] = {"hyperscan": by_hyperscan, "re2": by_re2}
    told: dict[str, object] = {}
    for name, build in builds.items():
        start = time.process_time()
        try:
            scan = build(patterns())
        except ImportError:
            told[name] = None
            continue
        compiled = round(time.process_time() - start, 2)
        if any(map(scan, one)):
            raise SystemExit("clean text passes the scan: its speed would be that of the first match")
        told[name] = {"compile_s": compiled, "mb_per_s": round(megabytes_a_second(scan, data), 1)}
    return told


def passed(texts: list[str], scan: Scanner) -> dict[str, float]:
    """The shares of documents that the scan passes, that have a hopeful stretch, and of hopeful stretches."""
    scanned = hopeful = stretches = all_stretches = 0
    for text in texts:
        working = repair(text)
        pieces = [working.text[start:end] for start, end, _ in split(working.text)]
        all_stretches += len(pieces)
        if scan(text.encode("utf-8", "surrogatepass")):
            scanned += 1
            found = sum(map(carries, pieces))
            stretches += found
            hopeful += found > 0
    count = len(texts)
    return {"scanned": round(scanned / count, 3), "documents": round(hopeful / count, 3),
            "stretches": round(stretches / max(1, all_stretches), 3)}  # fmt: skip


def recall(texts: list[str]) -> dict[str, float]:
    """Of the figures found without the gate those found with it, and those of them that are the same in all fields."""
    with_gate, without = (
        [{claim.claim_id: claim for claim in e.claims} for e in _extracted(texts, gate=gate)] for gate in (True, False)
    )
    figures = sum(map(len, without))
    kept = sum(len(a.keys() & b.keys()) for a, b in zip(with_gate, without, strict=True))
    alike = sum(a[key] == b[key] for a, b in zip(with_gate, without, strict=True) for key in a.keys() & b.keys())
    return {"figures": figures, "recall": round(kept / max(1, figures), 4), "alike": round(alike / max(1, kept), 4)}


def _extracted(texts: list[str], *, gate: bool) -> list:  # type: ignore[type-arg]
    return list(extract_pages(documents(texts), "bench", mentions=False, explain=False, gate=gate))


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=200, metavar="N", help="documents of each large kind")
    options.add_argument("--megabytes", type=float, default=20)
    options.add_argument("--check", action="store_true", help="exit 1 when below what must be reached")
    args = options.parse_args()
    chance = random.Random(1)
    rates = speed(args.megabytes, chance)
    print(json.dumps({"bench": "gate_speed", "texts": "clean (made talk)", **rates, "least_hyperscan": LEAST_SPEED}))
    fast = rates["hyperscan"]
    failed = isinstance(fast, dict) and fast["mb_per_s"] < LEAST_SPEED
    scan = scanner()
    the_scan().compile()  # else it begins with the second megabyte
    kinds = {
        "general news": general(args.documents, chance)[1],
        "incidents": incidents(args.documents, chance)[1],
        "figures-dev": rows(GOLD / "figures-dev.jsonl"),
        "pages-dev": rows(GOLD / "pages-dev.jsonl"),
        **{f"own gold, {name}": rows(ROOT / "tests" / "gold" / f"{name}.jsonl") for name in ("open", "open2", "blind")},
    }
    figures = lost = 0.0
    for name, texts in kinds.items():
        if texts:
            told = recall(texts)
            figures += told["figures"]
            lost += told["figures"] * (1 - told["recall"])
            print(json.dumps({"bench": "gate", "texts": name, "count": len(texts), **passed(texts, scan), **told}))
    whole = 1 - lost / max(1, figures)
    print(json.dumps({"bench": "gate_recall", "figures": figures, "recall": round(whole, 4), "least": LEAST_RECALL}))
    return 1 if args.check and (failed or whole < LEAST_RECALL) else 0


if __name__ == "__main__":
    sys.exit(main())
