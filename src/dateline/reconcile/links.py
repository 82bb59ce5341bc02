"""The links of a situation: why a claim is told with the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.model.situation import Link
from dateline.reconcile.item import Item
from dateline.reconcile.keys import day_of
from dateline.reconcile.quantity import Quantity


def links_within(items: Iterable[Item], quantities: Mapping[str, Quantity], *, incident: bool) -> Iterator[Link]:
    """One link from each claim to the nearest earlier one of its strand, with what the two share.

    An `incident` holds the dead and the hurt; claims of two families are in one situation only where a person merged
    them.
    """
    last: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: (day_of(item) or 0, item.id)):
        before = last.get(item.strand) or next(iter(last.values()), None)
        if before is not None:
            yield _link(before, item, quantities, incident=incident)
        last[item.strand] = item


def _link(one: Item, other: Item, quantities: Mapping[str, Quantity], *, incident: bool) -> Link:
    first, second = sorted((one.id, other.id))
    reasons = [_kin(one, other, incident=incident)]
    if one.claim.document_id == other.claim.document_id:
        reasons.append("told on one page")
    score = 0.4
    if one.claim.country is not None and one.claim.country == other.claim.country:
        reasons.append(f"both in {one.claim.country}")
        score += 0.2
    if one.claim.cause is not None and one.claim.cause == other.claim.cause:
        reasons.append(f"both by {one.claim.cause}")
        score += 0.1
    days = day_of(one), day_of(other)
    if days[0] is not None and days[1] is not None:
        reasons.append(f"{abs(days[1] - days[0])} days apart")
        score += 0.1
    if quantities[one.id] == quantities[other.id]:
        reasons.append("of one place and time")
        score += 0.2
    return Link(first, second, round(min(score, 1.0), 2), tuple(reasons))


def _kin(one: Item, other: Item, *, incident: bool) -> str:
    if one.family == other.family:
        return f"both of {one.family}"
    return "the dead and the hurt of one incident" if incident else "merged by a reviewer"
