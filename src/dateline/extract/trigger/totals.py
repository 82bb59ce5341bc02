"""Totals that arrive at a number: "the death toll rose to 41"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted, counted
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.grammar import SUBJECTS, children, is_verb, objects
from dateline.extract.trigger.lexicon import lexicon
from dateline.extract.trigger.predicate import said_of
from dateline.extract.trigger.states import stays_in
from dateline.model.words import Term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


_TOTALS = word_set("wording_en", "totals", "totals")
_ARRIVES = word_set("wording_en", "totals", "arrives")
"""What stands between a total's verb and the number that it arrives at."""


def total(figure: Figured) -> Trigger | None:
    """ "The death toll rose to 41", "bringing the number of homeless to 8,000"."""
    token = figure.head
    verb = token.head
    if token.dep_ == "pobj":
        if token.head.text.lower() not in _ARRIVES:
            return None  # "the victims were on two balconies"
        verb = token.head.head
    for _ in range(3):
        if not is_verb(verb) and verb.head != verb:
            verb = verb.head
    if (
        is_verb(verb)
        and verb.dep_ in {"relcl", "acl"}
        and verb.head.lemma_.lower() in _TOTALS
        and verb.head.i < token.i
    ):
        return _as_total(said_of(verb.head, figure.counted))
    if not is_verb(verb) or verb.lemma_.lower() not in lexicon().total_verbs:
        return None
    at: Token | None = verb
    for _ in range(3):
        if at is None:
            return None
        for noun in [*[c for c in at.children if c.dep_ in SUBJECTS], *objects(at)]:
            if noun.i < token.i or noun.dep_ in {"dobj", "obj"}:
                found = counted_total(noun, figure.counted)
                if found is not None:
                    return found
        at = at.head if at.dep_ in {"xcomp", "ccomp", "conj", "advcl"} and at.head != at else None
    return None


def of_a_toll(figure: Figured) -> Trigger | None:
    """ "The quake's toll hits 548": what a toll arrives at are the killed, whatever else its verb can say."""
    verb = figure.head.head
    if figure.noun is not None or not is_verb(verb):
        return None
    tolls = (noun for noun in children(verb, *SUBJECTS) if noun.i < figure.first.i)
    term = next((found for noun in tolls if (found := toll(noun))), None)
    return Trigger(verb, term, "total") if term is not None else None


def counted_total(noun: Token, unit: Counted) -> Trigger | None:
    """What a total counts: "the number of displaced", "the death toll", "fatalities"."""
    if noun.lemma_.lower() == "toll" or toll(noun):
        return Trigger(noun, toll(noun) or "killed", "total")
    if noun.lemma_.lower() in lexicon().countable_events:
        return Trigger(noun, lexicon().countable_events[noun.lemma_.lower()], "total")
    if noun.lemma_.lower() in lexicon().people:
        return Trigger(noun, lexicon().people[noun.lemma_.lower()], "total")
    if noun.lemma_.lower() not in _TOTALS:
        people = counted(noun) in {"person", "household", "dwelling"} or noun.text.lower() in {"those", "all"}
        return _as_total(said_of(noun, unit)) if people else None
    for preposition in children(noun, "prep"):
        for inner in children(preposition, "pobj"):
            found = _inner_total(inner, unit)
            if found is not None:
                return found
    return _as_total(said_of(noun, unit))


def _as_total(trigger: Trigger | None) -> Trigger | None:
    return Trigger(trigger.token, trigger.term, "total") if trigger is not None else None


def _inner_total(inner: Token, unit: Counted) -> Trigger | None:
    lemma = inner.lemma_.lower()
    lists = lexicon()
    term = (
        lists.people.get(lemma)
        or lists.countable_events.get(lemma)
        or lists.states.get(inner.text.lower())
        or lists.events.get(lemma)
    )
    said = said_of(inner, counted(inner) if counted(inner) != "unknown" else unit)
    if said is not None:
        return _as_total(said)
    if term is None and counted(inner) in {"person", "household"}:
        return _as_total(stays_in(inner))
    return Trigger(inner, term, "total") if term is not None else None


def toll(noun: Token) -> Term | None:
    phrase = " ".join(t.lemma_.lower() for t in noun.doc[max(0, noun.i - 1) : noun.i + 1])
    return lexicon().tolls.get(phrase) or lexicon().tolls.get(noun.lemma_.lower())
