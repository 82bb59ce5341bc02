"""An archive of news pages from end to end: `python bench/archive.py [--pages N] [--rounds N] [--workers 1,2]`.

Writes a WARC.GZ of N pages (`archive_pages`) and adds it to a new ledger in shards. Prints, in one run: pages a second
of processor time, end to end, what is loaded and filled once being so; how many times that is of reading every page
with trafilatura and parsing every text with the bare parser; what each stage takes; then the same through processes of
their own, by the clock, one and two of them, in turns. With `--memory` only what a worker holds along the pages; with
`--check` it fails below what must be reached.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import archive_pages
from dateline.extract.gate.scan import the_scan
from dateline.ledger import open_ledger
from dateline.run import Summary, Unwatched
from dateline.run.shards import Settings, add_shards, engine_of
from dateline.run.shards.engine import Wait
from dateline.run.shards.work import Task, work
from extract_speed import _watched, bare_parser
from memory import held

LEAST = {"pages_per_s": 100.0, "ratio": 12.0, "two_workers": 1.5}
MOST_MB = 100
STAGES = {
    "unpack the archive": ["dateline.read.warc:_block"],
    "decode": ["dateline.read.document:decode"],
    "text found fast": ["dateline.read.page:quick_text"],
    "gate": ["dateline.extract.gate:names_crisis", "dateline.extract.gate:passes"],
    "read with care": ["dateline.read.page:article_text", "dateline.read.page:parse", "dateline.read.page:metadata_of"],
    "extract": ["dateline.run.shards.work:extract_batch"],
    "pack": ["dateline.run.shards.work:_prepared"],
    "results": ["dateline.run.shards.result:_write", "dateline.run.shards.result:_entry"],
    "ledger": ["dateline.ledger.facade:add_group", "dateline.ledger.passed:pass_over"],
}


class Here:
    """An engine that works at once, in this process."""

    ahead = 1

    def submit(self, task: Task) -> Wait:
        """Do it now."""
        work(task)
        return lambda: None

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def add(archive: Path, engine: Any) -> Summary:
    """The archive into a ledger that is thrown away."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "a.db") as ledger:
        return add_shards([archive], ledger, Settings(), engine, by=None, watch=Unwatched())


def seconds(work_: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """What it takes by a clock."""
    start = clock()
    work_()
    return clock() - start


def with_care(pages: list[bytes], parser: Any) -> None:
    """Every page by trafilatura as it comes, every text by the bare parser."""
    from trafilatura import extract

    for _ in parser.pipe([extract(page.decode(), with_metadata=True) or "" for page in pages]):
        pass


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Adds up what the stages take while it is open."""
    import importlib

    spent: dict[str, float] = defaultdict(float)
    before: list[tuple[Any, str, Any]] = []
    for stage, names in STAGES.items():
        for name in names:
            module_name, _, function = name.partition(":")
            module = importlib.import_module(module_name)
            before.append((module, function, getattr(module, function)))
            setattr(module, function, _watched(getattr(module, function), stage, spent))
    try:
        yield spent
    finally:
        for module, function, one in before:
            setattr(module, function, one)


def one_core(archive: Path, pages: int, rounds: int, sample: list[bytes]) -> dict[str, Any]:
    """Pages a second of one core, end to end, against careful reading and bare parsing: rounds in turns."""
    parser = bare_parser()
    with_care(sample[:5], parser)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(seconds(lambda: add(archive, Here())) / pages)
        theirs.append(seconds(lambda: with_care(sample, parser)) / len(sample))
    return {
        "pages_per_s": round(1 / statistics.median(ours), 1),
        "with_care_pages_per_s": round(1 / statistics.median(theirs), 2),
        "ratio": round(statistics.median(b / a for a, b in zip(ours, theirs, strict=True)), 1),
    }


def stages(archive: Path, pages: int) -> dict[str, float]:
    """Milliseconds a page by stage."""
    with timed() as spent:
        whole = seconds(lambda: add(archive, Here()))
    told = {stage: round(1000 * spent[stage] / pages, 2) for stage in STAGES}
    return {**told, "all else": round(1000 * (whole - sum(spent.values())) / pages, 2)}


def by_workers(archive: Path, pages: int, workers: list[int], rounds: int) -> dict[str, float]:
    """Pages a second by the clock with so many processes, their start left out, and how many times the first."""
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.warc.gz"
        archive_pages.write(few, 140, seed=3)
        rates: dict[int, list[float]] = defaultdict(list)
        for _ in range(rounds):
            for count in workers:
                start = seconds(lambda count=count: add(few, engine_of("local", count)), time.monotonic)  # type: ignore[misc]
                whole = seconds(lambda count=count: add(archive, engine_of("local", count)), time.monotonic)  # type: ignore[misc]
                rates[count].append(pages / max(0.001, whole - start))
    told = {f"{count}_workers_pages_per_s": round(statistics.median(rates[count]), 1) for count in workers}
    first = rates[workers[0]]
    told |= {f"{count}_times": round(statistics.median(b / a for a, b in zip(first, rates[count], strict=True)), 2)
             for count in workers[1:]}  # fmt: skip
    return told


class Holding(Here):
    """Notes what the process holds after each shard."""

    def __init__(self) -> None:
        self.mb: list[float] = []

    def submit(self, task: Task) -> Wait:
        wait = super().submit(task)
        self.mb.append(held())
        return wait


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=20_000, metavar="N")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--sample", type=int, default=100, help="pages that are read with care and parsed to compare")
    options.add_argument("--workers", default="1,2", help="numbers of processes, none to leave this out")
    options.add_argument("--memory", action="store_true", help="10,000 pages in one worker, and what it holds")
    options.add_argument("--check", action="store_true", help="exit 1 when below what must be reached")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, warm = Path(folder) / "pages.warc.gz", Path(folder) / "warm.warc.gz"
        archive_pages.write(archive, args.pages)
        archive_pages.write(warm, 100, seed=2)
        chance = random.Random(4)
        sample = [archive_pages.page(n, k, chance) for n, k in enumerate(archive_pages.kinds(args.sample, chance))]
        html = statistics.median(map(len, sample))
        the_scan().compile()
        add(warm, Here())
        told: dict[str, Any] = {"bench": "archive", "pages": args.pages, "html_median": html,
                                "load": round(os.getloadavg()[0], 1)}  # fmt: skip
        if args.memory:
            engine = Holding()
            add(archive, engine)
            tenth = max(1, len(engine.mb) // 10)
            print(json.dumps({**told, "mb": [round(one) for one in engine.mb[::tenth]],
                              "grown_mb": round(engine.mb[-1] - engine.mb[0])}))  # fmt: skip
            return int(args.check and engine.mb[-1] - engine.mb[0] > MOST_MB)
        told |= one_core(archive, args.pages, args.rounds, sample)
        print(json.dumps(told), flush=True)
        print(json.dumps({"bench": "archive_stages", "ms_per_page": stages(archive, args.pages)}), flush=True)
        if args.workers != "none":
            told |= by_workers(archive, args.pages, [int(one) for one in args.workers.split(",")], args.rounds)
            print(json.dumps(told))
    reached = (told["pages_per_s"] >= LEAST["pages_per_s"] and told["ratio"] >= LEAST["ratio"]
               and told.get("2_times", LEAST["two_workers"]) >= LEAST["two_workers"])  # fmt: skip
    return 1 if args.check and not reached else 0


if __name__ == "__main__":
    sys.exit(main())
