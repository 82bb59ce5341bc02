"""Tables of numbers as they are written and said, one a language: `said/en.txt` tells how a line is read."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from dateline.extract.quantity.lexicon import LANGUAGES
from dateline.extract.quantity.numerals import numerals

FOLDER = Path(__file__).parent / "said"


def lines(lang: str) -> list[str]:
    """The cases of a language."""
    text = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def cases() -> Iterator[tuple[str, str]]:
    for lang in LANGUAGES:
        yield from ((lang, line) for line in lines(lang))


@pytest.mark.parametrize(("lang", "line"), list(cases()))
def test_a_number_is_read_where_it_stands(lang: str, line: str) -> None:
    text, *numbers = (part.strip() for part in line.split("|"))
    expected = [(words, Fraction(value)) for words, _, value in (number.rpartition(" = ") for number in numbers)]
    assert [(text[n.start : n.end], Fraction(n.value)) for n in numerals(text, lang)] == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_a_full_table(lang: str) -> None:
    assert len(lines(lang)) >= 60
