"""One happening told by two words of a clause: the word that tells it best stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from dateline.extract.event import classes, clause
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model.words import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_REMOTE: Final[frozenset[EventType]] = frozenset({"air_strike", "shelling", "explosion"})
_WITHIN: Final = frozenset({"in", "by", "during", "with"})


def once(found: Sequence[EventDraft]) -> list[EventDraft]:
    """The events of a sentence without those that another word of their clause tells better."""
    nouns = {event.trigger.i: event for event in found if event.noun}
    told = {event.trigger.i: event for event in found}
    kept = (event for event in found if event.noun or not _told_better(event, nouns, told))
    return [replace(event, type="air_strike") if _from_air(event) else event for event in kept]


def _from_air(event: EventDraft) -> bool:
    """ "The air force killed ten rebels", and no word of the clause tells the strike."""
    if event.noun or event.type != "armed_clash" or event.trigger.lemma_.lower() != "kill":
        return False
    return any("aircraft" in classes.classes_of(doer, frozenset()) for doer in clause.done_by(event.trigger))


def _told_better(event: EventDraft, nouns: dict[int, EventDraft], told: dict[int, EventDraft]) -> bool:
    """ "Air strikes targeted X", "rebels were killed in air strikes by X", "threatened to attack"."""
    verb = event.trigger
    if verb.lower_ in lexicon().aims and any(doer.i in nouns for doer in clause.done_by(verb)):
        return True
    objects = children(verb, "dobj", "obj") if verb.lower_ in lexicon().carries else []
    carried = (nouns.get(noun.i) for one in objects for noun in (one, *_of_series(one)))
    if any(noun is not None and (noun.type in _REMOTE or event.type == "attack") for noun in carried):
        return True
    if event.type == "threat":
        return any(other.i in told for other in children(verb, "xcomp", "dobj"))
    kills = event.type == "attack_on_civilians" and verb.lemma_.lower() == "kill"
    if kills and _right_before(verb, nouns):
        return True
    aimed = event.type == "attack" and verb.lower_ in lexicon().aims
    if not (aimed or kills) and event.type != "armed_clash":
        return False
    hangs = verb.dep_ == "advcl" or (aimed and verb.dep_ == "acl")
    if verb.tag_ == "VBG" and hangs and not kills and _by_remote(_verb_above(verb), nouns, told):
        return True
    within = (nouns.get(noun.i) for one in clause.behind(verb, *_WITHIN) for noun in (one, *_of_series(one)))
    return any(noun is not None and noun.type in _REMOTE for noun in within)


def _right_before(verb: Token, nouns: dict[int, EventDraft]) -> bool:
    """ "In X air strikes on Sunday killed ten", wherever the parser hangs it."""
    between = takewhile(
        lambda word: not is_verb(word) and word.dep_ != "cc", reversed(verb.doc[verb.sent.start : verb.i])
    )
    return any((told := nouns.get(word.i)) is not None and told.type in _REMOTE for word in between)


def _by_remote(verb: Token, nouns: dict[int, EventDraft], told: dict[int, EventDraft]) -> bool:
    """ "Jets struck X killing ten rebels": no fight on the ground beside the strike."""
    heads = [verb, *children(verb, "dobj", "obj")]
    found = (told.get(one.i) or nouns.get(one.i) for one in heads)
    return any(event is not None and event.type in _REMOTE for event in found)


def _verb_above(token: Token) -> Token:
    at = token.head
    while not is_verb(at) and at.head != at:
        at = at.head
    return at


def _of_series(noun: Token) -> list[Token]:
    """ "In a series of air strikes": what is counted."""
    return clause.behind(noun, "of") if noun.lemma_.lower() in lexicon().series else []


def told_already(event: EventDraft, found: list[EventDraft]) -> bool:
    """The same thing by a second word of one clause ("launched an attack", "fired rockets in an attack")."""
    return any(other.type == event.type and _linked(other, event) for other in found)


def _linked(one: EventDraft, other: EventDraft) -> bool:
    if one.trigger.doc != other.trigger.doc:
        return False
    up = {t.i for t in _path(other.trigger)} | {other.trigger.i}
    down = {t.i for t in _path(one.trigger)} | {one.trigger.i}
    return one.trigger.i in up or other.trigger.i in down


def _path(token: Token) -> Iterator[Token]:
    """The words above a token within its clause."""
    at = token
    for _ in range(4):
        if at.head == at or at.dep_ in {"ccomp", "relcl", "advcl", "conj"}:
            return
        at = at.head
        yield at
