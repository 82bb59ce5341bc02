"""Whether those shot were killed or hurt, as the rest of the page says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.extract.assemble.died_later import alike, stated
from dateline.extract.assemble.heard import elsewhere, says
from dateline.extract.assemble.outcome_words import is_open, told_dead
from dateline.extract.draft import Draft, Page
from dateline.extract.sentence import Sentence
from dateline.model.words import Term
from dateline.vocab.load import either, word_set

_AHEAD: Final = 2
"""Sentences behind the verb's own that are heard first."""


def told_on_page(draft: Draft, page: Page) -> Term:
    """The term that the page gives an open harm of which its own sentence tells no more.

    First what is said of all who were hit, then counts of as many; then whatever death or life the next sentences, and
    at last the whole page, tell of.
    """
    drafts, counted = page.drafts, not draft.quantity.implied
    if counted and any(_ALL_LIVE.search(sentence.text) for sentence in page.sentences):
        return "injured"
    as_many = _as_many(draft, drafts)
    if _counted_dead_fewer(draft, drafts):
        return as_many or "other"
    if counted and as_many == "injured":
        return as_many
    for heard in (page.sentences[draft.sentence.index :][: 1 + _AHEAD], page.sentences):
        died, lived = says("died", _of_alike(draft, heard, drafts)), says("lived", heard)
        if died != lived:
            return ("other" if _named_dead_fewer(draft, drafts) else "killed") if died else "injured"
        if died:
            break
    if as_many is not None:
        return as_many
    return "other" if died else "killed" if _in_short(draft, page) else "injured"


_ALL_LIVE: Final = re.compile(
    r"\b(?:all|both|none|each|neither)\b[^.;]{0,60}"
    rf"\b(?:expected to (?:{either(word_set('wording_en', 'outcome', 'will'))})|life[- ]threatening)\b"
    r"|\bnone (?:of (?:them|whom) )?(?:\w+ )?fatally\b",
    re.IGNORECASE,
)
"""All of those who were hit live."""


def _as_many(draft: Draft, drafts: Sequence[Draft]) -> Term | None:
    """What the page says of as many: "four were shot" beside "four injured"; None where nothing or both is said."""
    told = {
        d.term for d in drafts
        if d.term in {"killed", "injured"} and not is_open(d) and d.modality == "asserted"
        and (d.quantity.low, d.quantity.high) == (draft.quantity.low, draft.quantity.high)
    }  # fmt: skip
    return next(iter(told)) if len(told) == 1 else None


def _counted_dead_fewer(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """The page counts its dead, nowhere as many as were shot: the count of the shot holds survivors."""
    shot = draft.quantity.high or draft.quantity.low or 0
    told = told_dead(drafts)
    counted = [d.quantity.high or d.quantity.low or 0 for d in told if not d.quantity.implied]
    return bool(counted) and max(counted) < shot


def _of_alike(draft: Draft, heard: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Sentence]:
    """Without the sentences that tell of the death of single others alone: no boy is the man who died."""
    if not draft.quantity.implied:
        return list(heard)
    dead: dict[int, list[Draft]] = {}
    for one in drafts:
        if one.term == "killed" and one is not draft and not is_open(one):
            dead.setdefault(one.sentence.index, []).append(one)
    return [one for one in heard if not _others_alone(draft, dead.get(one.index, ()))]


def _others_alone(draft: Draft, dead: Sequence[Draft]) -> bool:
    kinds = (one.head.text if one.quantity.implied else None for one in dead)
    return bool(dead) and all(kind is not None and not alike(kind, draft.words) for kind in kinds)


def _named_dead_fewer(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Three people were shot. One Ana Ruiz, 24, died": the page tells single persons dead, no sentence as many."""
    told = told_dead(drafts)
    if any(not d.quantity.implied for d in told):
        return False  # a page that counts its dead was asked before
    told = [d for d in told if not (elsewhere(d.sentence) or d.head.tag_ == "PRP")]
    named = Counter(d.sentence.index for d in told)
    return stated(draft) > 1 and bool(named) and max(named.values()) < stated(draft)


def _in_short(draft: Draft, page: Page) -> bool:
    """ "Soldiers shot three protesters", on a page that tells no more of it: as the lexicon has it."""
    acted = draft.quantity.start > draft.sentence.offset(draft.trigger)
    return acted and not draft.quantity.implied and len(page.sentences) < _TOLD_MORE


_TOLD_MORE: Final = 4
"""Sentences from which a page would have a word of death if those it counts as shot had died."""
