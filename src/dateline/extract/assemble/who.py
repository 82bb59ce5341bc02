"""Who is counted, and by whose attack: what tells whether some can be a part of others (`vocab/who_en.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, cast

from dateline.extract.draft import Draft
from dateline.vocab.load import either, load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_GAP = r"\W+(?:[\w'-]+\W+){0,3}?"
"""Words between a side and its weapon: "rebel-fired mortar rounds"."""


def kinds(draft: Draft) -> frozenset[str]:
    """The kinds of those counted ("rebel fighters", "girls"); empty where the noun may mean anyone."""
    noun = draft.quantity.noun
    return frozenset() if noun is None else _kinds_of(noun)


def told_kind(noun: Token) -> frozenset[str] | None:
    """The kinds that a noun tells ("schoolgirls"), None where it may mean anyone."""
    return _kinds_of(noun) or None


def _kinds_of(noun: Token) -> frozenset[str]:
    own = _listed(noun)
    if not own and noun.lemma_.lower() in _MEMBERS:
        of = [t for c in noun.children if c.dep_ == "prep" and c.text.lower() == "of" for t in c.children]
        return next((k for t in of for k in map(_listed, (t, *t.children)) if k), own)
    nearer = [c for c in noun.children if c.dep_ in {"compound", "amod"} and c.i < noun.i]
    return next((k for k in map(_listed, nearer) if k), own) if own else own


_MEMBERS: Final = word_set("wording_en", "who", "members")
"""Nouns that say nothing without what they are of: "38 members of government forces"."""


def _listed(word: Token) -> frozenset[str]:
    text = word.text.lower()
    return _kind_of(word.lemma_.lower()) or _kind_of(text) or _kind_of(text.removesuffix("s"))


def fits(part: Draft, whole: Draft) -> bool:
    """Whether those counted by `part` can be among those of `whole`, by their kinds alone."""
    wide, narrow = kinds(whole), kinds(part)
    if not wide or not narrow or wide & narrow:
        return True
    return any(kind in _within(other) for kind in narrow for other in wide)


_SOME: Final = frozenset({"child", "woman", "man", "professional"})


def only_some(draft: Draft) -> bool:
    """ "three children": told as some of the dead, and seldom spoken of as "the dead"."""
    return bool(kinds(draft) & _SOME)


_ARMED: Final = frozenset({"soldier", "rebel", "armed"})


def armed(draft: Draft) -> bool:
    """ "50 soldiers": no people of another kind are among them."""
    return bool(kinds(draft) & _ARMED)


@lru_cache(maxsize=64)
def side(text: str) -> str | None:
    """The side whose attack the words tell of, "state" or "rebel"; None where they name none, or both."""
    lowered = text.lower()
    named = {name for name in ("state", "rebel") if _attacks(name).search(lowered)}
    if _planes().search(lowered):
        named.add("state")
    return named.pop() if len(named) == 1 else None


@cache
def _kind_of(word: str) -> frozenset[str]:
    lists = cast("Mapping[str, Sequence[str]]", load("who_en")["kinds"])
    return frozenset(kind for kind, words in lists.items() if word in words)


@cache
def _within(kind: str) -> frozenset[str]:
    return frozenset(load("who_en")["within"].get(kind, ()))


@cache
def _attacks(name: str) -> re.Pattern[str]:
    sides = load("who_en")["sides"]
    return re.compile(rf"\b(?:{either(sides[name])})\b{_GAP}(?:{either(sides['weapons'])})\b")


@cache
def _planes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load('who_en')['sides']['planes'])})\b")
