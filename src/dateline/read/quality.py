"""What is to be said of a page before its claims are believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dateline.model.part import Part

# One of a kind, and several of it ("{}" is how many). Kinds that are not named here are no blemish.
_SAID: Final = {
    "cut headline": ("its headline is cut", "its headline is cut"),
    "cut end": ("its end is cut", "its end is cut"),
    "foreign": ("a paragraph of another story stands in it", "{} paragraphs of other stories stand in it"),
    "list": ("a list of other stories begins in it", "{} lines of lists of other stories stand in it"),
    "caption": ("a picture's caption stands in it", "{} captions of pictures stand in it"),
    "repeat": ("a sentence stands in it twice", "{} sentences stand in it again"),
    "glued": ("two sentences are glued together", "{} times two sentences are glued together"),
    "spun": (
        "a name in it is damaged as where a machine replaces words by others",
        "{} names in it are damaged as where a machine replaces words by others",
    ),
    "table": (
        "a table stands in it, whose numbers are read only under headings that say what befell those counted",
        "{} tables stand in it, whose numbers are read only under headings that say what befell those counted",
    ),
    "quoted": ("it repeats an earlier message", "it repeats earlier messages in {} places"),
}


def notes_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The quality note of a document in short sentences; empty where there is nothing to say."""
    counts = Counter(f"{part.kind} {part.label}" if part.kind == "cut" else part.kind for part in parts)
    return tuple(
        (one if counts[kind] == 1 else several.format(counts[kind]))
        for kind, (one, several) in _SAID.items()
        if counts[kind]
    )
