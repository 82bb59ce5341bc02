"""Who does it by what strikes: who fires the weapon, who carries out the attack that a verb is a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event import classes, clause, nouns
from dateline.extract.event.kinds import kind_of
from dateline.extract.event.lexicon import lexicon
from dateline.extract.trigger.grammar import children
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEDS = word_set("event_words_en", "means", "deeds")
_FIRES = word_set("event_words_en", "means", "fires")
"""What is done with a weapon."""


def of_what_it_is_in(verb: Token) -> list[Token]:
    """ "Destroyed in army air strikes", "the rebels' bid to retake X": who does what the verb is a part of."""
    if clause.passive(verb):
        within = [noun for noun in clause.behind(verb, "in", "during") if tells(noun) or _first_of(noun) != noun]
        series = [inner for noun in clause.behind(verb, "in") for inner in _series_of(noun)]
        return [doer for noun in (*within, *series) for doer in nouns.doers(noun, _first_of(noun), sides=False)]
    above = next(iter(clause.behind(verb.head, "of")), verb.head) if verb.head.lower_ == "part" else verb.head
    if verb.dep_ == "pcomp" and above.lower_ in {"on", "of", "for"} and above.head.lemma_.lower() in lexicon().plans:
        named = above.head.pos_ == "NOUN" and not any(child.tag_ == "PRP$" for child in above.head.children)
        return nouns.doers(above.head, _first_of(above.head), sides=False) if named else []
    theirs = any(child.tag_ == "PRP$" for child in above.children)
    behind = verb.dep_ in {"acl", "relcl"} and verb.tag_ != "VBD"
    if behind and above.lemma_.lower() in lexicon().plans and above.pos_ == "NOUN" and not theirs:
        return nouns.doers(above, _first_of(above), sides=False)
    return []


def _series_of(noun: Token) -> list[Token]:
    """ "A series of air strikes"."""
    if noun.lemma_.lower() not in lexicon().series:
        return []
    return [inner for inner in clause.behind(noun, "of") if tells(inner) or _first_of(inner) != inner]


def who_fires(token: Token) -> list[Token]:
    """Who fires it, where a weapon is what strikes: "US missiles", "rebel shells"; else the noun itself."""
    if kind_of(token) == "armed_group":  # "suicide bombers"
        return [token]
    if tells(token) or _first_of(token) != token:  # "targeted by air strikes of X"
        return nouns.doers(token, _first_of(token), sides=False)
    if not _a_weapon(token) or kind_of(token) is not None:
        return [token]
    return nouns.owners(token) or _fired_by(token)


def by_its_means(verb: Token) -> list[Token]:
    """ "Attacked with shells fired by X": who fires what it is done with, where the clause says no other."""
    return [doer for weapon in clause.behind(verb, "with") if _a_weapon(weapon) for doer in _fired_by(weapon)]


def _a_weapon(noun: Token) -> bool:
    lists = lexicon().classes
    return noun.lemma_.lower() in lists["weapon"] | lists["bomb"] | lists["aircraft"]


def _fired_by(weapon: Token) -> list[Token]:
    """ "Rockets fired by X", "a rocket was fired by X and landed"."""
    verbs = children(weapon, "acl", "relcl")
    verbs += [weapon.head] if weapon.dep_ == "nsubjpass" else []
    return [doer for verb in verbs if verb.lemma_.lower() in _FIRES for doer in clause.behind(verb, "by")]


def tells(noun: Token) -> bool:
    """ "Shelling", "strikes", "use": what is done, nobody who does it."""
    forms = classes.forms_of(noun)
    deed = bool(forms & (lexicon().nouns.keys() | _DEEDS)) or _first_of(noun) != noun  # "rebel rocket fire"
    return deed and not forms & lexicon().parties.keys()


def _first_of(noun: Token) -> Token:
    """The first word of what tells an event by two ("air strikes")."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    return before if (before.lower_, noun.lemma_.lower()) in lexicon().pairs else noun
