"""A logarithmic scale close around the figures of one thing: from 1, 2 or 5 times a power of ten to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from dateline.report.scale import LEFT, RIGHT, ZERO, Tick, label
from dateline.report.view import View

MOST_TICKS: Final = 4
ROOM: Final = 22.0
"""Percent of the width that a label takes on a narrow screen."""
_PARTS: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Spread:
    """The named numbers of the scale, the lowest and the highest among them; `zero` says that nought occurs."""

    named: tuple[int, ...]
    zero: bool = False

    def x(self, value: int) -> float:
        """Where a value stands, in percent of the width."""
        if value <= 0:
            return ZERO
        low, high = log10(self.named[0]), log10(self.named[-1])
        return round(LEFT + (log10(value) - low) / (high - low) * (RIGHT - LEFT), 1)

    def ticks(self) -> list[Tick]:
        """At most `MOST_TICKS` named numbers with room for their labels; the lowest and the highest always are."""
        inner = self.named[1:-1]
        step = max(1, ceil(len(inner) / max(1, MOST_TICKS - 2)))
        between = [value for value in inner[step - 1 :: step] if self.x(self.named[-1]) - self.x(value) >= ROOM]
        kept = [self.named[0], *between, self.named[-1]]
        named = [Tick(self.x(value), label(value)) for value in kept]
        return [Tick(ZERO, "0"), *named] if self.zero else named


def spread_of(views: Iterable[View]) -> Spread | None:
    """The scale that holds all bounds; None when no claim has any."""
    values = [value for view in views for value in (view.low, view.high) if value is not None]
    if not values:
        return None
    highest, lowest = max(*values, 1), min((value for value in values if value > 0), default=1)
    powers = range(floor(log10(lowest)), ceil(log10(highest)) + 2)
    rounds = [part * 10**power for power in powers for part in _PARTS]
    first = max(at for at, value in enumerate(rounds) if value <= lowest)
    last = min(at for at, value in enumerate(rounds) if value >= highest and at > first)
    return Spread(tuple(rounds[first : last + 1]), zero=0 in values)
