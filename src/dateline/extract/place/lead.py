"""The preposition that leads to a name."""

from __future__ import annotations

from typing import Final, Literal

from dateline.extract.place.lookup import is_demonym
from dateline.extract.place.scan import Scan
from dateline.extract.place.words import words

Lead = Literal["at", "weak", "from", "to", "none"]
"""The preposition before a name: of place, a weak one, of a start, of an end."""

OFF: Final = frozenset({"of", "from"})
_STEPS: Final = 7
"""Words between a preposition and its name ("in the remote eastern Afghan province of X")."""


def lead_to(scan: Scan, at: int) -> Lead:
    """The preposition before the word `at`, articles, adjectives and kind words skipped."""
    lists = words()
    for step in range(1, _STEPS + 1):
        index = at - step
        if index < 0 or scan.gap(index).removeprefix("'s").strip(" (\"'"):
            return "none"
        lower = scan.lower(index)
        if lower in lists.at or (lower in OFF and scan.lower(index - 1) in lists.lengths):
            return "at"
        if lower in lists.from_:
            return "from"
        if lower in lists.to:
            return "to"
        if lower in lists.weak_at:
            if lower == "of":
                return _lead_of(scan, index)
            return (
                "at"
                if scan.lower(index - 1) in lists.on_place and lower in {"on", "against", "for", "over"}
                else "weak"
            )
        if not _skipped(scan, index):
            return "none"
    return "none"


def _lead_of(scan: Scan, of: int) -> Lead:
    """What "of" stands for: "out of X", "residents of X" lead to a place, "the fear of X" does not."""
    word = scan.lower(of - 1)
    if word == "out":
        return "from"
    return "at" if word in words().of_place else "weak"


def _skipped(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    if word.owner:
        return word.cap
    if word.lower in words().before_names or word.lower in words().directions or is_demonym(word.text):
        return True
    token = scan.token(index)
    return (
        token.pos_ in {"ADJ", "DET", "NUM"}
        or token.tag_ in {"VBN", "JJ"}
        or word.text.endswith("-held")
        or word.lower == "capital"
    )
