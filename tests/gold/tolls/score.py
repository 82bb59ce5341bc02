#!/usr/bin/env python3
"""Tolls of local crime against the project's own gold: how many one page says were killed and injured.

usage: score.py [--errors] [--set harmed|later]

The sets are `harmed.jsonl` and `later.jsonl`, written one after the other (see `../README.md`).
Each page is read and reconciled alone; what stands is `best` of its incident's last row of killed and of injured, or of
its bounds where they meet in one number. A term without a row counts as 0, a page without an incident as nobody harmed:
for scoring only, the product leaves both open. `--errors` lists the wrong pages of the build half; of the held half
nothing but totals is ever printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from dateline.extract import extract_all
from dateline.model import Claim, Document
from dateline.model.ids import document_id, sha256_of
from dateline.model.situation import Reported, Situation, Verdict
from dateline.reconcile import reconcile, words_told
from dateline.run.situations import GazetteerContainment

HERE: Final = Path(__file__).resolve().parent
SETS: Final = ("harmed", "later")

Json = dict[str, Any]
Half = Literal["build", "held"]
Toll = tuple[int | None, int | None]
"""Killed and injured; None where figures are told and none is best."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the numbers that it tells."""

    document: Document
    toll: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TollScores:
    """Over the pages of one half: the shares with killed right, injured right, and both."""

    pages: int
    killed: float
    injured: float
    both: float


def half_of(name: str) -> Half:
    """The half of a page by the hash of its id."""
    return "held" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 else "build"


def rows_of(name: str) -> list[Json]:
    """The lines of one set in the file's order."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def pages(half: Half, name: str = "harmed") -> list[Page]:
    """The pages of one half of a set in the file's order."""
    rows = [row for row in rows_of(name) if half_of(row["id"]) == half]
    return [Page(document_of(row), (row["killed"], row["injured"])) for row in rows]


def document_of(row: Json) -> Document:
    """The page as it would be read: title, blank line, text."""
    text = f"{row['title']}\n\n{row['text']}"
    digest = sha256_of(text.encode())
    return Document(
        row["id"], document_id(digest, row["id"], None), digest, text,
        published=row["published"], title=row["title"], lang=row["lang"],
    )  # fmt: skip


def told(document: Document, claims: Sequence[Claim]) -> Toll:
    """What one page says by itself: the toll of the incident that most of its claims belong to."""
    words = words_told(document.text)
    found = reconcile(
        [Reported(claim, document.published, None, document.title, words) for claim in claims],
        containment=GazetteerContainment(),
    )
    incidents = [one for one in found if one.kind == "incident"]
    if not incidents:
        return 0, 0
    begins = {claim.claim_id: claim.excerpt.start for claim in claims}
    first = max(incidents, key=lambda one: (len(one.roles), -min(begins[role.claim_id] for role in one.roles)))
    return _last(first, "killed"), _last(first, "injured")


def _last(incident: Situation, term: str) -> int | None:
    rows = [row for row in incident.series if isinstance(row, Verdict) and row.term == term and row.unit == "person"]
    rows = [row for row in rows if row.whom is None] or rows  # of women alone only where nobody counts people
    if not rows:
        return 0
    last = max(rows, key=lambda row: row.end or "")
    return last.low if last.best is None and last.low == last.high else last.best


def judged(half: Half, name: str = "harmed") -> Iterator[tuple[Page, Toll]]:
    """Each page of a half, and what it is found to say."""
    given = {page.document.id: page for page in pages(half, name)}
    documents = [page.document for page in given.values()]
    for done in extract_all(documents, kinds=("figure",)):
        yield given[done.document.id], told(done.document, done.claims)


def scores(half: Half, name: str = "harmed") -> TollScores:
    """The shares of one half of a set."""
    return counted(list(judged(half, name)))


def counted(cases: Sequence[tuple[Page, Toll]]) -> TollScores:
    """The shares over judged pages."""
    right = Counter(
        name
        for page, toll in cases
        for name, holds in (
            ("killed", page.toll[0] == toll[0]), ("injured", page.toll[1] == toll[1]), ("both", page.toll == toll)
        ) if holds
    )  # fmt: skip
    share = {name: round(right[name] / max(1, len(cases)), 3) for name in ("killed", "injured", "both")}
    return TollScores(len(cases), **share)


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asking.add_argument("--errors", action="store_true", help="list the wrong pages of the build half")
    asking.add_argument("--set", choices=SETS, default="harmed", dest="name")
    asking.add_argument("--half", choices=("build", "both"), default="both", help="leave the held half alone")
    asked = asking.parse_args()
    build = list(judged("build", asked.name))
    print(f"build {counted(build)}")
    if asked.half == "both":
        print(f"held  {scores('held', asked.name)}")
    for page, toll in build if asked.errors else ():
        if page.toll != toll:
            print(f"\n{page.document.name}: {page.toll} found {toll}\n{page.document.text}")


if __name__ == "__main__":
    main()
