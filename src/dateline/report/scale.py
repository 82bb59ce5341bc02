"""A logarithmic scale for figures that run from one person to millions, and the mark of a claim upon it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Protocol

from dateline.report.view import View

LEFT, RIGHT = 5.0, 92.0
"""Percent of the width that the scale uses; the rest is for the arrows of open ends."""
ZERO = 1.5
"""Percent of the width where zero stands, which no logarithm has."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A power of ten on the scale. `x` is in percent of the width."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From 10 ** `first` to 10 ** `last`; `zero` says that zero occurs and is named at the left end."""

    first: int
    last: int
    zero: bool = False

    def x(self, value: int) -> float:
        """Where a value stands, in percent of the width."""
        if value <= 0:
            return ZERO
        share = (log10(value) - self.first) / (self.last - self.first)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    def ticks(self) -> list[Tick]:
        """Every power of ten, or every second or third so that at most six are named."""
        step = max(1, ceil((self.last - self.first) / 5))
        named = [Tick(self.x(10**power), label(10**power)) for power in range(self.first, self.last + 1, step)]
        return [Tick(ZERO, "0"), *named] if self.zero else named


def label(value: int) -> str:
    """A power of ten as people write it."""
    for name, size in (("billion", 10**9), ("million", 10**6)):
        if value >= size:
            return f"{value // size:,} {name}"
    return f"{value:,}"


def scale_of(views: Iterable[View]) -> Scale | None:
    """The powers of ten that hold all bounds; None when no claim has any."""
    values = [value for view in views for value in (view.low, view.high) if value is not None]
    if not values:
        return None
    lowest = min((value for value in values if value > 0), default=1)
    first = floor(log10(lowest))
    return Scale(first, max(ceil(log10(max(*values, 1))), first + 1), zero=0 in values)


class Places(Protocol):
    """Whatever gives a number its place on the width."""

    def x(self, value: int) -> float:
        """Where a value stands, in percent of the width."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim on a scale: its bounds in percent of the width; None is an open end.

    `x1 == x2` is a single number. `shape` is how it was told: "flow", "stock" or "open", with " not" for what is
    not said to have happened.
    """

    x1: float | None
    x2: float | None
    shape: str


def mark(view: View, scale: Places | None) -> Mark | None:
    """The claim on the scale; None when it has no bound."""
    if scale is None or (view.low is None and view.high is None):
        return None
    x1 = None if view.low is None else scale.x(view.low)
    x2 = None if view.high is None else scale.x(view.high)
    return Mark(x1, x2, (view.measure or "open") + ("" if view.happened else " not"))
