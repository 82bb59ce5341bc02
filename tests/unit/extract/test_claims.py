"""Claims stand at canonical offsets, carry derived ids, and are refused when their words do not say a number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told import claims, document, drafts

from dateline.errors import Ungrounded
from dateline.extract.actor import Bodies
from dateline.extract.assemble.fill import Filled
from dateline.extract.claims import Canonical, claims_of
from dateline.extract.draft import Draft, Page
from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.model.ids import claim_id


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Rain fell.Then at least140,000 people fled.", "at least140,000 people"),
        ("Some 61, 000 people fled.", "Some 61, 000 people"),
        ("Some 3 385 people fled.", "Some 3 385 people"),
        ("The landslide led to tendeaths in Orvel.", "tendeaths"),
        ("The blast killedfive people.", "five people"),
        ("Some  40\npeople fled.", "Some  40\npeople"),
        ("The townâ€™s war: 40 peopleâ€™s lives lost, 90 houses destroyed.", "90 houses"),
        ("Heavy ghting displaced 340 people.", "340 people"),
        ("340people were killed.", "340people"),
        ("MORE THAN 340 PEOPLE WERE KILLED.", "MORE THAN 340 PEOPLE"),
        ("Some 40 zero\u200bwidth people fled.", "Some 40 zero\u200bwidth people"),
    ],
)
def test_figures_of_broken_text_are_quoted_as_they_stand(text: str, figure: str) -> None:
    found = [c.figure for c in claims(text) if c.figure]
    assert figure in [f.text for f in found]
    for f in found:
        assert text[f.start : f.end] == f.text


def test_the_id_is_of_document_and_span_alone() -> None:
    text = "Some 340 people fled Orvel."
    (claim,) = claims(text)
    assert claim.figure is not None
    page = document(text)
    assert claim.claim_id == claim_id("figure", page.id, claim.figure.start, claim.figure.end)
    assert claim.document_id == page.id


def test_the_excerpt_is_the_sentence() -> None:
    text = "Rain fell. Some 340 people fled Orvel. The end came."
    (claim,) = claims(text)
    assert claim.excerpt.text == "Some 340 people fled Orvel."
    assert text[claim.excerpt.start : claim.excerpt.end] == claim.excerpt.text
    assert [(s.start, s.end) for s in claim.occurrences] == [(claim.excerpt.start, claim.excerpt.end)]


def made(text: str, draft: Draft) -> None:
    """Makes a claim of a draft, as the last step of extraction does."""
    working = repair(text)
    page = Page(document(text), working.text, tuple(sentences_of(working)), drafts=(draft,))
    span = (draft.sentence.start, draft.sentence.end)
    at = Canonical(page.document, working, Bodies(page))
    claims_of(page, at, [Filled(draft, occurrences=(span,))], [], "test")


def test_a_figure_without_a_number_is_refused() -> None:
    text = "Some 340 people fled Orvel."
    (draft,) = drafts(text)
    made(text, draft)
    at = text.index("people")
    with pytest.raises(Ungrounded) as refused:
        made(text, replace(draft, quantity=replace(draft.quantity, start=at, end=at + len("people"))))
    assert refused.value.document == "page"
    assert refused.value.span == (at, at + len("people"))


def test_an_empty_figure_is_refused() -> None:
    text = "Some 340 people fled Orvel."
    (draft,) = drafts(text)
    with pytest.raises(Ungrounded):
        made(text, replace(draft, quantity=replace(draft.quantity, start=3, end=3)))


def test_a_described_person_needs_no_number() -> None:
    text = "A man was killed."
    (draft,) = drafts(text)
    made(text, draft)
