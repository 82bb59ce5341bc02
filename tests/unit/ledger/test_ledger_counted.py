"""A figure's words say a number: in the page's language, in English, whole or glued to other words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ledger_parts import KILLED, claim, reading

from dateline.ledger.grounding import uncounted

CLAIM = claim(reading(), KILLED)


def faults(words: str, lang: str) -> list[str]:
    assert CLAIM.figure
    figure = replace(CLAIM.figure, text=words, implied=False)
    return [found.message for found in uncounted(replace(CLAIM, figure=figure), lang)]


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("a couple of villagers", "en"), ("more than a couple", "en"), ("TWELVEDEAD", "en"),
        ("AT LEASTtwelve PEOPLE", "en"),
        ("none+", "en"), ("half the homes", "en"), ("Une soixantaine", "fr"), ("eight bodies", "fr"),
        ("two hundred huts", "ar"),
        ("٣ مفقودين", "ar"), ("scores", "es-MX"), ("fty men", "en"),
    ],
)  # fmt: skip
def test_number_words_count(words: str, lang: str) -> None:
    assert faults(words, lang) == []


@pytest.mark.parametrize(
    ("words", "lang"), [("the villagers", "en"), ("people of Orvel", "en"), ("des habitants", "fr")]
)
def test_words_that_say_no_number_are_told(words: str, lang: str) -> None:
    assert faults(words, lang) == ["the figure has neither digits nor number words"]


def test_of_a_language_without_a_list_nothing_is_said() -> None:
    assert faults("жители", "ru") == []
