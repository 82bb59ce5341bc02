"""A window of at most 300 characters around the whole figure, and levels of sensitivity."""

from __future__ import annotations

import pytest

from dateline.model import Span
from dateline.release import MOST, Marks, cut_excerpt, release_claims, release_extraction

from .making import claim, document, extraction, kept, source

LONG = "The road was closed and the river rose all night. " * 12
PAGE = document(f"{LONG}More than 1,200 people fled, Governor Ivo Kandar said. {LONG}".replace("\n", " "))


def test_a_short_excerpt_is_left_whole() -> None:
    assert cut_excerpt("Nine people fled.", Span(0, 11)) == (Span(0, 17), False)


@pytest.mark.parametrize("at", [0, 1, 150, 299, 300, 301, 700, 988])
def test_the_whole_figure_is_in_the_window(at: int) -> None:
    text = "abcde " * 166 + "abcd"
    window, cut = cut_excerpt(text, Span(at, at + 12))
    assert cut
    assert window.start <= at and at + 12 <= window.end
    assert window.end - window.start <= MOST


def test_a_figure_longer_than_the_window_stays_whole() -> None:
    window, _ = cut_excerpt("x" * 1000, Span(100, 500))
    assert (window.start, window.end) == (100, 500)


def test_without_a_figure_the_beginning_leaves() -> None:
    window, cut = cut_excerpt(LONG, None)
    assert (window.start, cut) == (0, True)
    assert window.end <= MOST


def test_the_window_ends_between_words() -> None:
    window, _ = cut_excerpt(LONG, Span(300, 310))
    assert LONG[window.start - 1] == " "
    assert LONG[window.end] == " "


def test_claims_of_the_ledger_leave_cut_at_their_offsets() -> None:
    found = claim(PAGE, "1,200 people")
    (row,) = release_claims([kept(PAGE, found, texts=True)])
    excerpt = row["excerpt"]
    assert excerpt["cut"] is True
    assert len(excerpt["text"]) <= MOST
    assert PAGE.text[excerpt["start"] : excerpt["end"]] == excerpt["text"]
    assert "1,200 people" in excerpt["text"]
    assert row["occurrences"] == [[found.excerpt.start, found.excerpt.end]]


def test_whole_sentences_leave_where_they_are_asked_for() -> None:
    found = claim(PAGE, "1,200 people")
    (row,) = release_claims([kept(PAGE, found)], cut=False)
    assert row["excerpt"]["text"] == found.excerpt.text
    assert "cut" not in release_extraction(extraction(PAGE, [found]))["claims"][0]["excerpt"]


def test_masked_tells_of_what_is_in_the_window() -> None:
    page = document(f"Torvald Iskren, 34, spoke. {LONG}He said 9 people died. Mina Ruvel, a nurse, wept. {LONG}")
    (row,) = release_claims([kept(page, claim(page, "9 people"), texts=True)])
    assert [page.text[start:end] for start, end in row["masked"]] == ["Mina Ruvel"]


MARKED = document("The Orda Relief Union said 9 people fled.\nThe council said 12 people fled.")


@pytest.mark.parametrize(("asked", "expected"), [("public", [12]), ("restricted", [9, 12]), ("confidential", [9, 12])])
def test_what_is_marked_above_the_asked_level_stays(asked: str, expected: list[int]) -> None:
    union = claim(MARKED, "9 people", sources=(source(MARKED, "The Orda Relief Union", "Orda Relief Union"),))
    council = claim(MARKED, "12 people")
    marks = Marks(sources={"orda relief union": "restricted"})
    rows = release_claims([kept(MARKED, union), kept(MARKED, council)], sensitivity=asked, marks=marks)  # type: ignore[arg-type]
    assert [int(row["figure"]["text"].split()[0]) for row in rows] == expected


def test_a_claim_may_be_marked_by_itself() -> None:
    found = claim(MARKED, "9 people")
    marks = Marks(claims={found.claim_id: "confidential"})
    assert list(release_claims([kept(MARKED, found)], sensitivity="restricted", marks=marks)) == []
    assert len(list(release_claims([kept(MARKED, found)], sensitivity="confidential", marks=marks))) == 1
