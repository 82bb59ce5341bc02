"""Whether memory stays flat: `python bench/memory.py [--documents N] [--check]`.

Extracts from a stream of documents (the mix of `extract_speed.py`, over and over, every text with a number and a name
that no other has, so that what is remembered by word grows as it would on new text) and prints the memory that the
process holds along the way and its peak, in MB.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.extract import extract_all
from extract_speed import SHARE
from texts import documents, general, incidents

MOST = 700
"""Megabytes at the peak."""
GROWTH = 60
"""Megabytes that the second half of the documents may add."""


def held() -> float:
    """Megabytes that the process holds now; its peak so far where the system does not say (no /proc)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak()
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def peak() -> float:
    """Megabytes at the peak."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def stream(texts: list[str], count: int, chance: random.Random) -> Iterator[str]:
    """So many texts, each with a sentence of its own behind it."""
    for number in range(count):
        name = "".join(chance.choices("abdeiklmnorstuv", k=8)).capitalize()
        yield f"{chance.choice(texts)}\n\nA man of {name} lost {number} coins near {name[::-1].capitalize()}."


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000, metavar="N")
    options.add_argument("--check", action="store_true", help="exit 1 when memory is too high or grows")
    args = options.parse_args()
    chance = random.Random(1)
    _, carrying = incidents(2_000, chance)
    about, others = general(2_000, chance)
    mix = [*others, *carrying[: max(1, len(others) // (SHARE - 1))]]
    along: list[float] = []
    texts = documents(stream(mix, args.documents, chance))
    for done, _ in enumerate(extract_all(texts), 1):
        if done % max(1, args.documents // 10) == 0:
            along.append(round(held(), 1))
            print(f"{done} documents: {along[-1]} MB", file=sys.stderr, flush=True)
    growth = round(along[-1] - along[len(along) // 2 - 1], 1)
    print(json.dumps({"bench": "memory", "texts": about, "documents": args.documents, "mb_each_tenth": along,
                      "peak_mb": round(peak(), 1), "most": MOST, "second_half_mb": growth}))  # fmt: skip
    return 1 if args.check and (peak() > MOST or growth > GROWTH) else 0


if __name__ == "__main__":
    sys.exit(main())
