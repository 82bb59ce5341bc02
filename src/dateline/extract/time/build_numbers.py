"""What the shared rules make of number words in the order in which a language says them, below a hundred thousand.

Each gives the values of the number's item (`number_values`), None where the words make no number together.
"""

from __future__ import annotations

from typing import Any

from dateline.extract.time.grammar import Build
from dateline.extract.time.lexicon import number_values, ordinal_values


def tens(tens: int, ones: int, ten: int = 0) -> dict[str, Any] | None:
    """A number below a hundred ("treinta y uno", "soixante-douze", "soixante-dix-neuf")."""
    if (ten and (ten != 10 or tens != 60)) or (tens == 10 and not 7 <= ones <= 9):
        return None
    low = ten + ones
    fits = tens % 10 == 0 and 10 <= tens < 100 and 0 < low < (20 if tens == 60 else 10)
    return _number(tens + low) if fits else None


def twenties(times: int, ten: int = 0, ones: int = 0) -> dict[str, Any] | None:
    """Four twenties and what is added to them, up to 99."""
    return _number(80 + ten + ones) if times == 4 and ten in {0, 10} and ten + ones < 20 else None


def teens(ones: int) -> dict[str, Any] | None:
    """Ten and what stands before it."""
    return _number(10 + ones) if 1 <= ones <= 9 else None


def ordinal_teens(low: int) -> dict[str, Any] | None:
    """The eleventh to the nineteenth, likewise."""
    return _ordinal(10 + low) if 1 <= low <= 9 else None


def hundreds(hundreds: int = 0, times: int = 1, rest: int = 0) -> dict[str, Any] | None:
    """The hundreds and what follows them."""
    if times >= 100 or rest >= 100:
        return None
    return _number((hundreds or times * 100) + rest)


def thousands(times: int = 1, rest: int = 0, start: Any = None) -> dict[str, Any] | None:
    """The thousands and what follows them; a language may say two thousand in one word (`start`)."""
    times = start if isinstance(start, int) else times
    return _number(times * 1000 + rest) if times < 100 and rest < 1000 else None


def ordinal_sum(low: int, high: int) -> dict[str, Any] | None:
    """ "الحادي والعشرون": the ones before the tens."""
    low, high = min(low, high), max(low, high)
    return _ordinal(low + high) if high >= 20 and high % 10 == 0 and low < 10 else None


def _ordinal(n: int) -> dict[str, Any]:
    """An ordinal of more than one word counts days as surely as one in figures."""
    values = ordinal_values(n)
    return {**values, "NTHFIG": n} if "NTHDAY" in values else values


def _number(n: int) -> dict[str, Any]:
    return {"NUMBER": n, **number_values(n)}


NUMBER_BUILDERS: dict[str, Build] = {
    "tens": tens,
    "twenties": twenties,
    "teens": teens,
    "ordinal_teens": ordinal_teens,
    "hundreds": hundreds,
    "thousands": thousands,
    "ordinal_sum": ordinal_sum,
}
