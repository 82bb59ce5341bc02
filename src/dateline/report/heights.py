"""How high a number of people stands in a drawing: from nought where that can be read, else in steps of ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

HEIGHT: Final = 170
"""Pixels of a drawing."""
TOP, BOTTOM = 16.0, 160.0
"""Pixels from above at which the highest and the lowest named number stand."""
_WIDE: Final = 40
"""Times the lowest bound that the highest may be before the drawing goes in steps of ten."""


@dataclass(frozen=True, slots=True)
class Level:
    """A named number, at `y` pixels from above."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Heights:
    """From `low` to `high`, named at each `step`; 0: both are powers of ten, each step ten times the one before."""

    low: int
    high: int
    step: int

    @property
    def tenfold(self) -> bool:
        """True when the drawing goes in steps of ten."""
        return not self.step

    def y(self, value: int) -> float:
        """Pixels from above at which a number stands."""
        if self.tenfold:
            share = (log10(max(value, self.low)) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            share = value / self.high
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    def levels(self) -> list[Level]:
        """The named numbers."""
        if self.tenfold:
            powers = range(round(log10(self.low)), round(log10(self.high)) + 1)
            values = [10**power for power in powers][:: max(1, ceil(len(powers) / 6))]
        else:
            values = list(range(0, self.high + 1, self.step))
        return [Level(self.y(value), short(value)) for value in values]


def heights_of(values: Iterable[int]) -> Heights | None:
    """The scale that holds all numbers; None without any."""
    known = list(values)
    if not known:
        return None
    highest, lowest = max(*known, 1), min((value for value in known if value > 0), default=1)
    if highest > _WIDE * lowest:
        first = floor(log10(lowest))
        return Heights(10**first, 10 ** max(ceil(log10(highest)), first + 1), step=0)
    step = _step(highest)
    return Heights(0, ceil(highest / step) * step, step)


def short(value: int) -> str:
    """A number as an axis names it: "2,500", "1.2 million"."""
    for name, size in (("billion", 10**9), ("million", 10**6)):
        if value >= size:
            return f"{value / size:g} {name}"
    return f"{value:,}"


def _step(highest: int) -> int:
    """The step of 1, 2 or 5 times a power of ten of which two to four hold the highest number."""
    power = 10 ** floor(log10(highest))
    steps = [part for part in (power // 5, power // 2, power, power * 2, power * 5) if part and part * 5 > highest]
    return next(iter(steps), 1)
