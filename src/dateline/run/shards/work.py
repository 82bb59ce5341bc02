"""What is done for a shard, in whatever process: read, extract, make ready for the ledger, keep the result."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from dateline.errors import DatelineError
from dateline.model import Extraction
from dateline.model.reading import Problem, Reading
from dateline.run.add import problem_of, standing
from dateline.run.batches import batches
from dateline.run.extract import extract_batch
from dateline.run.progress import Tally, Unwatched
from dateline.run.shards.result import Known, write_result
from dateline.run.shards.shard import Shard
from dateline.run.worth import worth

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
    write_result(Path(task.result), _entries(task.shard, _ledger(task.ledger) if task.ledger else None))


@cache
def _ledger(path: str) -> Ledger:
    from dateline.ledger import open_ledger

    return open_ledger(path, create=False)


@dataclass(slots=True)
class _Counted(Unwatched):
    """Counts the documents of a shard. `stopped` are those at which the gate saw that they can carry no claim."""

    pages: int = 0
    claims: int = 0
    stopped: set[str] = field(default_factory=set)
    ignored: dict[str, None] = field(default_factory=dict)
    _passes: bool = True

    def worth(self, text: str) -> bool:
        self._passes = worth(text)
        return self._passes

    def judged(self, readings: Iterable[Reading | Problem]) -> Iterator[Reading | Problem]:
        """The readings, noting which of them the gate stopped: it is asked while the next one is read."""
        for one in readings:
            if isinstance(one, Reading) and not self._passes:
                self.stopped.add(one.document.id)
            self._passes = True
            yield one

    def read(self, reading: Reading) -> None:
        self.pages += 1
        self.ignored |= dict.fromkeys(reading.ignored_keys)


def _entries(shard: Shard, ledger: Ledger | None) -> Iterator[Prepared | Known | Problem | Tally]:
    from dateline.read.pieces import read_piece

    counted, said = _Counted(), shard.settings
    readings = read_piece(
        shard.piece, published=said.published, lang=said.lang, columns=dict(said.columns), worth=counted.worth
    )
    for batch in batches(counted.judged(readings), counted):
        if isinstance(batch, Problem):
            yield batch
            continue
        before = [standing(ledger, reading, set()) if ledger else reading for reading in batch]
        extracted = iter(extract_batch([one for one in before if _is_asked(one, counted)]))
        for reading, one in zip(batch, before, strict=True):
            if one is None:
                yield Known(reading.document.id)
            elif isinstance(one, Problem):
                yield one
            else:
                found = next(extracted) if _is_asked(one, counted) else Extraction(one.document, ())
                counted.claims += len(found.claims) if isinstance(found, Extraction) else 0
                yield found if isinstance(found, Problem) else _prepared(one, found)
    passed = counted.pages - len(counted.stopped)
    yield Tally(counted.pages, passed, counted.claims, ignored_keys=tuple(counted.ignored))


def _is_asked(one: Reading | Problem | None, counted: _Counted) -> TypeGuard[Reading]:
    return isinstance(one, Reading) and one.document.id not in counted.stopped


def _prepared(reading: Reading, found: Extraction) -> Prepared | Problem:
    from dateline.extract import EXTRACTOR
    from dateline.ledger.prepare import prepare

    try:
        return prepare(reading, found.claims, EXTRACTOR)
    except DatelineError as error:
        return problem_of(reading, error)
