"""Each statement gets its day, the places it speaks of and its country; what is printed twice is joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.assemble.cause import cause_of
from dateline.extract.assemble.period import period_of
from dateline.extract.assemble.setting import Setting
from dateline.extract.draft import Draft, Page, Quantity, Toponym
from dateline.extract.statement.draft import StatementDraft
from dateline.model.words import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIRECT, _INDIRECT, _OWN = 0.85, 0.8, 0.6
_OPEN = 0.08
"""Taken off where nobody is named, and in a headline."""


@dataclass(frozen=True, slots=True)
class FilledStatement:
    """A statement with its setting; `occurrences` are the sentences that print it, its own first."""

    draft: StatementDraft
    setting: Setting
    places: tuple[tuple[Toponym, Role], ...]
    occurrences: tuple[tuple[int, int], ...]
    score: float


def fill(statements: Sequence[StatementDraft], page: Page) -> list[FilledStatement]:
    """The statements of a page in reading order. Its period is when it was said; its places are those it speaks of."""
    drafts = [_as_draft(said) for said in statements]
    when = replace(_without_told_times(page, statements), drafts=tuple(drafts))
    printed: dict[object, list[tuple[int, int]]] = {}
    for said in statements:
        printed.setdefault(_key(said, page), []).append((said.sentence.start, said.sentence.end))
    found: dict[object, FilledStatement] = {}
    for said, draft in zip(statements, drafts, strict=True):
        key = _key(said, page)
        if key not in found:
            places = _places(said, page)
            setting = Setting(places, _country(places), period_of(draft, when), (), cause_of(draft, when))
            found[key] = FilledStatement(said, setting, places, tuple(printed[key]), _score(said))
    return list(found.values())


def _without_told_times(page: Page, statements: Sequence[StatementDraft]) -> Page:
    """The page without the times that stand in what is said: they date what it tells, not the telling."""
    told = [part for said in statements for part in (said.parts or (said.content,))]
    kept = (t for t in page.timexes if not any(start <= t.start < end for start, end in told))
    return replace(page, timexes=tuple(kept))


def sentences_of(statements: Sequence[StatementDraft], page: Page) -> set[int]:
    """Which sentences of the page statements print: those of their cues, and all that their words reach into."""
    quoted = [(said.sentence.start, said.sentence.end) for said in statements]
    quoted += [said.content for said in statements]
    quoted += [said.speaker for said in statements if said.speaker is not None]
    return {s.index for s in page.sentences if any(start < s.end and end > s.start for start, end in quoted)}


def _key(said: StatementDraft, page: Page) -> object:
    return said.sentence.text, page.text[slice(*said.content)]


def _as_draft(said: StatementDraft) -> Draft:
    """The statement as the rule books of times see a carrier: its cue, else the first word of what is said."""
    start, end = said.cue or said.content
    token = _token(said, start, end)
    words = Quantity(start, end, None, None, "vague", token, None, implied=True)
    return Draft(said.sentence, words, "person", token, token, "other", "flow", "asserted")


def _token(said: StatementDraft, start: int, end: int) -> Token:
    """The word of the cue by which it hangs in the sentence."""
    tokens = said.sentence.tokens_in(start, end) or list(said.sentence.tokens[:1])
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), tokens[0])


def _places(said: StatementDraft, page: Page) -> tuple[tuple[Toponym, Role], ...]:
    start, end = said.content
    kept: dict[str, Toponym] = {}
    for toponym in page.toponyms:
        if start <= toponym.start < end and not toponym.aside:
            kept.setdefault(toponym.name.lower(), toponym)
    return tuple((toponym, "at") for toponym in kept.values())


def _country(places: tuple[tuple[Toponym, Role], ...]) -> str | None:
    """The one country of which it speaks; who speaks, and of what the page speaks else, tell nothing of it."""
    told = {toponym.country for toponym, _ in places if toponym.country}
    return told.pop() if len(told) == 1 else None


def _score(said: StatementDraft) -> float:
    score = _OWN if said.form != "speech" else _DIRECT if said.direct else _INDIRECT
    return round(score - _OPEN * (said.form == "speech" and said.speaker is None) - _OPEN * said.sentence.headline, 2)
