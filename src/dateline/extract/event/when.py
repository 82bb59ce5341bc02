"""When an event was: what it began is not how long it went on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extract.event.draft import EventDraft
from dateline.extract.trigger.grammar import is_verb
from dateline.model import Period
from dateline.model.words import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOMENTS: frozenset[EventType] = frozenset({"explosion", "killing", "attack_on_civilians", "abduction"})
_SINCE = frozenset({"since", "after", "following"})
_CLIMBS = 6


def period_of_event(period: Period, event: EventDraft) -> Period:
    """The period that the rule book of figures gives, closed where the event is what others are told to follow.

    "Hundreds have fled since rebels seized X in May": seized in May, not ever since. What takes a moment ("a bombing
    that killed ten in May") has no open end, unless its sentence says "since".
    """
    if period.start is None or period.end is not None:
        return period
    since = any(token.lower_ == "since" for token in event.sentence.tokens)
    moment = event.type in _MOMENTS and not since
    return replace(period, end=period.start) if moment or _in_a_since(event.trigger) else period


def _in_a_since(trigger: Token) -> bool:
    at = trigger
    for _ in range(_CLIMBS):
        if any(child.lower_ in _SINCE and child.dep_ == "mark" for child in at.children):
            return True
        if at.head == at or (is_verb(at) and at != trigger and at.dep_ in {"ccomp", "relcl"}):
            return False
        if at.dep_ == "pobj" and at.head.lower_ in _SINCE:
            return True
        at = at.head
    return False
