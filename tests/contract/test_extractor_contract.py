"""What every extractor must do, whatever it is made of: rules, a trained model, a language model. One body for all.

An extractor is a function from a document to its Extraction. To put another one to the test, add it to `EXTRACTORS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from extractor_rules import FAULTS, PAGES, document

import dateline.extract as rules
from dateline.model import Extraction
from dateline.model.as_json import claim_from_json, claim_to_json, document_to_json, mention_to_json

EXTRACTORS: dict[str, Callable[..., Extraction]] = {"rules": rules.extract}
"""Each takes the document, and `mentions` and `explain` by keyword."""


@pytest.fixture(params=EXTRACTORS, scope="module")
def found(request: pytest.FixtureRequest) -> dict[str, Extraction]:
    """What the extractor gives for every page, with mentions and refusals."""
    extract = EXTRACTORS[request.param]
    return {name: extract(page, mentions=True, explain=True) for name, page in PAGES.items()}


@pytest.fixture(params=EXTRACTORS, scope="module")
def extract(request: pytest.FixtureRequest) -> Callable[..., Extraction]:
    return EXTRACTORS[request.param]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_nothing_is_at_fault(fault: Callable[[Extraction], list[str]], found: dict[str, Extraction]) -> None:
    assert {name: told for name, extraction in found.items() if (told := fault(extraction))} == {}


def test_it_finds_what_nobody_misses(found: dict[str, Extraction]) -> None:
    told = {name: [(c.figure.low, c.figure.high) for c in e.claims if c.figure] for name, e in found.items()}
    assert told["plain"] == [(340, 340)]
    assert 12 in {low for low, _ in told["news"]}
    assert told["empty"] == told["nothing"] == []


def test_again_is_the_same(extract: Callable[..., Extraction]) -> None:
    for page in PAGES.values():
        assert extract(page) == extract(page)


def test_mentions_and_refusals_come_only_when_asked_for_and_change_no_claim(extract: Callable[..., Extraction]) -> None:
    for page in PAGES.values():
        plain = extract(page)
        assert (plain.mentions, plain.refusals) == ((), ())
        asked = extract(page, mentions=True, explain=True)
        assert asked.claims == plain.claims


def test_the_name_of_a_document_is_no_part_of_an_id(extract: Callable[..., Extraction]) -> None:
    text = PAGES["news"].text
    ids = {tuple(c.claim_id for c in extract(document(text, name=name)).claims) for name in ("one", "two")}
    assert len(ids) == 1


def test_another_document_has_other_ids(extract: Callable[..., Extraction]) -> None:
    text = PAGES["news"].text
    here = {c.claim_id for c in extract(document(text)).claims}
    there = {c.claim_id for c in extract(document(text, url="https://example.org/a")).claims}
    assert here
    assert not here & there


def test_a_claim_survives_its_json(found: dict[str, Extraction]) -> None:
    for extraction in found.values():
        for claim in extraction.claims:
            row = json.loads(json.dumps(claim_to_json(claim)))
            assert claim_from_json(row, claim.document_id) == claim


def test_mentions_and_documents_are_json(found: dict[str, Extraction]) -> None:
    for extraction in found.values():
        assert json.loads(json.dumps(document_to_json(extraction.document)))["id"] == extraction.document.id
        for mention in extraction.mentions:
            row = json.loads(json.dumps(mention_to_json(mention)))
            assert (row["kind"], row["text"]) == (mention.kind, mention.text)
