"""The period that a figure's own sentence gives it.

After the guide: a flow on a day or within a stretch has both ends; "since X" starts it, "as of Y" and "by Y" end flow
and stock alike; the day of the event that set people moving is a start; a stock has a start only where the words say
since when they are in that state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.assemble.period_compared import COMPARED, is_compared, of_the_compared, right_before
from dateline.extract.assemble.period_links import HARMED, perfect
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
_WHEN = re.compile(r",? when\b")
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
    here = [_then(timex, draft) for timex in here if not of_the_compared(timex, draft, compared)]
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
    if timex.kind != "since" or draft.quantity.start < timex.end or not (opened := _WHEN.match(behind)):
        return timex
    when = draft.sentence.tokens_in(timex.end + opened.end() - len("when"), timex.end + opened.end())
    fronted = timex.start - draft.sentence.start <= len("Since ")
    if fronted and when and draft.trigger.i not in {t.i for t in when[0].head.subtree}:
        return timex  # "since Monday, when the truce ended, 240 have died"
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
        if _labels(timex, draft):
            yield _Tied(timex, "cover", -1)
            continue
        held = hold(timex, draft.sentence)
        if held is None or _holds(held.governor, timex, draft):
            of_event = held is not None and draft.counts_nobody and draft.modality in _AHEAD_OF_EVENTS
            yield _Tied(_seen_ahead(timex, page) if of_event else timex, "cover", 1 if held is None else -1)
            continue
        described = draft.counts_nobody and _tells_of(held.governor, draft.trigger)
        if draft.counts_nobody and not described and _told_aside(held.governor, draft.trigger):
            continue
        own: tuple[Tie, int] = ("own", 0)
        kind, far = own if described else tie(held, timex, draft.trigger)
        if far > _FARTHEST or kind == "none" or not _suits(timex, kind, far, draft, page):
            continue
        whose = not described and _of_the_people(timex, held.governor, draft)
        if not (whose or _of_another(timex, held.governor, draft, page)):
            ahead = draft.modality in _AHEAD or (draft.counts_nobody and _of_what_is_due(held.governor, draft.trigger))
            yield _Tied(_seen_ahead(timex, page) if ahead else timex, kind, far)


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


def _run_up(timex: Timex, draft: Draft, page: Page) -> Timex:
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


def _holds(governor: Token, timex: Timex, draft: Draft) -> bool:
    """True where the time hangs on the figure itself ("including six on Tuesday", "up from 120 on Sunday"), or the
    figure stands among its words ("since a blast killed 90 in May")."""
    if timex.start < draft.quantity.start < timex.end:
        return True
    compared = right_before(COMPARED, draft.sentence, timex.start)
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
    compared = right_before(COMPARED, draft.sentence, timex.start)
    return compared is not None and not compared.start() <= draft.quantity.start - draft.sentence.start < compared.end()


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
    reading = read(mentions[0].expr, page.day_at(timex.start), page.dated_by, ahead=True)
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
