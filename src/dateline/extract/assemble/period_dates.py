"""The dates that a time gives the figure it is tied to: both ends, a start or an end alone."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.extract.assemble.period_links import HARMED, perfect
from dateline.extract.assemble.period_tied import Tied
from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import hold, slow, words
from dateline.extract.time.expr import Hence, Rolling
from dateline.extract.time.recognize import recognize
from dateline.extract.time.resolve import read
from dateline.model import Period

_WHEN = re.compile(r",? when\b")
_DAYS = frozenset({"hour", "day", "week"})
_OF_THE_NAMED = frozenset({"in", "during", "about"})
"""Prepositions that before a single word of time belong to the noun that it names."""


def since_then(timex: Timex, draft: Draft) -> Timex:
    """ "The worst since 2008, when 1,100 were killed": what "when" goes on to tell was in that time, not since."""
    behind = draft.sentence.text[timex.end - draft.sentence.start :]
    if timex.kind != "since" or draft.quantity.start < timex.end or not (opened := _WHEN.match(behind)):
        return timex
    when = draft.sentence.tokens_in(timex.end + opened.end() - len("when"), timex.end + opened.end())
    fronted = timex.start - draft.sentence.start <= len("Since ")
    if fronted and when and draft.trigger.i not in {t.i for t in when[0].head.subtree}:
        return timex  # "since Monday, when the truce ended, 240 have died"
    return replace(timex, kind="point", last=timex.first)


def run_up(timex: Timex, draft: Draft, page: Page) -> Timex:
    """ "7,000 fled in two days", told on the page's day: the days up to it, where the words only say how many."""
    today = page.day_at(timex.start)
    if timex.kind != "duration" or today is None or draft.measure != "flow" or draft.modality != "asserted":
        return timex
    mentions = recognize(timex.text)
    expr = mentions[0].expr if mentions else None
    if not isinstance(expr, Hence) or len(expr.amount) != 1 or expr.amount[0][1] not in _DAYS:
        return timex
    ((n, unit),) = expr.amount
    if unit == "day" and n == 1:
        return timex
    reading = read(Rolling(((n - (unit == "day"), unit),), True), today, page.dated_by)
    return replace(
        timex,
        first=reading.first,
        last=reading.last,
        kind=reading.kind,
        precision=reading.precision,
        anchor=reading.anchor,
    )


def period_of(tied: Tied, draft: Draft, page: Page) -> Period:
    """The period that the time gives the figure, with the words that tell it; an end that it leaves open is None."""
    timex = tied.timex
    start, end = timex.first, _ended(timex, draft, page)
    if timex.kind == "since" and timex.start < draft.quantity.start < timex.end:
        return Period(start, start, _words(timex, draft), timex.precision, timex.anchor)
    if tied.tie == "began" or (timex.kind == "point" and tied.tie == "event" and not _at_once(draft, timex)):
        end = None
    if tied.tie == "ended" or (draft.measure == "stock" and timex.kind == "point"):
        start = None
    if _stood(timex, draft):
        start = None
    return Period(start, end, _words(timex, draft), timex.precision, timex.anchor)


def _stood(timex: Timex, draft: Draft) -> bool:
    """ "At the end of February 151 had been released": what had come about by then."""
    before = draft.sentence.text[: timex.start - draft.sentence.start].lower()
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in draft.trigger.children)
    return had and (before + timex.text.lower()).rstrip().find("end of") >= 0 and timex.start < draft.quantity.start


def _behind(timex: Timex, sentence: Sentence) -> bool:
    """ "After a storm hit Orvel on 19 November": the time of a clause after which it happened."""
    held = hold(timex, sentence)
    near = [*held.governor.children, held.governor.head] if held is not None else []
    return any(t.lower_ in {"after", "since", "following"} for t in near)


def _at_once(draft: Draft, timex: Timex) -> bool:
    """Who is killed or hurt after an attack is so on its day; whom a storm hits, or who flees, from then on.

    A storm that "killed four on 12 March" did it that day, unless they "have died" since, or "died after" it hit.
    """
    lasts = any(slow(token) for token in draft.sentence.tokens)
    if lasts and draft.term in {"killed", "injured"}:
        return not perfect(draft.trigger) and not _behind(timex, draft.sentence)
    return draft.term in HARMED | {"detained"} and not lasts


def _ended(timex: Timex, draft: Draft, page: Page) -> str | None:
    """What has happened "this week" ended with the page's day at the latest."""
    day = page.day_at(timex.start)
    if day is None or timex.last is None or timex.first is None or draft.modality != "asserted":
        return timex.last
    today = day.isoformat()
    running = timex.kind == "interval" or timex.precision == "week"
    return today if running and len(timex.last) == 10 and timex.first <= today < timex.last else timex.last


def _words(timex: Timex, draft: Draft) -> str:
    """The words of the time with the preposition before them, but "in overnight raids", "in Monday's fighting"."""
    text = draft.sentence.text
    at = timex.start - draft.sentence.start
    before = text[:at].rstrip().rpartition(" ")[2]
    held = hold(timex, draft.sentence) if before.lower() in _OF_THE_NAMED and timex.text.isalpha() else None
    if held is not None and held.named and not held.by:
        return timex.text
    return f"{text[at - len(before) - 1 : at]}{timex.text}" if before.lower() in words("carriers") else timex.text
