"""The period that a figure's own sentence gives it.

After the guide: a flow on a day or within a stretch has both ends; "since X" starts it, "as of Y" and "by Y" end flow
and stock alike; the day of the event that set people moving is a start; a stock has a start only where the words say
since when they are in that state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extract.assemble.period_links import HARMED
from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import Tie, hold, path, slow, tie, words
from dateline.extract.time.expr import Hence, Rolling
from dateline.extract.time.recognize import recognize
from dateline.extract.time.resolve import read
from dateline.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 4
"""Clauses between a time and a figure beyond which the time is of something else."""
_NOW = "PRESENT_REF"
_COMPARED = re.compile(
    r"\bfrom\s+(?:[a-z]+\s+)?\d[\d.,]*(?:\s+[a-z]+)?\s+(?:in|on|at|by|of)?\s*(?:the\s+)?$", re.IGNORECASE
)
"""A figure of another time beside this one: "up from 60,000 in …"."""
_BESIDE = re.compile(r"\b(?:from|against|than|compared (?:with|to)|versus)\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE)
"""Words before a figure that another one is compared with: "43,000, against 47,791 before the attack"."""
_WHEN = re.compile(r",? when\b")
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
_DAYS = frozenset({"hour", "day", "week"})
_AHEAD = frozenset({"planned", "forecast", "conditional"})
_AHEAD_OF_EVENTS = _AHEAD | {"threatened"}
"""Modalities of what is to come: a time that hangs on a threatened deed is the deed's."""


@dataclass(frozen=True, slots=True)
class _Tied:
    timex: Timex
    tie: Tie
    far: int


@dataclass(frozen=True, slots=True)
class Own:
    """A period with the kind of time that gives it: `day` (a point or a stretch), `since`, `until`, or `now` ("by now",
    "so far": up to the day of the page)."""

    period: Period
    kind: str


def own(draft: Draft, page: Page) -> Own | None:
    """The period of the sentence's own words (without dates where nothing resolves them); None where it has none."""
    here = [timex for timex in page.timexes if timex.sentence == draft.sentence.index]
    if not here:
        return None
    compared = [d for d in page.drafts if d.sentence is draft.sentence and is_compared(d)]
    here = [_then(timex, draft) for timex in here if not _of_the_compared(timex, draft, compared)]
    near = sorted(_all_tied(here, draft, page), key=lambda t: _rank(t, draft))
    near = near or list(_all_tied([_run_up(timex, draft, page) for timex in here], draft, page))
    if not near:
        return None
    if _have(draft.trigger) and any(_opens_since(tied, draft) for tied in near):
        near = [tied for tied in near if tied.timex.kind != "point" or tied.far < 0]
    first = near[0]
    other = next((t for t in near[1:] if _completes(first, t)), None)
    period = _period(first, draft, page)
    return Own(_joined(period, _period(other, draft, page)) if other is not None else period, _kind(first))


def _then(timex: Timex, draft: Draft) -> Timex:
    """ "The worst since 2008, when 1,100 were killed": what "when" goes on to tell was in that time, not since."""
    behind = draft.sentence.text[timex.end - draft.sentence.start :]
    if timex.kind != "since" or draft.quantity.start < timex.end or not _WHEN.match(behind):
        return timex
    return replace(timex, kind="point", last=timex.first)


def _have(verb: Token) -> bool:
    """ "Have gone home": English says this of a time that lasts until now, not of a day that is over."""
    return any(c.lower_ in {"have", "has"} and c.dep_ == "aux" for c in verb.children)


def _opens_since(tied: _Tied, draft: Draft) -> bool:
    before = tied.timex.start < draft.sentence.offset(draft.trigger)
    return tied.timex.kind == "since" and tied.tie == "cover" and before


def _rank(tied: _Tied, draft: Draft) -> tuple[int, bool, int]:
    """Nearest in the tree first; then what dates the figure itself, then the nearest word."""
    return tied.far, tied.tie != "own", _distance(tied.timex, draft)


def _kind(tied: _Tied) -> str:
    if tied.timex.value == _NOW:
        return "now"
    if tied.timex.kind == "since" or (tied.tie == "began" and tied.timex.precision in {"month", "year", "season"}):
        return "since"
    return "until" if tied.timex.kind == "until" else "day"


