"""Sayings without a verb: "according to N, ...", "in the words of N", "by one estimate"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.words import cues
from dateline.extract.statement.grammar import stretches
from dateline.extract.statement.said import Said
from dateline.extract.statement.speaker import whole_of
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_TURNS: Final = word_set("wording_en", "statement_accord", "turns")


def accorded(sentence: Sentence) -> Iterator[Said]:
    """What the sentence tells according to somebody."""
    doc, end = sentence.tokens.doc, sentence.tokens.end
    for token in sentence.tokens:
        for words in _prepositions().get(token.lower_, ()):
            behind = token.i + len(words)
            if behind < end and tuple(t.lower_ for t in doc[token.i : behind]) == words:
                yield from _accorded(sentence, token, doc[behind - 1])
                break


@cache
def _prepositions() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in cues().prepositions:
        if words[0] not in {"per", "as"}:
            found.setdefault(words[0], []).append(words)
    return found


def _accorded(sentence: Sentence, first: Token, last: Token) -> Iterator[Said]:
    head = next((c for c in last.rights if c.dep_ == "pobj"), None)
    if head is None or head.pos_ not in _NOUNS:
        return
    whole = whole_of(sentence, head, last)
    parts = _rest(sentence, first, whole)
    if parts:
        yield Said(sentence, "speech", sentence.span(first, last), first, head, whole, tuple(parts))


def _rest(sentence: Sentence, first: Token, whole: tuple[int, int]) -> list[tuple[int, int]]:
    """The clause around the phrase: the sentence without it, or what follows where "and according to" opens anew."""
    doc = sentence.tokens.doc
    outside = [t.i for t in sentence.tokens if t.i < first.i or sentence.offset(t) >= whole[1]]
    before = doc[first.i - 1] if first.i > sentence.tokens.start else None
    if before is not None and before.lower_ in _TURNS:
        outside = [i for i in outside if i > first.i]
    elif before is not None and before.text == "," and any(i > first.i and doc[i].is_alpha for i in outside):
        clause = {t.i for t in _clause(first).subtree}
        outside = [i for i in outside if i in clause or i < first.i]
    return stretches(sentence, outside)


def _clause(token: Token) -> Token:
    """The verb of the clause that the phrase stands in."""
    at = token
    while at.head != at and at.pos_ not in {"VERB", "AUX"}:
        at = at.head
    return at
