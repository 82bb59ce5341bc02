"""A disaster's dead and hurt over a wide area: counts of one day that rise from telling to telling, as of an incident.

"118 killed in Nepal by Wednesday's earthquake" on Thursday and "171" on Friday are no two figures of Wednesday: each is
what was known by the day on which it was told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.reconcile.alike import SLACK
from dateline.reconcile.days import LONG_AGO, Window
from dateline.reconcile.families import INCIDENT_TERMS
from dateline.reconcile.item import Item
from dateline.reconcile.quantity import UNDATED, Quantity

LONGEST: Final = 60
"""Days after a disaster within which a count "by" a day, that names no other beginning, is of it."""


def rising(items: Iterable[Item], quantities: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """The quantities, those of a disaster's dead and hurt in one place made tolls since its day, each known by the day
    of its telling.

    Only where all dated figures of the place begin on one day: of a flood that is told day by day each stays its own.
    """
    places: defaultdict[Quantity, list[Item]] = defaultdict(list)
    for item in items:
        quantity = quantities[item.id]
        if item.claim.term in INCIDENT_TERMS and quantity.measure == "flow" and quantity.tied:
            places[quantity._replace(window=UNDATED)].append(item)
    found = dict(quantities)
    for told in places.values():
        day = _day_of(told, quantities)
        if day is not None:
            found.update((item.id, _known_by(item, quantities[item.id], day)) for item in told)
    return found


def _day_of(told: list[Item], quantities: Mapping[str, Quantity]) -> int | None:
    """The day on which the one disaster was that all of these count; None where they count something else, too."""
    windows = [quantities[item.id].window for item in told]
    days = [window.begins for window in windows if window.begins != LONG_AGO]
    if not days or max(days) - min(days) > SLACK:
        return None
    day = min(days)
    late = max(window.ends for window in windows) - day > LONGEST or min(window.ends for window in windows) < day
    return None if late or not all(_counts_it(item) for item in told) else day


def _counts_it(item: Item) -> bool:
    begins = item.window.begins if item.window else None
    return item.claim.cause == "disaster" and item.told is not None and (begins == LONG_AGO or item.moment)


def _known_by(item: Item, quantity: Quantity, day: int) -> Quantity:
    by = quantity.window.ends if quantity.window.begins == LONG_AGO else max(item.told or day, quantity.window.ends)
    return quantity._replace(window=Window(day, day, by, by))
