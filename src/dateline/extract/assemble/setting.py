"""Where, when, of what cause and by whom: what a carrier that counts nobody takes from its page.

Statements and events hang on a word as figures hang on a number; the rule books of figures give them the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.extract.assemble.cause import cause_of
from dateline.extract.assemble.country import Countries
from dateline.extract.assemble.period import period_of
from dateline.extract.assemble.places import Placed, places_of
from dateline.extract.assemble.sources import sources_of
from dateline.extract.draft import Attribution, Draft, Page
from dateline.model import Period
from dateline.model.words import Cause


@dataclass(frozen=True, slots=True)
class Setting:
    """Where, when, of what cause, and by whom it is told: what a carrier that counts nobody takes from its page."""

    places: Placed
    country: str | None
    period: Period
    sources: tuple[Attribution, ...]
    cause: Cause | None


def settings(page: Page, drafts: Iterable[Draft]) -> list[Setting]:
    """The setting of each carrier on a page whose times, places and sources are recognised."""
    page = replace(page, drafts=tuple(drafts))
    countries = Countries(page)
    placed = places_of(page, [None] * len(page.drafts))
    return [
        Setting(
            places,
            country=countries.of(draft, places),
            period=period_of(draft, page),
            sources=sources_of(draft, page),
            cause=cause_of(draft, page),
        )
        for draft, places in zip(page.drafts, placed, strict=True)
    ]
