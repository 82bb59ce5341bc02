"""The words of a source: from the head noun to its whole phrase, offices and apposition included.

A relative clause, what the source was doing, and the day it spoke are left out. Texts that have lost their commas
run one phrase into the next, so a phrase also ends where grammar forbids it to go on: at a number, or at a
determiner after a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.words import cues, offices

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "VERB", "CCONJ", "ADV", "PRON", "ADP", "X", "SYM"})
_HYPHENS = frozenset({"-", "–", "‑", "/", "&", "'s", "’s", "'", "’", "."})
_OF_OFFICERS = frozenset({"with", "on", "to", "near", "among"})
_OWN_PREPOSITIONS = frozenset({"of", "for"})
_PREPOSITIONS = frozenset({"of", "for", "from", "at", "in", "with", "on", "within", "inside", "to", "near", "among"})
_BODIES = frozenset({"ministry", "police", "army", "government", "cross", "crescent", "watch", "international", "press",
                     "news", "times", "union", "front", "forces", "party", "rights", "refugees", "children"})  # fmt: skip
_NOT_FIRST = frozenset({"both", "even", "that", "more", "others", "least", "dead"})
_TEMPORAL = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|hours?|minutes?|week|weeks|month|months|year|years|day|days|morning|evening|night|afternoon|dawn|"
    r"today|yesterday|tomorrow|noon|midnight|\d+.*)$",
    re.IGNORECASE,
)
_MANNER = frozenset({"statement", "statements", "interview", "condition", "telephone", "phone", "report", "briefing",
                     "conference", "speech", "tweet", "post", "message", "e-mail", "email", "comments", "remarks",
                     "letter", "website", "contact", "court", "addition"})  # fmt: skip
_COUNTS = frozenset({"total", "number", "group", "couple", "handful", "majority", "team", "pair", "lot", "most", "some",
                     "many", "several", "dozens", "hundreds", "scores", "one", "two", "three", "both"})  # fmt: skip
_ACRONYM = re.compile(r"^[A-Z][A-Za-z&/.-]{1,11}$")


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
        doc = self.first.doc
        return str(doc.text[self.first.idx : self.last.idx + len(self.last.text)])

    def tokens(self) -> list[Token]:
        """Its tokens in order."""
        return [self.first.doc[i] for i in range(self.first.i, self.last.i + 1)]


def phrase_of(sentence: Sentence, head: Token) -> Phrase:
    """The phrase around a head noun."""
    head = _whole_name(sentence, _counted(head))
    first = _left(sentence, head)
    head = _joint(head)
    last = _right(sentence, head)
    first = _with_prefix(sentence, _without_article(first, head))
    return Phrase(sentence, first, last, head)


def is_temporal(token: Token) -> bool:
    """True for a day, a month, a part of the day; False for a person called May or August."""
    named = any(c.dep_ == "compound" and c.pos_ == "PROPN" and not _TEMPORAL.match(c.text) for c in token.lefts)
    return _TEMPORAL.match(token.text) is not None and not named


def heads_of(head: Token) -> Iterator[Token]:
    """The head and the nouns joined to it by "and": "officials and witnesses" are two, "flood and drought office" one."""
    yield head
    if _stands_alone(head):
        for other in head.rights:
            if other.dep_ == "conj" and _may_be_another(other) and _stands_alone(other):
                yield from heads_of(other)


def _counted(head: Token) -> Token:
    """Those who are counted, not the count: the officials in "a number of officials"."""
    if head.lower_ not in _COUNTS:
        return head
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    return next((c for c in of.rights if c.dep_ == "pobj"), head) if of is not None else head


def _joint(head: Token) -> Token:
    """The second half of one long name: "flood control and drought prevention office"."""
    if _stands_alone(head):
        return head
    return next((c for c in head.rights if c.dep_ == "conj" and _may_be_another(c) and _speaks_for(c)), head)


def _may_be_another(token: Token) -> bool:
    counted = any(c.dep_ == "nummod" for c in token.children)
    return token.pos_ in {"NOUN", "PROPN"} and not token.like_num and not counted


def _stands_alone(token: Token) -> bool:
    """True where the noun by itself names somebody; parts of one long name do not."""
    return token.pos_ == "PROPN" or _speaks_for(token) or token.lower_ in cues().records


def _whole_name(sentence: Sentence, head: Token) -> Token:
    """The last token of a run of proper names that the parser broke ("Abdel" for "Abdel Rahman")."""
    doc, end = head.doc, sentence.tokens.end
    while head.pos_ == "PROPN" and head.i + 1 < end:
        following = doc[head.i + 1]
        if following.pos_ == "PROPN" and following.dep_ in {"flat", "appos", "compound", "nmod"} and following.head == head:
            head = following
        else:
            break
    return head


def _left(sentence: Sentence, head: Token) -> Token:
    doc, begin = head.doc, sentence.tokens.start
    inside = {t.i for t in head.subtree}
    first = head
    while first.i > begin:
        before = doc[first.i - 1]
        joined = before.text in _HYPHENS and before.i > begin
        if before.i not in inside or not (joined or before.pos_ in _INSIDE):
            break
        if before.pos_ in {"ADP", "ADV", "PRON"} and before.dep_ in {"prep", "mark", "nsubj", "advmod"} and not _modifies(before):
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
    if _runs_on(first, head):
        return _own_modifiers(head)
    for token in doc[first.i + 1 : head.i]:
        if token.text in cues().phrase_openers and token.nbor(-1).pos_ == "PROPN":
            first = token
    while first.i < head.i and (first.pos_ in {"CCONJ", "ADV", "PUNCT"} or first.lower_ in _NOT_FIRST):
        first = doc[first.i + 1]
    return first


def _with_prefix(sentence: Sentence, first: Token) -> Token:
    """The "al" of a name that the parser cut off at its hyphen."""
    doc, begin = first.doc, sentence.tokens.start
    if first.text == "-" and first.i > begin and not doc[first.i - 1].whitespace_:
        return doc[first.i - 1]
    if first.i - 2 >= begin and doc[first.i - 1].text == "-" and not doc[first.i - 1].whitespace_ and not doc[first.i - 2].whitespace_:
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
        return first.text.islower() and not _fits(first)
    return head.pos_ == "NOUN" and any(t.pos_ == "NOUN" and not _fits(t) for t in first.doc[first.i : head.i])


def _fits(token: Token) -> bool:
    word = token.lower_
    return word in offices().modifiers or word in offices().words or word in offices().types or word in offices().carriers


def _own_modifiers(head: Token) -> Token:
    first, doc = head, head.doc
    if head.pos_ == "PROPN":
        while doc[first.i - 1].text[:1].isupper() or _fits(doc[first.i - 1]) or doc[first.i - 1].text == "-":
            first = doc[first.i - 1]
        return first
    while first.i and (_fits(doc[first.i - 1]) or (doc[first.i - 1].text == "-" and first != head)):
        first = doc[first.i - 1]
    return first


def _without_article(first: Token, head: Token) -> Token:
    """A name goes without "the"; "the ministry" keeps it."""
    doc = head.doc
    if first.lower_ == "the" and first.i < head.i:
        following = doc[first.i + 1]
        if following.text[:1].isupper() and (head.pos_ == "PROPN" or head.text[:1].isupper()):
            return following
    return first


def _right(sentence: Sentence, head: Token) -> Token:
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


def _step(sentence: Sentence, doc: Doc, head: Token, last: Token, after: Token, inside: set[int], end: int) -> Token | None:
    """The token up to which the phrase goes on from `last`, None where it ends."""
    if after.text == "(" and after.i + 2 < end and doc[after.i + 2].text == ")" and _ACRONYM.match(doc[after.i + 1].text):
        return doc[after.i + 2]
    if after.text in {"-", "/", "&"} and after.i + 1 < end and after.i + 1 in inside and not after.whitespace_:
        return doc[after.i + 1]
    if after.i not in inside:
        return _place_of(sentence, head, last, after)
    if after.text in {"'s", "’s"}:
        return None
    if after.pos_ == "ADP" and after.dep_ == "prep":
        return _prepositional(sentence, head, after)
    if after.text == ",":
        return _apposition(sentence, head, after)
    if after.pos_ in {"PROPN", "NOUN"} and after.dep_ in {"appos", "flat", "compound", "nmod"} | _joined(after, head):
        return after if after.pos_ == "PROPN" or _speaks_for(after) else None
    return None


def _place_of(sentence: Sentence, head: Token, last: Token, after: Token) -> Token | None:
    """ "quoted a source at the town hall as saying": what follows an officer at once is its post, whatever the parser says."""
    if after.pos_ == "PROPN" and after.dep_ == head.dep_ and after.head == head.head and _speaks_for(head):
        return after
    if last != head or head.lower_ not in offices().carriers or after.lower_ not in {"at", "from", "of", "in"}:
        return None
    return _prepositional(sentence, head, after)


def _joined(after: Token, head: Token) -> set[str]:
    return {after.dep_} if after.pos_ == "PROPN" and head.pos_ == "PROPN" else set()


def _speaks_for(token: Token) -> bool:
    return token.lower_ in offices().carriers or token.lower_ in offices().types


def _prepositional(sentence: Sentence, head: Token, preposition: Token) -> Token | None:
    allowed = _PREPOSITIONS if head.pos_ == "NOUN" or _speaks_for(head) else _OWN_PREPOSITIONS
    if preposition.lower_ not in allowed or (preposition.lower_ in _OF_OFFICERS and not _speaks_for(head)):
        return None
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "ADJ"} or is_temporal(noun):
        return None
    if noun.lower_ in _MANNER:
        return None
    inner_last = _right(sentence, noun)
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
    """The end of an apposition that says who the source is: "N, spokesman for the ministry"; "the agency, ANGOP"."""
    doc = comma.doc
    for noun in doc[comma.i + 1 : sentence.tokens.end]:
        inside = head.i <= noun.head.i < comma.i
        if noun.dep_ != "appos" or not inside or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        first = _left(sentence, noun)
        if first.i != comma.i + 1 or any(t.like_num for t in doc[first.i : noun.i + 1]):
            continue
        explains = head.pos_ == "PROPN" and head.lower_ in cues().bodies_again | _BODIES and first.lower_ in {"a", "an", "the"}
        if (_speaks_for(noun) and not explains) or _names(head, noun):
            return _right(sentence, noun)
    return None


def _names(head: Token, noun: Token) -> bool:
    """A body's description followed by its name: "Cuba's State News Agency, Granma"."""
    body = head.lower_ in cues().bodies_again
    several = any(c.dep_ == "compound" for c in noun.lefts)
    return noun.pos_ == "PROPN" and ((_speaks_for(head) and not body) or (body and not several))
