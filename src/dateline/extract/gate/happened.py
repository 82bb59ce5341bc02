"""Does a page speak of a crisis, and can a stretch of it tell an event or a statement? Asked before anything is parsed.

The word that tells it must stand there, and somebody who takes part, what it is done to, or a capital that may name a
place; where the word alone tells enough ("shelling", "kidnapped") that is all.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.extract.event.lexicon import lexicon
from dateline.extract.gate.field import crisis_words, of_a_field
from dateline.extract.gate.forms import of_noun, of_verb
from dateline.extract.gate.words import compounds_of
from dateline.extract.statement.lexicon import STATED
from dateline.extract.statement.lexicon import lexicon as lexicon_of_statements
from dateline.vocab.load import load

_NAME = re.compile(r"(?<=[^\W_] )[\"'“‘(\[]?[A-Z]")
_QUOTES = frozenset('"“”«»‘')
_STRONG_ALONE, _BESIDE_STRONG, _BROAD_ALONE = 2, 2, 4
"""Different words that make a page one of a crisis: so many strong ones, one strong with so many broad ones, or so many
broad ones. Chosen so that general news mostly stays out (bench/README.md)."""


def tells(text: str) -> bool:
    """False where no rule could read an event in the stretch."""
    words = compounds_of(text)
    words |= {part for word in words if "-" in word for part in word.split("-")}
    if not words & _triggers():
        return False
    return bool(words & _beside()) or _NAME.search(text) is not None


def says(text: str) -> bool:
    """False where no rule could read a statement in the stretch: no word or mark of saying stands there."""
    return not _QUOTES.isdisjoint(text) or "according to" in text.lower() or not _said().isdisjoint(compounds_of(text))


def names_crisis(text: str) -> bool:
    """True where a page speaks of a war or a disaster: only such a page is read for statements and events."""
    words = compounds_of(text)
    return _speaks_of_one(text, words) and not of_a_field(text)


def _speaks_of_one(text: str, words: set[str]) -> bool:
    found = crisis_words(words)
    strong, broad = len(found["strong"]), len(found["broad"])
    if strong >= _STRONG_ALONE or (strong > 0 and broad >= _BESIDE_STRONG) or broad >= _BROAD_ALONE:
        return True
    single = words | {part for word in words if "-" in word for part in word.split("-")}
    return not single.isdisjoint(_violent()) and _violence().search(text) is not None


@cache
def _said() -> frozenset[str]:
    words = lexicon_of_statements()
    kinds = {form for form, verb in words.verbs.items() if verb.kind in STATED}
    nouns = {form for form, kind in words.nouns.items() if kind in STATED}
    return frozenset(kinds | nouns | words.pictures | words.judging)


@cache
def _violent() -> frozenset[str]:
    """Words of which one stands in each phrase of violence: where none does, the phrases need not be sought."""
    lists = load("events_en")["violence"]
    nouns = (*lists["acts"], *lists["bursts"])
    return frozenset((*nouns, *(f"{noun}s" for noun in nouns), *lists["suffered"], *lists["sure"], *lists["claims"]))


@cache
def _violence() -> re.Pattern[str]:
    """Phrases that tell of violence by themselves: a short page on one murder has few words of a war."""
    acts, suffered, sure, claims, bursts, burst = (
        "|".join(load("events_en")["violence"][name])
        for name in ("acts", "suffered", "sure", "claims", "bursts", "burst")
    )
    return re.compile(
        rf"\b(?:(?:{acts})s? of|(?:was|were|been|being) (?:\w+ly )?(?:{suffered})|(?:{sure})"
        rf"|claim(?:s|ed|ing)? (?:{claims})|(?:{bursts})s? (?:\w+ )?(?:{burst}))\b|['’]s (?:{acts})s?\b",
        re.IGNORECASE,
    )


@cache
def _triggers() -> frozenset[str]:
    words = lexicon()
    verbs = {form for lemma in words.verbs for form in of_verb(lemma)}
    nouns = {form for lemma in words.nouns for form in of_noun(lemma)}
    pairs = {form for _, second in words.pairs for form in of_noun(second)}
    return frozenset(verbs | nouns | pairs)


@cache
def _beside() -> frozenset[str]:
    lists = lexicon()
    nouns = set(lists.parties).union(*lists.classes.values())
    return frozenset(form for lemma in nouns for form in of_noun(lemma)) | frozenset(
        near for frames in lists.verbs.values() for frame in frames for near in frame.near
    )
