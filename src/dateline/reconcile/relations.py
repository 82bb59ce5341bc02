"""What ties quantities: stocks and flows over days, parts and wholes, places in places (reconcile.md).

Per strand, unit and slot there are a stock S(t) at the end of break points and the steps F of the flow between them; a
flow from day a to day b is the sum of the steps after a - 1 up to b. All are at least 0. Relations:

    S(t2) ≤ S(t1) + F(t1, t2]                   whoever joins the stock has come by the flow
    S_inner(t) ≤ S_outer(t)                     where containment is stated,
    F_inner(t1, t2] ≤ F_outer(t1, t2]           and so for the steps
    part ≤ whole

That a stock falls by more than reported returns bounds nothing (people move on, die, are counted anew): the relation
S(t2) ≥ S(t1) + F - R - X with X ≥ 0 free holds for every S, so no row is made for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dateline.reconcile.days import LONG_AGO, SOME_DAY
from dateline.reconcile.quantity import Quantity
from dateline.reconcile.slots import Containment, Slot


class Row(NamedTuple):
    """`sum(coefficient × column) ≤ 0`, or `= 0`."""

    terms: tuple[tuple[int, float], ...]
    equal: bool = False


@dataclass(slots=True)
class Programme:
    """Columns (all ≥ 0) and rows `sum(coefficient × column) ≤ 0` or `= 0`. `column` is where a quantity stands."""

    column: dict[Quantity, int] = field(default_factory=dict)
    columns: int = 0
    rows: list[Row] = field(default_factory=list)

    def new(self) -> int:
        """One more column."""
        self.columns += 1
        return self.columns - 1

    def at_most(self, *terms: tuple[int, float]) -> None:
        """One more row."""
        self.rows.append(Row(terms))

    def equal(self, *terms: tuple[int, float]) -> None:
        """One more row that comes to exactly 0."""
        self.rows.append(Row(terms, True))


def programme(
    quantities: Iterable[Quantity],
    slots: Mapping[str, Slot],
    containment: Containment,
    parts: Iterable[tuple[Quantity, Quantity]] = (),
) -> Programme:
    """The relations of a situation's quantities. `parts` are pairs of a part and its whole."""
    made = Programme()
    strands: defaultdict[tuple[str, str, str], defaultdict[str, list[Quantity]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for quantity in sorted(set(quantities)):
        if quantity.tied:
            strands[quantity.strand, quantity.whom, quantity.unit][quantity.slot].append(quantity)
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
        self.bounded = self._bounded()
        self.stock: dict[str, dict[int, int]] = {}
        self.steps: dict[str, Steps] = {}

    def build(self) -> None:
        """Makes all of it."""
        stock_days, days = self._days()
        for slot in sorted(self.by_slot):
            self.stock[slot] = {day: self.made.new() for day in sorted(stock_days[slot])}
            if slot in self.bounded:
                self.steps[slot] = Steps(self.made, sorted(days[slot] | stock_days[slot]))
                self._chain(slot)
            totals = self._totals(slot)
            for quantity in self.by_slot[slot]:
                stock = quantity.measure == "stock"
                self.made.column[quantity] = self._stock(quantity) if stock else self._flow(quantity, totals)
        nearest = set(_nearest(self.pairs))
        for inner, outer in self.pairs:
            for day in sorted(self.stock[inner].keys() & self.stock[outer].keys()):
                self.made.at_most((self.stock[inner][day], 1), (self.stock[outer][day], -1))
            if (inner, outer) in nearest and outer in self.bounded:
                self._flow_within(inner, outer)

    def _bounded(self) -> set[str]:
        """Slots on whose flow some claim speaks, there or in what contains it: elsewhere flows are free."""
        told = {slot for slot, found in self.by_slot.items() if any(q.measure == "flow" for q in found)}
        return told | {inner for inner, outer in self.pairs if outer in told}

    def _days(self) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        """Break points of each slot: its own, and where its flow is bounded those of the slots it is compared with.

        A stock needs a column on the days of what contains it, since S_inner(t2) ≤ S_outer(t1) + F_inner(t1, t2]; the
        other way round nothing follows.
        """
        own_stock: dict[str, set[int]] = {slot: set() for slot in self.by_slot}
        own: dict[str, set[int]] = {slot: set() for slot in self.by_slot}
        for slot, found in self.by_slot.items():
            for quantity in found:
                own[slot].update(_ends(quantity))
                if quantity.measure == "stock":
                    own_stock[slot].update(_ends(quantity))
        stock, days = ({slot: set(found[slot]) for slot in found} for found in (own_stock, own))
        for inner, outer in self.pairs:
            if inner in self.bounded:
                stock[inner] |= own_stock[outer]
                days[inner] |= own[outer]
            if outer in self.bounded:
                days[outer] |= own[inner]
        return stock, days

    def _chain(self, slot: str) -> None:
        """S(t2) ≤ S(t1) + F(t1, t2]."""
        stock, steps = self.stock[slot], self.steps[slot]
        for day, following in pairwise(sorted(stock)):
            self.made.at_most((stock[following], 1), (stock[day], -1), *steps.between(day, following, -1))

    def _totals(self, slot: str) -> dict[int, int]:
        """The running total of the flow on the days where a claim's window begins or ends."""
        days = sorted({day for q in self.by_slot[slot] if q.measure == "flow" for day in _ends(q)})
        totals = {day: self.made.new() for day in days}
        for day, following in pairwise(days):
            terms = self.steps[slot].between(day, following, -1)
            self.made.equal((totals[following], 1), (totals[day], -1), *terms)
        return totals

    def _stock(self, quantity: Quantity) -> int:
        """S(t) itself; for a day that is not known, a stock between those of the first and the last day."""
        slot, window = quantity.slot, quantity.window
        stock = self.stock[slot]
        if window.begins == window.ends:
            return stock[window.begins]
        column = self.made.new()
        if slot in self.bounded:
            came = self.steps[slot].between(window.begins, window.ends, -1)
            self.made.at_most((column, 1), (stock[window.begins], -1), *came)
            self.made.at_most((stock[window.ends], 1), (column, -1), *came)
        return column

    def _flow(self, quantity: Quantity, total: Mapping[int, int]) -> int:
        """The total over the window: exactly, or between the shortest and the longest that it may be."""
        window, column = quantity.window, self.made.new()
        if window.exact and window.begins != LONG_AGO:
            self.made.equal((column, 1), (total[window.ends], -1), (total[window.begins - 1], 1))
            return column
        if window.begins_by <= window.ends_from:
            self.made.at_most((total[window.ends_from], 1), (total[window.begins_by - 1], -1), (column, -1))
        if window.begins != LONG_AGO and window.ends != SOME_DAY:
            self.made.at_most((column, 1), (total[window.ends], -1), (total[window.begins - 1], 1))
        return column

    def _flow_within(self, inner: str, outer: str) -> None:
        """Each step of the inner flow is at most what the outer one has over the same days."""
        shared = sorted(set(self.steps[inner].days) & set(self.steps[outer].days))
        for day, following in pairwise(shared):
            within = self.steps[inner].between(day, following, 1)
            self.made.at_most(*within, *self.steps[outer].between(day, following, -1))


class Steps:
    """The flow of a slot cut at break points: one column for each step from the end of one day to that of the next."""

    def __init__(self, made: Programme, days: list[int]) -> None:
        self.days = days
        self._columns = [made.new() for _ in days[1:]]
        self._at = {day: number for number, day in enumerate(days)}

    def between(self, first: int, last: int, factor: float) -> list[tuple[int, float]]:
        """The steps after one break point up to another, each with a factor."""
        return [(column, factor) for column in self._columns[self._at[first] : self._at[last]]]


def _nearest(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs without those that follow from two others."""
    around: defaultdict[str, set[str]] = defaultdict(set)
    for inner, outer in pairs:
        around[inner].add(outer)
    for inner, outer in pairs:
        if not any(outer in around[middle] for middle in around[inner]):
            yield inner, outer


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
