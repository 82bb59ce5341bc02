"""What hangs on an event's word, and which clause a word of its sentence stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extract.event.clause import run_into
from dateline.extract.event.draft import EventDraft
from dateline.extract.trigger.grammar import SUBJECTS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def opens_clause(token: Token) -> bool:
    """A verb with a clause of its own; what is spelled like one and stands as preposition or adjective has none."""
    return is_verb(token) and token.dep_ not in {"prep", "amod"}


def verb_of(trigger: Token) -> Token:
    """The verb that tells the event or on which its noun hangs; the topmost word where there is none."""
    verb = trigger
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    return verb


def clause_of(word: Token, trigger: Token) -> int:
    """Index of the nearest verb above a word, or of the trigger where the word hangs on it."""
    at = word
    while at.head != at and not opens_clause(at) and at != trigger:
        at = _above(at)
    return int(at.i)


def _above(token: Token) -> Token:
    """What a word hangs on; an object that the parser took for the next participle's subject, on its own verb."""
    verb = token.head
    return verb.head if token.dep_ == "nsubj" and run_into(verb) == token else verb


def in_clause(word: Token, event: EventDraft) -> bool:
    """A word that hangs on the event's word, or on the verb that this hangs on; of a noun all that describes it."""
    trigger = event.trigger
    if event.noun and any(above == trigger for above in word.ancestors):
        return True
    verb = verb_of(trigger)
    if trigger.dep_ in {"acl", "relcl"} and trigger.head.dep_ in SUBJECTS:  # "shells fired by rebels fell in X"
        verb = trigger.head.head
    return clause_of(word, trigger) in {trigger.i, verb.i}


def own_words(token: Token, *, described: bool = False) -> Iterator[Token]:
    """What hangs on a word, no other verb between; with `described` also what says of a thing where it is ("near a
    centre affiliated with a ministry in X")."""
    for child in token.children:
        through = described and child.dep_ == "acl" and child.tag_ == "VBN"
        joined = child.dep_ in {"conj", "appos"} and child.pos_ != "ADP"  # "on and around X" is one
        if (through or not opens_clause(child)) and not joined:
            yield child
            yield from own_words(child, described=described)


def way_between(word: Token, trigger: Token) -> tuple[Token, list[Token], list[Token]]:
    """Where a word and the event's word meet, with the verbs below it on the word's side and on the event's.

    The verbs of each side open clauses of their own, the nearest to the word or the trigger first.
    """
    above = [trigger, *trigger.ancestors]
    here = {token.i for token in above}
    at, side = word, []
    while at.i not in here and at.head != at:
        side += [at] if opens_clause(at) else []
        at = _above(at)
    up = []
    for token in above:
        if token == at:
            break
        up += [token] if opens_clause(token) else []
    return at, side, up
