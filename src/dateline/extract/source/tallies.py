"""Counts that somebody keeps: "the ministry's tally stood at 57 dead", "the agency's latest count: 3,060 have left"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Credit
from dateline.extract.source.kinds import Known, can_speak
from dateline.extract.source.owners import whole_actor
from dateline.extract.source.phrase import phrase_of
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND: Final = 6
"""Words of "latest count of those who left" between the count and the colon that opens what it says."""


def tallies(sentence: Sentence, known: Known) -> Iterator[Credit]:
    """Every count with an owner that is the subject of the sentence, or stands before a colon."""
    for token in sentence.tokens:
        if token.lower_ not in cues().tallies or not (_stands_at(token) or _opens(sentence, token)):
            continue
        owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ in {"NOUN", "PROPN"}), None)
        if owner is None:
            continue
        phrase = whole_actor(phrase_of(sentence, owner), known)
        if can_speak(phrase, known):
            yield Credit(phrase, token, token, phrase.first, token, "after")


def _stands_at(token: Token) -> bool:
    """The count is the subject of a verb by which counts come to a number."""
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_.lower() in cues().stands_at


def _opens(sentence: Sentence, token: Token) -> bool:
    behind = token.doc[token.i + 1 : min(token.i + 1 + _BEHIND, sentence.tokens.end)]
    return any(t.text == ":" for t in behind) and not any(t.pos_ == "VERB" and t.text != ":" for t in behind[:1])
