"""Persons of a parsed page: what the tree adds, and which figures stay."""

from __future__ import annotations

from dateline.extract.draft import Page
from dateline.extract.parse import sentences_of
from dateline.extract.person import find, in_text
from dateline.extract.repair import repair
from dateline.model import Document


def found(text: str) -> list[str]:
    """The words that `find` gives for a page of which every sentence carries a claim."""
    working = repair(text)
    sentences = sentences_of(working)
    page = Page(Document("page", "1", "2", text), working.text, tuple(sentences))
    return [working.text[start:end] for start, end in find(page, sentences)]


def test_the_tree_finds_single_names_that_no_list_knows() -> None:
    text = "Skarvold said 300 people fled. Troops shot Maruk near the mill."
    assert in_text(text) == []
    assert found(text) == ["Skarvold", "Maruk"]


def test_single_words_that_are_places_and_bodies_stay() -> None:
    assert found("Shells hit Skarvold. Damascus said 300 people fled. UNICEF counted 40. The Post said so.") == []


def test_a_public_person_named_shortly_stays() -> None:
    assert found("Governor Ivo Skarvold spoke. Skarvold said 300 people fled.") == []


def test_spans_are_sorted_and_apart() -> None:
    spans = found("Torvald Iskren, 34, fled with his wife and two children. Iskren said 9 died.")
    assert spans == ["Torvald Iskren", "34", "wife and two children", "Iskren"]
