"""The rows of a situation's series, from what was settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from dateline.model.situation import SeriesMeasure, SeriesPlace, Verdict
from dateline.model.words import Cause, Unit
from dateline.reconcile import words
from dateline.reconcile.days import iso
from dateline.reconcile.item import Item
from dateline.reconcile.quantity import UNDATED, Quantity
from dateline.reconcile.settle import Settled
from dateline.reconcile.verdict import best_of, grade_of, whole


def series(done: Settled, cause: Cause | None, chosen: Collection[str]) -> tuple[list[Verdict], dict[str, str]]:
    """The rows, in the order of strand, unit, measure, place and time, and the recommended claims with the reason."""
    by_quantity: defaultdict[Quantity, list[Item]] = defaultdict(list)
    for claim, quantity in done.quantities.items():
        by_quantity[quantity].append(done.items[claim])
    rows, recommended = [], {}
    for quantity in sorted(done.bounds):
        row, best = _row(quantity, by_quantity, done, cause, chosen)
        rows.append(row)
        if best is not None:
            recommended[best.id] = _why_best(best, chosen)
    return rows, recommended


def _row(
    quantity: Quantity,
    by_quantity: dict[Quantity, list[Item]],
    done: Settled,
    cause: Cause | None,
    chosen: Collection[str],
) -> tuple[Verdict, Item | None]:
    bounds = done.bounds[quantity]
    low, high = whole(bounds)
    told = by_quantity[quantity]
    live = {item.id for item in done.standing.live}
    standing = [item for item in told if item.id in live and item.id not in done.contradicted]
    contested = any(item.id in done.contradicted for item in told)
    heard = [item for item in told if item.id in live]
    best = best_of(standing, low, high, chosen, cause) or best_of(heard, low, high, chosen, cause)
    if best is None and done.moment is not None:
        best = best_of(_earlier(quantity, done, live), low, high, chosen, cause)
    place = _place(told)
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
        origins=len({item.origin for item in heard}),
        grade=grade_of(standing, contested),
    ), best


def _earlier(quantity: Quantity, done: Settled, live: Collection[str]) -> list[Item]:
    """Figures of an incident's toll that were told before: they still count where they lie inside the bounds."""
    return [
        done.items[claim]
        for claim, other in done.quantities.items()
        if claim in live and claim not in done.contradicted
        and other._replace(window=quantity.window) == quantity and other.window.ends <= quantity.window.ends
    ]  # fmt: skip


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
