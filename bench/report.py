"""What a report of many claims costs: seconds, megabytes of the page, peak memory. Made-up claims, the same every time.

usage: python bench/report.py [--claims N] [--out FILE] [--check]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.report import report
from dateline.vocab.countries import countries

LIMIT_SECONDS, LIMIT_BYTES_A_CLAIM = 10.0, 3000
TERMS = ("killed", "injured", "missing", "displaced", "forced_to_flee", "returned", "sheltered", "destroyed_housing")
WORDS = {"killed": "were killed", "injured": "were hurt", "missing": "are missing", "returned": "went home"}
SOURCES = (
    ("the health ministry", "government"),
    ("a rescue worker", "witness"),
    ("the relief agency", "ngo"),
    ("the army", "military"),
)
MODALITIES = ("asserted",) * 17 + ("forecast", "ordered", "negated")


def rows(number: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """So many released rows: some with parts, some without place, date or source."""
    dice = random.Random(seed)
    codes = sorted(countries())[:12]
    for at in range(number):
        yield row(at, dice, codes)


def claim_id(at: int) -> str:
    """An id as scattered as real ones."""
    return hashlib.sha256(str(at).encode()).hexdigest()[:32]


def row(at: int, dice: random.Random, codes: list[str]) -> dict[str, Any]:
    """One made-up claim."""
    term, country, low = dice.choice(TERMS), dice.choice(codes), int(10 ** dice.uniform(0, 5))
    shape, day = dice.choice(("exact", "more_than", "less_than", "range")), f"2031-{dice.randint(1, 12):02}"
    source, kind = dice.choice(SOURCES)
    figure = {"exact": f"{low:,}", "more_than": f"more than {low:,}", "less_than": f"up to {low:,}"}.get(shape)
    figure = f"{figure or f'{low:,} to {low * 3:,}'} people"
    place = f"Village {dice.randint(1, 40)}"
    before = f"In {place}, {source} said on the second day after the river had left its bed, "
    text = f"{before}{figure} {WORDS.get(term, 'had to leave')}, while the roads to the north stayed closed."
    start, paper = 1000, at // 4
    return {
        "claim_id": claim_id(at),
        "kind": "figure",
        "excerpt": {"text": text, "start": start, "end": start + len(text)},
        "figure": {
            "text": figure, "start": start + len(before), "end": start + len(before) + len(figure),
            "low": None if shape == "less_than" else low,
            "high": {"exact": low, "less_than": low, "range": low * 3}.get(shape),
            "quantifier": shape, "unit": "person", "implied": False,
        },
        "term": term,
        "measure": dice.choice(("flow", "flow", "stock")),
        "modality": dice.choice(MODALITIES),
        "cause": "disaster",
        "places": [
            {"name": place, "role": "at", "modifier": None, "modifier_kind": None, "start": start + 3,
             "end": start + 3 + len(place), "place": None}
        ],
        "country": country,
        "period": {"start": day, "end": day, "text": "the second day", "precision": "month", "anchor": "published"},
        "sources": [
            {"name": source, "type": kind, "start": start + text.index(source),
             "end": start + text.index(source) + len(source), "resolved": None}
        ],
        "part_of": claim_id(at - 1) if at % 10 == 1 else None,
        "same_as": None,
        "occurrences": [[start, start + len(text)]],
        "score": 0.8,
        "extractor": "rules 0.1.0",
        "masked": [],
        "document": {
            "id": f"{paper:032x}", "sha256": f"{paper:064x}", "url": f"https://news{paper % 60}.example/{paper}",
            "publisher": f"Paper {paper % 60}", "title": f"River leaves its bed, day {paper}", "published": f"{day}-15",
            "lang": "en",
        },
        "status": "unreviewed",
        "added_at": "2031-12-31T00:00:00Z",
    }  # fmt: skip


def situations(claims: list[dict[str, Any]], size: int = 25) -> Iterator[dict[str, Any]]:
    """So many situations that each claim is in one of `size`: a row of the series for each, open where its claim is."""
    for at in range(0, len(claims), size):
        yield situation(at, claims[at : at + size])


def situation(at: int, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """One made-up situation: what reconciliation would say of claims that have nothing to do with each other."""
    ids = [claim["claim_id"] for claim in claims]
    return {
        "situation_id": claim_id(-1 - at), "kind": "situation", "term_family": "displacement", "place": None,
        "cause": "disaster", "country": claims[0]["country"], "start": "2031-01-01", "end": "2031-12-31",
        "series": [verdict(claim, day) for day, claim in enumerate(claims)],
        "contradictions": [{"claims": ids[:2], "why": "These cannot all be true, because they give different figures"}],
        "roles": {claim: ["triangulation", "stands beside the recommended figure"] for claim in ids},
        "documents": sorted({claim["document"]["id"] for claim in claims}), "links": [],
    }  # fmt: skip


def verdict(claim: dict[str, Any], day: int) -> dict[str, Any]:
    """One row of a series, held by one claim."""
    figure, held = claim["figure"], [claim["claim_id"]]
    date = f"2031-03-{day % 28 + 1:02}"
    return {
        "measure": claim["measure"], "term": claim["term"], "unit": "person",
        "place": {"name": "the valley", "role": "at", "place": None, "blurred": None}, "start": date, "end": date,
        "low": figure["low"], "best": figure["low"], "high": figure["high"],
        "bounds_held_by": {"low": held, "high": held}, "why": {"low": "at least so many", "high": None},
        "claims": held, "origins": 1, "grade": "fair",
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=5000)
    parser.add_argument("--out", type=Path, help="keep the page there")
    parser.add_argument("--check", action="store_true", help="exit 1 when it takes longer or grows larger than it may")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = args.out or Path(folder) / "report.html"
        made = list(rows(args.claims))
        stands = list(situations(made))
        start = time.perf_counter()
        with out.open("w", encoding="utf-8") as file:
            file.writelines(report(made, situations=stands))
        seconds, size = time.perf_counter() - start, out.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = {"bench": "report", "claims": args.claims, "seconds": round(seconds, 2), "bytes": size, "peak_mb": peak}
    print(json.dumps(told))
    return 1 if args.check and (seconds > LIMIT_SECONDS or size > LIMIT_BYTES_A_CLAIM * args.claims) else 0


if __name__ == "__main__":
    sys.exit(main())
