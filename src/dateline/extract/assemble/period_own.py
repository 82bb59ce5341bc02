"""The period that a figure's own sentence gives it.

After the guide: a flow on a day or within a stretch has both ends; "since X" starts it, "as of Y" and "by Y" end flow
and stock alike; the day of the event that set people moving is a start; a stock has a start only where the words say
since when they are in that state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.assemble.period_compared import is_compared, of_the_compared
from dateline.extract.assemble.period_dates import period_of, run_up, since_then
from dateline.extract.assemble.period_tied import NOW, Tied, all_tied
from dateline.extract.draft import Draft, Page, Timex
from dateline.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    here = [since_then(timex, draft) for timex in here if not of_the_compared(timex, draft, compared)]
    near = sorted(all_tied(here, draft, page), key=lambda t: _rank(t, draft))
    near = near or all_tied([run_up(timex, draft, page) for timex in here], draft, page)
    if not near:
        return None
    if _have(draft.trigger) and any(_opens_since(tied, draft) for tied in near):
        near = [tied for tied in near if tied.timex.kind != "point" or tied.far < 0]
    first = near[0]
    other = next((t for t in near[1:] if _completes(first, t)), None)
    period = period_of(first, draft, page)
    return Own(_joined(period, period_of(other, draft, page)) if other is not None else period, _kind(first))


def _have(verb: Token) -> bool:
    """ "Have gone home": English says this of a time that lasts until now, not of a day that is over."""
    return any(c.lower_ in {"have", "has"} and c.dep_ == "aux" for c in verb.children)


def _opens_since(tied: Tied, draft: Draft) -> bool:
    before = tied.timex.start < draft.sentence.offset(draft.trigger)
    return tied.timex.kind == "since" and tied.tie == "cover" and before


def _rank(tied: Tied, draft: Draft) -> tuple[int, bool, int]:
    """Nearest in the tree first; then what dates the figure itself, then the nearest word."""
    return tied.far, tied.tie != "own", _distance(tied.timex, draft)


def _kind(tied: Tied) -> str:
    if tied.timex.value == NOW:
        return "now"
    if tied.timex.kind == "since" or (tied.tie == "began" and tied.timex.precision in {"month", "year", "season"}):
        return "since"
    return "until" if tied.timex.kind == "until" else "day"


def _distance(timex: Timex, draft: Draft) -> int:
    return min(abs(timex.start - draft.quantity.end), abs(timex.end - draft.quantity.start))


def _completes(first: Tied, other: Tied) -> bool:
    """ "Since X … as of Y": one gives the start, the other the end."""
    kinds = {first.timex.kind, other.timex.kind}
    return kinds == {"since", "until"} and (other.far <= first.far or other.timex.text.lower().startswith("as "))


def _joined(a: Period, b: Period) -> Period:
    """Both as one stretch; the first alone where the end would lie before the start: they tell of different things."""
    start, end = a.start or b.start, a.end or b.end
    if start and end and not start.startswith("--") and start[: len(end)] > end[: len(start)]:
        return a
    return Period(start, end, a.text, "range", a.anchor or b.anchor)
