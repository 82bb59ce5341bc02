"""Quantities: the unknown numbers that claims speak of. Claims of one quantity are told the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from dateline.reconcile.days import LONG_AGO, SOME_DAY, Window
from dateline.reconcile.groups import Groups
from dateline.reconcile.item import Item
from dateline.reconcile.slots import Slot

UNDATED = Window(0, 0, 0, 0)


class Quantity(NamedTuple):
    """How many of a strand, of all people or of some (`whom`), in a unit, at a slot, over a window.

    `scope` is empty for a quantity that relations may tie to others. Otherwise it stands alone: an undated or
    unplaced figure is compared with equal figures only, a part of another claim's figure with nothing.
    """

    strand: str
    whom: str
    unit: str
    measure: str
    slot: str
    window: Window
    scope: str = ""

    @property
    def tied(self) -> bool:
        """True when relations between places and days hold for it."""
        return not self.scope


def quantity_of(item: Item, own: bool = False) -> Quantity:
    """The quantity of a claim in a situation. With `own` a part counts as a figure of its own strand."""
    scope = ""
    if item.claim.part_of is not None and not own:
        scope = f"part:{item.id}"
    elif item.window is None or item.slot is None:
        scope = f"alike:{item.figure.low}:{item.figure.high}:{item.figure.quantifier}"
    slot = item.slot.key if item.slot else ""
    return Quantity(item.strand, item.whom, item.figure.unit, item.measure, slot, item.window or UNDATED, scope)


def one_page(items: Iterable[Item], quantities: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """The quantities, those of unplaced figures made one where a page tells several of the same days: whoever puts "the
    toll" of a crackdown at 24 and who puts it at 25 speak of one number, though no place says where. So do those who
    say how many are missing at one place, without a day: as many as the page's own day leaves.
    """
    groups = Groups(item.id for item in items)
    pages: defaultdict[tuple[str, Quantity], list[str]] = defaultdict(list)
    for item in items:
        quantity = quantities[item.id]
        if quantity.scope.startswith("alike:") and (_unplaced(quantity) or _missing_now(quantity)):
            pages[item.claim.document_id, quantity._replace(scope="")].append(item.id)
            pages["", quantity].append(item.id)
    for told in pages.values():
        for one, other in pairwise(told):
            groups.join(one, other)
    found = dict(quantities)
    for group in groups.all():
        first = min(quantities[claim] for claim in group)
        found.update(dict.fromkeys(group, first))
    return found


def _unplaced(quantity: Quantity) -> bool:
    """True where no place but both ends are told: what was "by" a day may be counted from anywhere on."""
    dated = quantity.window != UNDATED and (quantity.measure == "stock" or quantity.window.begins != LONG_AGO)
    return not quantity.slot and dated


def _missing_now(quantity: Quantity) -> bool:
    return quantity.strand == "missing" and quantity.measure == "stock" and quantity.window == UNDATED


def toll_of(item: Item, moment: Window, own: bool = False, part: bool = False) -> Quantity:
    """The quantity of a claim in an incident: how many were known by the day on which it was told.

    Places make no difference there, and a toll may rise from one day to the next, since the dead are found.
    """
    scope = f"part:{item.id}" if part and not own else ""
    known_by = max(item.told, moment.begins) if item.told is not None else None
    ends = (known_by, known_by) if known_by is not None else (moment.begins, SOME_DAY)
    window = Window(moment.begins, moment.begins, *ends)
    return Quantity(item.strand, item.whom, item.figure.unit, "flow", "", window, scope)


def moment_of(items: list[Item]) -> Window:
    """The days on which an incident may have been, by its dated claims; by its publications where none is dated."""
    windows = [item.window for item in items if item.window is not None and not item.someday]
    if windows:
        return Window(
            min(window.begins for window in windows), max(window.begins for window in windows),
            min(window.ends for window in windows), max(window.ends for window in windows),
        )  # fmt: skip
    told = [item.told for item in items if item.told is not None]
    return Window(min(told), max(told), min(told), max(told)) if told else UNDATED


def slots_of(items: list[Item]) -> dict[str, Slot]:
    """The slots of the items by key; of equal ones, the first by claim id."""
    found: dict[str, Slot] = {}
    for item in sorted(items, key=lambda item: item.id):
        if item.slot is not None:
            found.setdefault(item.slot.key, item.slot)
    return found
