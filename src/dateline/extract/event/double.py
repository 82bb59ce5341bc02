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
_KILLED: Final[frozenset[EventType]] = frozenset({"armed_clash", "attack_on_civilians"})
_UP_TO_NOUN: Final = frozenset({"acl", "pobj", "agent", "prep", "conj"})
_NEAR: Final = 14
_PHRASE: Final = 4
"""Words before an event's word in which "in" opens its phrase."""
_WITHIN: Final = frozenset({"in", "by", "during", "with"})


def once(found: Sequence[EventDraft]) -> list[EventDraft]:
    """The events of a sentence without those that another word of their clause tells better.

    Whom a strike killed it was done to: "fired rockets killing two people" is one happening.
    """
    nouns = {event.trigger.i: event for event in found if event.noun}
    told = {event.trigger.i: event for event in found}
    kills = [(event, strike) for event in found if (strike := _killed_by(event, nouns, told)) is not None]
    killers = [event for event, _ in kills]
    kept = (event for event in found if event.noun or not (event in killers or _told_better(event, nouns, told)))
    hurt = (_with_victims(event, [kill for kill, strike in kills if strike == event]) for event in kept)
    return [replace(event, type="air_strike") if _from_air(event) else event for event in hurt]


def _with_victims(strike: EventDraft, kills: Sequence[EventDraft]) -> EventDraft:
    victims = [party for kill in kills for party in kill.parties if party.role == "target"]
    known = any(one.start < p.end and p.start < one.end for one in victims for p in strike.parties)
    return replace(strike, parties=(*strike.parties, *victims)) if victims and not known else strike


def _killed_by(event: EventDraft, nouns: dict[int, EventDraft], told: dict[int, EventDraft]) -> EventDraft | None:
    """The strike of whose clause a killing is: "air strikes killed ten", "shelled X killing ten"."""
    verb = event.trigger
    if event.noun or event.type not in _KILLED or verb.lemma_.lower() != "kill":
        return None
    found = [nouns.get(doer.i) for doer in clause.done_by(verb)]
    found += [_right_before(verb, told), _right_behind(verb, told)]
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}:
        found += [_by_remote(_verb_above(verb), nouns, told)]
    heads = [verb, *clause.done_to(verb)]  # "killed 50 rebels in a bombing", hung on the rebels by the parser
    behind = [noun for head in heads for noun in clause.behind(head, *_WITHIN)]
    found += [nouns.get(noun.i) for one in behind for noun in (one, *_of_series(one))]
    return next((strike for strike in found if strike is not None and strike.type in _REMOTE), None)


def _from_air(event: EventDraft) -> bool:
    """ "The air force killed ten rebels", and no word of the clause tells the strike."""
    if event.noun or event.type not in _KILLED or event.trigger.lemma_.lower() != "kill":
        return False
    return any("aircraft" in classes.classes_of(doer, frozenset()) for doer in clause.done_by(event.trigger))


def _told_better(event: EventDraft, nouns: dict[int, EventDraft], told: dict[int, EventDraft]) -> bool:
    """ "Air strikes targeted X", "rebels were killed in air strikes by X", "threatened to attack"."""
    verb = event.trigger
    if verb.lower_ in lexicon().aims and any(doer.i in nouns for doer in clause.done_by(verb)):
        return True
    if event.type == "attack" and verb.tag_ == "VBG" and verb.lower_ in lexicon().aims and _of_noun(verb, nouns):
        return True
    objects = children(verb, "dobj", "obj") if verb.lower_ in lexicon().carries else []
    carried = (nouns.get(noun.i) for one in objects for noun in (one, *_of_series(one)))
    if any(noun is not None and (noun.type in _REMOTE or event.type == "attack") for noun in carried):
        return True
    if event.type == "threat":
        return any(other.i in told for other in children(verb, "xcomp", "dobj"))
    aimed = event.type == "attack" and verb.lower_ in lexicon().aims
    if not aimed and event.type != "armed_clash":
        return False
    hangs = verb.dep_ == "advcl" or (aimed and verb.dep_ == "acl")
    if verb.tag_ == "VBG" and hangs and _by_remote(_verb_above(verb), nouns, told) is not None:
        return True
    within = (nouns.get(noun.i) for one in clause.behind(verb, *_WITHIN) for noun in (one, *_of_series(one)))
    return any(noun is not None and noun.type in _REMOTE for noun in within)


def _of_noun(verb: Token, nouns: dict[int, EventDraft]) -> bool:
    """ "Air strikes targeting X", "raids carried out by the alliance targeting X": said of the raids."""
    at, hangs = verb, verb.dep_ == "acl"
    while hangs and at.i not in nouns and at.head != at and at.dep_ in _UP_TO_NOUN:
        at = at.head
    return hangs and at.i in nouns


def _right_behind(verb: Token, told: dict[int, EventDraft]) -> EventDraft | None:
    """ "Killed ten people including a child in shelling": the first event behind, right after "in"."""
    for word in verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]:
        if word.i in told:
            opens = word.doc[max(verb.i, word.i - _PHRASE) : word.i]
            within = any(one.lower_ in _WITHIN for one in opens) and word.dep_ in {"pobj", "pcomp", "conj"}
            return told[word.i] if within and told[word.i].type in _REMOTE else None
        if is_verb(word) and word.lower_ not in {"including", "wounding", "injuring", "wounded", "injured"}:
            return None
    return None


def _right_before(verb: Token, told: dict[int, EventDraft]) -> EventDraft | None:
    """ "In X air strikes on Sunday killed ten", wherever the parser hangs it."""
    between = takewhile(
        lambda word: (not is_verb(word) or _named(word, told)) and word.dep_ != "cc",
        reversed(verb.doc[verb.sent.start : verb.i]),
    )
    found = (told.get(word.i) for word in between)
    return next((event for event in found if event is not None and event.type in _REMOTE), None)


def _named(word: Token, told: dict[int, EventDraft]) -> bool:
    """ "The rebels' own shelling": an event that a verb's form names."""
    return word.i in told and (told[word.i].noun or (word.tag_ == "VBG" and not children(word, "dobj")))


def _by_remote(verb: Token, nouns: dict[int, EventDraft], told: dict[int, EventDraft]) -> EventDraft | None:
    """ "Jets struck X killing ten rebels": no fight on the ground beside the strike."""
    heads = [verb, *children(verb, "dobj", "obj")]
    found = (told.get(one.i) or nouns.get(one.i) for one in heads)
    return next((event for event in found if event is not None and event.type in _REMOTE), None)


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
