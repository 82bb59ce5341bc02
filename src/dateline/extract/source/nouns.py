"""Words of time, and nouns that speak for somebody: the small questions that phrases are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.source.words import cues, offices
from dateline.vocab.countries import names
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_temporal(token: Token) -> bool:
    """True for a day, a month, a part of the day; False for a person called May or August."""
    if not _is_time(token):
        return False
    return not any(c.dep_ == "compound" and c.pos_ == "PROPN" and not _is_time(c) for c in token.lefts)


def _is_time(token: Token) -> bool:
    return token.lower_.rstrip(".") in cues().times or token.text[:1].isdigit()


_IN_NAMES: Final = word_set("source_words_en", "nouns", "in_names")


def within_name(head: Token, preposition: Token) -> bool:
    """A preposition within a name made of common nouns: "Rights Without Walls", "Physicians for Human Rights"."""
    behind = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    if preposition.lower_ not in _IN_NAMES or behind is None or not behind.text[:1].isupper():
        return False
    return head.text[:1].isupper() and (preposition.text[:1].isupper() or preposition.lower_ == "for")


def speaks_for(token: Token) -> bool:
    """True for a noun that names a kind of source, or somebody who speaks for one."""
    return token.lower_ in offices().carriers or token.lower_ in offices().types


def opens_clause(head: Token, following: Token) -> bool:
    """ "According to the Harbour Organization Chad is": a country behind a body's last word opens the clause."""
    return head.lower_ in cues().bodies_again and head.is_title and fold(following.text) in names()
