"""Who is supposed to have done it: "airstrikes believed to be carried out by X", "a strike thought to be from X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event import clause
from dateline.extract.event.lexicon import lexicon
from dateline.extract.trigger.grammar import children, is_verb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUPPOSES = word_set("doers_en", "doers", "supposes")
_PLACED = ("on", "in", "at", "against")
_RELATIVE = frozenset({"which", "that"})


def supposed(noun: Token) -> list[Token]:
    """Who does it by what is believed, thought or said behind the noun."""
    verbs = children(noun, "acl", "relcl")
    if noun.dep_ in {"nsubj", "nsubjpass"} and is_verb(noun.head):
        verbs.append(noun.head)  # "airstrikes thought to be by X killed ten", the participle taken for the verb
    below = [
        one
        for verb in verbs
        if verb.lemma_.lower() in _SUPPOSES and not children(verb, "neg")
        for one in children(verb, "xcomp", "ccomp")
        if one.i > verb.i
    ]
    return [doer for verb in below for doer in _of_infinitive(verb)]


def _of_infinitive(verb: Token) -> list[Token]:
    """ "To be carried out by X", "to have been X's work" is none, "to be from X", "to belong to X"."""
    if verb.lower_ in lexicon().carries and clause.passive(verb):
        return clause.done_by(verb)
    if verb.lemma_ == "be":
        return clause.behind(verb, "by", "from")
    return clause.behind(verb, "to") if verb.lemma_ == "belong" else []


def carried_behind_place(noun: Token) -> list[Token]:
    """ "Raids on X which were carried out by Y": the verb that was hung on the place where they were."""
    places = clause.behind(noun, *_PLACED)
    return [
        verb
        for place in places
        for verb in children(place, "relcl", "acl")
        if verb.lower_ in lexicon().carries and clause.passive(verb) and _of_what_is_done(verb)
    ]


def _of_what_is_done(verb: Token) -> bool:
    subject = children(verb, "nsubjpass")
    return not subject or subject[0].lower_ in _RELATIVE
