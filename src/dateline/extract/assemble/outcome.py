"""Were they killed or hurt? "Shot" does not say; the words around it, or else the page, mostly do.

Of whom no word of the page tells a death is mostly injured: deaths are told. A number that holds both ("four people
were shot", two of whom died) is of neither term: it becomes "other", so that no one is said to have died who may live.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.assemble.died_later import died_later, stated
from dateline.extract.assemble.outcome_both import of_both
from dateline.extract.assemble.outcome_here import told_here
from dateline.extract.assemble.outcome_page import told_on_page
from dateline.extract.assemble.outcome_words import SENT, behind_trigger, is_open
from dateline.extract.draft import Draft, Page
from dateline.model.words import Term


def with_outcomes(page: Page) -> tuple[Draft, ...]:
    """The page's drafts, those of an open harm with the term that the page gives them."""
    told = tuple(replace(d, term=_of_open(d, page)) if is_open(d) else d for d in page.drafts)
    later = any(_DIED_AFTER.search(sentence.text) for sentence in page.sentences)
    told = tuple(replace(d, term="other") if of_both(d, told, later=later) else d for d in told)
    told = tuple(replace(d, term="other") if _watched(d) else d for d in told)
    told = tuple(replace(d, term="killed") if _all_were_dead(d, told) else d for d in told)
    told = tuple(replace(d, term="injured") if _not_fatally(d) else d for d in told)
    return tuple(replace(d, term="killed") if died_later(d, page, behind_trigger(d)) else d for d in told)


def _of_open(draft: Draft, page: Page) -> Term:
    return told_here(draft, page.drafts) or told_on_page(draft, page)


def _watched(draft: Draft) -> bool:
    """ "One officer was taken to a hospital for observation": he need not be hurt."""
    sent = draft.term == "injured" and draft.trigger.lemma_.lower() in SENT
    return sent and _OBSERVED.search(behind_trigger(draft)) is not None


_OBSERVED: Final = re.compile(
    r"^[^.;]{0,60}\b(?:for (?:observation|(?:an? )?evaluation|a check-?up)|as a precaution)\b", re.IGNORECASE
)


def _not_fatally(draft: Draft) -> bool:
    """ "Shot his uncle, though not fatally"."""
    return draft.term == "killed" and _NOT_FATALLY.search(behind_trigger(draft)) is not None


_NOT_FATALLY: Final = re.compile(
    r"\b(?:not |non-?|none (?:of (?:them|whom|the victims) )?(?:was |were )?(?:hit |shot |hurt )?)fatally\b",
    re.IGNORECASE,
)


_DIED_AFTER: Final = re.compile(
    r"\b(?:later|since|hours|days) (?:\w+ )?(?:died|dies|dead)\b|\b(?:has|have) (?:\w+ )?died\b|\bsuccumbed\b"
    r"|\bpassed away\b|\bwhere (?:[\w'’]+ ){1,4}(?:died|was pronounced)\b"
    r"|\b(?:died|dead) (?:\w+ ){0,2}?(?:at|in|from|of|on \w+day|\w+day)\b(?! the scene)",
    re.IGNORECASE,
)
"""Somebody died behind the deed, and may be among those who were brought to a hospital."""


def _all_were_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "All five had gunshot wounds", "the three victims who died had wounds to the head": told of the dead.

    The former only where the page counts as many dead, and nobody else hurt.
    """
    if draft.term != "injured" or stated(draft) < 2:
        return False
    if _WHO_DIED.match(draft.after):
        return True
    told = [d for d in drafts if d.modality == "asserted" and d is not draft and not is_open(d)]
    if not _ALL.match(draft.words) or any(d.term == "injured" for d in told):
        return False
    return any(d.term == "killed" and stated(d) == stated(draft) for d in told)


_WHO_DIED: Final = re.compile(
    r"(?: of the victims)? who (?:(?:later|have|had|has|also|were|was) )*(?:died|killed|slain)\b"
)
_ALL: Final = re.compile(r"(?:all|both)\b", re.IGNORECASE)
