"""What reconciling costs and whether it tells the truth: `python bench/reconcile.py [--seeds N] [--wide N] [--check]`.

Time: one situation of 200, 1,000 and 5,000 claims over a year in nine places on one core (and an incident or three
beside it); then N claims in situations of 50 each on two cores, with the most memory that a process took. Truth: over
so many made-up crises (`crises.py`) the share of rows whose bounds hold what was really so, of planted contradictions
that are named, and of named contradictions in which nothing was planted.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from crises import Atlas, Crisis, crisis
from dateline.model.situation import Reported, Situation
from dateline.reconcile import reconcile

MOST_SECONDS = {200: 0.5, 1_000: 3.0, 5_000: 60.0}
MOST_WIDE_SECONDS, MOST_WIDE_BYTES = 60.0, 10**9
CORES = 2
PER_SITUATION = 50


def one_situation(claims: int, rounds: int) -> dict[str, object]:
    """Seconds of processor time for one crisis, the median of rounds."""
    made = crisis(1, days=365, claims=claims, planted=claims // 50)
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        found = settled(made)
        taken.append(time.process_time() - start)
    rows = sum(len(situation.series) for situation in found)
    return {"claims": len(made.claims), "rows": rows, "seconds": round(statistics.median(taken), 2),
            "most": MOST_SECONDS[claims]}  # fmt: skip


def settled(made: Crisis) -> tuple[Situation, ...]:
    """What stands in a crisis."""
    return reconcile(made.claims, heads=made.heads, containment=Atlas())


def wide(claims: int) -> dict[str, object]:
    """Many small crises, each in a country of its own, by batches on two cores."""
    crises = claims // PER_SITUATION
    batches = [range(first, min(first + 100, crises)) for first in range(0, crises, 100)]
    start = time.perf_counter()
    with ProcessPoolExecutor(CORES) as pool:
        counted = list(pool.map(_batch, batches))
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = 1024 * max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"claims": sum(count for count, _ in counted), "situations": sum(count for _, count in counted),
            "seconds": round(seconds, 1), "processor_seconds": round(used.ru_utime + used.ru_stime, 1),
            "most": MOST_WIDE_SECONDS, "bytes": memory}  # fmt: skip


def _batch(seeds: range) -> tuple[int, int]:
    claims = [told for seed in seeds for told in in_a_country_of_its_own(seed)]
    return len(claims), len(reconcile(claims, containment=Atlas()))


def in_a_country_of_its_own(seed: int) -> Iterator[Reported]:
    """The claims of a small crisis, made different from those of every other."""
    made = crisis(seed, days=30, claims=PER_SITUATION, planted=1)
    for told in made.claims:
        claim = told.claim
        own = replace(claim, claim_id=f"{seed:06}{claim.claim_id}", document_id=f"{seed:06}{claim.document_id}")
        yield replace(told, claim=replace(own, country=f"C{seed}"))


def truth(seeds: int) -> dict[str, object]:
    """Shares over so many crises."""
    counts = dict.fromkeys(("rows", "inside", "bounded", "planted", "named", "contradictions", "false"), 0)
    for seed in range(seeds):
        for name, count in judged(crisis(seed)).items():
            counts[name] += count
    return {
        "seeds": seeds,
        "truth_inside": round(counts["inside"] / counts["rows"], 4),
        "both_sides_bounded": round(counts["bounded"] / counts["rows"], 4),
        "planted_named": round(counts["named"] / counts["planted"], 4),
        "false_contradictions": round(counts["false"] / max(counts["contradictions"], 1), 4),
    }


def judged(made: Crisis) -> dict[str, int]:
    """How one crisis came out."""
    found = settled(made)
    conflicts = [frozenset(conflict.claims) for situation in found for conflict in situation.contradictions]
    rows = [(row, so) for situation in found for row in situation.series if (so := made.truth(row)) is not None]
    return {
        "rows": len(rows),
        "inside": sum((row.low is None or row.low <= so) and (row.high is None or so <= row.high) for row, so in rows),
        "bounded": sum(row.low is not None and row.high is not None for row, _ in rows),
        "planted": len(made.planted),
        "named": len(made.planted & frozenset().union(*conflicts)),
        "contradictions": len(conflicts),
        "false": sum(not conflict & made.planted for conflict in conflicts),
    }


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=200, metavar="N", help="crises for the shares of truth")
    options.add_argument("--wide", type=int, default=100_000, metavar="N", help="claims in many situations")
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument(
        "--check", action="store_true", help="exit 1 when something is slower or worse than it must be"
    )
    args = options.parse_args()
    failed = False
    for claims in MOST_SECONDS:
        told = one_situation(claims, args.rounds)
        failed |= float(str(told["seconds"])) > MOST_SECONDS[claims]
        print(json.dumps({"bench": "reconcile_one", **told}), flush=True)
    if args.wide:
        told = wide(args.wide)
        failed |= float(str(told["seconds"])) > MOST_WIDE_SECONDS or int(str(told["bytes"])) > MOST_WIDE_BYTES
        print(json.dumps({"bench": "reconcile_wide", **told}), flush=True)
    if args.seeds:
        told = truth(args.seeds)
        failed |= told["truth_inside"] < 0.99 or told["planted_named"] < 0.95 or told["false_contradictions"] > 0.05  # type: ignore[operator]
        print(json.dumps({"bench": "reconcile_truth", **told}), flush=True)
    return 1 if args.check and failed else 0


if __name__ == "__main__":
    sys.exit(main())
