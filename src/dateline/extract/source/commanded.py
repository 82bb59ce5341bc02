"""Bodies that are called by what they ask for: "Save the Children", "Feed the Hungry"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.place.lookup import is_word
from dateline.extract.sentence import Sentence
from dateline.extract.source.phrase import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHOSE: Final = frozenset({"the", "our", "all", "every"})
_NAMING: Final = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_BEFORE: Final = frozenset({",", "to", "by", "and", '"', "”", ";", ":", "(", "from", "with"})


def commanded(sentence: Sentence, head: Token) -> Phrase | None:
    """The whole name around any of its words: a command in capitals, "the", and whom it is about, in capitals, too."""
    doc, begin = head.doc, sentence.tokens.start
    first = head.i
    while first - 1 >= begin and first > head.i - 4 and (_big(doc[first - 1]) or doc[first - 1].lower_ in _WHOSE):
        first -= 1
    return _from(sentence, doc[first]) if _opens(doc[first], begin) else None


def _from(sentence: Sentence, verb: Token) -> Phrase | None:
    doc, end = verb.doc, sentence.tokens.end
    last = verb.i + 1
    if last + 1 >= end or doc[last].text not in _WHOSE or not _big(doc[last + 1]):
        return None
    while last + 1 < end and _big(doc[last + 1]):
        last += 1
    return Phrase(sentence, verb, doc[last], doc[last])


def _opens(verb: Token, begin: int) -> bool:
    return (
        _big(verb)
        and verb.lower_ not in _WHOSE
        and (verb.pos_ == "VERB" or is_word(verb.text))
        and (verb.i == begin or verb.nbor(-1).lower_ in _BEFORE)
    )


def _big(token: Token) -> bool:
    return token.is_title and token.pos_ in _NAMING
