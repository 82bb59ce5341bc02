"""What hangs together by pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def tied(pairs: Iterable[tuple[Thing, Thing]]) -> list[set[Thing]]:
    """The groups that pairs tie together, each thing in one; groups and members in no particular order."""
    parent: dict[Thing, Thing] = {}

    def root(thing: Thing) -> Thing:
        parent.setdefault(thing, thing)
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[Thing, set[Thing]] = defaultdict(set)
    for thing in list(parent):
        groups[root(thing)].add(thing)
    return list(groups.values())
