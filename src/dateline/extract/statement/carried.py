"""Quotations without a cue that go on with the speaker of the sentence before: `N said the town was lost. "We left."`.

Narrow: the quotation fills its sentences, stands right behind, nobody else claims it, and the sentence before lets one
person or body speak with a verb of saying. Then a reader hears the same voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from dateline.extract.draft import Page
from dateline.extract.sentence import Sentence
from dateline.extract.source.words import cues
from dateline.extract.statement.draft import StatementDraft, Stretch
from dateline.extract.statement.quotes import Quote, quotes_of
from dateline.extract.statement.words import plain

_FEWEST: Final = 4
"""Words of a quotation that is somebody's speech and no title or nickname."""


class _Taken:
    """What is said already, asked for what meets a quotation without a walk over all of it."""

    def __init__(self, covered: Sequence[Stretch]) -> None:
        ordered = sorted(covered)
        self._starts = [start for start, _ in ordered]
        self._farthest = list(accumulate((end for _, end in ordered), max))

    def meets(self, quote: Quote) -> bool:
        before = bisect_left(self._starts, quote.end)
        return before > 0 and self._farthest[before - 1] > quote.start


def carried(page: Page, told: Sequence[StatementDraft], covered: Sequence[Stretch]) -> Iterator[StatementDraft]:
    """The statements that go on without a cue. `told` are those with one, `covered` the pieces of what is said."""
    quotes = quotes_of(page.text).all
    if not quotes or not told:
        return
    starts = {sentence.start: at for at, sentence in enumerate(page.sentences)}
    ends = {sentence.end for sentence in page.sentences}
    voices = _voices(page, told)
    taken = _Taken(covered)
    for quote in quotes:
        at = starts.get(quote.start)
        if at is None or quote.end not in ends or len(page.text[slice(*quote.inner)].split()) < _FEWEST:
            continue
        before = voices.get(at - 1)
        content = plain(page.text, (quote.start, quote.end))
        if before is not None and content is not None and not taken.meets(quote) and page.sentences[at].parsed:
            draft = _goes_on(before, page.sentences[at], content)
            voices[_last(page, at, quote)] = draft
            yield draft


def _voices(page: Page, told: Sequence[StatementDraft]) -> dict[int, StatementDraft]:
    """Who speaks in a sentence, by its index, where it is one speaker with a verb of saying."""
    found: dict[int, list[StatementDraft]] = {}
    for draft in told:
        if draft.speaker is not None:
            found.setdefault(draft.sentence.index, []).append(draft)
    return {
        index: drafts[-1]
        for index, drafts in found.items()
        if len({draft.speaker for draft in drafts}) == 1 and _says(page, drafts[-1])
    }


def _says(page: Page, draft: StatementDraft) -> bool:
    return draft.cue is not None and page.text[slice(*draft.cue)].lower() in cues().say_forms


def _last(page: Page, at: int, quote: Quote) -> int:
    """The sentence in which the quotation ends."""
    while at + 1 < len(page.sentences) and page.sentences[at + 1].start < quote.end:
        at += 1
    return at


def _goes_on(before: StatementDraft, sentence: Sentence, content: Stretch) -> StatementDraft:
    return replace(before, sentence=sentence, content=content, direct=True, parts=(), cue=None, about=())
