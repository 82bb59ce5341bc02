"""Whom "the group" means: the one armed group that its sentence, or the one before, named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.event.lexicon import lexicon
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known
from dateline.extract.source.phrase import Phrase
from dateline.extract.trigger.grammar import children

if TYPE_CHECKING:
    pass

_CALLED = frozenset({"group", "movement", "organisation", "organization"})
_THE = frozenset({"the", "this", "that"})
_COUNTERPARTS = frozenset({"monitor", "ngo"})
"""Others whom a page calls "the group", too."""
_KINDS = lexicon().peoples | {"militant", "terrorist", "extremist", "outlawed", "rebel", "insurgent", "hardline"}


def named_group(phrase: Phrase, known: Known, before: Sentence | None) -> str | None:
    """The armed group's name; None where none, or more than one, could be meant."""
    noun = phrase.head
    words = [word.lower_ for word in phrase.tokens() if word != noun and word.lower_ not in _THE]
    called = noun.lemma_.lower() in _CALLED and noun.tag_ == "NN" and all(word in _KINDS for word in words)
    if not called or not any(child.lower_ in _THE for child in children(noun, "det")):
        return None
    tokens = phrase.sentence.tokens
    here = noun.doc[tokens.start : noun.i].text
    if (named := _only(here, known, words)) is not None or before is None or _armed(here, known):
        return named
    return _only(before.text, known, words)


def _armed(text: str, known: Known) -> set[str]:
    return {found.actor.name for found in known.actors.find(text) if found.actor.type == "armed_group"}


def _only(text: str, known: Known, words: Sequence[str]) -> str | None:
    others = any(found.actor.type in _COUNTERPARTS for found in known.actors.find(text))
    named = _armed(text, known)
    return named.pop() if len(named) == 1 and (words or not others) else None