def _all_tied(here: list[Timex], draft: Draft, page: Page) -> Iterator[_Tied]:
    for timex in here:
        if timex.kind in {"duration", "set"} or (timex.value == _NOW and not _bounds(timex, draft)):
            continue
        held = hold(timex, draft.sentence)
        if held is None or _holds(held.governor, timex, draft):
            of_event = held is not None and draft.counts_nobody and draft.modality in _AHEAD_OF_EVENTS
            yield _Tied(_seen_ahead(timex, page) if of_event else timex, "cover", 1 if held is None else -1)
            continue
        if draft.counts_nobody and _told_aside(held.governor, draft.trigger):
            continue
        described = draft.counts_nobody and _tells_of(held.governor, draft.trigger)
        own: tuple[Tie, int] = ("own", 0)
        kind, far = own if described else tie(held, timex, draft.trigger)
        if far > _FARTHEST or kind == "none" or not _suits(timex, kind, far, draft, page):
            continue
        whose = not described and _of_the_people(timex, held.governor, draft)
        if not (whose or _of_another(timex, held.governor, draft, page)):
            ahead = draft.modality in _AHEAD or (draft.counts_nobody and _of_what_is_due(held.governor, draft.trigger))
            yield _Tied(_seen_ahead(timex, page) if ahead else timex, kind, far)


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


def _run_up(timex: Timex, draft: Draft, page: Page) -> Timex:
    """ "7,000 fled in two days", told on the page's day: the days up to it, where the words only say how many."""
    if timex.kind != "duration" or page.dated is None or draft.measure != "flow" or draft.modality != "asserted":
        return timex
    mentions = recognize(timex.text)
    expr = mentions[0].expr if mentions else None
    if not isinstance(expr, Hence) or len(expr.amount) != 1 or expr.amount[0][1] not in _DAYS:
        return timex
    ((n, unit),) = expr.amount
    if unit == "day" and n == 1:
        return timex
    reading = read(Rolling(((n - (unit == "day"), unit),), True), page.dated, page.dated_by)
    return replace(
        timex,
        first=reading.first,
        last=reading.last,
        kind=reading.kind,
        precision=reading.precision,
        anchor=reading.anchor,
    )


def _holds(governor: Token, timex: Timex, draft: Draft) -> bool:
    """True where the time hangs on the figure itself ("including six on Tuesday", "up from 120 on Sunday"), or the
    figure stands among its words ("since a blast killed 90 in May")."""
    if timex.start < draft.quantity.start < timex.end:
        return True
    compared = _right_before(_COMPARED, draft.sentence, timex.start)
    at = draft.quantity.start - draft.sentence.start
    return governor.i == draft.quantity.number.i or (compared is not None and compared.start() <= at < compared.end())


def _suits(timex: Timex, kind: Tie, far: int, draft: Draft, page: Page) -> bool:
    """What is to come does not go back to a start; what has been did not happen on a day to come; a state is dated by
    its own clause, not by what brought it about."""
    if draft.modality in _AHEAD:
        return not timex.text.lower().startswith("since")
    if draft.measure == "stock":
        if timex.kind == "since" and far > 0 and _of_a_clause_before(timex, draft):
            return False
        if draft.by == "total" and kind in {"ended", "own"} and far <= 1:
            return True  # "the number of displaced people rose to 101,700 at the end of March"
        return kind == "cover" or (kind == "own" and far == 0 and not _of_a_cause(timex, draft))
    if page.dated is None or timex.first is None or timex.anchor is None:
        return True
    return timex.first.startswith("--") or timex.first <= page.dated.isoformat()


def _of_a_clause_before(timex: Timex, draft: Draft) -> bool:
    """ "1,800 died since March, and 12,000 are in prison": it closes the clause before that of the figure."""
    held = hold(timex, draft.sentence)
    if held is None or held.fronted or draft.sentence.offset(draft.trigger) < timex.end:
        return False
    _, down = path(held.governor, draft.trigger)
    return any(t.dep_ == "conj" for t in down)


def _bounds(timex: Timex, draft: Draft) -> bool:
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


def _of_another(timex: Timex, governor: Token, draft: Draft, page: Page) -> bool:
    """True where the time hangs on another figure of the sentence ("up from 60,000 in January")."""
    up, _ = path(governor, draft.trigger)
    others = {d.quantity.number.i for d in page.drafts if d.sentence is draft.sentence and d is not draft}
    mine = {draft.quantity.number.i, draft.head.i}
    if any(t.i in others and t.i not in mine for t in up):
        return True
    compared = _right_before(_COMPARED, draft.sentence, timex.start)
    return compared is not None and not compared.start() <= draft.quantity.start - draft.sentence.start < compared.end()


