"""The period that a figure's own sentence gives it.

After the guide: a flow on a day or within a stretch has both ends; "since X" starts it, "as of Y" and "by Y" end flow
and stock alike; the day of the event that set people moving is a start; a stock has a start only where the words say
since when they are in that state.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.time.attach import Tie, hold, tie
from dateline.model import Period

_FARTHEST = 4
"""Clauses between a time and a figure beyond which the time is of something else."""
_NOW = "PRESENT_REF"


@dataclass(frozen=True, slots=True)
class _Tied:
    timex: Timex
    tie: Tie
    far: int


def own(draft: Draft, page: Page) -> Period | None:
    """The period of the sentence's own words (without dates where nothing resolves them); None where it has none."""
    tied = [_tied(timex, draft, page) for timex in page.timexes if timex.sentence == draft.sentence.index]
    near = sorted((t for t in tied if t is not None), key=lambda t: (t.far, t.tie != "own", _distance(t.timex, draft)))
    if not near:
        return None
    first = near[0]
    period = _period(first, draft)
    other = next((t for t in near[1:] if _completes(first.timex, t.timex)), None)
    return _joined(period, _period(other, draft)) if other is not None else period


def _tied(timex: Timex, draft: Draft, page: Page) -> _Tied | None:
    if timex.kind in {"duration", "set"} or (timex.value == _NOW and not _says_until(timex, draft)):
        return None
    held = hold(timex, draft.sentence)
    if held is None:
        return _Tied(timex, "cover", 1)
    kind, far = tie(held, timex, draft.trigger)
    if kind == "none" or far > _FARTHEST or (kind == "event" and draft.measure == "stock"):
        return None
    return _Tied(timex, kind, far)


def _says_until(timex: Timex, draft: Draft) -> bool:
    """ "Now" dates a state; only "so far", "to date", "by now" bound what happened."""
    return draft.measure == "stock" or timex.text.lower() not in {"now", "currently", "presently", "at present"}


def _distance(timex: Timex, draft: Draft) -> int:
    return min(abs(timex.start - draft.quantity.end), abs(timex.end - draft.quantity.start))


def _completes(first: Timex, other: Timex) -> bool:
    """ "Since X … as of Y": one gives the start, the other the end."""
    return {first.kind, other.kind} == {"since", "until"}


def _period(tied: _Tied, draft: Draft) -> Period:
    timex = tied.timex
    start, end = timex.first, timex.last
    if timex.kind == "point" and tied.tie == "event":
        end = None
    if draft.measure == "stock" and timex.kind in {"point", "interval"}:
        start = None
    return Period(start, end, _words(timex, draft), timex.precision, timex.anchor)


def _words(timex: Timex, draft: Draft) -> str:
    """The words of the time with the preposition before them."""
    text = draft.sentence.text
    at = timex.start - draft.sentence.start
    before = text[:at].rstrip().rpartition(" ")[2]
    return f"{text[at - len(before) - 1:at]}{timex.text}" if before.lower() in _CARRIERS else timex.text


_CARRIERS = frozenset({"on", "in", "at", "during", "over", "around", "throughout", "within", "for", "about"})


def _joined(a: Period, b: Period) -> Period:
    start, end = a.start or b.start, a.end or b.end
    return Period(start, end, a.text, "range", a.anchor or b.anchor)
