"""Why a word that can tell an event or a statement became no claim (`extract --explain`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Page
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon as event_words
from dateline.extract.event.told_of_none import only_wished
from dateline.extract.statement.draft import StatementDraft
from dateline.extract.statement.lexicon import STATED
from dateline.extract.statement.lexicon import lexicon as statement_words
from dateline.extract.trigger.grammar import is_verb
from dateline.model.words import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

Why = tuple[int, int, str, Kind]
"""Working offsets of the word, the reason, and the kind of claim that it is none of."""

NO_CRISIS: Final = "the page does not speak of a war or a disaster"
WISHED: Final = "feared, wished, planned or condemned, not told to have happened"
NOT_TOLD: Final = "an event of another kind of thing, or told already, or without somebody, a place or a time"
NOBODY: Final = "no words that somebody says, or nobody who says them"


def refused(
    page: Page, events: Iterable[EventDraft], statements: Iterable[StatementDraft], *, crisis: bool
) -> Iterator[Why]:
    """The words of parsed sentences that might have told an event or a statement, in reading order."""
    triggers = [(event.start, event.end) for event in events]
    cues = [said.cue for said in statements if said.cue is not None]
    for sentence in page.sentences:
        if not sentence.parsed:
            continue
        for token in sentence.tokens:
            start, end = sentence.span(token, token)
            if _may_tell(token) and not _inside(start, triggers):
                reason = NO_CRISIS if not crisis else WISHED if only_wished(token) else NOT_TOLD
                yield start, end, reason, "event"
            elif _may_say(token) and not _inside(start, cues):
                yield start, end, NOBODY if crisis else NO_CRISIS, "statement"


def _may_tell(token: Token) -> bool:
    words, lemma = event_words(), token.lemma_.lower()
    if token.dep_ in {"aux", "auxpass", "compound"}:
        return False
    if is_verb(token):
        return any(not frame.subject and not frame.object and not frame.near for frame in words.verbs.get(lemma, ()))
    return token.pos_ == "NOUN" and (lemma in words.nouns or token.lower_ in words.nouns)


def _may_say(token: Token) -> bool:
    verb = statement_words().verbs.get(token.lower_)
    return verb is not None and verb.kind in STATED and is_verb(token) and "clause" in verb.frames


def _inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
