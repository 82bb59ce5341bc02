"""Whether a series comes back from sentences: `python bench/series.py [SHARED] [--days N] [--corrections N] [--check]`.

From a published series of cumulative daily counts (the Gaza casualties in `../shared/gold/series`, by day and source) a
sentence a day is written in turns of several wordings, each a page of its day; the pages are extracted and reconciled,
and what stands is compared with the series. Corrections are put in: on some days the page prints a higher figure, which
the pages that follow silently put lower; the claim must be kept and marked as corrected, and no row may state it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import dateline
from dateline.model import Extraction
from dateline.model.situation import Verdict

SERIES = Path(__file__).parents[2] / "shared" / "gold" / "series" / "gaza-casualties-daily.json"
START = "2023-10-07"
COUNTS = {"killed": "killed_cum", "injured": "injured_cum"}
SOURCES = {"mohtel": "Gaza's health ministry", "gmotel": "the government media office in Gaza"}
WORDINGS = (
    "Strikes have killed {killed:,} people and injured {injured:,} in the Gaza Strip since 7 October 2023, "
    "{source} said on {day}.",
    "The death toll in the Gaza Strip since 7 October 2023 has risen to {killed:,}, with {injured:,} people injured, "
    "{source} said.",
    "According to {source}, {killed:,} people have been killed in the Gaza Strip since 7 October 2023. According to "
    "{source}, {injured:,} people have been injured in the Gaza Strip since 7 October 2023.",
)
TOO_HIGH = 1.15
MOST_WRONG, LEAST_RIGHT = 0, 0.95


@dataclass(frozen=True)
class Day:
    """One day of the series as it is told: `told` is what the page prints, `true` what the series has."""

    day: str
    source: str
    true: dict[str, int]
    told: dict[str, int]

    @property
    def corrected(self) -> bool:
        return self.told != self.true


def days(path: Path, most: int, corrections: int, seed: int = 4) -> list[Day]:
    """The first days that have all counts and a source, some of them told too high. Raises OSError where absent."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    whole = [row for row in rows if row["report_source"] in SOURCES and all(name in row for name in COUNTS.values())]
    listed = whole[:most]
    wrong = set(random.Random(seed).sample(range(len(listed) // 4, len(listed) - 3), corrections))
    return [_day(row, number in wrong) for number, row in enumerate(listed)]


def _day(row: dict[str, Any], wrong: bool) -> Day:
    true = {term: int(row[name]) for term, name in COUNTS.items()}
    told = {**true, "killed": round(true["killed"] * TOO_HIGH) + 1} if wrong else true
    return Day(row["report_date"], SOURCES[row["report_source"]], true, told)


def pages(listed: Sequence[Day]) -> Iterator[Extraction]:
    """A page a day, extracted."""
    for number, one in enumerate(listed):
        on = date.fromisoformat(one.day)
        text = WORDINGS[number % len(WORDINGS)].format(**one.told, source=one.source, day=f"{on.day} {on:%B %Y}")
        yield from dateline.extract(text, published=one.day).extractions


@dataclass(frozen=True)
class Compared:
    """What came back.

    `right` counts rows of a day whose best is the series' figure, inside their bounds. On `wrong` days another figure
    stands, on `open` days none, as must be where one was put in. `marked` of the `planted` claims are corrected.
    """

    right: int
    wrong: tuple[str, ...]
    open: tuple[str, ...]
    planted: int
    marked: int
    contradictions: int


def compared(listed: Sequence[Day], read: Sequence[Extraction]) -> Compared:
    """What stands beside the series."""
    found = dateline.reconcile(read)
    rows = {(row.term, row.end): row for one in found for row in one.series if row.start == START}
    roles = {role.claim_id: role.role for one in found for role in one.roles}
    right, wrong, left = 0, [], []
    for one in listed:
        for term, value in one.true.items():
            row = rows.get((term, one.day))
            if row is None or row.best is None:
                left.append(f"{term} {one.day}")
            elif row.best == value and _inside(row, value):
                right += 1
            else:
                wrong.append(f"{term} {one.day}")
    planted = [_claim(page, one) for page, one in zip(read, listed, strict=True) if one.corrected]
    marked = sum(roles.get(claim or "") == "corrected" for claim in planted)
    against = sum(len(one.contradictions) for one in found)
    return Compared(right, tuple(wrong), tuple(left), len(planted), marked, against)


def _inside(row: Verdict, value: int) -> bool:
    return (row.low is None or row.low <= value) and (row.high is None or value <= row.high)


def _claim(page: Extraction, one: Day) -> str | None:
    """The claim of a page that has the figure put in."""
    return next((c.claim_id for c in page.claims if c.figure and c.figure.low == one.told["killed"]), None)


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("series", nargs="?", type=Path, default=SERIES)
    options.add_argument("--days", type=int, default=10_000)
    options.add_argument("--corrections", type=int, default=20)
    options.add_argument("--check", action="store_true", help="exit 1 when it comes back worse than it must")
    args = options.parse_args()
    listed = days(args.series, args.days, args.corrections)
    read = list(pages(listed))
    start = time.process_time()
    told = compared(listed, read)
    seconds = time.process_time() - start
    figures = len(listed) * len(COUNTS)
    print(json.dumps({"bench": "series", "days": len(listed), "figures": figures, "right": told.right,
                      "wrong": len(told.wrong), "open": len(told.open), "planted": told.planted,
                      "marked": told.marked, "contradictions": told.contradictions, "seconds": round(seconds, 1),
                      "first": [*told.wrong, *told.open][:6]}))  # fmt: skip
    bad = told.right < LEAST_RIGHT * figures or len(told.wrong) > MOST_WRONG or told.marked < told.planted
    return 1 if args.check and bad else 0


if __name__ == "__main__":
    sys.exit(main())
