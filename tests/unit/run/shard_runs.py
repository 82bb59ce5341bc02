"""Runs in shards for the tests: a small archive, an engine in this process, what a ledger holds.

As a script it is the process that the tests kill: `python shard_runs.py ARCHIVE LEDGER ANSWERS` adds the archive, the
extractor's answers looked up in a file, and says "begin" before, "moved" in it for each shard and "end" behind it.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from dateline.ledger import Ledger, open_ledger
from dateline.model import Document, Extraction
from dateline.model.as_json import claim_to_json, document_to_json
from dateline.run import Progress, Summary, Tally, Unwatched
from dateline.run.shards import Settings, add_shards
from dateline.run.shards.engine import Wait
from dateline.run.shards.work import Task, work

DOCUMENTS = 2
"""Documents of a shard."""
WORDS = (
    "The council said that {n} people fled Riberalta on 4 March 2031.",
    "At least {n} people were killed when the dam above Anor broke, the governor said.",
    "The bridge was painted and {n} singers came to the fair.",
)


class Here:
    """An engine that works at once, in this process."""

    ahead = 3

    def __init__(self) -> None:
        self.done = 0

    def submit(self, task: Task) -> Wait:
        work(task)
        self.done += 1
        return lambda: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def archive(path: Path, count: int) -> Path:
    """JSON lines of so many documents; every seventh is the one before it again, every ninth is no JSON."""
    import json

    rows = []
    for number in range(count):
        told = number - (number % 7 == 6)
        text = WORDS[told % 3].format(n=100 + told)
        rows.append("no JSON" if number % 9 == 8 else json.dumps({"id": str(told), "text": text, "url": f"u{told}"}))
    path.write_text("\n".join(rows))
    return path


def pages(path: Path, count: int) -> Path:
    """A WARC of so many pages: of three the first tells of a crisis, the second of a game that had victims in a manner
    of speaking, the third of bakers; every seventh is the one before it again."""
    records = []
    for number in range(count):
        told = number - (number % 7 == 6)
        talk = " ".join(f"The bakers of street {street} sang in the market {told} times." for street in range(9))
        text = (WORDS[1].format(n=100 + told), "The game needs 3 volunteers, 40 more than the fair.", "")[told % 3]
        body = f"<html><head><title>Page {told}</title></head><body><h1>Page {told}</h1><p>{text}</p><p>{talk}</p>"
        records.append(record(f"https://post.example/{told}", body.encode()))
    path.write_bytes(b"".join(records))
    return path


def record(url: str, body: bytes) -> bytes:
    """A response record around a page."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-14T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def run(
    inputs: Path, ledger: Path, engine: Any = None, watch: Progress | None = None, settings: Settings | None = None
) -> Summary:
    """Add the inputs in small shards."""
    with open_ledger(ledger) as opened:
        return add_shards(
            [inputs], opened, settings or Settings(), engine or Here(), by=None, watch=watch or Unwatched(),
            documents=DOCUMENTS,
        )  # fmt: skip


def facts(ledger: Path | Ledger) -> list[str]:
    """What a ledger holds of documents, claims and names of pages that were passed over, sorted by id: without the
    moment at which it was entered."""
    opened = ledger if isinstance(ledger, Ledger) else open_ledger(ledger, create=False)
    with opened:
        documents = [
            f"{document_to_json(one.document)} {one.document.name} {one.came_from} {one.document.text}"
            for one in opened.documents(texts=True)
        ]
        claims = [f"{one.claim.claim_id} {claim_to_json(one.claim)} {one.status}" for one in opened.claims()]
        over = [f"{one.page.id} {one.page} {one.extractor}" for one in opened.passed_over()]
    return [*sorted(documents), *sorted(claims), *sorted(over)]


def answered(answers: dict[str, Extraction]) -> None:
    """From now on the extractor's answers are these, by document."""

    def extract_all(documents: Iterable[Document], **_: Any) -> Iterator[Extraction]:
        return (answers[document.id] for document in documents)

    import_module("dateline.extract").extract_all = extract_all  # type: ignore[attr-defined]


class Telling(Unwatched):
    """Says so when a shard is entered."""

    def moved(self, tally: Tally) -> None:
        print("moved", flush=True)


def main() -> None:
    inputs, ledger, answers = map(Path, sys.argv[1:])
    answered(pickle.loads(answers.read_bytes()))
    with open_ledger(ledger):
        print("begin", flush=True)
    run(inputs, ledger, watch=Telling())
    print("end", flush=True)


if __name__ == "__main__":
    main()
