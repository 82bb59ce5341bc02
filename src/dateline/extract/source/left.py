"""Where the words of a source begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.words import cues, offices
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE: Final = frozenset(
    {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "VERB", "CCONJ", "ADV", "PRON", "ADP", "X", "SYM"}
)
_WHICH: Final = frozenset({"this", "last", "next"})
_UNITS: Final = word_set("source_words_en", "left", "units")
_HYPHENS: Final = frozenset({"-", "–", "‑", "/", "&", "'s", "’s", "'", "’", "."})


def left_edge(sentence: Sentence, head: Token) -> Token:
    doc, begin = head.doc, sentence.tokens.start
    inside = {t.i for t in head.subtree}
    first = head
    while first.i > begin:
        before = doc[first.i - 1]
        joined = before.text in _HYPHENS and before.i > begin
        if before.i not in inside or not (joined or before.pos_ in _INSIDE):
            break
        if (
            before.pos_ in {"ADP", "ADV", "PRON"}
            and before.dep_ in {"prep", "mark", "nsubj", "advmod"}
            and not _modifies(before)
        ):
            break
        if before.pos_ == "VERB" and before.dep_ not in {"amod", "compound", "nmod"}:
            break
        if before.pos_ == "CCONJ" and (before.i == begin or before.i - 1 not in inside):
            break
        first = before
        if before.pos_ == "DET" and not _held(before, first):
            return _name_before(sentence, first, head, inside)
    return _trim_left(first, head)


def _name_before(sentence: Sentence, first: Token, head: Token, inside: set[int]) -> Token:
    """ "N an unemployed carpenter": a name right before its apposition, the comma lost."""
    doc, i = head.doc, first.i
    if first.lower_ not in {"a", "an"} or head.tag_ in {"NNS", "NNPS"}:
        return _trim_left(first, head)
    while i > sentence.tokens.start and i - 1 in inside and (doc[i - 1].pos_ == "PROPN" or doc[i - 1].text == "-"):
        i -= 1
    return doc[i] if i < first.i else _trim_left(first, head)


def _modifies(token: Token) -> bool:
    return token.dep_ == "advmod" and token.head.pos_ in {"ADJ", "VERB", "ADV"} and token.head.dep_ == "amod"


def _held(determiner: Token, first: Token) -> bool:
    """A determiner inside a longer phrase: "all the president's men"."""
    return determiner.dep_ == "predet" and first.i == determiner.i


def _trim_left(first: Token, head: Token) -> Token:
    """Drops what cannot belong: an opening conjunction, "a" before a plural with a foreign phrase between."""
    doc = head.doc
    if first.lower_ in {"a", "an"} and head.tag_ in {"NNS", "NNPS"} and head.i - first.i > 2:
        return _own_modifiers(head)
    while first.i < head.i and _is_date(first):
        first = doc[first.i + 1]
    if first.i + 1 < head.i and first.lower_ in _WHICH and doc[first.i + 1].lower_ in _UNITS:
        first = doc[first.i + 2]  # "earlier this week activists of X": when they said it
    if _runs_on(first, head):
        return _own_modifiers(head)
    for token in doc[first.i + 1 : head.i]:
        if is_temporal(token) and token.pos_ == "PROPN" and token.i + 1 <= head.i:
            first = doc[token.i + 1]
        if token.text in cues().phrase_openers and token.nbor(-1).pos_ in {"PROPN", "NOUN"}:
            first = token
    while first.i < head.i and (first.pos_ in {"CCONJ", "ADV", "PUNCT"} or first.lower_ in cues().not_first):
        first = doc[first.i + 1]
    return first


def with_prefix(sentence: Sentence, first: Token) -> Token:
    """The "al" of a name that the parser cut off at its hyphen."""
    doc, begin = first.doc, sentence.tokens.start
    if first.text == "-" and first.i > begin and not doc[first.i - 1].whitespace_:
        return doc[first.i - 1]
    if (
        first.i - 2 >= begin
        and doc[first.i - 1].text == "-"
        and not doc[first.i - 1].whitespace_
        and not doc[first.i - 2].whitespace_
    ):
        return doc[first.i - 2]
    return first


def _is_date(token: Token) -> bool:
    """A date that run-on text put before a phrase; "12 witnesses" keep their number."""
    if token.text.isdigit():
        return len(token.text) == 4 or is_temporal(token.nbor())
    return is_temporal(token)


def _runs_on(first: Token, head: Token) -> bool:
    """Text without commas: the words of the clause before have been drawn into the phrase."""
    if first.pos_ == "DET" or first.dep_ == "poss" or first.i == head.i or first.i == first.sent.start:
        return False
    before = first.doc[first.i - 1]
    if before.is_punct or before.pos_ in {"ADP", "SCONJ", "DET"} or before.lower_ in cues().verbs:
        return False
    if head.pos_ == "PROPN":
        return first.text.islower() and not fits(first)
    return head.pos_ == "NOUN" and any(t.pos_ == "NOUN" and not fits(t) for t in first.doc[first.i : head.i])


def fits(token: Token) -> bool:
    """True for a word that may stand before a source and belong to it: "local", "police", "opposition"."""
    word = token.lower_
    return (
        word in offices().modifiers or word in offices().words or word in offices().types or word in offices().carriers
    )


def _own_modifiers(head: Token) -> Token:
    first, doc = head, head.doc
    if head.pos_ == "PROPN":
        while doc[first.i - 1].text[:1].isupper() or fits(doc[first.i - 1]) or doc[first.i - 1].text == "-":
            first = doc[first.i - 1]
        return first
    while first.i and (fits(doc[first.i - 1]) or (doc[first.i - 1].text == "-" and first != head)):
        first = doc[first.i - 1]
    return first


def without_article(first: Token, head: Token) -> Token:
    """A name goes without "the"; "the ministry" keeps it."""
    doc = head.doc
    if first.lower_ == "the" and first.i < head.i:
        following = doc[first.i + 1]
        if following.text[:1].isupper() and (head.pos_ == "PROPN" or head.text[:1].isupper()):
            return following
    return first
