"""Words of time, and nouns that speak for somebody: the small questions that phrases are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.source.words import cues, offices

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_temporal(token: Token) -> bool:
    """True for a day, a month, a part of the day; False for a person called May or August."""
    if not _is_time(token):
        return False
    return not any(c.dep_ == "compound" and c.pos_ == "PROPN" and not _is_time(c) for c in token.lefts)


def _is_time(token: Token) -> bool:
    return token.lower_.rstrip(".") in cues().times or token.text[:1].isdigit()


def speaks_for(token: Token) -> bool:
    """True for a noun that names a kind of source, or somebody who speaks for one."""
    return token.lower_ in offices().carriers or token.lower_ in offices().types
