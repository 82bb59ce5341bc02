"""Whose a push is in which its clause tells that somebody gains ground: "troops entered X during an offensive"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event import classes, clause
from dateline.extract.event.lexicon import lexicon
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.words import cues
from dateline.extract.trigger.grammar import children, is_verb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PUSHES = word_set("doers_en", "doers", "pushes")
_DURING = frozenset({"in", "during", "with", "amid"})
_BEFORE = frozenset({"after", "following"})
_THEIRS = word_set("event_words_en", "offensive", "theirs")
_CLIMBS = 6
_INSIDE = frozenset({"pobj", "prep", "dobj", "obj", "npadvmod", "conj", "attr", "nmod", "amod"})
"""How words hang between the push and the verb of its clause."""


def leaders(noun: Token) -> list[Token]:
    """The armed subject of the clause that tells what was gained in, or after, a push that nobody else is said to lead.

    "The offensive" may be another's: one that is new to the reader, or theirs, is who gains by it.
    """
    told = noun.lemma_.lower() in _PUSHES and noun.dep_ == "pobj" and _new_or_theirs(noun)
    verb = _verb_above(noun) if told else None
    if verb is None or any(child.lower_ == "against" for child in children(verb, "prep")):
        return []
    word = _word_of(noun)
    if word not in _DURING | _BEFORE:
        return []
    gains = clause.all_forms("gains" if word in _DURING else "won")
    if not {verb.lower_, verb.lemma_.lower()} & gains or children(verb, "neg"):
        return []
    return [one for one in clause.done_by(verb) if _armed(one)]


def fought_before(noun: Token) -> list[Token]:
    """ "Troops recaptured X after three days of clashes with rebels": who won it fought for it."""
    if noun.dep_ != "pobj":
        return []
    above = noun.head.head
    of_days = noun.head.lower_ == "of" and is_temporal(above) and above.dep_ == "pobj"
    hung = above if of_days else noun
    verb = _verb_above(hung)
    if hung.head.lower_ not in _BEFORE | {"amid"} or verb is None or clause.passive(verb):
        return []
    won = {verb.lower_, verb.lemma_.lower()} & clause.all_forms("won")
    return [one for one in clause.done_by(verb) if _armed(one)] if won else []


def _new_or_theirs(noun: Token) -> bool:
    pointed = [child.lower_ for child in children(noun, "det", "poss")]
    return all(word in _THEIRS for word in pointed)


def _word_of(noun: Token) -> str:
    """The preposition by which the push hangs; "as part of" is "in"."""
    above = noun.head.head
    if noun.head.lower_ == "of" and above.lower_ == "part" and above.dep_ == "pobj":
        return "in" if above.head.lower_ in {"as", "in"} else ""
    return str(noun.head.lower_)


def _verb_above(noun: Token) -> Token | None:
    """The verb of the clause; of "X took the town, reports say, in an offensive" the one that is reported."""
    at = noun
    for _ in range(_CLIMBS):
        if at.head == at or at.dep_ not in _INSIDE:
            return None
        at = at.head
        if is_verb(at) and at.dep_ != "amod" and at.lower_ != "following":
            reported = [one for one in children(at, "ccomp") if one.i < at.i and at.lemma_.lower() in cues().verbs]
            return reported[-1] if reported else at
    return None


def _armed(noun: Token) -> bool:
    kinds = {lexicon().parties.get(form) for form in classes.forms_of(noun)}
    return bool(kinds & {"military", "armed_group"}) or classes.known_force(noun.text) or noun.pos_ == "PROPN"
