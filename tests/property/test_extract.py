"""Whatever text comes in, nothing is raised and no rule of the contract is broken."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "contract"))

from extractor_rules import FAULTS, document

from dateline.extract import extract
from dateline.extract.quantity.numbers import numbers
from dateline.extract.repair import repair

QUICK = settings(max_examples=60, deadline=None, derandomize=True)
PARTS = [
    "Some 340 people fled Orvel", "at least140,000 people", "12 000 families", "61, 000", "were killed", "displaced",
    "Killed: 12", "tendeaths", "of whom 76 returned", "including 9 children", "(about 1,600 people)",
    "a man was killed", "no one was hurt", "between 3 and 40", "on 3 March 2015", "on Sunday", "in Nepal",
    "the Red Cross said", "could be", "if the dam breaks", "$400", "40%", "2015", "10:30", "houses destroyed", "them",
    "of them", "more than", "up to", "tens of thousands of", "half a million", "TWELVE DEAD", "â€™", "\ufffd",
    "\u200b", "\u00a0", "\n", "\n\n", "• ", "-", "–", ", ", ". ", ".", ": ", "; ", "(", ")", '"', "0", "9" * 30,
    "3.5", "1,2,3", "٣", "½", "\U0001f30a", "\x00",
]  # fmt: skip
ANY = st.text(max_size=120)
PIECED = st.lists(st.sampled_from(PARTS), max_size=14).map(" ".join)
GLUED = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


def faults(text: str, published: str | None = None) -> list[str]:
    extraction = extract(document(text, published=published), mentions=True, explain=True)
    return [told for fault in FAULTS for told in fault(extraction)]


@settings(QUICK, max_examples=120)
@given(st.one_of(PIECED, GLUED), st.sampled_from([None, "2017-03-15", "2017-03-15T10:00:00Z", "not a date"]))
def test_news_in_pieces_breaks_no_rule(text: str, published: str | None) -> None:
    assert faults(text, published) == []


@QUICK
@given(ANY)
@example("TWELVE DEAD Killed: 12 in Nepal ) Killed: 12 of them were killed")  # two repeats, each a part of the other
@example("\ud7ff\ufffe 12\x85people\x1c fled")
@example("0" * 200 + " people were killed")
@example("1,2,3,4 people " * 40)
@example("١٢ people were killed, ½ of them ² children")
def test_any_text_breaks_no_rule(text: str) -> None:
    assert faults(text) == []


@QUICK
@given(PIECED)
def test_again_is_the_same(text: str) -> None:
    assert extract(document(text)) == extract(document(text))


@settings(QUICK, max_examples=300)
@given(st.one_of(ANY, PIECED, GLUED))
def test_the_map_of_repairs_goes_forward_and_stays_inside(text: str) -> None:
    working = repair(text)
    assert len(working.origin) == len(working.text) + 1
    assert all(a <= b for a, b in zip(working.origin, working.origin[1:], strict=False))
    assert working.origin[-1] == len(text)
    assert not working.text or 0 <= working.origin[0] < len(text)


@settings(QUICK, max_examples=300)
@given(st.one_of(ANY, PIECED, GLUED))
def test_a_repaired_stretch_quotes_the_same_digits(text: str) -> None:
    working = repair(text)
    for number in numbers(working.text):
        start, end = working.canonical(number.core, number.core_end)
        assert 0 <= start < end <= len(text)
        assert digits(text[start:end]) == digits(working.text[number.core : number.core_end])


def digits(words: str) -> str:
    return "".join(c for c in words if c.isdigit())


@settings(QUICK, max_examples=300)
@given(st.one_of(ANY, PIECED, GLUED))
def test_numbers_are_in_order_and_bounded(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.core < number.core_end <= number.end <= len(text)
        end = number.core_end
        if number.refused is None:
            assert number.low is not None or number.high is not None
            assert number.low is None or number.high is None or number.low <= number.high


@settings(QUICK, max_examples=300)
@given(st.one_of(ANY, PIECED, GLUED))
def test_a_repaired_text_needs_no_further_repair_of_its_numbers(text: str) -> None:
    once = repair(text).text
    again = repair(once).text
    assert digits(once) == digits(again)
