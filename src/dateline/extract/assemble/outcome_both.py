"""Counts that hold dead and hurt alike: "police found four people with gunshot wounds", one of whom is told dead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.assemble.died_later import stated
from dateline.extract.assemble.heard import elsewhere
from dateline.extract.assemble.outcome_words import OPEN, OTHERS, SENT, behind_trigger, is_open
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set

_HIT: Final = word_set("wording_en", "outcome", "hit")
_HURT: Final = word_set("wording_en", "outcome", "hurt")
_WITH: Final = word_set("wording_en", "outcome", "with")


def of_both(draft: Draft, drafts: Sequence[Draft], *, later: bool) -> bool:
    """ "Police found four people with gunshot wounds": as many as the page counts dead and hurt together.

    `later`: the page tells of somebody who died behind the deed, so that "sent four people to hospital" may hold him.
    """
    if stated(draft) < 2 or not _may_hold_both(draft):
        return False
    return _one_is_told_dead(draft, drafts) or _adds_up(draft, drafts, later=later)


def _may_hold_both(draft: Draft) -> bool:
    """Told as hurt, or as shot and no more."""
    if draft.modality == "negated":
        return False
    open_harm = draft.trigger.lemma_.lower() in OPEN and is_open(draft)
    return draft.term == "injured" or (draft.term == "killed" and open_harm)


def _one_is_told_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Its own sentence tells one of those counted dead."""
    lemma, behind = draft.trigger.lemma_.lower(), behind_trigger(draft)
    if draft.term == "injured" and _INCLUDING_ONE.search(behind):
        return True
    if lemma in SENT and _WHERE_ONE.search(behind):
        return True  # "all three were taken to hospital, where the woman died"
    alone = draft.quantity.noun is None or not OTHERS.search(draft.sentence.text)
    return lemma in _HIT and alone and _is_one_of(draft, drafts)


def _adds_up(draft: Draft, drafts: Sequence[Draft], *, later: bool) -> bool:
    """The page tells some dead and some hurt who are as many together, and not as many hurt."""
    lemma = draft.trigger.lemma_.lower()
    vague = lemma in _HIT or draft.by == "phrase" or draft.trigger.text.lower() in _WITH
    told = [d for d in drafts if d.modality == "asserted" and d.by != "shared" and not is_open(d) and d is not draft]
    told = [d for d in told if not elsewhere(d.sentence)]
    shot = lemma in OPEN and not OTHERS.search(draft.words)
    if not vague and not shot and not (later and _is_sent(draft, told)):
        return False
    count = stated(draft)
    if count in {stated(d) for d in told if d.term == "injured" and d.trigger.lemma_.lower() in _HURT}:
        return False  # as many are told as hurt, whatever else adds up to them
    dead = {stated(d) or 1 for d in told if d.term == "killed"}
    hurt = {stated(d) or (1 if vague else 0) for d in told if d.term == "injured"}
    return any(count - killed in hurt for killed in dead)


_INCLUDING_ONE: Final = re.compile(
    r"^\w+,? including (?:an? |one |the )[^.;,]{1,60}? who (?:\w+ ){0,2}?(?:died|succumbed|was killed|passed away)\b"
)
""" "Three people were injured, including a girl who succumbed to her wounds"."""
_WHERE_ONE: Final = re.compile(
    r"\bwhere (?!(?:both|they|all)\b)(?:[\w'’]+ ){1,4}(?:died|passed away|(?:was|were) pronounced)\b"
)


def _is_sent(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "Sent five people to the hospital": not those who stay there, nor those told apart from the dead."""
    if draft.trigger.lemma_.lower() not in SENT or OTHERS.search(draft.words) or _STAYS.search(draft.sentence.text):
        return False
    here = (d for d in told if d.sentence.index == draft.sentence.index and d.quantity.end <= draft.quantity.start)
    return not any(d.term == "killed" for d in here)


_STAYS: Final = re.compile(
    r"\b(?:stable|good|fair)\b[^.;]{0,20}\bcondition\b|\bremain(?:s|ed|ing)?\b|\bstill\b|\breleased\b", re.IGNORECASE
)


def _is_one_of(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "The death of the boy, who was one of four people struck by bullets": one of those counted is dead."""
    dead = any(d.term == "killed" and d.sentence.index == draft.sentence.index for d in drafts)
    return dead and draft.before.rstrip().endswith(("one of", "One of", "among", "among the"))
