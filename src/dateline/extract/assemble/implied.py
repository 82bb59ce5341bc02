"""A single harmed person told without a number ("a man was killed") is a figure of one, said to be implied.

The one exception of the contract to "a figure's number stands in its words"; such claims are printed as
"one (described)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import SUBJECTS, is_verb
from dateline.extract.trigger.predicate import climb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS = frozenset({"killed", "injured", "missing", "detained"})
_ONE = frozenset({"a", "an", "another"})
_DESCRIBED = word_set("wording_en", "implied", "described")
"""Nouns that name one described person also with "the": "the teenager died"."""
_GENERIC = word_set("wording_en", "implied", "generic")
_DEPTH = 4


def implied(sentence: Sentence, taken: set[int]) -> list[tuple[Token, Token, Trigger]]:
    """(first token, noun, trigger) of each singular harmed noun phrase; `taken` are tokens of numbered figures."""
    found = []
    for noun in sentence.tokens:
        if noun.tag_ != "NN" or noun.i in taken or counted(noun) != "person" or noun.lemma_.lower() in _GENERIC:
            continue
        article = next((c for c in noun.children if c.dep_ == "det"), None)
        if article is None or not _singles(article, noun) or not _harmed_place(noun):
            continue
        trigger = climb(noun, "person", _DEPTH) or _harmed(noun)
        if trigger is not None and trigger.term in HARMS and trigger.token != noun:
            found.append(
                (min(noun.subtree, key=lambda t: t.i) if noun.left_edge.i < article.i else article, noun, trigger)
            )
    return found


def _singles(article: Token, noun: Token) -> bool:
    word = article.text.lower()
    return word in _ONE or (word == "the" and noun.lemma_.lower() in _DESCRIBED)


def _harmed_place(noun: Token) -> bool:
    """The phrase is what was harmed, not who harmed or where: subject, object, conjunct or one of those included."""
    if noun.dep_ in SUBJECTS | {"dobj", "obj", "conj"}:
        return not (noun.dep_ == "nsubj" and is_verb(noun.head) and any(c.dep_ == "dobj" for c in noun.head.children))
    return (
        noun.dep_ == "pobj"
        and noun.head.text.lower() in {"including", "of"}
        and noun.head.head.lemma_.lower() in {"death", "killing", "murder", "people", "person", "arrest"}
    )


def _harmed(noun: Token) -> Trigger | None:
    if noun.dep_ == "pobj" and noun.head.text.lower() == "of":
        event = noun.head.head
        terms = {"death": "killed", "killing": "killed", "murder": "killed", "arrest": "detained"}
        if event.lemma_.lower() in terms:
            return Trigger(event, terms[event.lemma_.lower()], "event")  # type: ignore[arg-type]
    return None
