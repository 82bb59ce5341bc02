"""One voice an origin: its newest claim on a quantity replaces its older ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dateline.reconcile.item import Item
from dateline.reconcile.quantity import Quantity


@dataclass(slots=True)
class Standing:
    """Which claims stand, and for the others the claim that took their place.

    `smaller` are those beside which their own page has a larger figure for what looks the same.
    """

    live: list[Item] = field(default_factory=list)
    superseded: dict[str, str] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    smaller: dict[str, str] = field(default_factory=dict)


def standing(items: Collection[Item], quantities: Mapping[str, Quantity], *, one_toll: bool) -> Standing:
    """Tells the standing claims from the replaced ones.

    Newer is what was published later; claims of one day, or of no known day, stand side by side. A replaced claim
    is corrected when the newer one leaves no room for it, else superseded. A cumulative count (a flow from the same
    start) that its origin later puts lower is corrected too. With `one_toll` (incidents) all tolls of an origin are
    one quantity.
    """
    result = Standing()
    items = [item for item in items if not _of_a_larger(item, items, quantities, result)]
    voices: defaultdict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.age):
        quantity = quantities[item.id]
        if quantity.scope.startswith("part:"):
            result.live.append(item)
            continue
        told = quantity._replace(window=quantity.window._replace(ends_from=0, ends=0)) if one_toll else quantity
        voices[item.origin, told].append(item)
    kept = [item for voice in voices.values() for item in _newest(voice, result)]
    result.live.extend(kept if one_toll else _uncorrected(kept, quantities, result))
    result.live.sort(key=lambda item: item.id)
    return result


def _of_a_larger(item: Item, items: Collection[Item], quantities: Mapping[str, Quantity], result: Standing) -> bool:
    """True for an unplaced figure credited to nobody whose page credits a larger one of the same days: it may be some
    of these ("twenty-two were shot").
    """
    quantity = quantities[item.id]
    if item.claim.sources or not quantity.scope.startswith("alike:"):
        return False
    larger = [
        other for other in items
        if other.claim.document_id == item.claim.document_id and quantities[other.id] == quantity
        and other.claim.sources and other.interval.low >= item.interval.high
    ]  # fmt: skip
    if larger:
        result.smaller[item.id] = min(larger, key=lambda one: (one.interval.low, one.id)).id
    return bool(larger)


def _newest(voice: list[Item], result: Standing) -> list[Item]:
    """Those of the last day of publication; the others are replaced. `voice` comes oldest first. Who tells of persons
    one by one does not take back the number that was given before.
    """
    dated = [item for item in voice if item.reported.published is not None]
    dated = [item for item in dated if item.described is None] or dated
    if not dated:
        return _largest(voice, result)
    last = dated[-1].reported.published or ""
    newest = min((item for item in dated if item.reported.published == last), key=lambda item: item.id)
    kept = []
    for item in voice:
        if item.reported.published is None or item.reported.published >= last:
            kept.append(item)
        elif item.interval.meets(newest.interval) or item.interval.high < newest.interval.low:
            result.superseded[item.id] = newest.id
        else:
            result.corrected[item.id] = newest.id
    return _largest(kept, result)


def _largest(voice: list[Item], result: Standing) -> list[Item]:
    """Without what excludes a larger figure of the same page: a voice does not contradict itself in one breath, it
    speaks of some of them, or of another event that its words do not tell apart.
    """
    most: dict[str, Item] = {}
    for item in sorted(voice, key=lambda item: (item.interval.low, item.id)):
        most[item.claim.document_id] = item
    kept = []
    for item in voice:
        largest = most[item.claim.document_id]
        if item.interval.meets(largest.interval):
            kept.append(item)
        else:
            result.smaller[item.id] = largest.id
    return kept


def _uncorrected(items: list[Item], quantities: Mapping[str, Quantity], result: Standing) -> list[Item]:
    """Without the cumulative counts that their origin later put lower."""
    chains: defaultdict[tuple[object, ...], list[Item]] = defaultdict(list)
    kept = []
    for item in items:
        quantity = quantities[item.id]
        if quantity.measure != "flow" or not quantity.tied:
            kept.append(item)
            continue
        start = quantity.window._replace(ends_from=0, ends=0)
        chains[item.origin, quantity._replace(window=start)].append(item)
    for chain in chains.values():
        kept.extend(_falling(chain, quantities, result))
    return kept


def _falling(chain: list[Item], quantities: Mapping[str, Quantity], result: Standing) -> list[Item]:
    """Walks from the longest window back: a count above a later, lower one was corrected by it."""
    kept: list[Item] = []
    lowest: Item | None = None
    for item in sorted(chain, key=lambda item: (quantities[item.id].window.ends, item.age), reverse=True):
        newer = lowest is not None and (item.reported.published or "") <= (lowest.reported.published or "")
        if lowest is not None and newer and _later(lowest, item, quantities) and (
            item.interval.low > lowest.interval.high
        ):  # fmt: skip
            result.corrected[item.id] = lowest.id
            continue
        kept.append(item)
        if lowest is None or item.interval.high < lowest.interval.high:
            lowest = item
    return kept


def _later(one: Item, other: Item, quantities: Mapping[str, Quantity]) -> bool:
    return quantities[one.id].window.ends > quantities[other.id].window.ends
