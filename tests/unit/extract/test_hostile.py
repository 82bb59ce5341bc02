"""Text made to cost: work grows with length and no faster, and nothing is read that nobody wrote.

Not timed: the characters given to the parser are counted, and the calls of functions, which are the same on every
machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from dateline.extract import extract, sheet
from dateline.model import Document
from dateline.model.ids import document_id, sha256_of

Maker = Callable[[int], str]
HOSTILE: dict[str, Maker] = {
    "digits": lambda n: "7" * n,
    "digits in groups": lambda n: "1 000 " * (n // 6),
    "commas": lambda n: "," * n,
    "numbers and commas": lambda n: "1," * (n // 2),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "full stops": lambda n: ". " * (n // 2),
    "one long sentence": lambda n: "rain " * (n // 5),
    "figures": lambda n: "and 20 people were killed " * (n // 52),
    "one long word": lambda n: "a" * n,
    "hyphens": lambda n: "well-" * (n // 5),
    "quotation marks": lambda n: "“" * n,
    "blank lines": lambda n: "\n" * n,
    "capitals": lambda n: "Orvel Tarn " * (n // 11),
    "number words": lambda n: "twenty hundred " * (n // 15),
    "years": lambda n: "since 2031 to 2032 " * (n // 19),
    "a deep mixture": lambda n: "[(1,<'" * (n // 6),
}
HALF, WHOLE = 4_000, 8_000
SLACK = 4_000
"""Calls that a text costs whatever its length."""
MOST = {"figures": 3.5}
"""How many times the work twice the text may be. Figures are held against each other, to find repeats and wholes."""


def document(text: str) -> Document:
    sha256 = sha256_of(text.encode())
    return Document("page.txt", document_id(sha256, None, None), sha256, text, lang="en")


@contextmanager
def parsed_texts() -> Iterator[list[str]]:
    """What is given to the parser while it is open."""
    given: list[str] = []
    parse = sheet.parse  # type: ignore[attr-defined]

    def noted(texts: Iterable[str]) -> Iterator[Any]:
        held = list(texts)
        given.extend(held)
        return parse(held)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "parse", noted)
        yield given


def calls(text: str) -> int:
    """How many functions are called to extract from a text, those of C included."""
    count = 0

    def counted(frame: object, event: str, what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    page = document(text)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        extract(page)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_is_twice_the_work(kind: str) -> None:
    make = HOSTILE[kind]
    extract(document(make(WHOLE)))  # fills what is filled once
    half, whole = calls(make(HALF)), calls(make(WHOLE))
    assert whole <= MOST.get(kind, 2.3) * half + SLACK, f"{half:,} calls become {whole:,}"


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_is_parsed_twice(kind: str) -> None:
    text = HOSTILE[kind](WHOLE)
    with parsed_texts() as given:
        extract(document(text))
    assert sum(map(len, given)) <= len(text)
    assert max(map(len, given), default=0) <= 1_500


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "figures"])
def test_nothing_is_read_that_nobody_wrote(kind: str) -> None:
    assert extract(document(HOSTILE[kind](WHOLE))).claims == ()


@pytest.mark.parametrize("length", [1_400, 1_499, 1_500, 1_501, 3_001, 40_000])
@pytest.mark.parametrize("fill", ["9", "x", "1,000,", "-", "x1"])
def test_the_tail_of_an_endless_word_is_no_number(fill: str, length: int) -> None:
    word = (fill * length)[: length - 3]
    told = extract(document(f"Rain fell on {word}120 people were killed in Orvel."))
    assert told.claims == ()
    beside = extract(document(f"{word}. At least 120 people were killed in Orvel."))
    assert [c.figure.low for c in beside.claims if c.figure] == [120]


def test_a_megabyte_of_digits_is_parsed_by_nobody() -> None:
    with parsed_texts() as given:
        assert extract(document("7" * 1_000_000)).claims == ()
    assert given == []
