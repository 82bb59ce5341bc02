"""Periods carried over from the sentences around."""

from __future__ import annotations

from dateline.extract.draft import Draft, Page
from dateline.model import Period


def carried(draft: Draft, page: Page) -> Period:
    """The period that the text goes on telling of, open where it does not."""
    return Period()
