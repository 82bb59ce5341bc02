"""The rows of a situation's series, from what was settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.situation import SeriesMeasure, SeriesPlace, Verdict
from dateline.model.words import Cause, Unit
from dateline.reconcile import words
from dateline.reconcile.days import iso
from dateline.reconcile.item import Item
from dateline.reconcile.quantity import UNDATED, Quantity
from dateline.reconcile.settle import Settled
from dateline.reconcile.verdict import best_of, grade_of, whole


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was settled, with what each row asks of it."""

    done: Settled
    cause: Cause | None
    chosen: Collection[str]
    live: frozenset[str]
    contradicted: frozenset[str]
    tolls: Mapping[Quantity, Sequence[Item]]

    def known(self, quantity: Quantity, *, some: bool = False) -> list[Item]:
        """The figures of an incident's toll, or those of `some` of its people, told by the day of this row."""
        assert self.done.moment is not None
        toll = quantity._replace(window=self.done.moment)
        told = [toll] if not some else [one for one in self.tolls if one.whom and one._replace(whom="") == toll]
        ends = quantity.window.ends
        return [i for one in told for i in self.tolls.get(one, ()) if self.done.quantities[i.id].window.ends <= ends]

    def disputed(self, quantity: Quantity) -> list[Item]:
        """Those who count some of a toll's people by the day of this row, whatever others say of them: of a row that
        they alone bring, where each of them is contradicted or beside a larger one.
        """
        whole = quantity._replace(window=UNDATED)
        return [
            item
            for claim, item in self.done.items.items()
            if (told := self.done.quantities[claim]).whom
            and told._replace(whom="", window=UNDATED) == whole
            and told.window.ends <= quantity.window.ends
        ]


def series(done: Settled, cause: Cause | None, chosen: Collection[str]) -> tuple[list[Verdict], dict[str, str]]:
    """The rows, in the order of strand, unit, measure, place and time, and the recommended claims with the reason."""
    by_quantity: defaultdict[Quantity, list[Item]] = defaultdict(list)
    tolls: defaultdict[Quantity, list[Item]] = defaultdict(list)
    live = frozenset(item.id for item in done.standing.live)
    contradicted = done.contradicted
    for claim, quantity in done.quantities.items():
        by_quantity[quantity].append(done.items[claim])
        if done.moment is not None and claim in live and claim not in contradicted:
            tolls[quantity._replace(window=done.moment)].append(done.items[claim])
    heard = _Heard(done, cause, chosen, live, contradicted, tolls)
    rows, recommended = [], {}
    for quantity in sorted(done.bounds):
        told = by_quantity[quantity] or heard.known(quantity, some=True) or heard.disputed(quantity)
        row, best = _row(quantity, told, heard)
        rows.append(row)
        if best is not None:
            recommended[best.id] = _why_best(best, chosen)
    return rows, recommended


def _row(quantity: Quantity, told: list[Item], heard: _Heard) -> tuple[Verdict, Item | None]:
    done, bounds = heard.done, heard.done.bounds[quantity]
    low, high = whole(bounds)
    place = _place(told)
    live = [item for item in told if item.id in heard.live]
    standing = [item for item in live if item.id not in heard.contradicted]
    best = _best(quantity, standing, live, (low, high), heard)
    low_by = [done.items[claim] for claim in bounds.low_held_by]
    high_by = [done.items[claim] for claim in bounds.high_held_by]
    return Verdict(
        measure=_measure(quantity),
        term=quantity.strand,
        unit=_unit(told),
        place=place,
        start=iso(quantity.window.begins) if quantity.window != UNDATED else None,
        end=iso(quantity.window.ends) if quantity.window != UNDATED else None,
        low=low,
        best=best.value if best else None,
        high=high,
        low_held_by=bounds.low_held_by if low is not None else (),
        high_held_by=bounds.high_held_by if high is not None else (),
        low_why=None if low is None else words.bound("low", low, quantity, place, low_by, done.quantities),
        high_why=None if high is None else words.bound("high", high, quantity, place, high_by, done.quantities),
        claims=tuple(sorted({item.id for item in told} | ({best.id} if best else set()))),
        origins=len({item.origin for item in live}),
        grade=grade_of(standing, len(standing) < len(live), heard.cause),
        whom=quantity.whom or None,
    ), best


def _best(
    quantity: Quantity, standing: list[Item], live: list[Item], ends: tuple[int | None, int | None], heard: _Heard
) -> Item | None:
    """From the claims that stand, else from contested ones. For a toll from both and from those told before: a figure
    that was known earlier may still lie inside the bounds. Where nobody counts all, who counts some ("three women") is
    heard.
    """
    if heard.done.moment is None:
        for candidates in (standing, live):
            if best := best_of(candidates, *ends, heard.chosen, heard.cause):
                return best
        return None
    known = list({item.id: item for item in (*standing, *live, *heard.known(quantity))}.values())
    some = [] if quantity.whom else heard.known(quantity, some=True)
    return best_of(known, *ends, heard.chosen, heard.cause, of_a_toll=True, some=some)


def _measure(quantity: Quantity) -> SeriesMeasure:
    if quantity.strand == "returned":
        return "return"
    return "stock" if quantity.measure == "stock" else "flow"


def _unit(told: list[Item]) -> Unit:
    return told[0].figure.unit


def _place(told: list[Item]) -> SeriesPlace | None:
    first = min(told, key=lambda item: item.id)
    return first.slot.shown if first.slot else None


def _why_best(item: Item, chosen: Collection[str]) -> str:
    if item.id in chosen:
        return "the reviewer's choice"
    return "the newest figure of the most reliable kind of source inside the bounds"
