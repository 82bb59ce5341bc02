"""A number spelled in words or digits is read back as itself, in every language with a grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spelled import SPELLERS

from dateline.extract.quantity.lexicon import LANGUAGES
from dateline.extract.quantity.numerals import candidates, numerals

COUNTS = st.one_of(st.integers(0, 130), st.integers(0, 10**4), st.integers(0, 10**7), st.integers(0, 10**12 - 1))
LANGS = st.sampled_from(LANGUAGES)
TEXT = st.text(st.sampled_from("0123456789 ,.-/^e½٣٫٬،واحدمئةtwohundredandquatre-vingt\n"), max_size=60)


@given(LANGS, COUNTS)
def test_a_spelled_number_is_read_back(lang: str, count: int) -> None:
    words = SPELLERS[lang](count)
    assert [(n.value, n.start, n.end) for n in numerals(words, lang)] == [(count, 0, len(words))]


@given(LANGS, COUNTS)
def test_a_number_is_read_inside_a_sentence(lang: str, count: int) -> None:
    words = SPELLERS[lang](count)
    assert [n.value for n in numerals(f"xx {words} xx.", lang)] == [count]


@pytest.mark.parametrize(
    ("lang", "mark"), [("en", ","), ("fr", "."), ("es", "."), ("ar", "٬"), ("fr", "\u202f"), ("es", " ")]
)
@given(count=COUNTS)
def test_grouped_digits_are_read_back(lang: str, mark: str, count: int) -> None:
    written = f"{count:,}".replace(",", mark)
    assert [n.value for n in numerals(written, lang)] == [count]


@given(COUNTS)
def test_arabic_digits_are_read_back(count: int) -> None:
    written = str(count).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert [n.value for n in numerals(written, "ar")] == [count]


@given(LANGS, TEXT)
def test_any_text_gives_numbers_in_order_that_stand_where_they_say(lang: str, text: str) -> None:
    at = 0
    for numeral in candidates(text, lang):
        assert at <= numeral.start < numeral.end <= len(text)
        at = numeral.end
