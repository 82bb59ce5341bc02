"""The words of a text as the gate asks for them are those that a regular expression finds one by one."""

from __future__ import annotations

import re

import pytest

from dateline.extract.gate.words import compounds_of, words_of

TEXTS = (
    "",
    "Nine people drowned at Lower Mill; the cease-fire -- a week old -- holds.",
    "Zwölf Häuser, Ñandú's WELL-known re-entry, -half- open, e-mail\u2019s, a\u0130b, 4th, x-9-y",
    "lone \ud800 surrogate\x00and NUL, KELVIN \u212a, tab\tand\nline",
)


@pytest.mark.parametrize("text", TEXTS)
def test_words(text: str) -> None:
    assert words_of(text) == set(re.findall(r"[a-z]+", text.lower()))
    assert compounds_of(text) == set(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower()))
