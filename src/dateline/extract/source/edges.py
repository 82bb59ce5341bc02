"""The rest of a name that the parser cut: before "al-", before a body's kind, behind it.

"Local activist Amir al-N", "the Observatory of N (ON) monitoring group", "the militant group N", "a source in the
army".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.source.ending import speakers_ending
from dateline.extract.source.kinds import Known
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.vocab.countries import names
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREFIXES: Final = word_set("source_words_en", "edges", "prefixes")
_AT: Final = word_set("source_words_en", "edges", "at")


def whole(phrase: Phrase, cue: Token, known: Known) -> Phrase:
    """The phrase with the words of its name that stand beside it, as it is where none do."""
    phrase = _behind(_given(_alone(phrase, known), known), known)
    if phrase.last.i >= cue.i or phrase.first.i <= phrase.sentence.tokens.start:
        return phrase
    before = phrase.first.nbor(-1)
    if before.text == ")" or _within(phrase):
        longer = speakers_ending(phrase.sentence, phrase.last, known)
        if len(longer) == 1 and longer[0].first.i < phrase.first.i:
            return longer[0]
    return phrase


def _alone(phrase: Phrase, known: Known) -> Phrase:
    """ "... says the Observatory REUTERS Thursday": a body's name without the press that has signed behind it."""
    found = known.actors.find(phrase.text)
    if len(found) < 2 or found[0].start or found[-1].end != len(phrase.text) or found[-1].actor.type != "media":
        return phrase
    first, last = found[0], found[-1]
    if first.end + 1 != last.start or first.actor.type == "media":
        return phrase
    inside = phrase.sentence.tokens_in(phrase.start, phrase.start + first.end)
    return Phrase(phrase.sentence, phrase.first, inside[-1], inside[-1])


def _within(phrase: Phrase) -> bool:
    """ "A source in the army said": the army is where the source is."""
    begin, at = phrase.sentence.tokens.start, phrase.first.i - 1
    doc = phrase.first.doc
    at -= at > begin and doc[at].lower_ == "the"
    return at - 1 >= begin and doc[at].lower_ in _AT and doc[at - 1].lower_ in {"source", "sources"}


def _given(phrase: Phrase, known: Known) -> Phrase:
    """ "Governor Talal al-N" of whom the parser left "al-N"."""
    first, begin = phrase.first, phrase.sentence.tokens.start
    if first.lower_ not in _PREFIXES or first.i <= begin or not _is_given(first.nbor(-1)):
        return phrase
    longer = speakers_ending(phrase.sentence, phrase.last, known)
    if len(longer) == 1 and longer[0].first.i < first.i:
        return longer[0]
    return Phrase(phrase.sentence, first.nbor(-1), phrase.last, phrase.head)


def _is_given(token: Token) -> bool:
    named = token.pos_ == "PROPN" and token.is_title and not is_temporal(token)
    return named and fold(token.text) not in names() and token.lower_ not in offices().carriers


def _behind(phrase: Phrase, known: Known) -> Phrase:
    """ "According to the militant group N": the name that follows what the body is."""
    if phrase.head != phrase.last or phrase.head.lower_ not in cues().bodies_again or phrase.head.is_title:
        return phrase
    sentence, after = phrase.sentence, phrase.last.i + 1
    if after >= sentence.tokens.end or phrase.first.i == phrase.last.i:
        return phrase
    start = sentence.offset(phrase.last.doc[after]) - sentence.start
    found = [one for one in known.actors.find(sentence.text) if one.start == start]
    if not found:
        return phrase
    last = sentence.tokens_in(sentence.start + start, sentence.start + max(one.end for one in found))[-1]
    return Phrase(sentence, phrase.first, last, last)
