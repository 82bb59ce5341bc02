"""Which link of a place is another one so called: the name stays, the link goes, or leads to the town of a district."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Page, Toponym
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.goes_on import far_apart
from dateline.extract.event.home import Setup
from dateline.extract.place.containment import entry_of, rank
from dateline.extract.place.lookup import entries, important
from dateline.extract.place.seat import alike, town_in
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.model import ResolvedPlace

_TOWN: Final = 4
_SMALL: Final = 10_000
"""People below which (or where nobody knows how many) a town is not meant far from all that is told around it."""
_GREAT: Final = 1_000_000
"""… from which on a city is known whatever a page is of."""
_AROUND: Final = 2
"""Sentences around a name whose places tell where on earth the text is."""
_OF_A_TOWN: Final = frozenset({"quarter", "adm2", "place"})
_IN_IT: Final = re.compile(r" (?:[A-Za-z-]+ ){0,2}in (?:the )?(?:[a-z-]+ ){0,4}(?:of )?(?:the )?")
"""Between a name and what it is said to lie in, with what the name is of ("X farms in rural Y")."""
_GOES_ON: Final = re.compile(r"\b(?:and|also|then|later|while|meanwhile|earlier)\b", re.IGNORECASE)


def known(name: Toponym, event: EventDraft, setup: Setup) -> Toponym:
    """The name, left open where the place it was linked to is another one so called; a bare name of a district stands
    for the town in it ("a hospital in X")."""
    if name.place is None:
        return name
    if _is_other(name, event, setup):
        return replace(name, place=None, country=None)
    town = _town_of(name)
    return replace(name, place=town) if town is not None else name


def _town_of(name: Toponym) -> ResolvedPlace | None:
    entry = entry_of(name.place) if name.place is not None and name.kind is None else None
    town = town_in(entry, name.name) if entry is not None and entry.feature == "adm2" else None
    if town is None:
        return None
    place = town.resolved()
    blurred = name.modifier_kind in {"near", "direction"} and name.place is not None
    return replace(place, precision=name.place.precision) if blurred and name.place is not None else place


def _is_other(name: Toponym, event: EventDraft, setup: Setup) -> bool:
    if setup.abroad(name) and _unspoken(name, event, setup.page):
        return True
    if rank(name) == 0 or (name.place is not None and name.place.precision == "adm0"):
        return name.kind in _OF_A_TOWN and not name.country  # "the Sahel district"
    if rank(name) == _TOWN and _far_from_told(name, event, setup.page):
        return True
    return _is_small(name) and _far_from_all(name, setup)


def _unspoken(name: Toponym, event: EventDraft, page: Page) -> bool:
    """A country of which nothing else on the page speaks, and no place that everybody knows by this name; that stays
    where it stands alone, not in a row with others."""
    if _is_well_known(name, event) and not _in_a_row(name, page):
        return False
    others = (n.country for n in page.toponyms if fold(n.name) != fold(name.name))
    return name.country not in {code for *_, code in page.countries} and name.country not in others


def _is_well_known(name: Toponym, event: EventDraft) -> bool:
    """A city of the world; of lesser ones where people meet ("talks in Geneva")."""
    entry = entry_of(name.place) if name.place is not None else None
    if entry is None or fold(name.name) not in fold(entry.name):
        return False
    return entry.capital or entry.population >= _GREAT or (event.type == "talks" and important(name.name))


def _in_a_row(name: Toponym, page: Page) -> bool:
    """ "X Y and Z": places of one country, whatever town of another is called Y."""
    for other in page.toponyms:
        first, second = sorted((name, other), key=lambda one: one.start)
        between = page.text[first.end : second.start].strip() if second.start > first.end else None
        if other.country != name.country and rank(other) > 0 and between in {"", ",", "and"}:
            return True
    return False


def _far_from_told(name: Toponym, event: EventDraft, page: Page) -> bool:
    """ "X farms in the north of Y": a town X far from Y is not meant."""
    behind = next((n for n in page.toponyms if n.sentence == event.sentence.index and n.start > name.end), None)
    if name.sentence != event.sentence.index or behind is None or behind.place is None or rank(behind) == 0:
        return False
    between = page.text[name.end : behind.start]
    lies = name.kind is None and _IN_IT.fullmatch(between) and not _GOES_ON.search(between)
    return bool(lies) and far_apart(name.place, behind.place)


def _is_small(name: Toponym) -> bool:
    """A village; not the seat of a district that bears its name."""
    entry = entry_of(name.place) if name.place is not None else None
    if entry is None or entry.feature != "place" or entry.population >= _SMALL or entry.capital:
        return False
    return not any(e.is_unit and e.country == entry.country for e in entries(name.name))


def _far_from_all(name: Toponym, setup: Setup) -> bool:
    """Far from each place that is told beside it; of one that is listed as it is spelt, from all of the page."""
    spelt = name.place is not None and alike(name.name, name.place.name)
    others = [n for n in setup.page.toponyms if n.place is not None and n.place.admin1 and not setup.abroad(n)]
    others = [n for n in others if fold(n.name) != fold(name.name) and not n.dateline]
    if not spelt:
        others = [n for n in others if abs(n.sentence - name.sentence) <= _AROUND]
    return _all_far(name, others)


def _all_far(name: Toponym, others: Sequence[Toponym]) -> bool:
    return bool(others) and all(far_apart(name.place, other.place) for other in others)
