"""Sentences of one wording."""

from __future__ import annotations

import itertools
from typing import Any

from made import DISPATCH, OTHER, document, print_of, republished

from dateline.model.syndication import Fingerprint
from dateline.syndicate import (
    Printed,
    SyndicationIndex,
    fingerprint,
    sentence_links,
    sentences_near,
    settle_sentences,
)

COUNTED = (
    "At least 42 people drowned and 3,100 families left their homes after the Tessin dam gave way on Monday night."
)


def pairs(one: Fingerprint, other: Fingerprint) -> list[tuple[int, int]]:
    return [(link.sentence, link.other_sentence) for link in sentence_links(one, other)]


def quoted(text: str, number: int) -> str:
    span = fingerprint(document("x", text)).sentences[number]
    return text[span.start : span.end]


def test_every_sentence_of_a_copy_finds_its_own() -> None:
    links = sentence_links(print_of("a", DISPATCH), print_of("b", republished()))
    assert len(links) == 7
    for link in links:
        ours, theirs = quoted(DISPATCH, link.sentence), quoted(republished(), link.other_sentence)
        assert ours[-12:] == theirs[-12:] and link.score >= 0.7
        assert (link.document_id, link.other_id) == ("a", "b")


def test_one_sentence_in_a_stitched_page() -> None:
    page = f"{OTHER} {COUNTED}"
    ((number, other),) = pairs(print_of("a", f"A dam broke.\n\n{COUNTED}"), print_of("b", page))
    assert quoted(page, other) == COUNTED and number == 1


def test_another_number_is_another_report() -> None:
    assert pairs(print_of("a", COUNTED), print_of("b", COUNTED.replace("42", "45"))) == []
    assert pairs(print_of("a", COUNTED), print_of("b", COUNTED.replace("homes", "houses"))) == [(0, 0)]


def test_a_sentence_printed_twice_on_one_page() -> None:
    page = print_of("a", f"{COUNTED}\n\n{OTHER}\n\n{COUNTED.replace('On Monday', 'Monday')}")
    assert [link.document_id == link.other_id for link in sentence_links(page, page)] == [True]


def test_a_short_sentence_is_anybodys() -> None:
    assert pairs(print_of("a", "He did not elaborate."), print_of("b", "He did not elaborate.")) == []


def test_it_does_not_matter_who_is_asked() -> None:
    one, other = print_of("a", DISPATCH), print_of("b", republished())
    assert sorted(pairs(one, other)) == sorted((b, a) for a, b in pairs(other, one))


def test_sentences_are_found_as_documents_come_in_and_put_together() -> None:
    prints = {
        "page": print_of("page", f"{OTHER}\n\n{COUNTED}\n\n{COUNTED}", published="2031-03-06"),
        "flood": print_of("flood", DISPATCH, published="2031-03-04"),
        "brief": print_of("brief", f"A dam broke.\n\n{COUNTED}", published="2031-03-05"),
    }
    results = set()
    for order in itertools.permutations(prints):
        index = SyndicationIndex()
        links: list[Any] = []
        for name in order:
            links += sentences_near(prints[name], index.add(prints[name]).near, prints.__getitem__)
        results.add(settle_sentences(links, {name: Printed.of(each) for name, each in prints.items()}))
    ((together,),) = results
    assert together.head == ("flood", 0)
    assert together.members == (("flood", 0), ("brief", 1), ("page", 4), ("page", 5))


def test_a_line_printed_a_thousand_times_is_one_wording() -> None:
    page = print_of("a", "\n\n".join([COUNTED] * 1000))
    links = sentence_links(page, page)
    assert len(links) < 33 * 1000
    ((one),) = settle_sentences(links, {"a": Printed.of(page)})
    assert len(one.members) == 1000
