"""One harmed person told with fewer words than "a man was killed": by an age, in a headline, or as the doer himself.

"A 17-year-old was shot", "Woman killed in Orvel", "leaves 6-year-old dead", "killed his wife and then himself". Like
every person told without a number they are figures of one, and implied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import is_verb, only_tried
from dateline.model.words import Term
from dateline.vocab.load import load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBER: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen)"
)
_AGE_NOUN: Final = re.compile(rf"(?<![\w-]){_NUMBER}[- ](?:year|month|week|day)s?[- ]old(?![\w-])", re.IGNORECASE)
_ARTICLES: Final = word_set("wording_en", "bare", "articles")
_SELF: Final = word_set("wording_en", "bare", "self")
_ON_ONESELF: Final[dict[str, Term]] = {"kill": "killed", "shoot": "killed", "injure": "injured", "wound": "injured"}
_WEAPONS: Final = word_set("wording_en", "implied", "weapons")
_DESCRIBED: Final = word_set("wording_en", "implied", "described") | word_set("wording_en", "implied", "kin")
_PASSED: Final = word_set("wording_en", "bare", "passed")
_FAR: Final = 6
_REACH: Final = 8
_AGE_TOKENS: Final = 4
"""Tokens from "17" to "old" in "17-year-old"."""
_ENDS: Final = word_set("wording_en", "bare", "ends")


def aged(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """First and last token of each "17-year-old" that stands for the person, not before a noun."""
    for match in _AGE_NOUN.finditer(sentence.text):
        tokens = sentence.tokens_in(sentence.start + match.start(), sentence.start + match.end())
        if not tokens or tokens[-1].text.lower() not in {"old", match[0].lower()}:
            continue
        first, last = tokens[0], tokens[-1]
        behind = last.nbor() if last.i + 1 < len(last.doc) else None
        if behind is not None and behind.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} and not _harm(behind):
            continue
        before = first.nbor(-1) if first.i > first.sent.start else None
        yield (before if before is not None and before.text.lower() in _ARTICLES else first), last


def headlined(noun: Token) -> Token | None:
    """The first token of a described person without an article, which only headlines write; None for others."""
    if noun.text.lower() not in _DESCRIBED or noun.pos_ == "VERB" or counted(noun) != "person":
        return None
    if any(child.dep_ in {"det", "poss"} for child in noun.children):
        return None
    first = noun
    while first.i > first.sent.start and first.nbor(-1).head == noun and first.nbor(-1).dep_ in {"amod", "compound"}:
        first = first.nbor(-1)
    return first if first == noun or first.text.lower() != "old" else _from_number(first)


def _from_number(old: Token) -> Token:
    """ "6-year-old girl" begins at its number."""
    first = old
    while old.i - first.i < _AGE_TOKENS and first.i > old.sent.start and not first.like_num:
        first = first.nbor(-1)
    return first if first.like_num else old


def told_beside(last: Token) -> Trigger | None:
    """The harm that stands directly behind ("woman killed in", "boy, 6, dies"), and has no object of its own."""
    doc, at = last.doc, _past_joined(last)
    while at < len(doc) and at - last.i < _FAR and (doc[at].text.lower() in _PASSED or doc[at].like_num):
        at += 1
    term = (_harm(doc[at]) or _struck(doc[at])) if at < len(doc) else None
    if term is None:
        return None
    behind = doc[at + 1] if at + 1 < len(doc) else None
    if behind is None or behind.is_punct or behind.is_space or behind.text.lower() in _ENDS or behind.is_sent_start:
        return Trigger(doc[at], term, "beside")
    return Trigger(doc[at], term, "beside") if doc[at].text.lower() in {"dead", "dies", "died"} else None


def _struck(token: Token) -> Term | None:
    """ "Boy, 4, hit by stray bullet"."""
    words = {t.text.lower() for t in token.doc[token.i + 1 : token.i + 5]}
    by = token.text.lower() in {"hit", "struck", "grazed"} and "by" in words
    return "injured" if by and not words.isdisjoint(_SHOTS) else None


_SHOTS: Final = word_set("wording_en", "bare", "shots")


def _past_joined(last: Token) -> int:
    """Behind a second one without an article, who fares alike: "man and woman found dead", "boy, girl killed"."""
    doc, at = last.doc, last.i + 1
    if at + 1 < len(doc) and doc[at].text.lower() in {"and", ",", "&"} and doc[at + 1].text.lower() in _DESCRIBED:
        return at + 2
    return at


def by_headline(first: Token) -> Trigger | None:
    """What the word before a person without an article says: "husband kills wife", "wounds son"."""
    before = first.nbor(-1) if first.i > first.sent.start else None
    term: Term | None = load("wording_en")["implied"]["before"].get(before.text.lower()) if before is not None else None
    return Trigger(before, term, "beside") if before is not None and term is not None else None


def told_before(first: Token) -> Trigger | None:
    """The event that is "of" the person: "fatal shooting of 2-year-old"."""
    if first.i < first.sent.start + 2 or first.nbor(-1).text.lower() != "of":
        return None
    event = first.nbor(-2)
    term: Term | None = load("wording_en")["implied"]["events"].get(event.lemma_.lower())
    return None if term is None or only_tried(event) else Trigger(event, term, "event")


def doers_own(token: Token) -> Trigger | None:
    """ "Killed his wife and then himself", "turned the gun on herself", "kills self": the doer is harmed as well.

    None where the sentence tells the harm of its subject anyway ("the man died after shooting himself").
    """
    if token.text.lower() == "life":
        return _own_life(token)
    if token.text.lower() not in _SELF or token.dep_ == "compound":  # "self-defence groups"
        return None
    verb = _verb_above(token)
    if verb is None or any(_died(other) for other in token.doc[verb.sent.start : token.i]):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _ON_ONESELF:
        return Trigger(verb, _ON_ONESELF[lemma], "verb")
    armed = any(c.dep_ == "dobj" and c.lemma_.lower() in _WEAPONS for c in verb.children)
    return Trigger(verb, "killed", "verb") if armed and lemma == "turn" else None


def _own_life(life: Token) -> Trigger | None:
    """ "Before taking his own life"."""
    if life.i < life.sent.start + 3 or life.nbor(-1).text.lower() != "own":
        return None
    verb = life.nbor(-3)
    his = life.nbor(-2).text.lower() in {"his", "her"}
    return Trigger(verb, "killed", "verb") if his and verb.lemma_.lower() in {"take", "end"} else None


def _verb_above(token: Token) -> Token | None:
    """The nearest verb of killing before it: the parser mostly loses its way to what the doer did last."""
    before = reversed(token.doc[max(token.sent.start, token.i - _REACH) : token.i])
    return next((t for t in before if is_verb(t) and t.lemma_.lower() in {*_ON_ONESELF, "turn"}), None)


def _died(token: Token) -> bool:
    """ "A teen died after", "was found dead"."""
    return token.text.lower() in {"died", "dies", "dead"}


def _harm(token: Token) -> Term | None:
    term: Term | None = load("wording_en")["implied"]["headline"].get(token.text.lower())
    return term