def is_compared(draft: Draft) -> bool:
    """ "Against 47,791 before the attack": a figure of another time, which another one is compared with."""
    end = draft.quantity.start - draft.sentence.start
    return _behind_a_comparison(draft.sentence.text[max(0, end - _RIGHT_BEFORE) : end])


@lru_cache(maxsize=1024)
def _behind_a_comparison(words_: str) -> bool:
    """Remembered: it is asked of every figure of a sentence for each of the others."""
    return _BESIDE.search(words_) is not None


def _right_before(words_: re.Pattern[str], sentence: Sentence, at: int) -> re.Match[str] | None:
    """What ends right before a working offset, sought in the few words there: a sentence may be very long."""
    end = at - sentence.start
    return words_.search(sentence.text, max(0, end - _RIGHT_BEFORE), end)


def _of_the_compared(timex: Timex, draft: Draft, compared: Sequence[Draft]) -> bool:
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
    change = _right_before(_CHANGED, draft.sentence, timex.start) or _right_before(_CHANGED, draft.sentence, within)
    return change is not None and draft.quantity.start < draft.sentence.start + change.start()


def _of_the_people(timex: Timex, governor: Token, draft: Draft) -> bool:
    """True where the time belongs to what tells who they are ("people who had returned in January fled again")."""
    telling = {"relcl"} if timex.precision == "day" else {"relcl", "acl"}
    mine = {draft.trigger.i, *(t.i for t in draft.trigger.ancestors)}
    for at in (governor, *governor.ancestors):
        if at.dep_ in telling and at.head.i == draft.head.i:
            return at.i not in mine
    return False


def _seen_ahead(timex: Timex, page: Page) -> Timex:
    """The time of something to come: the next such day, not the last."""
    mentions = recognize(timex.text)
    if timex.anchor is None or timex.anchor == "text" or not mentions:
        return timex
    reading = read(mentions[0].expr, page.dated, page.dated_by, ahead=True)
    return replace(timex, first=reading.first, last=reading.last, kind=reading.kind)


def _distance(timex: Timex, draft: Draft) -> int:
    return min(abs(timex.start - draft.quantity.end), abs(timex.end - draft.quantity.start))


def _completes(first: _Tied, other: _Tied) -> bool:
    """ "Since X … as of Y": one gives the start, the other the end."""
    kinds = {first.timex.kind, other.timex.kind}
    return kinds == {"since", "until"} and (other.far <= first.far or other.timex.text.lower().startswith("as "))


def _period(tied: _Tied, draft: Draft, page: Page) -> Period:
    timex = tied.timex
    start, end = timex.first, _ended(timex, draft, page)
    if timex.kind == "since" and timex.start < draft.quantity.start < timex.end:
        return Period(start, start, _words(timex, draft), timex.precision, timex.anchor)
    if tied.tie == "began" or (timex.kind == "point" and tied.tie == "event" and not _at_once(draft)):
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


def _at_once(draft: Draft) -> bool:
    """Who is killed or hurt after an attack is so on its day; whom a storm hits, or who flees, from then on."""
    return draft.term in HARMED | {"detained"} and not any(slow(token) for token in draft.sentence.tokens)


def _ended(timex: Timex, draft: Draft, page: Page) -> str | None:
    """What has happened "this week" ended with the page's day at the latest."""
    if page.dated is None or timex.last is None or timex.first is None or draft.modality != "asserted":
        return timex.last
    today = page.dated.isoformat()
    running = timex.kind == "interval" or timex.precision == "week"
    return today if running and len(timex.last) == 10 and timex.first <= today < timex.last else timex.last


def _words(timex: Timex, draft: Draft) -> str:
    """The words of the time with the preposition before them."""
    text = draft.sentence.text
    at = timex.start - draft.sentence.start
    before = text[:at].rstrip().rpartition(" ")[2]
    return f"{text[at - len(before) - 1 : at]}{timex.text}" if before.lower() in words("carriers") else timex.text


def _joined(a: Period, b: Period) -> Period:
    """Both as one stretch; the first alone where the end would lie before the start: they tell of different things."""
    start, end = a.start or b.start, a.end or b.end
    if start and end and not start.startswith("--") and start[: len(end)] > end[: len(start)]:
        return a
    return Period(start, end, a.text, "range", a.anchor or b.anchor)
