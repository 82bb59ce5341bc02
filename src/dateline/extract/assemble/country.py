"""The country of a claim: from a word of the text, or open.

The claim's own places first, then the words of its sentence that name a country or derive from one (a
demonym, a national body), then the page's where all its words name one country or one plainly leads.
"""

from __future__ import annotations

from collections import Counter

from dateline.extract.draft import Draft, Page, Toponym
from dateline.model.words import Role

_LEAD = 0.6
"""Share of the page's country words that one country must have to speak for a silent sentence."""


def country_of(draft: Draft, places: tuple[tuple[Toponym, Role], ...], page: Page) -> str | None:
    """ISO 3166 alpha-3 of where it happened, None where the text leaves it open."""
    for role in ("at", "from", "to"):
        found = [t.country for t, r in places if r == role and t.country]
        if found:
            return Counter(found).most_common(1)[0][0]
    sentence = draft.sentence
    here = [code for start, end, code in page.countries if sentence.start <= start < sentence.end]
    if here:
        return here[0] if len(set(here)) == 1 else _leading(here) or _page_country(page)
    return _page_country(page)


def _page_country(page: Page) -> str | None:
    return _leading([code for _, _, code in page.countries])


def _leading(codes: list[str]) -> str | None:
    if not codes:
        return None
    code, count = Counter(codes).most_common(1)[0]
    return code if count >= _LEAD * len(codes) else None
