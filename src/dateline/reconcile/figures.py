"""What a figure means to the solver (reconcile.md); the stored low and high never change."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from dateline.model import Figure
from dateline.vocab.nearly import says_nearly

ABOUT: Final = 0.1
"""Share by which "about" may be off."""
NEARLY: Final = 0.9
"""Share of N that "nearly N" reaches at least."""
VAGUE: Final = 2.0
"""Factor beyond its band before a vague figure contradicts."""


class Interval(NamedTuple):
    """What a figure allows: [low, high]; -inf and inf are open sides."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """True when one number satisfies both."""
        return self.low <= other.high and other.low <= self.high


def interval_of(figure: Figure) -> Interval:
    """The numbers that a figure allows.

    exact N: ± half a unit of its last non-zero digit; approximately: ± 10 %; nearly N: [0.9 N, N]; other less_than:
    (-inf, N]; more_than: [N, inf); vague: its band and a factor of two beyond; a range as it stands. One who is only
    described ("a man was killed") was told of, not counted: at least one.
    """
    low = -math.inf if figure.low is None else float(figure.low)
    high = math.inf if figure.high is None else float(figure.high)
    if figure.implied:
        return Interval(low, math.inf)
    if figure.quantifier == "exact" and low == high:
        half = _last_unit(int(low)) / 2
        return Interval(max(low - half, 0.0), high + half)
    if figure.quantifier == "approximately":
        return Interval(low * (1 - ABOUT), high * (1 + ABOUT))
    if figure.quantifier == "vague":
        return Interval(low / VAGUE, high * VAGUE)
    if figure.quantifier == "less_than" and figure.low is None and high < math.inf and says_nearly(figure.text):
        return Interval(high * NEARLY, high)
    return Interval(low, high)


def agree(one: Interval, other: Interval) -> bool:
    """True when two counts say the same: a whole number satisfies both, and what one leaves open the other does not
    fill with something else. "At least 41" allows 52, but does not say it.
    """
    least, most = max(one.low, other.low), min(one.high, other.high)
    if least > most or (math.isfinite(least) and math.isfinite(most) and math.ceil(least) > math.floor(most)):
        return False
    if one.high < math.inf and other.high < math.inf and one.low > -math.inf and other.low > -math.inf:
        return True
    for first, second in ((one, other), (other, one)):
        if first.high == math.inf and first.low > -math.inf and not _near(first.low, second, second.low):
            return False
        if first.low == -math.inf and first.high < math.inf and not _near(first.high, second, second.high):
            return False
    return True


def _near(bound: float, told: Interval, side: float) -> bool:
    """True when an open figure's number is about what another one tells: inside it, or near its like end."""
    if math.isinf(side):
        return False
    closed = not (math.isinf(told.low) or math.isinf(told.high))
    low, high = (told.low, told.high) if closed else (side, side)
    return low * (1 - ABOUT) <= bound <= high * (1 + ABOUT)


def _last_unit(number: int) -> int:
    """10 for 120, 1 for 121; 1 for 0."""
    unit = 1
    while number and number % (10 * unit) == 0:
        unit *= 10
    return unit
