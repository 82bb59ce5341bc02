"""The gate before parsing changes nothing: with it and without it the project's own gold and examples tell the same.

Only names of documents are compared out loud: a part of the gold is never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.extract import EXTRACTOR
from dateline.extract.gate.scan import the_scan
from dateline.extract.pipeline import extract_pages
from dateline.model import Claim, Document
from dateline.read import Reading, read_inputs

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [*sorted((ROOT / "tests" / "gold").glob("*.jsonl")), ROOT / "examples"]
LEAST = 200
"""Documents that there must be to compare, lest an empty folder agree with itself."""


def _documents(source: Path) -> Iterator[Document]:
    for reading in read_inputs([source]):
        assert isinstance(reading, Reading), reading
        yield reading.document


def _told(documents: list[Document], *, gate: bool) -> dict[str, tuple[Claim, ...]]:
    found = extract_pages(documents, EXTRACTOR, mentions=False, explain=False, gate=gate)
    return {extraction.document.id: extraction.claims for extraction in found}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_with_and_without_the_gate_the_claims_are_the_same(source: Path) -> None:
    the_scan().compile()  # else the first texts of a process are let through unscanned
    documents = [document for document in _documents(source) if document.lang in {None, "en"}]
    with_gate, without = (_told(documents, gate=gate) for gate in (True, False))
    assert any(without.values())
    names = {document.id: document.name for document in documents}
    assert [names[key] for key in without if with_gate[key] != without[key]] == []


def test_there_is_enough_to_compare() -> None:
    assert sum(1 for source in SOURCES for _ in _documents(source)) >= LEAST
