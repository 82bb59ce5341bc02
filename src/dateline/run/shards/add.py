"""Inputs in, a ledger filled, in shards: the process that plans them and enters their results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, LedgerError
from dateline.model import Document
from dateline.model.reading import PassedOver, Problem, Reading
from dateline.run.add import add_batch, pass_over
from dateline.run.progress import Progress, Tally
from dateline.run.rules import extracted_by
from dateline.run.shards.engine import Engine, Step, in_order
from dateline.run.shards.folder import Folder, Receipt, folder_of
from dateline.run.shards.result import Entry, Known, read_result
from dateline.run.shards.shard import Settings, Shard, shard_of
from dateline.run.shards.work import Task
from dateline.run.summary import Count, Summary

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.ledger.prepare import Prepared


def add_shards(
    inputs: Sequence[str | Path],
    ledger: Ledger,
    settings: Settings,
    engine: Engine,
    *,
    by: str | None,
    watch: Progress,
    documents: int | None = None,
    shared_ledger: bool = True,
) -> Summary:
    """Read, extract and store the inputs as `dateline.run.add_inputs` does, working on several shards at a time.

    What an earlier run that was stopped left is gone on from. `documents` is how many make a shard (None: as
    `dateline.read.pieces` has it). `shared_ledger`: the engine's processes can ask the ledger which documents it has.
    """
    from dateline.read.pieces import DOCUMENTS, pieces_of, size_of

    pieces = pieces_of(inputs, documents=documents or DOCUMENTS)
    with folder_of(ledger.path) as folder, engine:
        entering = _Entering(ledger, folder, by, watch, size_of(inputs))
        known = str(ledger.path.absolute()) if shared_ledger and ledger.stats().documents else None
        rules = extracted_by()
        steps = _steps((one if isinstance(one, Problem) else shard_of(one, settings, rules) for one in pieces),
                       entering, known)  # fmt: skip
        for item in in_order(steps, engine):
            if isinstance(item, Problem):
                entering.failed(item)
            else:
                entering.enter(item)
        return entering.count.summary()


def _steps(shards: Iterator[Shard | Problem], entering: _Entering, ledger: str | None) -> Iterator[Step]:
    for shard in shards:
        if isinstance(shard, Problem) or entering.has(shard):
            yield shard, None
            continue
        result = entering.folder.result(shard)
        task = Task(shard, str(result.absolute()), str(Path.cwd()), ledger)
        yield shard, None if result.exists() else task


class _Entering:
    """Enters shards in the ledger. `count` is of the whole run, what was entered before it was stopped included."""

    def __init__(self, ledger: Ledger, folder: Folder, by: str | None, watch: Progress, size: int) -> None:
        self.folder = folder
        self.count = Count()
        self._ledger = ledger
        self._by = by
        self._watch = watch
        self._seen: set[str] = set()
        self._size = size
        self._done = 0
        self._tally = Tally()

    def has(self, shard: Shard) -> bool:
        """True when the shard was entered and is there; of one that is not there what was kept is forgotten."""
        receipt = self.folder.receipt(shard)
        if receipt is None:
            return False
        named = self._ledger.have_passed_over(receipt.passed_over)
        if len(named) == len(receipt.passed_over) and all(map(self._ledger.has_document, receipt.documents)):
            return True
        self.folder.forget(shard)
        return False

    def failed(self, problem: Problem) -> None:
        """An input could not be used."""
        self.count.failed(problem)
        self._watch.failed(problem)

    def enter(self, shard: Shard) -> None:
        """Put the shard's result in the ledger and a receipt in its place, or count what the receipt tells."""
        receipt = self.folder.receipt(shard)
        if receipt is None:
            receipt = self._entered(shard)
            self.folder.entered(shard, receipt)
        self._seen.update(receipt.documents)
        self.count.add(receipt.summary)
        for problem in receipt.summary.problems:
            self._watch.failed(problem)
        self._done += shard.bytes
        self._tally = self._tally.plus(receipt.tally)
        self._watch.moved(replace(self._tally, share=min(1.0, self._done / self._size) if self._size else 1.0))

    def _entered(self, shard: Shard) -> Receipt:
        count, tally = Count(), Tally()
        fresh: dict[str, Prepared] = {}
        over: list[PassedOver] = []
        before = set(self._seen)
        entries = list(read_result(self.folder.result(shard)))
        kept = self._kept(entries)
        for entry in entries:
            if isinstance(entry, Tally):
                tally = entry
            elif isinstance(entry, Problem):
                count.failed(entry)
            elif isinstance(entry, PassedOver):
                over.append(entry)
            elif isinstance(entry, Known) or entry.document.id in self._seen:
                self._seen.add(entry.document_id if isinstance(entry, Known) else entry.document.id)
                count.added(None)
            elif (known := kept.get(entry.document.id)) and (known.name, known.text) != _told(entry):
                self._add(fresh, count)
                self._again(entry, count)
            else:
                self._seen.add(entry.document.id)
                fresh[entry.document.id] = entry
        self._add(fresh, count)
        pass_over(self._ledger, over, count, self._by)
        here = (one.document.id for one in self._ledger.documents_in(self._seen - before))
        named = self._ledger.have_passed_over([one.id for one in over])
        return Receipt(tuple(sorted(here)), tuple(sorted(named)), count.summary(), tally)

    def _kept(self, entries: Sequence[Entry]) -> dict[str, Document]:
        """What the ledger has of a shard's documents, by their ids."""
        others = (Known, PassedOver, Problem, Tally)
        asked = {one.document.id for one in entries if not isinstance(one, others)} - self._seen
        return {one.document.id: one.document for one in self._ledger.documents_in(asked, texts=True)}

    def _add(self, fresh: dict[str, Prepared], count: Count) -> None:
        """Store these documents in one transaction, and forget them."""
        group = list(fresh.values())
        fresh.clear()
        for prepared, done in zip(group, self._ledger.add_prepared(group, by=self._by) if group else (), strict=True):
            if isinstance(done, DatelineError):
                if not isinstance(done, LedgerError) or done.document is None:
                    raise done
                count.failed(Problem(prepared.came_from, type(done).__name__, done.message))
            elif done.refused:
                count.failed(Problem(prepared.came_from, "LedgerError", done.refused))
            else:
                count.added(done)

    def _again(self, prepared: Prepared, count: Count) -> None:
        """Extract from the text that the ledger keeps under another name or reads otherwise, as without shards."""
        reading = Reading(prepared.document, prepared.original(), prepared.came_from, prepared.media_type)
        for outcome in add_batch(self._ledger, [reading], self._by, self._seen):
            if isinstance(outcome, Problem):
                count.failed(outcome)
            else:
                count.added(outcome[1])


def _told(prepared: Prepared) -> tuple[str, str]:
    return prepared.document.name, prepared.document.text
