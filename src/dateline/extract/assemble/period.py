"""Which period a claim speaks of.

The time that the clause of the figure gives comes first, then one that covers the whole sentence; a period of the
sentences around is carried over only where the text goes on telling the same (`period_carry`). Otherwise it stays open.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.assemble.period_carry import beginning, carried
from dateline.extract.assemble.period_compared import is_compared
from dateline.extract.assemble.period_links import is_rate, lasting, turns
from dateline.extract.assemble.period_own import Own, own
from dateline.extract.assemble.period_report import is_the_period, report_period, stands_at, week_before
from dateline.extract.draft import Draft, Page
from dateline.model import Period


def _of_report(draft: Draft, page: Page) -> Period:
    """The stretch that the report is of, for what happened in it without a time of its own, or its "as of"."""
    told = draft.modality == "asserted" and not draft.counts_nobody
    aside = turns(draft.sentence) or is_compared(draft) or is_rate(draft) or lasting(draft, page)
    dated = any(t.sentence == draft.sentence.index and (t.first or t.last) for t in page.timexes)
    if not told or aside or dated:
        return Period()
    return (report_period(page) if draft.measure == "flow" else None) or stands_at(page) or Period()


def _of_joined(draft: Draft, page: Page) -> Own | None:
    """ "27 civilians killed and 52 injured on 9 August": without verbs of their own the time behind is that of both."""
    if draft.trigger.dep_ != "acl":
        return None
    second = (d for d in page.drafts if d.sentence is draft.sentence and d.trigger.dep_ == "acl")
    joined = (d for d in second if d.quantity.number.dep_ == "conj" and d.quantity.number.head == draft.head)
    return next((found for d in joined if (found := own(d, page)) is not None), None)


def period_of(draft: Draft, page: Page) -> Period:
    """The period of a draft; open (`Period()`) where the text gives none."""
    found = own(draft, page) or _of_joined(draft, page)
    if found is None:
        period = carried(draft, page)
        return period if period != Period() else _of_report(draft, page)
    if is_the_period(found.period.text) and (of_report := report_period(page)) is not None:
        return replace(of_report, text=found.period.text)
    if (before := week_before(found.period.text, page)) is not None:
        return before
    if found.kind == "since" and found.period.end is None and draft.modality == "asserted":
        of_report = stands_at(page)
        return replace(found.period, end=of_report.end if of_report is not None else None)
    began = beginning(draft, page) if found.kind == "now" and found.period.start is None else None
    return replace(found.period, start=began.start) if began is not None else found.period
