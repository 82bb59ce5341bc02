"""A number that may count something, with its bounds."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.words import Quantifier


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of the text, modifiers included; [core, core_end) is the number itself.

    `low` or `high` None: open on that side. `refused` says why it can count no people (None: it may).
    """

    start: int
    end: int
    core: int
    core_end: int
    low: int | None
    high: int | None
    quantifier: Quantifier
    refused: str | None = None
