"""What is done for a shard, in whatever process: read, extract, make ready for the ledger, keep the result."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.garbage import collected_seldom
from dateline.model import Extraction
from dateline.model.reading import Problem, Reading
from dateline.run.add import problem_of, standing
from dateline.run.batches import batches
from dateline.run.extract import extract_batch
from dateline.run.gate import Gate, gate_of
from dateline.run.progress import Tally, Unwatched
from dateline.run.shards.result import Entry, Known, write_result
from dateline.run.shards.shard import Shard

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.ledger.prepare import Prepared


@dataclass(frozen=True, slots=True)
class Task:
    """A shard and where its result goes. `home` is the folder that relative paths count from; `ledger` is the file in
    which known documents are looked up, None where there is none to ask.
    """

    shard: Shard
    result: str
    home: str
    ledger: str | None = None


def work(task: Task) -> None:
    """Do a task. Its result is there when this returns, whole or not at all.

    Raises LedgerReadOnly when there is no room for it, and what `dateline.run.extract_inputs` raises.
    """
    if Path.cwd() != Path(task.home):
        os.chdir(task.home)
    with collected_seldom():
        write_result(Path(task.result), _entries(task.shard, _ledger(task.ledger) if task.ledger else None))


@cache
def _ledger(path: str) -> Ledger:
    from dateline.ledger import open_ledger

    return open_ledger(path, create=False)


@dataclass(slots=True)
class _Counted(Unwatched):
    """Counts the documents of a shard."""

    pages: int = 0
    claims: int = 0
    ignored: dict[str, None] = field(default_factory=dict)

    def read(self, reading: Reading) -> None:
        self.pages += 1
        self.ignored |= dict.fromkeys(reading.ignored_keys)


def _entries(shard: Shard, ledger: Ledger | None) -> Iterator[Entry]:
    from dateline.read.pieces import read_piece

    counted, said = _Counted(), shard.settings
    gate = gate_of(said.keep_all, ledger)
    readings = read_piece(shard.piece, published=said.published, lang=said.lang, columns=dict(said.columns), sieve=gate)
    for batch in batches(readings, counted):
        if isinstance(batch, Problem):
            yield batch
            continue
        before = [standing(ledger, reading, set()) if ledger else reading for reading in batch]
        extracted = iter(extract_batch([one for one in before if isinstance(one, Reading)]))
        for reading, one in zip(batch, before, strict=True):
            if one is None:
                yield Known(reading.document.id)
            elif isinstance(one, Problem):
                yield one
            else:
                found = next(extracted)
                counted.claims += len(found.claims) if isinstance(found, Extraction) else 0
                yield from _told(one, found, gate)
        yield from gate.taken() if gate else ()
    yield from gate.taken() if gate else ()
    stopped = gate.stopped if gate else 0
    yield Tally(counted.pages + stopped, counted.pages, counted.claims, ignored_keys=tuple(counted.ignored))


def _told(reading: Reading, found: Extraction | Problem, gate: Gate | None) -> Iterator[Prepared | Problem]:
    if isinstance(found, Problem):
        yield found
    elif gate is not None and reading.sifted and not found.claims:
        gate.without_claim(reading)
    else:
        yield _prepared(reading, found)


def _prepared(reading: Reading, found: Extraction) -> Prepared | Problem:
    from dateline.extract import EXTRACTOR
    from dateline.ledger.prepare import prepare

    try:
        return prepare(reading, found.claims, EXTRACTOR)
    except DatelineError as error:
        return problem_of(reading, error)
