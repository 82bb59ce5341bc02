"""What ties quantities: stocks and flows over days, parts and wholes, places in places (reconcile.md).

Per strand, unit and slot there are a stock S(t) at the end of break points and a running total C(t) of the flow, so
that a flow from day a to day b is C(b) - C(a - 1). All are at least 0. Relations:

    C(t2) ≥ C(t1)                               nobody is un-displaced
    S(t2) ≤ S(t1) + C(t2) - C(t1)               whoever joins the stock has come by the flow
    S_inner(t) ≤ S_outer(t), and so for each step of C      where containment is stated
    part ≤ whole

That a stock falls by more than reported returns bounds nothing (people move on, die, are counted anew): the relation
S(t2) ≥ S(t1) + F - R - X with X ≥ 0 free holds for every S, so no row is made for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.reconcile.days import LONG_AGO, SOME_DAY
from dateline.reconcile.quantity import Quantity
from dateline.reconcile.slots import Containment, Slot

Terms = tuple[tuple[int, float], ...]


@dataclass(slots=True)
class Programme:
    """Columns (all ≥ 0) and rows `sum(coefficient × column) ≤ 0`. `column` is where a quantity stands."""

    column: dict[Quantity, int] = field(default_factory=dict)
    columns: int = 0
    rows: list[Terms] = field(default_factory=list)

    def new(self) -> int:
        """One more column."""
        self.columns += 1
        return self.columns - 1

    def at_most(self, *terms: tuple[int, float]) -> None:
        """One more row."""
        self.rows.append(terms)


def programme(
    quantities: Iterable[Quantity],
    slots: Mapping[str, Slot],
    containment: Containment,
    parts: Iterable[tuple[Quantity, Quantity]] = (),
) -> Programme:
    """The relations of a situation's quantities. `parts` are pairs of a part and its whole."""
    made = Programme()
    strands: defaultdict[tuple[str, str], defaultdict[str, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for quantity in sorted(set(quantities)):
        if quantity.tied:
            strands[quantity.strand, quantity.unit][quantity.slot].append(quantity)
        else:
            made.column[quantity] = made.new()
    for key in sorted(strands):
        _Strand(made, strands[key], slots, containment).build()
    for part, whole in sorted(set(parts)):
        if part in made.column and whole in made.column:
            made.at_most((made.column[part], 1), (made.column[whole], -1))
    return made


class _Strand:
    """The columns and rows of one strand in one unit."""

    def __init__(
        self,
        made: Programme,
        by_slot: Mapping[str, list[Quantity]],
        slots: Mapping[str, Slot],
        containment: Containment,
    ) -> None:
        self.made, self.by_slot = made, by_slot
        self.pairs = list(_containing(sorted(by_slot), slots, containment))
        self.stock: dict[tuple[str, int], int] = {}
        self.total: dict[tuple[str, int], int] = {}
        self.stock_days: dict[str, set[int]] = {}
        self.total_days: dict[str, set[int]] = {}

    def build(self) -> None:
        """Makes all of it."""
        bounded = self._bounded()
        self.stock_days, flow_days = self._days(bounded)
        for slot in sorted(self.by_slot):
            self.total_days[slot] = self.stock_days[slot] | flow_days[slot] if slot in bounded else set()
            for day in sorted(self.stock_days[slot]):
                self.stock[slot, day] = self.made.new()
            for day in sorted(self.total_days[slot]):
                self.total[slot, day] = self.made.new()
            self._steps(slot, sorted(self.stock_days[slot]), sorted(self.total_days[slot]))
            for quantity in self.by_slot[slot]:
                self.made.column[quantity] = (
                    self._stock(quantity) if quantity.measure == "stock" else self._flow(quantity)
                )
        for inner, outer in self.pairs:
            self._contain(inner, outer)

    def _bounded(self) -> set[str]:
        """Slots on whose flow some claim speaks, there or in what contains it: elsewhere flows are free."""
        told = {slot for slot, found in self.by_slot.items() if any(q.measure == "flow" for q in found)}
        return told | {inner for inner, outer in self.pairs if outer in told}

    def _days(self, bounded: set[str]) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        """Break points of each slot: its own, and where flows are bounded those of the slots it is compared with."""
        stock: dict[str, set[int]] = {slot: set() for slot in self.by_slot}
        flow: dict[str, set[int]] = {slot: set() for slot in self.by_slot}
        for slot, found in self.by_slot.items():
            for quantity in found:
                days = stock if quantity.measure == "stock" else flow
                days[slot].update(_ends(quantity))
        own_stock, own_flow = ({slot: frozenset(days[slot]) for slot in days} for days in (stock, flow))
        for inner, outer in self.pairs:
            for one, other in ((inner, outer), (outer, inner)):
                if one in bounded and other in bounded:
                    stock[one] |= own_stock[other]
                    flow[one] |= own_flow[other]
                elif one == inner and one in bounded:
                    stock[one] |= own_stock[other]
        return stock, flow

    def _steps(self, slot: str, stock_days: list[int], days: list[int]) -> None:
        total, stock, made = self.total, self.stock, self.made
        if not days:
            return
        for day, following in pairwise(days):
            made.at_most((total[slot, day], 1), (total[slot, following], -1))
        for day, following in pairwise(stock_days):
            made.at_most(
                (stock[slot, following], 1), (stock[slot, day], -1),
                (total[slot, following], -1), (total[slot, day], 1),
            )  # fmt: skip

    def _stock(self, quantity: Quantity) -> int:
        """S(t) itself; for a day that is not known, a stock between those of the first and the last day."""
        slot, window = quantity.slot, quantity.window
        if window.begins == window.ends:
            return self.stock[slot, window.begins]
        column = self.made.new()
        if (slot, window.begins) in self.total:
            start, end = self.total[slot, window.begins], self.total[slot, window.ends]
            self.made.at_most((column, 1), (self.stock[slot, window.begins], -1), (end, -1), (start, 1))
            self.made.at_most((self.stock[slot, window.ends], 1), (column, -1), (end, -1), (start, 1))
        return column

    def _flow(self, quantity: Quantity) -> int:
        """The total over the window: exactly, or between the shortest and the longest that it may be."""
        slot, window, column = quantity.slot, quantity.window, self.made.new()
        total = self.total
        if window.begins_by <= window.ends_from:
            start, end = total[slot, window.begins_by - 1], total[slot, window.ends_from]
            self.made.at_most((end, 1), (start, -1), (column, -1))
        if window.begins != LONG_AGO and window.ends != SOME_DAY:
            start, end = total[slot, window.begins - 1], total[slot, window.ends]
            self.made.at_most((column, 1), (end, -1), (start, 1))
        return column

    def _contain(self, inner: str, outer: str) -> None:
        for day in sorted(self.stock_days[inner] & self.stock_days[outer]):
            self.made.at_most((self.stock[inner, day], 1), (self.stock[outer, day], -1))
        steps = sorted(self.total_days[inner] & self.total_days[outer])
        for day, following in pairwise(steps):
            self.made.at_most(
                (self.total[inner, following], 1), (self.total[inner, day], -1),
                (self.total[outer, following], -1), (self.total[outer, day], 1),
            )  # fmt: skip


def _ends(quantity: Quantity) -> set[int]:
    """Days at whose end a column must stand for this quantity."""
    window = quantity.window
    if quantity.measure == "stock":
        return {window.begins, window.ends}
    days = set()
    if window.begins_by <= window.ends_from:
        days |= {window.begins_by - 1, window.ends_from}
    if window.begins != LONG_AGO and window.ends != SOME_DAY:
        days |= {window.begins - 1, window.ends}
    return days


def _containing(keys: list[str], slots: Mapping[str, Slot], containment: Containment) -> Iterable[tuple[str, str]]:
    """Pairs (inner, outer) of slots of one role whose single, unblurred places are stated to contain each other."""
    single = [(key, slot.role, slot.place) for key in keys if (slot := slots.get(key)) and slot.place]
    for inner, role, inside in single:
        for outer, other_role, around in single:
            if inner == outer or role != other_role or not inside or not around:
                continue
            if containment.contains(around, inside) and not (inner > outer and containment.contains(inside, around)):
                yield inner, outer
