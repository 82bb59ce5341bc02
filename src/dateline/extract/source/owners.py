"""Records and who made them: "UN figures", "the ministry's report", "data collected by the agency".

What was said or written is no source when its maker is named: the maker is. An act of saying without a maker that
can be pointed at ("the report", "the statement") stands for its author; bare material ("fresh data",
"official figures") and loose talk ("reports") name nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.commanded import commanded
from dateline.extract.source.kinds import Known, can_speak
from dateline.extract.source.left import fits
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.phrase import Phrase, phrase_of
from dateline.extract.source.subjects import is_acronym
from dateline.extract.source.words import cues, offices
from dateline.vocab.actors import Found
from dateline.vocab.countries import demonyms
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_MADE = frozenset({"by", "from", "of"})
_LOOSE = frozenset({"DET", "ADJ", "VERB", "ADV", "NUM"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_OF_THERE = frozenset({"local"})
_PRESS = frozenset({"media", "press", "news", "newspaper", "tv", "television", "radio", "newspapers"})


def speaker_of(sentence: Sentence, head: Token, known: Known) -> Phrase | None:
    """The phrase of the source that `head` names or, for a record, of its maker; None where it names nobody."""
    if is_temporal(head):
        return None
    if head.is_title and (called := commanded(sentence, head)) is not None:
        return called
    maker = _maker(sentence, head, known) if head.lower_ in cues().records else None
    if maker is not None:
        return maker
    if head.lower_ not in cues().records or (head.pos_ == "PROPN" and head.i > sentence.tokens.start):
        phrase = phrase_of(sentence, head) if head.pos_ in _NAMING or is_acronym(head) else None
        return _employer(sentence, whole_actor(phrase, known), known) if phrase is not None else None
    phrase = phrase_of(sentence, head)
    if any(t.lower_ in _PRESS | _OF_THERE for t in phrase.tokens()):
        return phrase
    if head.lower_ in cues().acts and head.tag_ == "NN":
        return Phrase(sentence, phrase.first, head, head)
    return None


def whole_actor(phrase: Phrase, known: Known) -> Phrase:
    """The phrase cut to a body's name, or drawn out to the end of one that the parser broke."""
    sentence = phrase.sentence
    for found in known.actors.find(sentence.text) if phrase.last.text[:1].isupper() else ():
        start, end = sentence.start + found.start, sentence.start + found.end
        if phrase.start < start and phrase.end == end and (_after_place(phrase) or _strays_in(phrase, found)):
            inside = sentence.tokens_in(start, end)
            return Phrase(sentence, inside[0], inside[-1], inside[-1])
        if phrase.start <= start < phrase.end < end:
            last = sentence.tokens_in(start, end)[-1]
            return Phrase(sentence, phrase.first, last, last)
        if start < phrase.start and phrase.end == end:
            return Phrase(sentence, sentence.tokens_in(start, end)[0], phrase.last, phrase.last)
    return phrase


def _strays_in(phrase: Phrase, found: Found) -> bool:
    """Run-on text: what stands before a press body's name is no word that could belong to it."""
    before = phrase.sentence.tokens_in(phrase.start, phrase.sentence.start + found.start)
    if found.actor.type not in {"media", "armed_group"} or not before:
        return False
    last = before[-1]
    if last.pos_ == "NOUN":
        return not fits(last)
    return last.pos_ == "PROPN" and fold(last.text) not in demonyms() and not fits(last)


def _after_place(phrase: Phrase) -> bool:
    """Run-on text: a place that belongs to the words before ("... in the port of N Reuters reports")."""
    first = phrase.first
    if first.i <= phrase.sentence.tokens.start or first.pos_ != "PROPN":
        return False
    return first.nbor(-1).lower_ in {"in", "at", "of", "near"}


def _employer(sentence: Sentence, phrase: Phrase, known: Known) -> Phrase:
    """The body for which nameless hands did the counting: "volunteers from branches of the Red Cross"."""
    if phrase.head.lower_ not in cues().hands or phrase.last.i <= phrase.head.i:
        return phrase
    found = known.actors.find(phrase.text)
    if not found or phrase.start + found[-1].start < sentence.offset(phrase.head):
        return phrase
    inside = sentence.tokens_in(phrase.start + found[-1].start, phrase.start + found[-1].end)
    return Phrase(sentence, inside[0], inside[-1], inside[-1])


def is_record(head: Token) -> bool:
    """True for what was said or written."""
    return head.lower_ in cues().records


def _maker(sentence: Sentence, record: Token, known: Known) -> Phrase | None:
    for child in record.children:
        phrase = _from_child(sentence, record, child, known)
        if phrase is not None and can_speak(phrase, known):
            return phrase
    return _named_before(sentence, record, known)


def _from_child(sentence: Sentence, record: Token, child: Token, known: Known) -> Phrase | None:
    if child.dep_ == "poss" and child.pos_ in {"NOUN", "PROPN"}:
        return phrase_of(sentence, child)
    if child.dep_ == "prep" and child.lower_ in _MADE:
        noun = next((c for c in child.rights if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}), None)
        if noun is None or noun.like_num:
            return None
        return speaker_of(sentence, noun, known) if noun is not record else None
    if child.dep_ == "acl":
        return agent_of(sentence, child, known)
    return None


def agent_of(sentence: Sentence, participle: Token, known: Known) -> Phrase | None:
    """Who did it: "released by N", "received from N"."""
    for child in participle.rights:
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            noun = next((c for c in child.rights if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}), None)
            if noun is not None:
                return speaker_of(sentence, noun, known)
    return None


def _named_before(sentence: Sentence, record: Token, known: Known) -> Phrase | None:
    """The body named right before the record: "UN figures", "health ministry data", "Human Rights Watch report"."""
    doc = record.doc
    phrase = phrase_of(sentence, record)
    before = [t for t in phrase.tokens() if t.i < record.i and t.pos_ != "DET"]
    while before and (before[-1].pos_ in {"ADJ", "VERB", "PART"} and not _body_word(before[-1], known)):
        before.pop()
    while before and before[0].text.islower() and before[0].pos_ in _LOOSE and not _body_word(before[0], known):
        before.pop(0)
    if not before or any(t.lower_ in _PRESS for t in before):
        return None
    found = known.actors.find(doc[before[0].i : before[-1].i + 1].text)
    maker = Phrase(sentence, before[0], before[-1], before[-1])
    return maker if found or _body_word(before[-1], known) else None


def _body_word(token: Token, known: Known) -> bool:
    word = token.lower_
    if token.tag_ == "JJ" and word in _OF_THERE:  # "local reports": whose is not said
        return False
    return word in offices().types or word in known.aliases or bool(known.actors.named(token.text))
