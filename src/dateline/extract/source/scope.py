"""Which words a source covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Credit
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_STRONG = frozenset({"but", "while", "whereas", "although", "though", "however", ";", "meanwhile"})
_SUBORDINATE = frozenset({"relcl", "acl", "pcomp"})
_FARTHEST_QUOTE = 8
"""Sentences that one quotation may run over before it is taken for a quotation mark gone astray."""


def scope(sentence: Sentence, credit: Credit, others: Sequence[Credit]) -> tuple[int, int]:
    """The working span that a credit covers, parted from the clauses that other sources of the sentence govern."""
    start, end = _reach(sentence, credit)
    for other in others:
        if other.first.i > credit.last.i:
            turn = _turn(credit, other)
            end = min(end, sentence.offset(turn)) if turn is not None else end
        elif other.last.i < credit.first.i:
            turn = _turn(other, credit)
            closed = sentence.span(other.last, other.last)[1] if _closed_between(other, credit) else start
            start = max(start, sentence.offset(turn) if turn is not None else closed)
    return (start, max(start, end))


def _reach(sentence: Sentence, credit: Credit) -> tuple[int, int]:
    verb = credit.cue_first
    if credit.reach == "after":
        return sentence.span(credit.first, credit.last)[1], _clause_end(sentence, verb)
    if credit.reach == "before":
        return sentence.start, sentence.end if _goes_on(credit) else sentence.offset(credit.first)
    if credit.reach == "around":
        return (sentence.start, sentence.end)
    return _object(sentence, credit)


def _goes_on(credit: Credit) -> bool:
    """ "Bombers hit the town, N said, blaming rebels": a participle goes on with what N tells."""
    doc, at = credit.last.doc, credit.last.i + 1
    at += at < len(doc) and doc[at].text == ","
    after = doc[at] if at < len(doc) else credit.last
    return after.tag_ == "VBG" and after.lower_ not in cues().citing and after.head == credit.cue_first


def _clause_end(sentence: Sentence, verb: Token) -> int:
    if verb.dep_ in _SUBORDINATE:
        last = max((t for t in verb.subtree if t.i < sentence.tokens.end), key=lambda t: t.i)
        return sentence.span(last, last)[1]
    deed = _next_deed(verb)
    return sentence.offset(deed) if deed is not None else sentence.end


def _next_deed(verb: Token) -> Token | None:
    """The "and" before something else the speaker did: "N declared 30 houses unsafe and told 200 people to leave"."""
    for child in verb.rights:
        shares = child.dep_ == "conj" and child.pos_ == "VERB" and not _says(child)
        if shares and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in child.children):
            clause = any(
                c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"} and verb.i < c.i < child.i for c in verb.rights
            )
            joining = [c for c in verb.rights if c.dep_ == "cc" and c.i < child.i]
            return joining[-1] if joining and not clause else None
    return None


def _object(sentence: Sentence, credit: Credit) -> tuple[int, int]:
    verb = credit.cue_first
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBN", "VBD"}:
        inside = [t for t in verb.head.subtree if t.i < sentence.tokens.end]
        return sentence.span(inside[0], inside[-1])
    objects = [c for c in verb.rights if c.dep_ != "conj" or _more_counted(c)]
    right = [t for c in objects for t in c.subtree if t.i < sentence.tokens.end]
    last = max(right, key=lambda t: t.i) if right else verb
    return sentence.span(verb, verb)[1], sentence.span(last, last)[1]


def _more_counted(joined: Token) -> bool:
    """ "N counts 174 dead and 758 wounded": the second count, which the parser takes for a clause."""
    subjects = [c for c in joined.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    return joined.tag_ == "VBN" and len(subjects) == 1 and subjects[0].like_num


def _turn(left: Credit, right: Credit) -> Token | None:
    """The word between two sources at which the one's clause ends and the other's begins."""
    doc = left.cue_first.doc
    between = doc[left.last.i + 1 : right.first.i]
    if len(between) and between[-1].lower_ == "the":  # a name goes without its article
        between = between[:-1]
    strong = [t for t in between if t.lower_ in _STRONG]
    if strong:
        return strong[-1]
    if len(between) and between[-1].lower_ in cues().turns:
        return between[-1]
    verb = right.cue_first
    if len(between) and between[-1].lower_ == "with" and verb.tag_ == "VBG":
        return between[-1]
    joined = [t for t in between if t.lower_ in {"and", "yet"} and t.head in {left.cue_first, verb}]
    return joined[-1] if joined and verb.head == left.cue_first and verb.dep_ == "conj" else None


def _closed_between(left: Credit, right: Credit) -> bool:
    """ "The dam burst N said. The town fled M said": each closes a telling of its own."""
    between = left.cue_first.doc[left.last.i + 1 : right.first.i]
    return left.reach == right.reach == "before" and any(t.tag_ in {"VBD", "VBP", "VBZ"} for t in between)


def _says(verb: Token) -> bool:
    """A reporting verb that reports: "told 200 people to leave" does not."""
    return verb.lower_ in cues().say_forms and not any(c.dep_ == "xcomp" for c in verb.rights)


def quotation(sentences: Sequence[Sentence], at: int, span: tuple[int, int]) -> tuple[int, int]:
    """The span, drawn out over the sentences of a quotation that begins or ends in another sentence."""
    start, end = span
    sentence = sentences[at]
    inside = [t for t in sentence.tokens if t.text in _QUOTES]
    left = [
        t
        for t in inside
        if sentence.offset(t) < end and sentence.offset(t) >= sentence.start and start == sentence.start
    ]
    if start == sentence.start and len(left) % 2 == 1 and _closes(left[0]):
        start = _opened(sentences, at, start)
    right = [t for t in inside if sentence.offset(t) >= start]
    if end == sentence.end and len(right) % 2 == 1 and not _closes(right[-1]):
        end = _closed(sentences, at, end)
    return start, end


def _closes(quote: Token) -> bool:
    """A closing mark follows a word or a stop without a space."""
    if quote.text == "”":
        return True
    if quote.text == "“":
        return False
    before = quote.nbor(-1) if quote.i else None
    return before is not None and not before.whitespace_


def _opened(sentences: Sequence[Sentence], at: int, start: int) -> int:
    for i in range(at - 1, max(-1, at - _FARTHEST_QUOTE), -1):
        quotes = [t for t in sentences[i].tokens if t.text in _QUOTES]
        if quotes:
            return sentences[i].offset(quotes[-1]) if len(quotes) % 2 == 1 else start
    return start


def _closed(sentences: Sequence[Sentence], at: int, end: int) -> int:
    for i in range(at + 1, min(len(sentences), at + _FARTHEST_QUOTE)):
        quotes = [t for t in sentences[i].tokens if t.text in _QUOTES]
        if quotes:
            return sentences[i].offset(quotes[0]) if len(quotes) % 2 == 1 else end
    return end
