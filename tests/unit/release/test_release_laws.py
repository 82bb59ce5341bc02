"""Laws of masking that hold whatever the text and whatever was marked."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.person import everything_in, in_text
from dateline.model import Span
from dateline.release import BLOCK, release_extraction
from dateline.release.mask import mask_of

from .making import claim, document, extraction

WORDS = (
    "Torvald Iskren", "Iskren", "Nurse Layla", "Governor Ivo Kandar", "34", ", 34,", "aged 9", "his wife and two sons",
    "said", "fled", "Mosul", "in Karm Verdosa", "the Verdosa camp", "9 people", "+591 3 462 1234", "a.b@c.example",
    ".", ",", "\n", "\n\n", "“", "”", "’s", "and", "of", "was killed", "UNICEF", "TORVALD ISKREN", "é", "𐐷", "▲",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)
anything = st.text(max_size=200)


@given(st.one_of(texts, anything))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_sorted_and_apart(text: str) -> None:
    spans = in_text(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end < other.start for one, other in pairwise(spans))


@given(texts, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=3))
@settings(max_examples=150, deadline=None)
def test_masking_keeps_length_offsets_and_the_count_of_a_figure(before: str, marked: list[tuple[int, int]]) -> None:
    page = document(f"{before} Then more than 1,250 people fled, they said.")
    figure = "more than 1,250 people"
    persons = tuple(Span(start, min(start + size, len(page.text))) for start, size in marked if start < len(page.text))
    found = claim(page, figure, persons=persons)
    (row,) = release_extraction(extraction(page, [found]))["claims"]
    hidden = {at for start, end in row["masked"] for at in range(start, end)}
    for part in (row["excerpt"], row["figure"]):
        assert len(part["text"]) == part["end"] - part["start"]
        for at, letter in enumerate(part["text"], part["start"]):
            assert letter == (BLOCK if at in hidden else page.text[at])
    assert re.findall(r"\d", row["figure"]["text"]) == list("1250")


@given(st.one_of(texts, anything))
@settings(max_examples=100, deadline=None)
def test_nothing_but_the_spans_is_changed(text: str) -> None:
    mask = mask_of(document(text), [])
    once = mask.quoted(text, 0)
    hidden = {at for span in mask.within(0, len(text)) for at in range(span.start, span.end)}
    assert [letter if at not in hidden else BLOCK for at, letter in enumerate(text)] == list(once)


@given(texts)
@settings(max_examples=60, deadline=None)
def test_the_same_text_is_always_read_alike(text: str) -> None:
    before = in_text(text)
    everything_in.cache_clear()
    assert in_text(text) == before
