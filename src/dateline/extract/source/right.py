"""Where the words of a source end: posts, places and appositions are part of it, clauses are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.left import left_edge
from dateline.extract.source.nouns import is_temporal, opens_clause, speaks_for, within_name
from dateline.extract.source.words import cues, offices
from dateline.vocab.actors import known_actors
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_OFFICERS: Final = word_set("source_words_en", "right", "of_officers")
_OWN_PREPOSITIONS: Final = frozenset({"of", "for"})
_PREPOSITIONS: Final = word_set("source_words_en", "right", "prepositions")
_ACRONYM: Final = re.compile(r"^[A-Z][A-Za-z&/.-]{1,11}$")


def right_edge(sentence: Sentence, head: Token) -> Token:
    doc, end = head.doc, sentence.tokens.end
    inside = {t.i for t in head.subtree}
    last = head
    while last.i + 1 < end:
        after = doc[last.i + 1]
        step = _step(sentence, doc, head, last, after, inside, end)
        if step is None:
            break
        last = step
    return last


def _step(
    sentence: Sentence, doc: Doc, head: Token, last: Token, after: Token, inside: set[int], end: int
) -> Token | None:
    """The token up to which the phrase goes on from `last`, None where it ends."""
    if (
        after.text == "("
        and after.i + 2 < end
        and doc[after.i + 2].text == ")"
        and _ACRONYM.match(doc[after.i + 1].text)
    ):
        return doc[after.i + 2]
    if after.text in {"-", "/", "&"} and after.i + 1 < end and after.i + 1 in inside and not after.whitespace_:
        return doc[after.i + 1]
    if after.i not in inside:
        return _place_of(sentence, head, last, after)
    if after.text in {"'s", "’s"}:
        return None
    if after.dep_ == "cc" and (field := _further_field(head, after)) is not None:
        return field
    if after.pos_ == "ADP" and after.dep_ == "prep":
        return _prepositional(sentence, head, after)
    if after.text == ",":
        return _apposition(sentence, head, after)
    if after.pos_ in {"PROPN", "NOUN"} and after.dep_ in {"appos", "flat", "compound", "nmod"} | _joined(after, head):
        if opens_clause(head, after):
            return None
        return after if after.pos_ == "PROPN" or speaks_for(after) else None
    return None


def _further_field(head: Token, joining: Token) -> Token | None:
    """The last word of a body's further field: "Ministry of Health and Social Welfare"; not another body beside it."""
    of = head.head
    if head.dep_ != "pobj" or joining.head != head or of.lower_ not in _OWN_PREPOSITIONS or not of.head.is_title:
        return None
    other = next((c for c in head.rights if c.dep_ == "conj" and c.i > joining.i), None)
    if other is None or not head.is_title or of.head.i != of.i - 1:
        return None
    words = list(other.doc[joining.i + 1 : other.i + 1])
    named = known_actors().named(other.doc[joining.i + 1 : other.i + 1].text) is not None
    body = len(words) == 1 and (speaks_for(other) or other.lower_ in cues().bodies_again | cues().body_words)
    return other if all(w.is_title for w in words) and not named and not body else None


def _place_of(sentence: Sentence, head: Token, last: Token, after: Token) -> Token | None:
    """The post that follows an officer at once, wherever the parser hung it: "quoted a source at the town hall as"."""
    if after.pos_ == "PROPN" and after.dep_ == head.dep_ and after.head == head.head and speaks_for(head):
        return after
    if last != head or head.lower_ not in offices().carriers or after.lower_ not in {"at", "from", "of", "in"}:
        return None
    return _prepositional(sentence, head, after)


def _joined(after: Token, head: Token) -> set[str]:
    return {after.dep_} if after.pos_ == "PROPN" and head.pos_ == "PROPN" else set()


def _prepositional(sentence: Sentence, head: Token, preposition: Token) -> Token | None:
    allowed = _PREPOSITIONS if head.pos_ == "NOUN" or speaks_for(head) else _OWN_PREPOSITIONS
    if preposition.lower_ not in allowed and not within_name(head, preposition):
        return None
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "ADJ"} or is_temporal(noun):
        return None
    if noun.lower_ in cues().manner:
        return None
    officer = head.lower_ in offices().carriers | cues().person_nouns and (noun.pos_ == "PROPN" or speaks_for(noun))
    if preposition.lower_ in _OF_OFFICERS and not officer:
        return None
    inner_last = right_edge(sentence, noun)
    return _before_a_break(preposition, inner_last)


def _before_a_break(preposition: Token, last: Token) -> Token | None:
    """Run-on text: the phrase ends before a number, or before a determiner that follows a noun."""
    doc = preposition.doc
    for i in range(preposition.i + 1, last.i + 1):
        token, before = doc[i], doc[i - 1]
        broken = token.pos_ == "DET" and before.pos_ in {"NOUN", "PROPN"}
        if token.like_num or token.text in {",", "(", '"'} or broken:
            return doc[i - 1] if i - 1 > preposition.i else None
    return last


def _apposition(sentence: Sentence, head: Token, comma: Token) -> Token | None:
    """The end of an apposition that says who the source is: "N, spokesman for the ministry"; "the agency, N"."""
    doc = comma.doc
    for noun in doc[comma.i + 1 : sentence.tokens.end]:
        inside = head.i <= noun.head.i < comma.i
        if noun.dep_ != "appos" or not inside or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        first = left_edge(sentence, noun)
        if first.i != comma.i + 1 or any(t.like_num for t in doc[first.i : noun.i + 1]):
            continue
        explains = (
            head.pos_ == "PROPN"
            and head.lower_ in cues().bodies_again | cues().body_words
            and first.lower_ in {"a", "an", "the"}
        )
        if (speaks_for(noun) and not explains) or _names(head, noun):
            return right_edge(sentence, noun)
    return None


def _names(head: Token, noun: Token) -> bool:
    """A body's description followed by its name: "the island's oldest newspaper, the Lantern"."""
    body = head.lower_ in cues().bodies_again
    several = any(c.dep_ == "compound" for c in noun.lefts)
    return noun.pos_ == "PROPN" and ((speaks_for(head) and not body) or (body and not several))
