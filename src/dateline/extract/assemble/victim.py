"""One person told as the victim of a deed that tells the harm ("the victim of Friday's fatal shooting")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.trigger.figured import Trigger
from dateline.vocab.load import load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH: Final = 9
"""Tokens behind the victim in which the deed is named."""
_FATAL: Final = word_set("wording_en", "victim", "fatal")


def victim_of(noun: Token) -> Trigger | None:
    """ "The victim of a fatal shooting", "victim in Friday's homicide", "a murder victim": None without one."""
    if noun.lemma_.lower() != "victim":
        return None
    deeds = load("wording_en")["implied"]["events"]
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    if before is not None and before.lemma_.lower() in deeds:
        return Trigger(before, deeds[before.lemma_.lower()], "event")
    words = noun.doc[noun.i + 1 : noun.i + _REACH]
    if len(words) == 0 or words[0].text.lower() not in {"of", "in"}:
        return None
    fatal = False
    for token in words:
        word = token.lemma_.lower()
        if word in deeds and deeds[word] != "detained":
            return Trigger(token, "killed" if fatal else deeds[word], "event")
        if token.pos_ in {"VERB", "AUX"} or token.is_punct:
            return None
        fatal = fatal or word in _FATAL
    return None
