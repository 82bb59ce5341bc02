"""Inputs in, a ledger filled: each document is stored whole or not at all, and stays stored whatever comes after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import DatelineError, LedgerCorrupt, LedgerError, LedgerReadOnly, Ungrounded, UsageError
from dateline.model import Extraction
from dateline.model.answer import Fetch
from dateline.model.reading import PassedOver, Problem, Reading
from dateline.run.batches import batches
from dateline.run.extract import extract_batch
from dateline.run.gate import Gate, gate_of
from dateline.run.progress import Progress, Unwatched
from dateline.run.summary import Count, Summary

if TYPE_CHECKING:
    from dateline.ledger import Added, Ledger


def add_inputs(
    inputs: Sequence[str | Path],
    ledger: Ledger | str | Path,
    *,
    published: str | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    by: str | None = None,
    progress: Progress | None = None,
    workers: int = 1,
    engine: str | None = None,
    keep_all: bool | None = None,
) -> Summary:
    """Read the inputs, extract their claims and store both in the ledger (open, or the path of its file).

    A document that the ledger has, read by this extractor and described alike, is not extracted again. `by` is who
    stands in the audit log; None: the extractor. `published`, `lang`, `columns` and
    `fetch` as for `extract_inputs`.

    With more than one of `workers`, or an `engine` ("local", "ray"), the inputs are worked on in shards
    (`dateline.run.shards`): a run that was stopped goes on where it was. `workers` on Ray: as many as the cluster has.

    Pages of web archives in which no claim is found are passed over: named in the ledger (`Ledger.passed_over`), with
    where they lie, and not kept; everything else is kept. `keep_all` True: these pages, too; False: files of one
    document without a claim are passed over as well.

    Bad inputs are problems of the summary. Raises InputError when `published` or `lang` is none, LedgerReadOnly before
    anything is read when the ledger cannot be written, UsageError for standard input in shards or an engine that there
    is not, MissingExtra where the engine is not installed, and any LedgerError that concerns the ledger as a whole:
    what was stored until then stays.
    """
    with nullcontext(ledger) if not isinstance(ledger, str | Path) else _opened(ledger) as opened:
        opened.require_writable()
        from dateline.read import read_inputs

        if workers > 1 or engine:
            from dateline.run.shards import Settings, add_shards, engine_of

            if fetch is not None:
                raise UsageError("pages are fetched by one process only: leave --workers and --engine out")
            said = Settings(published, lang, tuple(sorted((columns or {}).items())), keep_all)
            working = engine_of(engine, workers)
            return add_shards(inputs, opened, said, working, by=by, watch=progress or Unwatched())
        gate = gate_of(keep_all, opened)
        readings = read_inputs(
            inputs, published=published, lang=lang, stdin=stdin, columns=columns, fetch=fetch, sieve=gate
        )
        return _fill(opened, readings, by, progress or Unwatched(), gate)


def add_readings(
    ledger: Ledger, readings: Iterable[Reading | Problem], *, by: str | None = None, progress: Progress | None = None
) -> Summary:
    """The same for what was read already, into an open ledger. Problems among the readings are the summary's."""
    return _fill(ledger, readings, by, progress or Unwatched())


def _opened(path: str | Path) -> Ledger:
    from dateline.ledger import open_ledger

    return open_ledger(path)


def _fill(
    ledger: Ledger, readings: Iterable[Reading | Problem], by: str | None, watch: Progress, gate: Gate | None = None
) -> Summary:
    count = Count()
    seen: set[str] = set()
    for batch in batches(readings, watch):
        outcomes = [batch] if isinstance(batch, Problem) else add_batch(ledger, batch, by, seen, gate)
        for outcome in outcomes:
            if isinstance(outcome, Problem):
                count.failed(outcome)
                watch.failed(outcome)
            else:
                reading, added, claims = outcome
                new = count.added(added)
                watch.done(reading.document, claims, new=new)
        pass_over(ledger, gate.taken() if gate else (), count, by)
    pass_over(ledger, gate.taken() if gate else (), count, by)
    return count.summary()


def pass_over(ledger: Ledger, pages: Sequence[PassedOver], count: Count, by: str | None) -> None:
    """Name these pages in the ledger and count them."""
    from dateline.extract import EXTRACTOR

    ledger.pass_over(pages, extractor=EXTRACTOR, by=by)
    count.passed_over += len(pages)


Done = tuple[Reading, "Added | None", int]
"""A reading, what the ledger did with it (None: it had it as it is), and how many claims were found in it now."""


def add_batch(
    ledger: Ledger, batch: Sequence[Reading], by: str | None, seen: set[str], gate: Gate | None = None
) -> Iterator[Done | Problem]:
    """Store a batch, one transaction a document, in its order. `seen` are the documents of the run so far.

    What the gate let through and gives no claim is handed back to it, and not told of here.
    """
    befores = [standing(ledger, reading, seen) for reading in batch]
    asked = [reading for reading in befores if isinstance(reading, Reading)]
    extracted = iter(extract_batch(asked))
    for reading, before in zip(batch, befores, strict=True):
        if isinstance(before, Problem):
            yield before
        elif before is None:
            if gate is not None and reading.sifted and not ledger.has_document(reading.document.id):
                gate.without_claim(reading)  # the same page again
            else:
                yield reading, None, 0
        else:
            outcome = next(extracted)
            if isinstance(outcome, Problem):
                yield outcome
            elif gate is not None and before.sifted and not outcome.claims:
                gate.without_claim(before)
            else:
                yield _store(ledger, before, outcome, by)


def standing(ledger: Ledger, reading: Reading, seen: set[str]) -> Reading | Problem | None:
    """The reading as it is to be extracted; None when the ledger has it already, a Problem when it may not enter.

    The same document twice in one run (a copy under another name) counts once, as it comes first: otherwise two
    descriptions would take turns, and the same run again would add something. A known document keeps its name, and its
    text, so that offsets and the judgements that hang on them hold.
    """
    from dateline.extract import EXTRACTOR

    document = reading.document
    if document.id in seen:
        return None
    seen.add(document.id)
    if ledger.has_document(document.id):
        document = replace(document, name=ledger.document(document.id).document.name)
    if ledger.has_current(document, EXTRACTOR):
        return None
    refused = ledger.refusal(document)
    if refused:
        return Problem(reading.came_from, "LedgerError", refused, "A purged document is not taken in again.")
    return replace(reading, document=ledger.kept(document))


def _store(ledger: Ledger, reading: Reading, extraction: Extraction, by: str | None) -> Done | Problem:
    from dateline.extract import EXTRACTOR

    try:
        added = ledger.add(reading, extraction.claims, extractor=EXTRACTOR, by=by)
    except (LedgerReadOnly, LedgerCorrupt):
        raise
    except (Ungrounded, UsageError) as error:
        return problem_of(reading, error)
    except LedgerError as error:
        if error.document is None:
            raise  # it concerns the ledger, not this document
        return problem_of(reading, error)
    if added.refused:
        return Problem(reading.came_from, "LedgerError", added.refused, None)
    return reading, added, len(extraction.claims)


def problem_of(reading: Reading, error: DatelineError) -> Problem:
    return Problem(reading.came_from, type(error).__name__, error.message, None)
