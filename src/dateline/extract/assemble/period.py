"""Which period a claim speaks of.

The time that the clause of the figure gives comes first, then one that covers the whole sentence; a period of the
sentences around is carried over only where the text goes on telling the same (`period_carry`). Otherwise it stays open.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.assemble.period_carry import beginning, carried
from dateline.extract.assemble.period_own import own
from dateline.extract.draft import Draft, Page
from dateline.model import Period


def period_of(draft: Draft, page: Page) -> Period:
    """The period of a draft; open (`Period()`) where the text gives none."""
    found = own(draft, page)
    if found is None:
        return carried(draft, page)
    began = beginning(draft, page) if found.kind == "now" and found.period.start is None else None
    return replace(found.period, start=began.start) if began is not None else found.period
