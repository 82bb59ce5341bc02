"""Small questions to the parse tree that several rule books ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "obj", "dative", "oprd", "attr", "npadvmod"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "relcl", "pcomp", "prep", "dep"})


VERBS_ONLY = word_set("wording_en", "recognize", "verbs_only")
"""Words of headlines that are never nouns, whatever the tagger makes of them ("Thousands flee as dam breaks")."""


def is_verb(token: Token) -> bool:
    """A verb or auxiliary form."""
    return token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB") or token.text.lower() in VERBS_ONLY


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token that hang by one of these dependencies."""
    return [child for child in token.children if child.dep_ in deps]


def passive(verb: Token) -> bool:
    """True for "were killed", "killed by", "those killed"; a past tense without auxiliary is active."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "nsubj" for child in verb.children):
        return False
    return not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def objects(verb: Token) -> list[Token]:
    """Direct objects with their conjuncts."""
    found = []
    for child in children(verb, "dobj", "obj"):
        found += [child, *child.conjuncts]
    return found


def subjects(verb: Token) -> list[Token]:
    """Subjects, the verb's own or, without one, those of the verb it is joined to."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own or verb.dep_ not in {"conj", "xcomp"} or not is_verb(verb.head) or verb.head == verb:
        return own
    return subjects(verb.head)


def prepositions(verb: Token) -> Iterator[Token]:
    """Prepositions, particles and adverbs that hang on the verb."""
    for child in verb.children:
        if child.dep_ in {"prep", "prt", "advmod", "agent", "mark"}:
            yield child


_ONLY_TRIED = word_set("wording_en", "grammar", "only_tried")


def only_tried(event: Token) -> bool:
    """ "The attempted first-degree murder of two guards": nobody need have died of it."""
    return any(token.text.lower() in _ONLY_TRIED for token in event.doc[max(event.sent.start, event.i - 4) : event.i])


def near_words(verb: Token, limit: int = 12) -> set[str]:
    """Lower-case words right of the verb up to the end of its clause: a net under parse errors."""
    words: set[str] = set()
    for token in verb.doc[verb.i + 1 : verb.i + 1 + limit]:
        if token.text in {".", ";", ":"} or (
            token.dep_ in SUBJECTS and is_verb(token.head) and token.head.i > verb.i and token.i > verb.i + 5
        ):
            break
        words.add(token.text.lower())
    return words


def clause_of(token: Token) -> Token:
    """The nearest verb above a token (the token itself where it is one); the root where there is none."""
    at = token
    while not is_verb(at) and at.head != at:
        at = at.head
    return at
