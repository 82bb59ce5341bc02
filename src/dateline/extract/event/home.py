"""The country that a page is of, and the country of an event.

What happened in a place happened in its country. Where no place is told it is the country of the page, not one whose
jets or officials the sentence names, nor the one in which the page was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.extract.assemble.country import Countries
from dateline.extract.draft import Page, Toponym
from dateline.extract.place.containment import rank
from dateline.extract.place.lookup import is_demonym
from dateline.vocab.countries import short_forms

_LOCATED = re.compile(
    r"\b(?:in|on|against|inside|across|throughout|within|into|over|(?:north|south|east|west|centr)[a-z]*"
    r"|region of|parts? of)"
    r" (?:the )?(?:[a-z-]+ )?$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r" (?:[a-z-]+ )?(?:city|town|village|province|capital|region|district|countryside|territory|border)\b"
)
_BEFORE = 40
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
    """The country in which most places of the page lie and which it names most as where something is ("in northern X").

    A country named otherwise may be who acts, so it counts only where these tell none that leads; letters for a state
    ("UK") and peoples never do. Where nothing leads so, the country of all words of countries.
    """
    near = Counter(n.country for n in page.toponyms if rank(n) > 0 and n.country and not (n.aside or n.dateline))
    within = Counter(code for start, end, code in page.countries if _is_located(page.text, start, end))
    words = [(start, code) for start, end, code in page.countries if _is_name(page.text[start:end])]
    named = Counter(code for _, code in words)
    head = page.sentences[0].end if page.sentences else 0
    title = Counter({code: 1 for start, code in words if start < head})
    return _leads(near, near + within, title) or _leads(near, near + named, title) or Countries(page).leading


def _is_name(word: str) -> bool:
    return not (is_demonym(word) or word in short_forms())


def _is_located(text: str, start: int, end: int) -> bool:
    """ "In northern X", "a region of X", "in the X-ian town": the country as where something is."""
    behind = _LOCATED.search(text[max(0, start - _BEFORE) : start])
    return behind is not None and (_is_name(text[start:end]) or bool(_KIND.match(text[end:])))


def _leads(near: Counter[str], told: Counter[str], title: Counter[str]) -> str | None:
    """The country told most, if a place lies in it or most of what is told is of it; of several the one that the title
    names, None where it names none or more of them."""
    if not told:
        return None
    count = max(told.values())
    first = [code for code, times in told.items() if times == count]
    if len(first) > 1:
        first = [code for code in first if title[code]]
    return first[0] if len(first) == 1 and (near[first[0]] > 0 or count >= _LEAD * told.total()) else None


def country_of_event(names: Iterable[Toponym], setup: Setup, otherwise: str | None) -> str | None:
    """The country (ISO 3166 alpha-3) of an event's places, else of its page, else what the words around it give."""
    found = Counter(name.country for name in names if name.country)
    return found.most_common(1)[0][0] if found else setup.home or otherwise
