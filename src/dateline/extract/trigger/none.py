"""Events of which there were none: "No deaths were reported", "There were no injuries", "it caused no casualties"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.find import lives_lost
from dateline.extract.trigger.grammar import SUBJECTS, is_verb
from dateline.extract.trigger.lexicon import lexicon
from dateline.extract.trigger.states import lemma_is_light
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARGUMENTS = frozenset({*SUBJECTS, "attr", "dobj"})
_ONE = frozenset({"he", "she", "i"})
_MADE = word_set("wording_en", "none", "made")
"""Verbs that say no more than the event's noun ("no arrests were made", "no lives were lost")."""


def counts_no_event(figure: Figured) -> bool:
    """True for "no deaths": the number's own last word names what there was none of, and nothing else speaks of it."""
    return figure.noun is not None and figure.noun == figure.last and _is_event(figure.noun)


def _is_event(noun: Token) -> bool:
    return noun.lemma_.lower() in lexicon().countable_events


def none_of_it(figure: Figured) -> Trigger | None:
    """The event, where a verb states that there was none; None in a heading's or a list's bare "no deaths".

    One person who "suffered no injuries" is no count either.
    """
    head, noun = figure.root, figure.noun  # "loss" and "life" of "no loss of life"
    if noun is None or (noun.lemma_.lower() in {"life", "live"} and not lives_lost(noun)):
        return None
    behind = noun.doc[noun.i + 1 : noun.i + 2]  # "with no injuries reported", which the parser hangs here and there
    stated = [head.head] if head.dep_ in _ARGUMENTS else [token for token in behind if token.tag_ == "VBN"]
    if not any(_states(verb) for verb in stated):
        return None
    return Trigger(noun, lexicon().countable_events[noun.lemma_.lower()], "noun")


def _states(verb: Token) -> bool:
    if not is_verb(verb) or not (lemma_is_light(verb) or verb.lemma_.lower() in _MADE):
        return False
    return not any(child.dep_ in SUBJECTS and child.text.lower() in _ONE for child in verb.children)
