"""Figures and times that are set beside others: "up from 60,000 in January", "a rise of 18% on April"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.extract.draft import Draft, Timex
from dateline.extract.sentence import Sentence

COMPARED = re.compile(
    r"\bfrom\s+(?:[a-z]+\s+)?\d[\d.,]*(?:\s+[a-z]+)?\s+(?:in|on|at|by|of)?\s*(?:the\s+)?$", re.IGNORECASE
)
"""A figure of another time beside this one: "up from 60,000 in …"."""
_BESIDE = re.compile(r"\b(?:from|against|than|compared (?:with|to)|versus)\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE)
"""Words before a figure that another one is compared with: "43,000, against 47,791 before the attack"."""
_CHANGED = re.compile(
    r"(?:\d\s?(?:%|per\s?cent|percent)(?:\s+(?:more|fewer|less|higher|lower|up|down))?\s+(?:on|over|from|than|against|compared\s+(?:with|to))"
    r"|\b(?:up|down|higher|lower|more|fewer|less)\s+(?:than|from|compared\s+(?:with|to)))"
    r"\s+(?:in\s+|during\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before a time with which the one told of is compared: "a rise of 18% on August", "down from March"."""
_RIGHT_BEFORE = 120
"""Code points in which the words before a time or a figure are sought."""
_CLAUSE_END = re.compile(r"[,;:.]|\b(?:and|but|while)\b")


def is_compared(draft: Draft) -> bool:
    """ "Against 47,791 before the attack": a figure of another time, which another one is compared with."""
    end = draft.quantity.start - draft.sentence.start
    return _behind_a_comparison(draft.sentence.text[max(0, end - _RIGHT_BEFORE) : end])


@lru_cache(maxsize=1024)
def _behind_a_comparison(words_: str) -> bool:
    """Remembered: it is asked of every figure of a sentence for each of the others."""
    return _BESIDE.search(words_) is not None


def right_before(words_: re.Pattern[str], sentence: Sentence, at: int) -> re.Match[str] | None:
    """What ends right before a working offset, sought in the few words there: a sentence may be very long."""
    end = at - sentence.start
    return words_.search(sentence.text, max(0, end - _RIGHT_BEFORE), end)


def of_the_compared(timex: Timex, draft: Draft, compared: Sequence[Draft]) -> bool:
    """True for a time on the other side of a comparison (`compared`, of its sentence): each side has its own."""
    text, base = draft.sentence.text, draft.sentence.start
    if _changed_since(timex, draft):
        return True
    for other in compared:
        end = _CLAUSE_END.search(text, other.quantity.end - base)
        till = base + (end.start() if end else len(text))
        inside = other.quantity.start <= timex.start < till
        if inside is not (other is draft) and (inside or other is draft):
            return True
    return False


def _changed_since(timex: Timex, draft: Draft) -> bool:
    """True for a time with which that of the figure before it is compared ("214 in May, a rise of 18% on April")."""
    within = timex.start + len(timex.text.partition(" ")[0]) + 1
    change = right_before(_CHANGED, draft.sentence, timex.start) or right_before(_CHANGED, draft.sentence, within)
    return change is not None and draft.quantity.start < draft.sentence.start + change.start()
