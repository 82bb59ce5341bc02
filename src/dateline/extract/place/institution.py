"""Institutions, buildings and events that are called after a place: where their names begin and end."""

from __future__ import annotations

from typing import Final

from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch
from dateline.extract.place.words import words

_GAPS: Final = frozenset({" ", "'s ", "’s "})
_MOST: Final = 4
"""Words behind a name among which the end of an institution's name is sought."""


def institution_of(scan: Scan, stretch: Stretch) -> tuple[int, int] | None:
    """The first and last word of the institution's name in which a stretch stands; None where it stands in none.

    "Walker County Fairgrounds", "Colm Harbour Theatre", "Grand Mall of Colm": the place may be where it stands, a
    founder, or whatever gave the name.
    """
    if stretch.closes is not None:
        return stretch.first, stretch.closes
    end = _ends(scan, stretch.last)
    if stretch.kind_at is not None and words().kind_of.get(scan.lower(stretch.kind_at)) == "building":
        end = max(end, stretch.kind_at)
    start = _begins(scan, stretch.first)
    if start is not None:
        return start, end
    return (stretch.first, end) if end > stretch.last else None


def owned(scan: Scan, stretch: Stretch) -> bool:
    """ "St. Orl's Basilica", "Colm's Farm": what the name owns is a building."""
    return scan.words[stretch.last].owner and _ends(scan, stretch.last) > stretch.last


def _ends(scan: Scan, last: int) -> int:
    """The last word of the capitalised run behind a name that is a building or what an institution's name ends with;
    the name's own last word where none follows."""
    lists = words()
    end = at = last
    while at + 1 < len(scan.words) and scan.words[at + 1].cap and scan.gap(at) in _GAPS and at - last < _MOST:
        at += 1
        if lists.kind_of.get(scan.lower(at)) == "building" or scan.lower(at) in lists.institutions:
            end = at
    return end


def of_firm(scan: Scan, stretch: Stretch) -> bool:
    """ "Colm Copper plc", "Colm Plastics Inc.": a firm, wherever it took its name."""
    at = stretch.last
    while at + 1 < len(scan.words) and scan.words[at].cap and scan.gap(at) in {" ", ", "} and at - stretch.last < _MOST:
        at += 1
        if scan.words[at].text.rstrip(".") in words().firms:
            return True
    return scan.words[stretch.last].text.rstrip(".") in words().firms and stretch.size > 1


def called_of(scan: Scan, stretch: Stretch) -> bool:
    """ "University of X", "Mall of X": the name comes behind the word for what it is."""
    return _begins(scan, stretch.first) is not None


def called_by_kind(scan: Scan, stretch: Stretch) -> bool:
    """ "Hotel X": called after a place that everybody knows it is hardly ever there."""
    return _opened(scan, stretch.first)


def _opened(scan: Scan, first: int) -> bool:
    return first > 0 and scan.gap(first - 1) == " " and scan.words[first - 1].text in words().building_openers


def _begins(scan: Scan, first: int) -> int | None:
    """Where "University of (the)" before a name begins, None where no such thing stands there."""
    if _opened(scan, first):
        return first - 1
    of = first - 2 if scan.lower(first - 1) == "the" else first - 1
    if of < 1 or scan.lower(of) != "of" or scan.gap(of) != " " or scan.gap(of - 1) != " ":
        return None
    lists = words()
    head = scan.words[of - 1]
    if not head.cap or scan.shouting:
        return None
    if not (lists.kind_of.get(head.lower) == "building" or head.lower in lists.institutions):
        return None
    start = of - 1
    while start > 0 and scan.words[start - 1].cap and scan.gap(start - 1) == " " and not scan.words[start - 1].owner:
        start -= 1
    return start + (scan.lower(start) == "the")
