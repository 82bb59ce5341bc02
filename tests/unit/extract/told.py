"""What the tests of extraction ask of a text: its drafts, its refused numbers, its claims. Short forms to compare."""

from __future__ import annotations

from dateline.extract import extract
from dateline.extract.assemble.drafts import drafts_of
from dateline.extract.draft import Draft
from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.model import Claim, Document, Extraction
from dateline.model.ids import document_id, sha256_of

Bounds = tuple[int | None, int | None]


def read(text: str) -> tuple[list[Draft], dict[str, str]]:
    """The drafts of a text in reading order, and its refused numbers with the reasons."""
    working = repair(text)
    drafts: list[Draft] = []
    refused: dict[str, str] = {}
    for sentence in sentences_of(working):
        found, without = drafts_of(sentence, drafts)
        drafts += found
        refused |= {working.text[r.start : r.end]: r.reason for r in without}
    return drafts, refused


def drafts(text: str) -> list[Draft]:
    """The drafts of a text in reading order."""
    return read(text)[0]


def counted(draft: Draft) -> int | None:
    """The number by which a test names a figure: its low bound, else its high one."""
    return draft.quantity.low if draft.quantity.low is not None else draft.quantity.high


def values(text: str, field: str) -> list[tuple[int | None, str]]:
    """(number, value of the field) of every draft."""
    return [(counted(draft), str(getattr(draft, field))) for draft in drafts(text)]


def terms(text: str) -> list[tuple[int | None, str]]:
    """(number, term) of every draft."""
    return values(text, "term")


def document(text: str, *, name: str = "page", title: str | None = None, published: str | None = None) -> Document:
    """A document of the text, identified as one that was read."""
    sha256 = sha256_of(text.encode("utf-8", "replace"))
    identity = document_id(sha256, None, None)
    return Document(name, identity, sha256, text, title=title, published=published, lang="en")


def extraction(text: str, *, title: str | None = None, published: str | None = None) -> Extraction:
    """All that the extractor gives for a text."""
    return extract(document(text, title=title, published=published), mentions=True, explain=True)


def claims(text: str, *, title: str | None = None, published: str | None = None) -> tuple[Claim, ...]:
    """The figures of a text as claims."""
    return extract(document(text, title=title, published=published), kinds=("figure",)).claims


def all_claims(text: str, *, title: str | None = None, published: str | None = None) -> tuple[Claim, ...]:
    """The claims of a text, of every kind."""
    return extract(document(text, title=title, published=published)).claims


def events(text: str, trigger: str, *, published: str = "2024-11-28") -> list[Claim]:
    """The events of a text that are told by a word."""
    found = all_claims(text, published=published)
    return [claim for claim in found if claim.event and claim.event.trigger.text == trigger]


def figure_texts(text: str) -> list[str]:
    """The words of every claim's figure, as they stand in the canonical text."""
    return [claim.figure.text for claim in claims(text) if claim.figure]
