"""Whether an event stands among words that are run into each other: lists of headlines, posts copied into a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_RUN = 16
"""Words in a row in the case of titles that are more than one headline."""
_SHORT = 4
"""Letters of a word that a title leaves small ("over", "from", "near")."""
_POSTS = ("pic.twitter.com", "t.co/", "httpst.co", "httpstco", "fb.me/")
"""What stands in a post that was copied with its links."""


def among_others(trigger: Token, sentence: Sentence) -> bool:
    """True where the words around are several headlines without a stop between, or posts: who did what nobody can say.

    A page's own headline is one.
    """
    if sentence.headline:
        return False
    at = sentence.offset(trigger) - sentence.start
    return _in_headlines(trigger, sentence) or any(sentence.text.rfind(mark) > at for mark in _POSTS)


def _in_headlines(trigger: Token, sentence: Sentence) -> bool:
    doc, first, last = trigger.doc, trigger.i, trigger.i
    if not trigger.is_title:
        return False
    while first > sentence.tokens.start and _of_title(doc[first - 1]):
        first -= 1
    while last + 1 < sentence.tokens.end and _of_title(doc[last + 1]):
        last += 1
    return sum(word.is_alpha for word in doc[first : last + 1]) >= _RUN


def _of_title(word: Token) -> bool:
    return not word.is_alpha or not word.text.islower() or len(word.text) <= _SHORT
