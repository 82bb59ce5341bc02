"""The gate: what is worth the parser's time, judged by the words alone before anything is parsed.

Three sieves, each finer and slower than the one before: a scan of the bytes for a number near a word that can carry it
(`scan`), the same question asked of each stretch of the repaired text with all conditions that the lists know
(`stretch`), and, in the pipeline, the rules themselves on the stretches that pass. Only then is the page parsed whole.
"""

from __future__ import annotations

import re

from dateline.extract.gate.field import of_a_field
from dateline.extract.gate.happened import names_crisis, says, tells
from dateline.extract.gate.scan import the_scan
from dateline.extract.gate.stretch import carries
from dateline.extract.parse import split
from dateline.extract.repair import repair

_BLANK_LINE = re.compile(r"\n\s*\n")

__all__ = ["carries", "may_pass", "names_crisis", "of_a_field", "passes", "regions", "says", "tells"]


def may_pass(text: str) -> bool:
    """The first sieve alone: False where the text surely carries no figure."""
    return the_scan().may_pass(text)


def passes(text: str) -> bool:
    """True where the text may carry a figure; False where no rule could read one.

    Asked paragraph by paragraph, for no sentence goes on over a blank line: what the scan stops is not looked at.
    """
    return any(_carries(paragraph) for paragraph in _BLANK_LINE.split(text) if may_pass(paragraph))


def _carries(paragraph: str) -> bool:
    working = repair(paragraph)
    return any(carries(working.text[start:end]) for start, end, _ in split(working.text))


def regions(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that may carry a figure, in reading order: half-open, in code points of the text."""
    if not may_pass(text):
        return []
    working = repair(text)
    pieces = [(start, end) for start, end, _ in split(working.text)]
    return [working.canonical(start, end) for start, end in pieces if carries(working.text[start:end])]
