"""What people decided about situations, laid over what was computed."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.situation import Decision
from dateline.reconcile.item import Item


def apply(groups: Iterable[list[Item]], decisions: Iterable[Decision]) -> list[list[Item]]:
    """The groups after merges and splits, in the order in which they were decided.

    Claims that are no longer there are passed over: a decision about them rests until they come back.
    """
    grown = [list(group) for group in groups]
    home = {item.id: number for number, group in enumerate(grown) for item in group}
    for decision in sorted(decisions, key=lambda decision: decision.id):
        named = sorted({claim for claim in decision.claims if claim in home})
        if decision.action == "merge":
            target, *others = sorted({home[claim] for claim in named}) or [-1]
            for other in others:
                _move(grown, home, other, target, grown[other])
        elif decision.action == "split" and named:
            grown.append([])
            moved = [item for number in {home[claim] for claim in named} for item in grown[number] if item.id in named]
            for item in moved:
                _move(grown, home, home[item.id], len(grown) - 1, [item])
    return [group for group in grown if group]


def _move(groups: list[list[Item]], home: dict[str, int], old: int, new: int, items: list[Item]) -> None:
    moved = list(items)
    groups[new].extend(moved)
    groups[old] = [item for item in groups[old] if item not in moved]
    for item in moved:
        home[item.id] = new
