"""Runs mutants through the readers and the extraction and tells what broke (CONTRIBUTING, Fuzzing).

    python tests/fuzz/run.py --reader warc --inputs 5000      one kind of file
    python tests/fuzz/run.py --readers --inputs 5000          every kind, so many each
    python tests/fuzz/run.py --extract --inputs 100000        reading and extraction of texts
    python tests/fuzz/run.py --extract --only 71204           one mutant by its number, with what it holds

Prints one JSON object; ends with 1 where something broke.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import multiprocessing
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / room) for room in ("fuzz", "contract")] + [str(ROOT / "src")]

import corpus  # noqa: E402
import verdicts  # noqa: E402

from dateline.extract import extract, extract_all  # noqa: E402
from dateline.model import Document  # noqa: E402
from dateline.model.reading import Reading  # noqa: E402

SLOW = 2.0
"""Seconds of computing beyond which a page is slow: a fault."""
HANG = 10.0
"""Seconds of computing beyond which it is stopped."""
STUCK = 300
"""Seconds of the clock after which even what computes nothing, or listens to no signal, is ended, with the place where
it stood: many, for the machine may be busy with other things."""
SHARD = 500
"""Mutants that a worker does at a time."""
TOGETHER = 25
"""Texts extracted in one call, as a run does; where that breaks or is slow, each is tried for itself."""


class Hang(Exception):
    """It took longer than anything may."""


@dataclass
class Told:
    """What came of some mutants. `broken` are cases by name, each with what broke; `slowest` is in seconds."""

    inputs: int = 0
    documents: int = 0
    claims: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[str, str]] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def add(self, other: Told) -> None:
        """Counts the other in."""
        self.inputs += other.inputs
        self.documents += other.documents
        self.claims += other.claims
        self.problems += other.problems
        self.broken += other.broken
        self.slowest = max(self.slowest, other.slowest)


@contextmanager
def in_time(told: Told, name: str, seconds: float = HANG) -> Iterator[None]:
    """Whatever is raised in here, and whatever is slow, is written down under the name."""
    faulthandler.dump_traceback_later(STUCK, exit=True)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    started = time.process_time()
    try:
        yield
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        told.broken.append((name, f"{type(error).__name__}: {str(error)[:300]} ({Path(at.filename).name}:{at.lineno})"))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
    took = time.process_time() - started
    told.slowest = max(told.slowest, (round(took, 3), name))
    if took > SLOW:
        told.broken.append((name, f"slow: {took:.1f} s"))


def _ring(number: int, frame: FrameType | None) -> None:
    raise Hang(f"more than {HANG:.0f} s")


# --- readers ----------------------------------------------------------------------------------------------------------


def read_some(kind: str, seed: int, numbers: Sequence[int]) -> Told:
    """The mutants of these numbers of one kind of file, read."""
    signal.signal(signal.SIGPROF, _ring)
    told = Told()
    for number in numbers:
        name, file = corpus.file_mutant(kind, seed, number)
        told.inputs += 1
        with in_time(told, name):
            for one in verdicts.read(file.name, file.data):
                if isinstance(one, Reading):
                    told.documents += 1
                else:
                    told.problems[one.error] += 1
                told.broken += [(name, fault) for fault in verdicts.faults_of_reading(one)]
    return told


# --- extraction -------------------------------------------------------------------------------------------------------


def extract_some(kind: str, seed: int, numbers: Sequence[int]) -> Told:
    """The mutants of these numbers, read as plain text and extracted."""
    signal.signal(signal.SIGPROF, _ring)
    told = Told()
    for start in range(0, len(numbers), TOGETHER):
        named = [corpus.text_mutant(seed, number) for number in numbers[start : start + TOGETHER]]
        _extract_together(told, named)
    return told


def _extract_together(told: Told, named: Sequence[tuple[str, corpus.Text]]) -> None:
    documents: list[tuple[str, Document]] = []
    for name, text in named:
        told.inputs += 1
        with in_time(told, name):
            read = verdicts.document_of(text.text, text.lang, text.published)
            if read is None:
                told.problems["EmptyInput"] += 1
            else:
                documents.append((name, read))
    together = Told()
    with in_time(together, "together", HANG * TOGETHER):
        for (name, _), extraction in zip(documents, extract_all([one for _, one in documents]), strict=True):
            together.claims += len(extraction.claims)
            together.broken += [(name, fault) for fault in verdicts.faults_of_extraction(extraction)]
    together.documents = len(documents)
    if not together.broken and together.slowest[0] <= SLOW:
        together.slowest = (round(together.slowest[0] / TOGETHER, 3), named[0][0])
        told.add(together)
        return
    for name, document in documents:
        told.documents += 1
        with in_time(told, name):
            extraction = extract(document)
            told.claims += len(extraction.claims)
            told.broken += [(name, fault) for fault in verdicts.faults_of_extraction(extraction)]


# --- the whole --------------------------------------------------------------------------------------------------------


def run(kind: str, seed: int, inputs: int, workers: int, said: Callable[[str], None] = lambda _: None) -> Told:
    """So many mutants of one kind of file, or of texts ("extract"), in so many processes (0: in this one)."""
    doing = extract_some if kind == "extract" else read_some
    shards = [(kind, seed, range(start, min(start + SHARD, inputs))) for start in range(0, inputs, SHARD)]
    told = Told()
    started = time.monotonic()
    if workers == 0:
        for shard in shards:
            told.add(doing(*shard))
        return told
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(doing, *shard) for shard in shards]
        for one in waiting:
            told.add(one.result())
            rate = told.inputs / (time.monotonic() - started)
            said(f"{kind}: {told.inputs:,} of {inputs:,}, {rate:.0f}/s, {len(told.broken)} broken; {told.slowest}")
    return told


def summary(told: Told, seconds: float) -> dict[str, Any]:
    """As it is printed: the first broken cases in full, all by count."""
    row = {one.name: getattr(told, one.name) for one in fields(told)}
    row["broken"] = told.broken[:40]
    return {**row, "broken_cases": len({name for name, _ in told.broken}), "seconds": round(seconds)}


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    what = asked.add_mutually_exclusive_group(required=True)
    what.add_argument("--reader", choices=corpus.kinds())
    what.add_argument("--readers", action="store_true")
    what.add_argument("--extract", action="store_true")
    asked.add_argument("--inputs", type=int, default=1_000)
    asked.add_argument("--workers", type=int, default=1)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", type=int, help="one mutant by its number")
    given = asked.parse_args()
    chosen = ["extract"] if given.extract else corpus.kinds() if given.readers else [given.reader]
    if given.only is not None:
        return _show(chosen[0], given.seed, given.only)
    every, rows = Told(), {}
    for kind in chosen:
        started = time.monotonic()
        told = run(
            kind, given.seed, given.inputs, given.workers, lambda words: print(words, file=sys.stderr, flush=True)
        )
        rows[kind] = summary(told, time.monotonic() - started)
        every.add(told)
    print(
        json.dumps({"seed": given.seed, "inputs": every.inputs, "broken": len(every.broken), "kinds": rows}, indent=1)
    )
    return 1 if every.broken else 0


def _show(kind: str, seed: int, number: int) -> int:
    doing = extract_some if kind == "extract" else read_some
    held = (
        corpus.text_mutant(seed, number)[1].text
        if kind == "extract"
        else corpus.file_mutant(kind, seed, number)[1].data
    )
    print(repr(held))
    told = doing(kind, seed, [number])
    print(json.dumps(summary(told, 0), indent=1))
    return 1 if told.broken else 0


if __name__ == "__main__":
    sys.exit(main())
