"""What drove or harmed them: conflict, a disaster, something else, or open."""

from __future__ import annotations

from functools import cache, lru_cache

from dateline.extract.draft import Draft, Page
from dateline.model.words import Cause
from dateline.vocab.load import load

_MARGIN = 2
"""A page speaks for a silent sentence only when it names one cause this many times as often as the other."""


def cause_of(draft: Draft, page: Page) -> Cause | None:
    """The cause that the sentence names, else the page's where it is plainly one; None otherwise."""
    own = _counts(draft.sentence.text)
    if own["conflict"] != own["disaster"]:
        return "conflict" if own["conflict"] > own["disaster"] else "disaster"
    if own["conflict"]:
        return None
    whole = _page_counts(page.text)
    if whole["conflict"] > _MARGIN * whole["disaster"]:
        return "conflict"
    if whole["disaster"] > _MARGIN * whole["conflict"]:
        return "disaster"
    return "other" if own["other"] else None


def _counts(text: str) -> dict[str, int]:
    words = [w.strip(".,;:!?\"'()").lower() for w in text.split()]
    return {cause: sum(map(listed.__contains__, words)) for cause, listed in _lists().items()}


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {cause: frozenset(words) for cause, words in load("hazards_en").items()}


@lru_cache(maxsize=8)
def _page_counts(text: str) -> dict[str, int]:
    return _counts(text)
