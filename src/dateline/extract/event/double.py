"""One happening told by two words of a clause: the word that tells it best stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.event import clause
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon
from dateline.extract.trigger.grammar import children
from dateline.model.words import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_REMOTE: Final[frozenset[EventType]] = frozenset({"air_strike", "shelling", "explosion"})
_WITHIN: Final = frozenset({"in", "by", "during", "with"})


def once(found: Sequence[EventDraft]) -> list[EventDraft]:
    """The events of a sentence without those that another word of their clause tells better."""
    if len(found) < 2:
        return list(found)
    nouns = {event.trigger.i: event for event in found if event.noun}
    told = {event.trigger.i for event in found}
    return [event for event in found if event.noun or not _told_better(event, nouns, told)]


def _told_better(event: EventDraft, nouns: dict[int, EventDraft], told: set[int]) -> bool:
    """ "Air strikes targeted X", "rebels were killed in air strikes by X", "threatened to attack"."""
    verb = event.trigger
    if verb.lower_ in lexicon().aims and any(doer.i in nouns for doer in clause.done_by(verb)):
        return True
    if event.type == "threat":
        return any(other.i in told for other in children(verb, "xcomp", "dobj"))
    if event.type != "armed_clash":
        return False
    within = (nouns.get(noun.i) for one in clause.behind(verb, *_WITHIN) for noun in (one, *_of_series(one)))
    return any(noun is not None and noun.type in _REMOTE for noun in within)


def _of_series(noun: Token) -> list[Token]:
    """ "In a series of air strikes": what is counted."""
    return clause.behind(noun, "of") if noun.lemma_.lower() in lexicon().series else []
