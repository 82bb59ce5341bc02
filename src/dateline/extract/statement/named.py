"""Nouns of saying with what was said: "the minister's claim that ...", "a warning by the agency that ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.statement.grammar import stretches, subtree
from dateline.extract.statement.lexicon import CueClass, lexicon
from dateline.extract.statement.said import Said
from dateline.extract.statement.speaker import whole_of
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY: Final = frozenset({"by", "from", "of"})
_HAVING: Final = word_set("wording_en", "statement_named", "having")


def by_nouns(sentence: Sentence, classes: frozenset[CueClass]) -> Iterator[Said]:
    """The nouns of saying that a clause tells the content of."""
    for token in sentence.tokens:
        kind = lexicon().nouns.get(token.lower_)
        if kind is None or kind not in classes or token.pos_ != "NOUN":
            continue
        clause = next((c for c in token.rights if _tells(c, kind)), None)
        if clause is not None:
            parts = stretches(sentence, subtree(sentence, clause))
            who, link = _owner(token)
            whole = whole_of(sentence, who, link) if who is not None and link is not None else None
            cue = sentence.span(token, token)
            yield Said(sentence, kind, cue, token, who, whole, tuple(parts[:1]), who is not None, by_noun=True)


def _tells(child: Token, kind: CueClass) -> bool:
    marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "aux"} and c.i < child.i}
    if child.dep_ in {"acl", "ccomp", "relcl", "appos"} and "that" in marks:
        return True
    return child.dep_ == "acl" and "to" in marks and child.tag_ == "VB"


def _owner(noun: Token) -> tuple[Token | None, Token | None]:
    """Who said it, and the token up to which his words can reach."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child, noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _BY:
            who = next((c for c in child.rights if c.dep_ == "pobj" and c.pos_ in {"PROPN", "NOUN", "PRON"}), None)
            if who is not None:
                return who, child
    if noun.dep_ == "dobj" and noun.head.lemma_ in _HAVING:
        who = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None)
        return who, noun.head
    return None, None
