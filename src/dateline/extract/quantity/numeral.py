"""What the number grammar reads: one written number and its value."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Value = int | Fraction
"""Whole numbers are int; everything else is exact, too."""
Kind = Literal["integer", "decimal", "fraction", "power", "ratio"]
"""How it is written. "ratio" is two numbers set against each other ("4/5", "one in three", "2000 over 3")."""
Doubt = Literal["long", "glued", "unit", "pronoun", "article"]
"""Why it may be no number: too many digits, letters follow at once ("29km"), "m" may be metres, "the one", an article
("un homme")."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number at [start, end) of its text.

    `parts` are the plainer numbers that a bolder reading was joined from (a sign, a ratio, groups with plain spaces):
    who counts people takes them instead. `doubt` None: surely a number.
    """

    start: int
    end: int
    value: Value
    kind: Kind
    doubt: Doubt | None = None
    parts: tuple[Numeral, ...] = ()
    words: bool = False
    """True where no digit stands in it."""


def whole(value: Value) -> Value:
    """The value as int where nothing is lost."""
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value
