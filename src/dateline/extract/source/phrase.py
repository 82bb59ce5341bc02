"""The words of a source: from the head noun to its whole phrase, offices and apposition included.

A relative clause, what the source was doing, and the day it spoke are left out. Texts that have lost their commas
run one phrase into the next, so a phrase also ends where grammar forbids it to go on: at a number, or at a
determiner after a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.left import left_edge, with_prefix, without_article
from dateline.extract.source.nouns import opens_clause, speaks_for
from dateline.extract.source.right import right_edge
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` of a sentence, both included, around `head`."""

    sentence: Sentence
    first: Token
    last: Token
    head: Token

    @property
    def start(self) -> int:
        """Working offset of its first character."""
        return self.sentence.offset(self.first)

    @property
    def end(self) -> int:
        """Working offset after its last character."""
        return self.sentence.span(self.first, self.last)[1]

    @property
    def text(self) -> str:
        """Its words as they stand in the working text."""
        begins = self.sentence.start
        return self.sentence.text[self.start - begins : self.end - begins]

    def tokens(self) -> list[Token]:
        """Its tokens in order."""
        return [self.first.doc[i] for i in range(self.first.i, self.last.i + 1)]


def phrase_of(sentence: Sentence, head: Token) -> Phrase:
    """The phrase around a head noun."""
    head = _whole_name(sentence, _counted(head))
    first = left_edge(sentence, head)
    head = _joint(head)
    last = right_edge(sentence, head)
    first = with_prefix(sentence, without_article(first, head))
    return Phrase(sentence, first, last, head)


def heads_of(head: Token) -> Iterator[Token]:
    """The head and the nouns joined to it: "officials and witnesses" are two, "roads and bridges office" is one."""
    yield head
    if _stands_alone(head):
        for other in head.rights:
            if other.dep_ == "conj" and _may_be_another(other) and _stands_alone(other):
                yield from heads_of(other)


def _counted(head: Token) -> Token:
    """Those who are counted, not the count: the officials in "a number of officials"."""
    if head.lower_ not in cues().counted_by:
        return head
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    return next((c for c in of.rights if c.dep_ == "pobj"), head) if of is not None else head


def _joint(head: Token) -> Token:
    """The second half of one long name: "road building and bridge repair office"."""
    if _stands_alone(head):
        return head
    return next((c for c in head.rights if c.dep_ == "conj" and _may_be_another(c) and speaks_for(c)), head)


def _may_be_another(token: Token) -> bool:
    counted = any(c.dep_ == "nummod" for c in token.children)
    return token.pos_ in {"NOUN", "PROPN"} and not token.like_num and not counted


def _stands_alone(token: Token) -> bool:
    """True where the noun by itself names somebody; parts of one long name do not."""
    return token.pos_ == "PROPN" or speaks_for(token) or token.lower_ in cues().records


def _whole_name(sentence: Sentence, head: Token) -> Token:
    """The last token of a run of proper names that the parser broke (half of a family name)."""
    doc, end = head.doc, sentence.tokens.end
    while head.pos_ == "PROPN" and head.i + 1 < end:
        following = doc[head.i + 1]
        if (
            following.pos_ == "PROPN"
            and following.dep_ in {"flat", "appos", "compound", "nmod"}
            and following.head == head
            and not opens_clause(head, following)
        ):
            head = following
        else:
            break
    return head
