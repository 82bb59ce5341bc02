"""Inputs in, extractions out, in the inputs' order; what fails comes out as data and stops nothing."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.errors import DatelineError, GazetteerError, MissingExtra
from dateline.model import Document, Extraction
from dateline.model.answer import Fetch
from dateline.model.reading import Problem, Reading
from dateline.model.words import KINDS, Kinds
from dateline.run.batches import batches
from dateline.run.progress import Progress, Unwatched


def extract_inputs(
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    mentions: bool = False,
    explain: bool = False,
    kinds: Kinds = KINDS,
    wanted: Callable[[Document], bool] | None = None,
    progress: Progress | None = None,
) -> Iterator[Extraction | Problem]:
    """Read the inputs (files, folders, JSON lines, "-" for `stdin`) and extract claims from each document.

    `published` (ISO date) and `lang` (ISO 639-1) hold for documents that do not say so themselves; `columns` says
    which column of a table holds what, `fetch` fetches addresses (see `dateline.read.read_inputs`). `mentions` adds
    what was recognised, `explain` the numbers that became no claim; `kinds` are the kinds of claims that are wanted.
    `wanted` leaves documents out before extraction.
    Nothing is raised for a bad input: it is yielded as a Problem. Raises InputError when `published` or `lang` is
    none, GazetteerError or MissingExtra when something that extraction needs is not installed.
    """
    from dateline.read import read_inputs

    watch = progress or Unwatched()
    readings = read_inputs(inputs, published=published, lang=lang, stdin=stdin, columns=columns, fetch=fetch)
    for batch in batches(_wanted(readings, wanted), watch):
        if isinstance(batch, Problem):
            watch.failed(batch)
            yield batch
            continue
        for outcome in extract_batch(batch, mentions=mentions, explain=explain, kinds=kinds):
            if isinstance(outcome, Problem):
                watch.failed(outcome)
            else:
                watch.done(outcome.document, len(outcome.claims), new=True)
            yield outcome


def _wanted(
    readings: Iterable[Reading | Problem], wanted: Callable[[Document], bool] | None
) -> Iterator[Reading | Problem]:
    for reading in readings:
        if wanted is None or isinstance(reading, Problem) or wanted(reading.document):
            yield reading


def extract_batch(
    batch: Sequence[Reading], *, mentions: bool = False, explain: bool = False, kinds: Kinds = KINDS
) -> list[Extraction | Problem]:
    """Claims of a batch, one outcome a reading. When the batch fails as a whole, each document is tried alone."""
    from dateline.extract import extract_all

    documents = [reading.document for reading in batch]
    try:
        return list(extract_all(documents, mentions=mentions, explain=explain, kinds=kinds))
    except NOT_THE_PAGES_FAULT:
        raise
    except Exception:  # one page must not cost its neighbours: the culprit is found and named below
        return [_alone(document, mentions=mentions, explain=explain, kinds=kinds) for document in documents]


NOT_THE_PAGES_FAULT = (GazetteerError, MissingExtra, ImportError)
"""Something is not installed: no page can be read before it is, so the run stops."""


def _alone(document: Document, *, mentions: bool, explain: bool, kinds: Kinds) -> Extraction | Problem:
    from dateline.extract import extract

    try:
        return extract(document, mentions=mentions, explain=explain, kinds=kinds)
    except NOT_THE_PAGES_FAULT:
        raise
    except DatelineError as error:
        return Problem(document.name, type(error).__name__, error.message, None)
    except Exception as error:  # a bug of ours: named with its input, and loud in the exit code
        advice = "This is a fault in dateline, not in the input: please report it with the kind of page it was."
        return Problem(document.name, "ExtractError", f"extraction failed ({_where(error)})", advice)


def _where(error: Exception) -> str:
    """Kind and place of an error, without its words: they may quote the page."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{at}"
