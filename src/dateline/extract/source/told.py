"""To whom it was told: "told Radio N", "in a statement to the N agency", "speaking to N". The press that carried it
is a second source after the speaker; "reporters" and "journalists" are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known, who
from dateline.extract.source.phrase import Phrase, phrase_of
from dateline.extract.source.words import cues, offices
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = word_set("source_words_en", "told", "to")


_PRESS_AT_LARGE = word_set("source_words_en", "told", "press_at_large")


def told_to(sentence: Sentence, known: Known) -> Iterator[Phrase]:
    """The media named as those who were told, in reading order."""
    covered = -1
    for token in sentence.tokens:
        said = token.pos_ == "VERB" and token.lower_ in cues().verbs
        if said or token.lower_ in cues().told_verbs or token.lower_ in cues().told_nouns:
            named = _named_after(sentence, token, known)
            for phrase in (
                [named] if named is not None else [_media(sentence, noun, known) for noun in _listeners(token)]
            ):
                if phrase is not None and phrase.first.i > covered:
                    covered = phrase.last.i
                    yield phrase


def _collects(phrase: Phrase, known: Known) -> bool:
    """A body by its name that gathers reports: not "aid groups", not "the agency" that prints the page."""
    told = who(phrase, known)
    return told.type in {"un", "ngo", "monitor"} and told.resolved is not None


def _named_after(sentence: Sentence, token: Token, known: Known) -> Phrase | None:
    """A known press body right after "told" or "statement to", whatever the parser made of it."""
    doc, end = token.doc, sentence.tokens.end
    at = token.i + 1
    while at < end and at < token.i + 3 and (doc[at].lower_ in _TO | {"the"}):
        at += 1
    if at >= end or (at == token.i + 1 and token.lower_ not in {"told", "telling"}):
        return None
    begin = sentence.offset(doc[at])
    found = known.actors.find(sentence.text[begin - sentence.start : begin - sentence.start + 60])
    if not found or found[0].start or found[0].actor.type != "media":
        return None
    last = sentence.tokens_in(begin, begin + found[0].end)[-1]
    return Phrase(sentence, doc[at], last, last)


def _listeners(token: Token) -> Iterator[Token]:
    for child in token.rights:
        if child.dep_ in {"dobj", "dative", "iobj", "nsubj", "oprd"} and child.pos_ in {"NOUN", "PROPN"}:
            if token.lower_ in cues().told_verbs:
                yield child
        elif child.dep_ in {"prep", "dative"} and child.lower_ in _TO:
            yield from (c for c in child.rights if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"})
        elif child.dep_ == "ccomp" and token.lower_ in {"told", "telling"}:
            yield from _first_noun(token, child)


def _first_noun(token: Token, clause: Token) -> Iterator[Token]:
    """The listener that the parser drew into the clause told: "told Reuters the town was quiet"."""
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ == "PROPN":
        yield token.doc[token.i + 1]


def _media(sentence: Sentence, noun: Token, known: Known) -> Phrase | None:
    """The listener, if it is press with a name or of a stated kind ("state television"), or a body that collects
    what it is told ("told UN staff", "told the mission")."""
    phrase = phrase_of(sentence, noun)
    if phrase.first.tag_ == "PRP$" or phrase.head.lower_ in cues().channels | {"basis"}:
        return None
    at_first = known.actors.find(phrase.text)
    if at_first and at_first[0].actor.type == "media":
        press = sentence.tokens_in(phrase.start + at_first[0].start, phrase.start + at_first[0].end)
        first, last = press[0], press[-1]
        if not any(t.lower_ in offices().carriers and t.i < first.i for t in phrase.tokens()):
            return Phrase(sentence, first, last, last)
        return phrase
    if _collects(phrase, known):
        return phrase
    if who(phrase, known).type != "media" or phrase.head.lower_ in _PRESS_AT_LARGE:
        return None
    named = any(t.pos_ == "PROPN" for t in phrase.tokens())
    kind = phrase.head.lower_ not in cues().told_press or len(phrase.tokens()) > (
        2 if phrase.first.pos_ == "DET" else 1
    )
    return phrase if named or (kind and phrase.head.lower_ not in {"press", "media", "conference"}) else None
