"""Who does, and suffers, what a noun tells: "an attack by A on B", "A's withdrawal", "A carried out an attack"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extract.event import classes
from dateline.extract.event.lexicon import lexicon
from dateline.extract.trigger.grammar import children, is_verb, passive
from dateline.vocab.countries import demonyms
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST = ("against", "on", "upon", "at", "onto", "over", "toward", "towards")
_ADJECTIVES = frozenset({"major", "general", "private", "chief", "hooded"})
"""Words of rank that before a noun are none."""
_WITHIN = frozenset({"in", "during", "with", "through", "by", "using"})
_BEFORE = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


def doers(noun: Token, *, sides: bool) -> list[Token]:
    """The nouns that name who does it, as its own phrase, its verb or the noun before it says."""
    peoples, whole = not sides, _series(noun)
    found = [*classes.behind(noun, "by", "from"), *_behind_its_place(noun)]
    found += [*owners(noun, peoples=peoples), *_led_by(noun)]
    found += [doer for verb in _carried_out(whole) for doer in classes.done_by(verb)]
    found += _above(whole, sides=sides)
    if not found and noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        found = [*owners(noun.head, peoples=peoples), *_led_by(noun.head), *classes.behind(noun.head, "by")]
    if not found:
        found = [doer for other in children(noun, "conj") for doer in classes.behind(other, "by")]
    if noun.tag_ == "VBG":
        found += children(noun, "nsubj")
    return [doer for doer in found if doer != noun]


def done_to(noun: Token) -> list[Token]:
    """The nouns that name whom it is done to."""
    found = [*classes.behind(noun, *_AGAINST), *classes.behind(noun, "with")]
    if not found:
        found = [target for other in children(noun, "conj") for target in classes.behind(other, *_AGAINST)]
    for verb in _carried_out(noun):
        found += classes.behind(verb, *_AGAINST)
    if noun.dep_ in {"dobj", "obj"} and noun.head.lower_ in lexicon().wards:
        found += classes.done_by(noun.head)
    aims = lexicon().aims
    for verb in [*children(noun, "acl", "relcl"), noun.head]:
        of_noun = verb != noun.head or noun.dep_ == "nsubj"
        if of_noun and is_verb(verb) and verb.lower_ in aims and not passive(verb):
            found += classes.done_to(verb)
    return found


def _series(noun: Token) -> Token:
    """ "A series of attacks", "many of the attacks": the word that stands for them in the clause."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in lexicon().series:
        return noun.head.head
    return noun


def _behind_its_place(noun: Token) -> list[Token]:
    """ "The siege of X by the rebels": the parser hangs "by" on the place."""
    places = classes.behind(noun, "of", *_AGAINST)
    return [doer for place in places for doer in classes.behind(place, "by")]


def owners(noun: Token, *, peoples: bool = True) -> list[Token]:
    """ "the army's withdrawal", "rebel attack", "the FMLN offensive"; with `peoples` "Orvelian shelling"."""
    found = []
    for child in noun.children:
        if child.i > noun.i or child.dep_ not in _BEFORE or _prefixed(child):
            continue
        party = (child.lemma_.lower() in lexicon().parties and child.lower_ not in _ADJECTIVES) or child.pos_ == "PROPN"
        if child.dep_ == "poss" or party or (peoples and fold(child.text) in demonyms()):
            found.append(child)
    return [owner for owner in found if not _part_of(owner, found)]


def _part_of(owner: Token, others: list[Token]) -> bool:
    """The word before another owner is of its name: "Orvel rebel shelling"."""
    return any(other.i == owner.i + 1 and other.dep_ != "poss" for other in others)


def _prefixed(token: Token) -> bool:
    """ "anti-government": not the government."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in {"anti", "pro", "non", "counter"}


def _led_by(noun: Token) -> Iterator[Token]:
    """ "US-led raids"."""
    for child in children(noun, "amod"):
        if child.lower_ == "led":
            yield from children(child, "npadvmod", "compound", "nmod", "nsubj")


def _carried_out(noun: Token) -> list[Token]:
    """Verbs by which somebody does what the noun tells: above it, or behind it as a participle or relative clause."""
    carries = lexicon().carries
    found = [verb for verb in children(noun, "acl", "relcl") if verb.lower_ in carries]
    verb = noun.head
    if verb.lower_ in carries and is_verb(verb):
        above = noun.dep_ in {"dobj", "obj"} or (noun.dep_ == "nsubjpass" and passive(verb))
        found += [verb] if above else []
    return found


def _above(noun: Token, *, sides: bool) -> list[Token]:
    """ "A killed four in an attack", "A enjoyed a truce", "A is responsible for the attack", "A is blamed for it"."""
    verb = noun.head
    if sides and noun.dep_ in {"dobj", "obj"} and is_verb(verb):
        return classes.done_by(verb)
    if noun.dep_ not in {"pobj", "dobj", "obj", "pcomp"}:
        return []
    if verb.pos_ != "ADP":
        return []
    word, above = verb.lower_, verb.head
    if word == "for":
        return _held_for(above)
    if word == "behind" and above.lemma_ == "be":
        return classes.done_by(above)
    if word == "in" and above.lower_ in lexicon().engages:
        return classes.done_to(above) if passive(above) else classes.done_by(above)
    if word in _WITHIN and above.dep_ == "advcl" and above.lower_ in lexicon().harms and not classes.done_by(above):
        return classes.done_by(above.head)
    if word in _WITHIN and is_verb(above) and above.lower_ in lexicon().harms:
        return classes.done_by(above)
    if word in _WITHIN and above.dep_ in {"dobj", "obj"} and above.head.lower_ in lexicon().carries:
        return classes.done_by(above.head)
    return []


def _held_for(above: Token) -> list[Token]:
    if above.lemma_.lower() == "responsible" and is_verb(above.head):
        return classes.done_by(above.head)
    if above.lemma_.lower() in {"responsibility", "credit"} and is_verb(above.head):
        return classes.done_by(above.head)
    if above.lemma_.lower() == "blame" and is_verb(above):
        return classes.done_to(above)
    return []
