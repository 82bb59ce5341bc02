"""The times of a figure's sentence that date it, each with how it is tied to it and how far off it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.assemble.period_compared import COMPARED, right_before
from dateline.extract.assemble.period_suits import AHEAD, bounds, of_another, of_the_people, suits
from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.time.attach import Tie, hold, tie
from dateline.extract.time.recognize import recognize
from dateline.extract.time.resolve import read

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 4
"""Clauses between a time and a figure beyond which the time is of something else."""
NOW = "PRESENT_REF"
"""The value of "now"."""
_AHEAD_OF_EVENTS = AHEAD | {"threatened"}
"""Modalities of what is to come: a time that hangs on a threatened deed is the deed's."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A time that dates a figure: how the clauses tie it (`time.attach`), and how many lie between (-1: none, it is of
    the figure itself)."""

    timex: Timex
    tie: Tie
    far: int


def all_tied(here: Iterable[Timex], draft: Draft, page: Page) -> list[Tied]:
    """Those of the times of its sentence that date the figure, in their order."""
    tied = (_tied(timex, draft, page) for timex in here)
    return [one for one in tied if one is not None]


def _tied(timex: Timex, draft: Draft, page: Page) -> Tied | None:
    if timex.kind in {"duration", "set"} or (timex.value == NOW and not bounds(timex, draft)):
        return None
    if _labels(timex, draft):
        return Tied(timex, "cover", -1)
    held = hold(timex, draft.sentence)
    if held is None:
        return Tied(timex, "cover", 1)
    if _holds(held.governor, timex, draft):
        due = draft.counts_nobody and draft.modality in _AHEAD_OF_EVENTS
        return Tied(_seen_ahead(timex, page) if due else timex, "cover", -1)
    described = draft.counts_nobody and _tells_of(held.governor, draft.trigger)
    if draft.counts_nobody and not described and _told_aside(held.governor, draft.trigger):
        return None
    own: tuple[Tie, int] = ("own", 0)
    kind, far = own if described else tie(held, timex, draft.trigger)
    if far > _FARTHEST or kind == "none" or not suits(timex, kind, far, draft, page):
        return None
    if not described and of_the_people(timex, held.governor, draft):
        return None
    if of_another(timex, held.governor, draft, page):
        return None
    due = draft.modality in AHEAD or (draft.counts_nobody and _of_what_is_due(held.governor, draft.trigger))
    return Tied(_seen_ahead(timex, page) if due else timex, kind, far)


def _labels(timex: Timex, draft: Draft) -> bool:
    """ "Cumulative since 2 March: deaths 140", "Past 24 hours: …": the time is that of all that the line lists."""
    text, base = draft.sentence.text, draft.sentence.start
    colon = text.find(": ", timex.end - base, draft.quantity.start - base)
    behind = text[timex.end - base : colon].strip(" )")
    return colon >= 0 and not behind and len(text[: timex.start - base].split()) <= _LABEL


_LABEL = 3
"""Words before a time in the label of a row."""


def _of_what_is_due(governor: Token, trigger: Token) -> bool:
    """ "Ordered them to leave by Sunday": the time is that of an infinitive below the trigger."""
    to = any(child.text.lower() == "to" for child in governor.children if child.dep_ == "aux")
    return to and governor != trigger and trigger in list(governor.ancestors)


def _tells_of(governor: Token, trigger: Token) -> bool:
    """ "Blasts that rocked X on Sunday": the time stands in the clause that says of the event itself what it did."""
    verb = governor.head if governor.dep_ == "prt" else governor
    if verb.dep_ not in {"relcl", "acl"}:
        return False
    return verb.head == trigger or (trigger.dep_ == "pobj" and trigger.head.head == verb.head)


def _told_aside(governor: Token, trigger: Token) -> bool:
    """True where the time stands in a relative clause about somebody ("N, who had been held since May, was freed")."""
    for at in (governor, *governor.ancestors):
        if at == trigger:
            return False
        if at.dep_ == "relcl":
            return at.head != trigger and at not in list(trigger.ancestors)
    return False


def _holds(governor: Token, timex: Timex, draft: Draft) -> bool:
    """True where the time hangs on the figure itself ("including six on Tuesday", "up from 120 on Sunday"), or the
    figure stands among its words ("since a blast killed 90 in May")."""
    if timex.start < draft.quantity.start < timex.end:
        return True
    compared = right_before(COMPARED, draft.sentence, timex.start)
    at = draft.quantity.start - draft.sentence.start
    return governor.i == draft.quantity.number.i or (compared is not None and compared.start() <= at < compared.end())


def _seen_ahead(timex: Timex, page: Page) -> Timex:
    """The time of something to come: the next such day, not the last."""
    mentions = recognize(timex.text)
    if timex.anchor is None or timex.anchor == "text" or not mentions:
        return timex
    reading = read(mentions[0].expr, page.day_at(timex.start), page.dated_by, ahead=True)
    return replace(timex, first=reading.first, last=reading.last, kind=reading.kind)
