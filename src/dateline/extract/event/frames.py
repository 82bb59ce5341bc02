"""Which of a verb's frames its clause fits: what it is done to and by whom, and what stands behind it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dateline.extract.event import beside, classes, clause
from dateline.extract.event.lexicon import Frame, lexicon
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children, is_verb, near_words, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASE = 15
_MEANS = 6
"""Words behind "with" that name the means."""


def lemma_of(token: Token) -> str:
    """The word by which the lexicon has a verb: its lemma, else the form."""
    lemma = str(token.lemma_.lower())
    return lemma if lemma in lexicon().verbs else str(token.lower_)


def fits(frame: Frame, verb: Token, places: frozenset[int]) -> bool:
    """True where every condition of the frame holds."""
    if frame.particles and not any(p.lower_ in frame.particles for p in prepositions(verb)):
        return False
    if frame.near and not frame.near & near_words(verb):
        return False
    if frame.to and not to_do(verb, frame.to):
        return False
    if frame.by_means and not by_means(verb, frame.by_means):
        return False
    if frame.at and not any(classes.classes_of(t, places) & frame.at for t in _aimed_at(verb)):
        return False
    if frame.bare and clause.done_to(verb):
        return False
    if frame.object and not any(classes.classes_of(t, places) & frame.object for t in _objects(verb, places)):
        return False
    if not frame.subject:
        return True
    found = clause.done_by(verb) or ([] if clause.passive(verb) else beside.right_before(verb))
    doers = [doer for doer in found if not classes.bare_count(doer)]  # "15 killed in an air strike"
    return any(classes.classes_of(doer, places) & frame.subject for doer in doers)


def _objects(verb: Token, places: frozenset[int]) -> list[Token]:
    """What it is done to; for "others" the weapon that the clause before names ("fired others")."""
    found, before = clause.done_to(verb), verb.doc[verb.sent.start : verb.i]
    if verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBN" and verb.i and verb.nbor(-1).idx in places:
        return [verb.nbor(-1)]  # "people in parts of Orvel held by rebels", hung on the people by the parser
    if [noun.lower_ for noun in found] == ["it"]:  # "left the town after rebels seized it"
        found = [*found, *[word for word in before if word.idx in places]]
    named = [noun for noun in found if noun.tag_ not in {"WDT", "WP"}]
    if not named and verb.dep_ == "relcl" and verb.tag_ in {"VBD", "VBN"} and not clause.passive(verb):
        return (
            [verb.head] if verb.head.pos_ in {"NOUN", "PROPN"} else []
        )  # "a town that the army captured", "positions they seized"
    if not any(noun.lower_ in {"others", "another"} for noun in found):
        return found
    return [*found, *[word for word in before if word.lemma_.lower() in lexicon().classes["weapon"]]]


def by_means(token: Token, weapons: frozenset[str]) -> bool:
    """ "Attacked X with rockets", "attacks on X with mortar shells"."""
    means = clause.behind(token, "with")
    means += [noun for one in means if one.lemma_.lower() in lexicon().series for noun in clause.behind(one, "of")]
    if any(noun.lemma_.lower() in weapons for noun in means):
        return True
    behind = token.doc[token.i + 1 : min(token.i + _PHRASE, token.sent.end)]
    words = [word.lower_ for word in takewhile(lambda word: not is_verb(word) and not word.is_punct, behind)]
    if is_verb(token):  # "targeted the base in the hills with rocket shells", hung on the hills by the parser
        words = words[words.index("with") :][: _MEANS + 1] if "with" in words else []
    return "with" in words and bool(weapons & {w.removesuffix("s") for w in words})


def _aimed_at(verb: Token) -> list[Token]:
    return [noun for noun in clause.behind(verb, "on", "at", "upon") if not is_temporal(noun)]


def to_do(token: Token, verbs: frozenset[str]) -> bool:
    """ "told families to leave", "the order to leave": an infinitive completes the word."""
    return any(
        other.lemma_.lower() in verbs and any(child.lower_ == "to" for child in children(other, "aux"))
        for other in children(token, "xcomp", "ccomp", "acl", "advcl")
    )
