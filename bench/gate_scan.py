"""The gate before parsing: `python bench/gate_scan.py [--documents N] [--megabytes N] [--check]`.

How fast the scan reads clean text (town talk, made here) with hyperscan and with RE2; which share of documents and of
stretches the sieves pass, by kind of text, and of pages that are read for statements and events (`crises`); and by kind
of claim the recall with the gate against extraction of everything.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable

from dateline.extract.gate import carries, names_crisis
from dateline.extract.gate.scan import Scanner, by_hyperscan, by_re2, patterns, scanner, the_scan
from dateline.extract.parse import split
from dateline.extract.pipeline import extract_pages
from dateline.extract.repair import repair
from dateline.model.words import KINDS
from texts import GOLD, ROOT, documents, general, incidents, made, rows

LEAST_SPEED = 100.0
"""Megabytes a second that the scan with hyperscan must read of clean text."""
LEAST_RECALL = {"figure": 0.995, "statement": 0.98, "event": 0.98}
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


def recall(texts: list[str]) -> dict[str, dict[str, float]]:
    """By kind: of the claims found without the gate those found with it, and those of them alike in all fields."""
    with_gate, without = (
        [{claim.claim_id: claim for claim in e.claims} for e in _extracted(texts, gate=gate)] for gate in (True, False)
    )
    told: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        found = [{key for key, claim in page.items() if claim.kind == kind} for page in without]
        pairs = list(zip(with_gate, without, found, strict=True))
        kept = sum(len(keys & a.keys()) for a, _, keys in pairs)
        alike = sum(a[key] == b[key] for a, b, keys in pairs for key in keys & a.keys())
        every = sum(map(len, found))
        told[kind] = {"claims": every, "recall": round(kept / every, 4) if every else 1.0,
                      "alike": round(alike / kept, 4) if kept else 1.0}  # fmt: skip
    return told


def wars(most: int) -> list[str]:
    """Articles on the war in Syria, at most so many, spread over the file; [] where it is not at hand."""
    path = GOLD.parent / "input" / "fa-kes.csv"
    if not path.is_file():
        return []
    with path.open(encoding="latin-1", newline="") as lines:
        texts = [row["article_content"] for row in csv.DictReader(lines)]
    return texts[:: max(1, len(texts) // most)][:most]


def crises(texts: list[str]) -> float:
    """The share of pages that are read for statements and events."""
    return round(sum(map(names_crisis, texts)) / max(1, len(texts)), 3)


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
        "war": wars(args.documents),
        "pages-dev": rows(GOLD / "pages-dev.jsonl"),
        **{f"own gold, {name}": rows(ROOT / "tests" / "gold" / f"{name}.jsonl") for name in ("open", "open2", "blind")},
    }
    claims: defaultdict[str, float] = defaultdict(float)
    lost: defaultdict[str, float] = defaultdict(float)
    for name, texts in kinds.items():
        if texts:
            told = recall(texts)
            for kind in KINDS:
                claims[kind] += told[kind]["claims"]
                lost[kind] += told[kind]["claims"] * (1 - told[kind]["recall"])
            row = {"bench": "gate", "texts": name, "count": len(texts), "crises": crises(texts)}
            print(json.dumps({**row, **passed(texts, scan), **told}))
    for kind, least in LEAST_RECALL.items():
        whole = 1 - lost[kind] / max(1, claims[kind])
        failed |= whole < least
        print(json.dumps({"bench": "gate_recall", "kind": kind, "claims": claims[kind], "recall": round(whole, 4),
                          "least": least}))  # fmt: skip
    return 1 if args.check and failed else 0


if __name__ == "__main__":
    sys.exit(main())
