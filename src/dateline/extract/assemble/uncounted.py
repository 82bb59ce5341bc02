"""Why a number that a sentence counts with is no figure: it counts others, or nobody.

Each function gives the reason as it is shown to people (`dateline extract --explain`), None where it knows none.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.assemble.unit import OF_PERSONS
from dateline.extract.quantity.beside import (
    is_address,
    is_age,
    is_caller,
    is_channel,
    is_childs_age,
    is_family_of_some,
    is_offspring,
)
from dateline.extract.quantity.recognize import Counting, strength
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.predicate import of_a_share
from dateline.vocab.load import word_set

_OFFENDERS: Final = word_set("wording_en", "drafts", "offenders")
_COMERS: Final = word_set("wording_en", "drafts", "comers")
_GOING: Final = word_set("wording_en", "drafts", "going")
_BESIDE: Final = frozenset({"beside", "label"})
_SAYING: Final = word_set("wording_en", "drafts", "saying")


def no_count(sentence: Sentence, counting: Counting) -> str | None:
    """Why a number counts nobody, whatever is told of those behind it."""
    one = counting.number.low == 1
    if one and counting.noun is None and counting.root.head.lemma_.lower() in _SAYING:
        return "a speaker, not a count"
    if one and counting.number.high == 1 and counting.root.dep_ == "attr" and _words_after(counting)[:1] == ["of"]:
        return "one of a group, counted with it"
    if reason := _alone(sentence, counting):
        return reason
    if counting.noun is None and counting.pronoun is None and _runs_into_number(counting):
        return "stands before another number, of which it is no part"
    if counting.counted == "thing":
        return f"counts no people, households or dwellings ({counting.noun})"
    return None


def not_of_them(sentence: Sentence, counting: Counting, figure: Figured, trigger: Trigger) -> str | None:
    """Why what the trigger tells did not happen to those counted."""
    if _not_said(counting, trigger) or _offenders_going(counting, trigger):
        return "counts those who act, not those it happens to"
    if of_a_share(figure.head) and trigger.token not in figure.head.subtree:
        return "of some of them only is it told"
    if counting.number.high == 0 and trigger.term == "injured" and _BADLY.match(sentence.text, counting.number.end):
        return "none so badly, which is not none at all"
    return None


def _alone(sentence: Sentence, counting: Counting) -> str | None:
    """Why a number counts none of those told of: children that somebody has; else one without a noun of people."""
    if is_offspring(sentence.text, counting.number.start):
        return "children of somebody told of"
    if counting.number.low == 1 and counting.noun is None and _words_after(counting) == ["for", "each"]:
        return "one for each, not a count"
    number = counting.number
    if _THOSE.match(sentence.text, number.end):
        return "those told before"
    if _LEFT_OUT.search(sentence.text, max(0, number.start - _BACK), number.start):
        return "those of whom it is not told"
    charge = counting.noun is None and _CHARGE.match(sentence.text, number.end)
    if charge and _COUNTS.search(sentence.text[: number.start]):
        return "a count of a charge"
    if number.low == 1 and is_family_of_some(sentence.text, number.core, number.core_end):
        return "the family of those counted"
    if is_childs_age(sentence.text, number.core, number.core_end):
        return "an age"
    if counting.counted in {"person", "household", "dwelling"} or counting.pronoun is not None:
        return None
    if is_caller(sentence.text, number.core, number.core_end):
        return "part of a name"
    if is_channel(sentence.text, number.core, number.core_end):
        return "a broadcaster's name"
    if is_address(sentence.text, number.core_end):
        return "an address"
    return "an age" if is_age(sentence.text, number.core, number.core_end, number.high) else None


_BACK: Final = 24
_THOSE: Final = re.compile(
    r" of (?:those|these) (?:deaths|homicides|killings|murders|fatalities)\b(?! (?:were|are|was) )"
)
""" "All six of those deaths involved firearms"."""
_LEFT_OUT: Final = re.compile(r"\b(?:all but|except(?: for)?|save for) $", re.IGNORECASE)
""" "All but three of the victims have been released"."""
_COUNTS: Final = re.compile(r"\b(?:counts?|charges?) of\b[^;]*$", re.IGNORECASE)
_CHARGE: Final = re.compile(r" (?:count )?(?:for|of|in|against|per)\b", re.IGNORECASE)
""" "Two counts of murder, one for each of the victims"."""


def _words_after(counting: Counting) -> list[str]:
    return [t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + 3]]


def _runs_into_number(counting: Counting) -> bool:
    """ "Views 371 A total of 24 people": furniture of the page that runs into a sentence."""
    following = [t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + 5]]
    if not following:
        return False
    least = following[:2] == ["at", "least"] and counting.number.quantifier == "exact"
    return least or following[:3] == ["a", "total", "of"]


def _not_said(counting: Counting, trigger: Trigger) -> bool:
    return strength(counting.noun) and trigger.by == "total" and trigger.term not in OF_PERSONS


def _offenders_going(counting: Counting, trigger: Trigger) -> bool:
    """ "two gunmen fled", "40 rescuers arrived": whoever gets away from a deed or comes to help is not displaced, nor
    harmed by what stands before.
    """
    noun = counting.noun
    if noun is None:
        return False
    if trigger.token.lemma_.lower() == "arrive" and trigger.term == "displaced" and noun.lemma_.lower() in _COMERS:
        return True
    if noun.lemma_.lower() not in _OFFENDERS:
        return False
    return trigger.term in _GOING or (trigger.by in _BESIDE and noun.dep_ == "nsubj")


_BADLY: Final = re.compile(
    r"[^.;]{0,60}?\b(?:life[- ]threatening|serious|seriously|major|critical|critically|severe|severely)\b",
    re.IGNORECASE,
)
""" "None suffered life-threatening wounds": they may all be hurt."""
