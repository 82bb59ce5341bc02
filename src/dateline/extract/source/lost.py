"""Sayings whose speaker the parser lost, as it does in text without commas: read by the words alone.

"Shells hit a school in the district of Orvel state television reported on Sunday": who ends right before the verb, and
can speak by his own words, says what stands before. "N which watches the war said that ...": who opens the sentence
says what follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Credit, Reach
from dateline.extract.source.ending import speakers_ending
from dateline.extract.source.kinds import Known
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.says import FURNITURE
from dateline.extract.source.words import cues
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FORMS: Final = word_set("source_words_en", "lost", "forms")
"""Finite verbs of saying that a sentence may close with."""
_THING: Final = frozenset({"reports", "claimed", "declared"})
"""Of these the ones that, in the middle of a sentence, are as often a noun or something done."""
_GOING_ON: Final = word_set("source_words_en", "lost", "going_on")
_AFTER_TIME: Final = 8
"""Words of time and place that may stand between a verb of saying and "that"."""
_TURNS: Final = frozenset({"and", "but", "while"})
_BETWEEN: Final = word_set("source_words_en", "lost", "between")
"""A preposition right before who could speak: he is somebody who is told of."""
_PERSONS: Final = frozenset({"he", "she"})
_CLOSING: Final = frozenset({'"', "”", "''"})
_LONG: Final = 24
"""Tokens of a name with all that is said of its person."""
_RELATIVE: Final = word_set("source_words_en", "lost", "relative")
_OPENERS: Final = 14
"""Tokens of a sentence in which the speaker stands who opens it."""


def lost(sentence: Sentence, known: Known, found: Sequence[Credit]) -> Iterator[Credit]:
    """The sayings of the sentence with a verb that none of the credits `found` has for its cue."""
    for verb in sentence.tokens:
        if verb.lower_ in _FORMS and not _taken(verb, found):
            yield from _closing(sentence, verb, known) or _opening(sentence, verb, known)


def _taken(verb: Token, found: Sequence[Credit]) -> bool:
    return any(
        credit.cue_first.i == verb.i
        or (credit.phrase is not None and credit.phrase.first.i <= verb.i <= credit.phrase.last.i)
        for credit in found
    )


def _closing(sentence: Sentence, verb: Token, known: Known) -> list[Credit]:
    last = verb.i - 1
    while last > sentence.tokens.start and (verb.doc[last].lower_ in cues().between or verb.doc[last].lower_ == "have"):
        last -= 1
    phrases, named = speakers_ending(sentence, verb.doc[last], known), _after_quote(sentence, verb.doc[last])
    if named and (not phrases or phrases[0].first.i > named[0].first.i):
        phrases = named
    if not phrases:
        return _pronoun(sentence, verb, verb.doc[last])
    first = min((phrase.first for phrase in phrases), key=lambda token: token.i)
    reach = _reach(sentence, verb, first)
    if reach is None:
        return []
    return [Credit(phrase, verb, verb, first, verb, reach) for phrase in phrases]


def _pronoun(sentence: Sentence, verb: Token, word: Token) -> list[Credit]:
    """ "At least 36 died in the raid he said describing it as a crime"."""
    if word.lower_ not in _PERSONS or _reach(sentence, verb, word) != "before":
        return []
    return [Credit(Phrase(sentence, word, word, word), verb, verb, word, verb, "before", pronoun=True)]


def _after_quote(sentence: Sentence, last: Token) -> list[Phrase]:
    """`"..." Anna N head of the relief service in the rebel-held valley told ORG`: a name behind a quotation."""
    doc, begin = last.doc, sentence.tokens.start
    quote = next((i for i in range(last.i, max(begin, last.i - _LONG), -1) if doc[i].text in _CLOSING), None)
    if quote is None or quote + 1 >= last.i or not doc[quote + 1].is_title or doc[quote + 1].pos_ != "PROPN":
        return []
    words = list(doc[quote + 1 : last.i + 1])
    if any(_breaks_off(token) for token in words):
        return []
    end = next((i for i, token in enumerate(words) if not (token.pos_ == "PROPN" or token.text == "-")), len(words))
    return [Phrase(sentence, words[0], words[end - 1], words[end - 1])] if end > 1 else []


def _breaks_off(token: Token) -> bool:
    """No word of what is said of a person: a deed, a comma; "rebel-held" and brackets are."""
    deed = _finite(token) and token.nbor(-1).text != "-"
    return deed or (token.is_punct and token.text not in {"-", "(", ")"})


def _reach(sentence: Sentence, verb: Token, first: Token) -> Reach | None:
    doc, end = verb.doc, sentence.tokens.end
    tail = list(doc[verb.i + 1 : end])
    if _that(tail):
        return "after"
    before = first.nbor(-1) if first.i > sentence.tokens.start else None
    if before is not None and before.lower_ == "the" and before.i > sentence.tokens.start:
        before = before.nbor(-1)
    told = any(_finite(token) for token in doc[sentence.tokens.start : first.i])
    if not told and verb.lower_ not in _THING and verb.lower_ != "told" and _opens(sentence, first):
        return "after" if any(_finite(token) for token in tail) else None
    if told and (before is None or before.lower_ not in _BETWEEN) and _closes(verb, tail):
        return "before"
    return None


def _that(tail: Sequence[Token]) -> bool:
    """ "Announced on Sunday that", "confirmed to the press that"."""
    for token in tail[: _AFTER_TIME + 1]:
        if token.lower_ == "that":
            return True
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _closes(verb: Token, tail: Sequence[Token]) -> bool:
    """Behind the verb stands nothing, or when, where, how and to whom it was said."""
    for at, token in enumerate(tail):
        if token.text in FURNITURE:
            return True
        if token.lower_ in cues().afterwards or token.tag_ == "VBG":
            return at > 0 or verb.lower_ != "claimed"
        if token.is_punct and token.text not in {"-", "(", ")", '"'}:
            return token.text not in {",", ":"} or at + 1 == len(tail)
        if at == 0 and token.lower_ in _TURNS:
            return True
        if at == 0 and not _goes_on(verb, token):
            return False
        if _finite(token):
            return False
    return True


def _goes_on(verb: Token, token: Token) -> bool:
    if verb.lower_ == "told":
        return token.pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PRON"}
    if verb.lower_ in _THING and token.lower_ not in {"on", "in", "via"}:
        return is_temporal(token)
    return token.lower_ in _GOING_ON or is_temporal(token) or token.pos_ == "ADV"


def _finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or (token.tag_ == "VBN" and token.pos_ == "VERB")


def _opening(sentence: Sentence, verb: Token, known: Known) -> list[Credit]:
    """ "The Centre for N which watches the war said the raid was …": who opens the sentence, behind him a clause."""
    doc, begin = verb.doc, sentence.tokens.start
    tail = list(doc[verb.i + 1 : sentence.tokens.end])
    if verb.lower_ in _THING or not (_that(tail) or any(_finite(token) for token in tail)):
        return []
    at = next((t.i for t in doc[begin : min(begin + _OPENERS, verb.i - 1)] if _opens_aside(doc, t.i)), None)
    if at is None or at == begin:
        return []
    phrases = speakers_ending(sentence, doc[at - 1], known)
    if len(phrases) != 1 or not _opens(sentence, phrases[0].first):
        return []
    return [Credit(phrases[0], verb, verb, phrases[0].first, verb, "after")]


def _opens_aside(doc: Doc, at: int) -> bool:
    """A clause about the speaker, or how he said it: "which watches", "known as", "in a statement"."""
    return doc[at].lower_ in _RELATIVE or (doc[at].lower_ == "in" and doc[at + 2].lower_ in cues().manner)


def _opens(sentence: Sentence, first: Token) -> bool:
    """Nothing but the article, a turn or a time stands before the first word of a speaker."""
    before = first.doc[sentence.tokens.start : first.i]
    return all(
        token.lower_ == "the" or token.lower_ in cues().turns or is_temporal(token) or token.pos_ in {"ADV", "ADP"}
        for token in before
    )
