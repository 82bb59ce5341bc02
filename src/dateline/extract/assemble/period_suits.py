"""Whether a time of its sentence can date a figure, or is that of a cause, of a comparison, of who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.assemble.period_compared import COMPARED, right_before
from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.time.attach import Tie, hold, path, words

if TYPE_CHECKING:
    from spacy.tokens import Token

AHEAD = frozenset({"planned", "forecast", "conditional"})
"""Modalities of what is told to come."""


def suits(timex: Timex, kind: Tie, far: int, draft: Draft, page: Page) -> bool:
    """What is to come does not go back to a start; what has been did not happen on a day to come; a state is dated by
    its own clause, not by what brought it about."""
    if draft.modality in AHEAD:
        return not timex.text.lower().startswith("since")
    if draft.measure == "stock":
        if timex.kind == "since" and far > 0 and _of_a_clause_before(timex, draft):
            return False
        if draft.by == "total" and kind in {"ended", "own"} and far <= 1:
            return True  # "the number of displaced people rose to 101,700 at the end of March"
        return kind == "cover" or (kind == "own" and far == 0 and not _of_a_cause(timex, draft))
    if page.latest is None or timex.first is None or timex.anchor is None:
        return True
    return timex.first.startswith("--") or timex.first <= page.latest.isoformat()


def _of_a_clause_before(timex: Timex, draft: Draft) -> bool:
    """ "1,800 died since March, and 12,000 are in prison": it closes the clause before that of the figure."""
    held = hold(timex, draft.sentence)
    if held is None or held.fronted or draft.sentence.offset(draft.trigger) < timex.end:
        return False
    _, down = path(held.governor, draft.trigger)
    return any(t.dep_ == "conj" for t in down)


def bounds(timex: Timex, draft: Draft) -> bool:
    """ "Now" dates a state; only "so far", "to date", "by now" bound what happened."""
    return draft.measure == "stock" or timex.text.lower() not in words("only_states")


def _of_a_cause(timex: Timex, draft: Draft) -> bool:
    """True where the time dates a noun that the state is only put down to ("displaced by the violence in 2012").

    A single day rather dates the count ("in camps due to the flood on 3 May").
    """
    held = hold(timex, draft.sentence)
    if held is None or timex.precision == "day" or _of_a_count(held.governor):
        return False
    up, _ = path(held.governor, draft.trigger)
    nouns = any(t.pos_ in {"NOUN", "PROPN"} and t.i != draft.head.i for t in up)
    return nouns and any(t.dep_ in {"prep", "agent"} for t in up)


def _of_a_count(governor: Token) -> bool:
    """True where the time is that of counting them ("an assessment conducted in May 2016")."""
    near = (governor, governor.head) if governor.dep_ in {"acl", "relcl"} else (governor,)
    return any(t.text.lower() in words("counting") for t in near)


def of_another(timex: Timex, governor: Token, draft: Draft, page: Page) -> bool:
    """True where the time hangs on another figure of the sentence ("up from 60,000 in January")."""
    up, _ = path(governor, draft.trigger)
    others = {d.quantity.number.i for d in page.drafts if d.sentence is draft.sentence and d is not draft}
    mine = {draft.quantity.number.i, draft.head.i}
    if any(t.i in others and t.i not in mine for t in up):
        return True
    compared = right_before(COMPARED, draft.sentence, timex.start)
    return compared is not None and not compared.start() <= draft.quantity.start - draft.sentence.start < compared.end()


def of_the_people(timex: Timex, governor: Token, draft: Draft) -> bool:
    """True where the time belongs to what tells who they are ("people who had returned in January fled again")."""
    telling = {"relcl"} if timex.precision == "day" else {"relcl", "acl"}
    mine = {draft.trigger.i, *(t.i for t in draft.trigger.ancestors)}
    for at in (governor, *governor.ancestors):
        if at.dep_ in telling and at.head.i == draft.head.i:
            return at.i not in mine
    return False
