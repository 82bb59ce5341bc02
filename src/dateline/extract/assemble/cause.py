"""What drove or harmed them: conflict, a disaster, something else, or open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.extract.draft import Draft, Page
from dateline.model.words import Cause
from dateline.vocab.load import load

_MARGIN = 2
"""A page speaks for a silent sentence only when it names one cause more than this many times as often as the other."""


def cause_of(draft: Draft, page: Page) -> Cause | None:
    """The cause that the sentence names, else the page's where it is plainly one; None otherwise.

    A word that both kinds of pages use ("soldiers", "fire") tells only where neither names a cause by itself.
    """
    own = _counts(draft.sentence.text)
    if own.conflict or own.disaster:
        return _larger(own.conflict, own.disaster)
    other: Cause | None = "other" if own.other else None
    whole = _counts(page.text)
    if whole.conflict or whole.disaster:
        return _larger(whole.conflict, whole.disaster, margin=_MARGIN) or other
    if own.other >= max(own.conflict_hints, own.disaster_hints, 1):
        return "other"
    hints = whole.conflict_hints + whole.disaster_hints
    if whole.other >= max(hints, 1) and not own.conflict_hints + own.disaster_hints:
        return "other"
    hinted = _larger(whole.conflict_hints, whole.disaster_hints, margin=_MARGIN)
    return hinted or _larger(own.conflict_hints, own.disaster_hints)


def _larger(conflict: int, disaster: int, *, margin: int = 1) -> Cause | None:
    """The cause that is named more than `margin` times as often as the other, None where neither is."""
    if conflict > margin * disaster:
        return "conflict"
    return "disaster" if disaster > margin * conflict else None


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many words of a text name each cause, and how many only hint at it."""

    conflict: int
    conflict_hints: int
    disaster: int
    disaster_hints: int
    other: int


@lru_cache(maxsize=32)
def _counts(text: str) -> _Counts:
    words = list(_words_and_phrases(text))
    return _Counts(**{name: sum(map(listed.__contains__, words)) for name, listed in _lists().items()})


def _words_and_phrases(text: str) -> Iterator[str]:
    """The words of a text; two that make a listed phrase are that phrase alone ("opened fire" names no fire)."""
    words = [w.strip(".,;:!?\"'()").lower() for w in text.split()]
    at = 0
    while at < len(words):
        phrase = f"{words[at]} {words[at + 1]}" if words[at] in _openings() and at + 1 < len(words) else None
        listed = phrase is not None and phrase in _phrases()
        yield phrase if phrase is not None and listed else words[at]
        at += 2 if listed else 1


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("hazards_en").items()}


@cache
def _phrases() -> frozenset[str]:
    return frozenset(name for listed in _lists().values() for name in listed if " " in name)


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in _phrases())
