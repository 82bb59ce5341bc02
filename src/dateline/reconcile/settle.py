"""One situation: from its claims to what stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from dateline.reconcile.bounds import Bounds, bounds_of, widened
from dateline.reconcile.conflict import contradictions
from dateline.reconcile.days import Window
from dateline.reconcile.figures import Interval
from dateline.reconcile.item import Item
from dateline.reconcile.quantity import UNDATED, Quantity, moment_of, one_page, quantity_of, slots_of, toll_of
from dateline.reconcile.relations import programme
from dateline.reconcile.rising import rising
from dateline.reconcile.slots import Containment
from dateline.reconcile.standing import Standing, standing
from dateline.reconcile.system import Component, Stance, components


@dataclass(slots=True)
class Settled:
    """What the claims of one situation come to.

    `quantities` tells by claim id what each claim speaks of. `bounds` holds the quantities that make rows.
    `contradictions` are minimal sets of claim ids. `moment` is an incident's days, None for a situation.
    """

    items: dict[str, Item]
    quantities: dict[str, Quantity]
    standing: Standing
    moment: Window | None
    bounds: dict[Quantity, Bounds] = field(default_factory=dict)
    contradictions: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def contradicted(self) -> frozenset[str]:
        """All claims of contradictions."""
        return frozenset(claim for conflict in self.contradictions for claim in conflict)


def settle(items: Sequence[Item], wholes: Mapping[str, str], containment: Containment, *, incident: bool) -> Settled:
    """Who stands, what excludes each other, and the bounds of each quantity.

    `wholes` gives for a part the claim that it is a part of. In an incident each strand is a toll that may rise from
    one day of telling to the next.
    """
    by_id = {item.id: item for item in sorted(items, key=lambda item: item.id)}
    moment = moment_of(list(items)) if incident else None
    parts = {part: by_id[whole] for part, whole in wholes.items() if part in by_id and whole in by_id}
    quantities = {item.id: _quantity(item, parts, moment) for item in by_id.values()}
    if not incident:
        quantities = rising(by_id.values(), one_page(by_id.values(), quantities))
    done = Settled(by_id, quantities, standing(by_id.values(), quantities, one_toll=incident), moment)
    within = {part: _part_of(by_id[part]) for part, whole in parts.items() if _comparable(by_id[part], whole)}
    told = {*_wanted(done), *(quantities[item.id] for item in done.standing.live)}
    made = programme(
        {*told, *within.values()},
        slots_of(list(by_id.values())),
        containment,
        [(quantity, quantities[parts[part].id]) for part, quantity in within.items()],
    )
    stances = [
        Stance(item.id, made.column[quantity], item.interval)
        for item in done.standing.live
        for quantity in {quantities[item.id], within.get(item.id, quantities[item.id])}
    ]
    if incident:
        around = {some: toll for some in told if (toll := _of_all(some, told)) is not None}
        stances += [
            Stance(item.id, made.column[around[some]], Interval(item.interval.low, inf))
            for item in done.standing.live if (some := quantities[item.id]) in around
        ]  # fmt: skip
    wanted = {made.column[quantity]: quantity for quantity in _wanted(done)}
    for component in components(made, stances):
        _solve(component, wanted, done)
    for quantity in wanted.values():
        done.bounds.setdefault(quantity, Bounds())
    return done


def _solve(component: Component, wanted: Mapping[int, Quantity], done: Settled) -> None:
    conflicts, solver = contradictions(component)
    done.contradictions.extend(conflicts)
    aside = frozenset(claim for conflict in conflicts for claim in conflict)
    asked = [number for number, column in enumerate(component.columns) if column in wanted]
    found = bounds_of(component, asked, aside, solver)
    contested: defaultdict[int, list[Stance]] = defaultdict(list)
    for stance in component.stances:
        if stance.claim in aside:
            contested[stance.column].append(stance)
    for number, bounds in found.items():
        rest = widened(bounds, contested[number]) if contested[number] else bounds
        done.bounds[wanted[component.columns[number]]] = rest


def _quantity(item: Item, parts: Mapping[str, Item], moment: Window | None) -> Quantity:
    """A part of another strand's figure ("of whom 76,000 returned") is a figure of its own strand as well."""
    whole = parts.get(item.id)
    own = whole is not None and whole.strand != item.strand
    return toll_of(item, moment, own, whole is not None) if moment is not None else quantity_of(item, own)


def _of_all(some: Quantity, told: Collection[Quantity]) -> Quantity | None:
    """The toll of all people, as told on that day or next after it, which holds a toll of some ("two women")."""
    if not some.whom or some.scope:
        return None
    tolls = (toll for toll in told if toll._replace(whom=some.whom, window=some.window) == some and not toll.whom)
    return min((toll for toll in tolls if toll.window.ends >= some.window.ends), default=None)


def _part_of(item: Item) -> Quantity:
    return Quantity(item.strand, item.whom, item.figure.unit, item.measure, "", Window(0, 0, 0, 0), f"part:{item.id}")


def _comparable(part: Item, whole: Item) -> bool:
    return part.figure.unit == whole.figure.unit


def _wanted(done: Settled) -> list[Quantity]:
    """Quantities that make rows: those on which a claim stands or was corrected, parts aside."""
    gone = done.standing.superseded.keys() if done.moment is None else {
        *done.standing.superseded, *done.standing.corrected
    }  # fmt: skip
    told = {quantity for claim, quantity in done.quantities.items() if claim not in gone}
    told = {quantity for quantity in told if not quantity.scope.startswith("part:")}
    return sorted(told if done.moment is None else told | set(_tolls_since(told)))


def _tolls_since(told: Collection[Quantity]) -> Iterator[Quantity]:
    """An incident's toll of all people on a later day than any on which somebody counts all, but on which some are
    counted ("two women"): it is as high at least, and whoever reads the last row is not left with an older word.
    """
    last: defaultdict[Quantity, int] = defaultdict(int)
    for quantity in told:
        if not quantity.whom and not quantity.scope:
            key = _undated(quantity)
            last[key] = max(last[key], quantity.window.ends)
    for quantity in told:
        toll = quantity._replace(whom="")
        if quantity.whom and not quantity.scope and 0 < last.get(_undated(toll), 0) < quantity.window.ends:
            yield toll


def _undated(quantity: Quantity) -> Quantity:
    return quantity._replace(window=UNDATED)
