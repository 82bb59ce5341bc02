"""The country that a page is of, and the country of an event.

What happened in a place happened in its country. Where no place is told it is the country of the page, not one whose
jets or officials the sentence names, nor the one in which the page was written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.extract.assemble.country import Countries
from dateline.extract.draft import Page, Toponym
from dateline.extract.place.containment import rank
from dateline.extract.place.lookup import is_demonym
from dateline.vocab.countries import short_forms

_LEAD = 0.6
"""Share of the names of countries that one must have on a page that names no place nearer."""


@dataclass(frozen=True, slots=True)
class Setup:
    """A page whose events are placed in reading order.

    `home` is the country it is of (ISO 3166 alpha-3, None where none leads), `told` by sentence that tells events where
    the names begin (working offsets) that are places of one of them.
    """

    page: Page
    home: str | None
    told: dict[int, set[int]] = field(default_factory=dict)

    def abroad(self, name: Toponym) -> bool:
        """The name is known to lie in another country than the one that the page is of."""
        return self.home is not None and name.country is not None and name.country != self.home


def setup_of(page: Page) -> Setup:
    """The page before its first event."""
    return Setup(page, _home(page))


def _home(page: Page) -> str | None:
    """The country in which most places of the page lie and which it names most. Letters for a state ("UK") stand for
    its government and are left out, as peoples are. Where none leads so, that of all words of countries."""
    near = Counter(n.country for n in page.toponyms if rank(n) > 0 and n.country and not (n.aside or n.dateline))
    words = [(page.text[start:end], code) for start, end, code in page.countries]
    named = Counter(code for word, code in words if not (is_demonym(word) or word in short_forms()))
    told = near + named
    if not told:
        return Countries(page).leading
    (most, count), *others = told.most_common(2)
    tied = any(other == count for _, other in others)
    leads = near[most] > 0 or count >= _LEAD * told.total()
    return most if leads and not tied else Countries(page).leading


def country_of_event(names: Iterable[Toponym], setup: Setup, otherwise: str | None) -> str | None:
    """The country (ISO 3166 alpha-3) of an event's places, else of its page, else what the words around it give."""
    found = Counter(name.country for name in names if name.country)
    return found.most_common(1)[0][0] if found else setup.home or otherwise
