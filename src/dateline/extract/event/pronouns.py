"""The noun that a pronoun stands for, where grammar decides it within the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extract.event.classes import can_act, known_force
from dateline.extract.event.lexicon import lexicon
from dateline.extract.source.kinds import last_type
from dateline.extract.trigger.grammar import children, is_verb, subjects
from dateline.vocab.countries import demonyms
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

PERSONAL = frozenset({"it", "they", "them"})
"""Pronouns that stand for a body or a group."""
_OWNERS = frozenset({"their", "its"})
_RELATIVE = frozenset({"that", "which", "who"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "dative"})
"""How a noun hangs that is as near to a pronoun as another."""
_CLIMBS = 6


def antecedent(token: Token) -> Token:
    """ "rebels who attacked", "the army said that it had retaken": the noun meant, else the pronoun itself."""
    verb = token.head
    if token.lower_ in _OWNERS:
        return next((noun for noun in _owners_of(token) if stands_for(token, noun)), token)
    if token.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return _described(verb)
    if token.lower_ not in PERSONAL:
        return token
    found = next((noun for noun in _candidates(token) if stands_for(token, noun)), _speaker(token))
    return token if _another_between(found, token) else found


def _another_between(noun: Token, pronoun: Token) -> bool:
    """ "The brigade gave the Front a day to free those it held": a second body stands nearer, so neither is sure."""
    if noun == pronoun or pronoun.i - noun.i < 2:
        return False
    between = (word for word in noun.doc[noun.i + 1 : pronoun.i] if word.dep_ in _PARTS and word.i not in _own(noun))
    return any(known_force(word.text) for word in between)


def _own(noun: Token) -> frozenset[int]:
    return frozenset(word.i for word in noun.subtree)


def _owners_of(owner: Token) -> Iterator[Token]:
    """ "Rebels began their assault": the subject of its clause, then those of the clauses around; of "urged X to stop
    its raids" X."""
    at = owner.head
    while at.head != at and not is_verb(at):
        at = at.head
    if at.dep_ == "xcomp" and at.tag_ == "VB":
        yield from (noun for noun in children(at.head, "dobj", "obj") if noun.i < at.i)
    if owner.head.dep_ in {"dobj", "obj"} and at.lower_ in lexicon().wards:
        doers = subjects(at) or subjects(at.head)  # "the army killed ten and foiled their attack": not the army's
        yield from (noun for noun in _candidates(owner) if noun not in doers)
        return
    yield from (noun for noun in subjects(at) if noun.i < owner.i)
    yield from _candidates(owner)


def _speaker(pronoun: Token) -> Token:
    """ "The group Orvel al-Tarn said that it attacked": who speaks, where nobody else can be meant."""
    verb = pronoun.head
    if verb.dep_ != "ccomp":
        return pronoun
    return next((s for s in subjects(verb.head) if s.dep_ == "nsubj" and s.i < pronoun.i), pronoun)


def stands_for(pronoun: Token, noun: Token) -> bool:
    """Number and kind agree: "they" are several or a named group, "it" is one; both can act."""
    several = noun.tag_ in _PLURAL or any(child.dep_ == "conj" for child in noun.children)
    named = noun.pos_ == "PROPN"
    if pronoun.lower_ in {"it", "its"} and fold(noun.text) in demonyms() and children(noun, "det"):
        return False  # "a Syrian"
    if noun == pronoun or not can_act(noun) or last_type([noun.lower_]) in {"monitor", "media", "witness", "ngo"}:
        return False
    return named or several == (pronoun.lower_ not in {"it", "its"})


def _described(clause: Token) -> Token:
    """The noun of a relative clause; of "a group of rebels that", those who can act."""
    noun = _whole_name(clause.head)
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if not can_act(noun) and can_act(above) and above.pos_ in {"NOUN", "PROPN"} else noun


def _whole_name(noun: Token) -> Token:
    """ "The State of Orvel and the Tarn which …": the name that ends with the noun, where a force is known by it."""
    outer = noun.head if noun.dep_ in {"conj", "pobj"} else noun
    outer = outer.head if outer.pos_ == "ADP" else outer
    name = noun.doc[min(outer.left_edge.i, noun.i) : noun.i + 1].text
    return outer if noun.pos_ == "PROPN" and outer.i < noun.i and known_force(name) else noun


def _candidates(pronoun: Token) -> Iterator[Token]:
    """Subjects of the clauses around, the nearest first, then what stands in their other parts."""
    at, below = pronoun.head, None
    for _ in range(_CLIMBS):
        if is_verb(at):
            if at != pronoun.head:
                yield from _nouns_of(at, pronoun)
            for clause in children(at, "advcl", "ccomp"):
                if clause.i < pronoun.i and clause != below:
                    yield from _nouns_of(clause, pronoun)
        if at.head == at:
            return
        at, below = at.head, at


def _nouns_of(verb: Token, pronoun: Token) -> Iterator[Token]:
    for noun in subjects(verb):
        if noun.i < pronoun.i or verb.dep_ == "ROOT":
            yield antecedent(noun) if noun != pronoun and noun.lower_ in _RELATIVE else noun
    for noun in children(verb, "dobj", "obj"):
        if noun.i < pronoun.i:
            yield noun
    for by in children(verb, "agent"):
        yield from children(by, "pobj")
