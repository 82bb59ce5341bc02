"""Claims, extractions and ledger claims about an invented text, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.ledger import LedgerClaim
from dateline.model import Claim, Document, Excerpt, Extraction, Figure, Place, ResolvedPlace, Source, Span
from dateline.model.ids import claim_id, document_id, sha256_of
from dateline.model.judgement import ClaimStatus, Judgement, Tombstone
from dateline.model.words import Role

MOSUL = ResolvedPlace("geonames", "99072", "Mosul", "IRQ", "Nineveh", 36.335, 43.11889, "point")
"""A large town whose district and province the gazetteer knows."""
ZAATARI = ResolvedPlace("dateline", "camp-jor-zaatari", "Zaatari", "JOR", "Mafraq", 32.29, 36.33, "point")


def document(text: str, **values: Any) -> Document:
    """A document of that text."""
    sha256 = sha256_of(text.encode())
    return replace(Document("page.txt", document_id(sha256, None, None), sha256, text, lang="en"), **values)


def claim(of: Document, words: str, **values: Any) -> Claim:
    """A claim whose figure is `words` and whose excerpt is the line on which they stand."""
    start = of.text.index(words)
    end = start + len(words)
    opens = of.text.rfind("\n", 0, start) + 1
    closes = of.text.find("\n", end)
    closes = len(of.text) if closes < 0 else closes
    implied = bool(values.pop("implied", False))
    figure = Figure(words, start, end, 9, 9, "exact", "person", implied)
    base = Claim(
        claim_id=claim_id("figure", of.id, start, end),
        document_id=of.id,
        excerpt=Excerpt(of.text[opens:closes], opens, closes),
        figure=figure,
        term="killed",
        measure="flow",
        occurrences=(Span(opens, closes),),
    )
    return replace(base, **values)


def place(of: Document, name: str, role: Role = "at", resolved: ResolvedPlace | None = None) -> Place:
    """A place as the text names it."""
    start = of.text.index(name)
    return Place(name, role, start, start + len(name), place=resolved)


def source(of: Document, name: str, resolved: str | None = None) -> Source:
    """A source as the text names it."""
    start = of.text.index(name)
    return Source(name, "witness", start, start + len(name), resolved)


def extraction(of: Document, claims: Sequence[Claim], **values: Any) -> Extraction:
    """What one document gave."""
    return replace(Extraction(of, tuple(claims)), **values)


def kept(of: Document, found: Claim, *, texts: bool = False, withdrawn: bool = False, **values: Any) -> LedgerClaim:
    """The claim as the ledger gives it, without the document's text unless `texts`."""
    status: ClaimStatus = "withdrawn" if withdrawn else "unreviewed"
    stone = Tombstone(
        of.id, found.claim_id, of.sha256, "The Post, 2031", "Torvald Iskren asked us", "R. A.", "2031-03-05T12:00:00Z"
    )
    base = LedgerClaim(
        claim=found,
        machine=found,
        document=of if texts else replace(of, text=""),
        status=status,
        added_at="2031-03-05T12:00:00Z",
        tombstone=stone if withdrawn else None,
    )
    return replace(base, **values)


def judgement(found: Claim, why: str, **values: Any) -> Judgement:
    """An acceptance."""
    return replace(Judgement(1, found.claim_id, "accept", "R. Analyst", why, "2031-03-05T12:00:00Z"), **values)
