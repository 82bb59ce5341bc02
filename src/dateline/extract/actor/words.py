"""The words of `actor_words_en.yaml`, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.vocab.load import load

WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]\b)*\.?(?:['’][^\W_]+)?")
"""A word with its possessive; hyphens part words, so that "US-led" is "US" and "led"."""
_ENDS: Final = re.compile(
    r"[,;:()]|\s(?:of|in|at|for|from|on|by|near|with|against|inside|outside|around|who|which|that|whose|and|or|known|"
    r"called|belonging|loyal|affiliated|fighting|backed|supported|based)\s",
    re.IGNORECASE,
)
"""Where the core of a noun phrase ends."""


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The lists of the file, each as it says there; all in small letters."""

    belong: tuple[str, ...]
    people: frozenset[str]
    others: frozenset[str]
    called_again: frozenset[str]
    skipped: frozenset[str]
    not_the_state: frozenset[str]
    own: frozenset[str]
    beside: frozenset[str]
    cabinet: frozenset[str]
    portfolios: frozenset[str]
    state_agency: frozenset[str]
    monitors: frozenset[str]
    of_media: frozenset[str]
    offices: frozenset[str]


@cache
def actor_words() -> ActorWords:
    """The lists of the file."""
    rows = load("actor_words_en")
    sets = {name: frozenset(words) for name, words in rows.items() if name != "belong"}
    return ActorWords(belong=tuple(rows["belong"]), **sets)


def core_of(name: str) -> str:
    """The words of a noun phrase up to its first preposition, conjunction or comma."""
    end = _ENDS.search(name)
    return name[: end.start()] if end else name


def words_of(text: str) -> list[str]:
    """The words as written, full stops of short forms kept ("U.S.")."""
    return [match.group() for match in WORD.finditer(text)]
