"""What the furniture of a site leaves among the paragraphs of an article: invitations, notices, lists at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.read.part_words import opens_foot
from dateline.vocab.load import load

_MOST_WORDS: Final = 25
"""Words of a paragraph up to which one phrase of the site's own shows that it is the site's."""

_MIN_STORY: Final = 3
_TAIL: Final = 0.3
"""A list at the foot has so many paragraphs before it, and holds at most such a share of the text."""

_HEAD: Final = 40
_FOOT: Final = 6
"""So many paragraphs at the end may be notices: further up a phrase of the site's may be the story's."""

_SECTIONS: Final = ("accounts", "selling", "rights")
_QUOTED: Final = re.compile('[“”"]')
_WORD: Final = re.compile(r"[\w'’]+")


def without_furniture(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs without short ones at the end that hold a phrase of the site's own ("Sign up for our
    newsletter"), and without a list of other stories at the foot. All of them where nothing would be left."""
    story, foot = paragraphs[:-_FOOT], paragraphs[-_FOOT:]
    kept = [*story, *(words for words in foot if not _is_notice(words))]
    return _without_tail(kept) or list(paragraphs)


def _is_notice(words: str) -> bool:
    told = _WORD.findall(words)
    if len(told) > _MOST_WORDS or _QUOTED.search(words):
        return False
    return _phrases().search(" ".join(told)) is not None


def _without_tail(paragraphs: list[str]) -> list[str]:
    """The paragraphs up to the first line that opens a list of other stories, where little stands behind it."""
    whole = sum(map(len, paragraphs))
    behind = whole
    for at, words in enumerate(paragraphs):
        if at >= _MIN_STORY and behind <= _TAIL * whole and len(words) <= _HEAD and opens_foot(words):
            return paragraphs[:at]
        behind -= len(words)
    return paragraphs


@cache
def _phrases() -> re.Pattern[str]:
    lists = load("furniture_en")["anywhere"]
    phrases = sorted((str(phrase) for name in _SECTIONS for phrase in lists[name]), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
