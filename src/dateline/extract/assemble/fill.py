"""Each draft gets its places, period, sources and links; printed again, it is one claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.draft import Attribution, Draft, Page, Toponym
from dateline.model import Period
from dateline.model.words import Role


@dataclass(frozen=True, slots=True)
class Filled:
    """A draft with all its fields, still at working offsets. `part_of` and `same_as` index the page's claims."""

    draft: Draft
    places: tuple[tuple[Toponym, Role], ...] = ()
    country: str | None = None
    period: Period = field(default_factory=Period)
    sources: tuple[Attribution, ...] = ()
    part_of: int | None = None
    same_as: int | None = None
    occurrences: tuple[tuple[int, int], ...] = ()
    score: float = 0.8
    persons: tuple[tuple[int, int], ...] = ()


def fill(page: Page) -> list[Filled]:
    """The filled drafts of a page in reading order, repeats joined."""
    return [Filled(draft, occurrences=((draft.sentence.start, draft.sentence.end),)) for draft in page.drafts]
