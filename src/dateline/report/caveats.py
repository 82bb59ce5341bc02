"""What to be careful about, counted: said before anybody uses a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.ledger.types import LedgerStats
from dateline.report.clean import WITHHELD
from dateline.report.view import Paper, View
from dateline.report.words import counted

UNSURE = 0.7
"""Below this score a claim is told as one that the extractor was not sure of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that holds of some claims, and the words for it."""

    words: str
    holds: Callable[[View], bool]


FINDINGS = (
    Finding("credited to nobody in their text", lambda view: not view.sources),
    Finding("without a date that could be resolved", lambda view: view.first is None and view.last is None),
    Finding("that name no place", lambda view: not view.places),
    Finding(
        "with a place that the gazetteer does not know", lambda view: any(not place.located for place in view.places)
    ),
    Finding("with a place or source taken from another sentence", lambda view: bool(view.elsewhere)),
    Finding(f"with a score below {UNSURE}: read the sentence first", lambda view: view.score < UNSURE),
    Finding("with a place blurred to protect people", lambda view: view.coarsened),
    Finding(
        f"with words withheld: {WITHHELD}", lambda view: any(piece.mark == "withheld" for piece in view.passage)
    ),
)  # fmt: skip


def caveats(views: Sequence[View], papers: Sequence[Paper], stats: LedgerStats | None) -> list[str]:
    """One sentence for each thing that holds of any claim or document, then what the ledger keeps and does not show."""
    told = [
        f"{found:,} of {counted(len(views), 'claim')} {finding.words}."
        for finding in FINDINGS
        if (found := sum(finding.holds(view) for view in views))
    ]
    undated = sum(paper.published is None for paper in papers)
    if undated:
        told.append(
            f"{undated:,} of {counted(len(papers), 'document')} without a date: there “yesterday” stays a word."
        )
    if len(papers) > 1:
        told.append("Two publishers may print one dispatch: only “What stands” takes its copies for one witness.")
    if stats and (foreign := in_other_languages(stats)):
        told.append(foreign)
    return told + (_left_out(len(views), stats) if stats else [])


def in_other_languages(stats: LedgerStats) -> str:
    """How many documents no claim can be expected of, since claims are read from English alone; "" for none."""
    other = {lang: number for lang, number in stats.languages if lang != "en"}
    if not other:
        return ""
    listed = ", ".join(f"{lang} {number:,}" for lang, number in other.items())
    many = counted(sum(other.values()), "document")
    return f"{many} in other languages than English ({listed}): claims are read from English pages alone."


def _left_out(shown: int, stats: LedgerStats) -> list[str]:
    told = []
    if stats.superseded_documents:
        replaced = counted(stats.superseded_documents, "document")
        told.append(f"{replaced} replaced by a newer version: the claims of the older one are left out.")
    if stats.claims_kept > shown:
        more = counted(stats.claims_kept - shown, "more claim")
        told.append(f"{more} in the ledger, left out: rejected, withdrawn, superseded or not for every reader.")
    if stats.tombstones:
        told.append(f"{counted(stats.tombstones, 'document')} taken out for good; a tombstone gives the reason.")
    return told
