"""Groups that grow by joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Members in groups; joining two members joins their groups."""

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {member: member for member in members}

    def top(self, member: T) -> T:
        """The member that stands for its group."""
        above = self._above
        above.setdefault(member, member)
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    def join(self, one: T, other: T) -> None:
        """Put both into one group."""
        self._above[self.top(one)] = self.top(other)

    def all(self) -> list[list[T]]:
        """The groups, their members in the order in which they were first named."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for member in self._above:
            found[self.top(member)].append(member)
        return list(found.values())
