"""From a document to its claims. Pure: the same document always gives the same claims; nothing is sent out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import Document, Extraction
from dateline.model.words import KINDS, Kinds

EXTRACTOR = "rules 0.1.0"
"""Name and version of what reads the claims; stored with every claim."""


def extract(document: Document, *, mentions: bool = False, explain: bool = False, kinds: Kinds = KINDS) -> Extraction:
    """The claims of one document; with `mentions` all that was recognised, with `explain` the refused numbers.

    `kinds` are the kinds of claims that are wanted.
    """
    return next(extract_all([document], mentions=mentions, explain=explain, kinds=kinds))


def extract_all(
    documents: Iterable[Document],
    *,
    mentions: bool = False,
    explain: bool = False,
    kinds: Kinds = KINDS,
) -> Iterator[Extraction]:
    """The claims of each document, lazily and in order; `kinds` as for `extract`."""
    from dateline.extract.pipeline import extract_pages

    return extract_pages(documents, EXTRACTOR, mentions=mentions, explain=explain, kinds=kinds)
