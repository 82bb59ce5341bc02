"""What a reader should see first: harm before movement, many before few, this week before last year."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log10
from typing import Any, Final

from dateline.report.strands import what, where
from dateline.report.verdicts import range_words
from dateline.report.when import days

Row = dict[str, Any]

GRAVE: Final = {"killed": 3.0, "missing": 3.0, "injured": 2.0, "detained": 1.0, "trapped": 1.0}
"""Powers of ten that harm weighs more than being displaced or affected: a choice of order, and of nothing else."""
OLD: Final = 365
"""Days after which what is told weighs half a power of ten less than the newest of the ledger."""
AT_LENGTH: Final = 4.0
"""Weight from which one claim is enough to be told at length: nine killed, ten thousand displaced."""
MOST_GLANCED: Final = 15
"""Situations that the table at the head of what stands names."""
MOST_COUNTED: Final = 3
"""Things counted that it names of each."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A situation in one line: what stands of it, the gravest first, and how well the gravest is founded."""

    anchor: str
    title: str
    when: str
    stands: list[str]
    grade: str
    origins: int


def weight(row: Row) -> float:
    """How much a situation weighs by its gravest row, in powers of ten; 0 where nothing stands."""
    return max((_of(one) for one in row["series"]), default=0.0)


def by_weight(rows: Iterable[Row]) -> list[Row]:
    """The weightiest first, those long before the newest a little later."""
    listed = list(rows)
    newest = max((day for row in listed if (day := _last(row))), default=0)

    def order(row: Row) -> tuple[float, int, str, str]:
        age = min(1.0, (newest - (_last(row) or newest)) / OLD) / 2
        return age - weight(row), -len(row["roles"]), row["start"] or "9999", row["situation_id"]

    return sorted(listed, key=order)


def glances(rows: Iterable[Row], head: Callable[[Row], tuple[str, str, str]]) -> list[Glance]:
    """The first of the rows that stand for something, in a line each. `head` gives anchor, title and days of a row."""
    return [
        Glance(*head(row), stands(row), gravest["grade"], gravest["origins"])
        for row in [row for row in rows if row["series"]][:MOST_GLANCED]
        for gravest in _gravest(row)[:1]
    ]


def stands(row: Row) -> list[str]:
    """What stands of a situation, the gravest first, each thing once: "Killed: 14", "Displaced, from Aro: 900"."""
    return [f"{what(one)}{_there(one, row)}: {_range(one)}" for one in _gravest(row)]


def _gravest(row: Row) -> list[Row]:
    found: dict[str, Row] = {}
    for one in sorted(row["series"], key=lambda one: (-_of(one), what(one), one["end"] or "")):
        found.setdefault(what(one), one)
    return list(found.values())[:MOST_COUNTED]


def _there(one: Row, row: Row) -> str:
    """Where, but for the toll of an incident, whose title says it."""
    place = "" if row["kind"] == "incident" else where(one["place"])
    return f", {place}" if place else ""


def _range(one: Row) -> str:
    alone = one["low"] == one["best"] == one["high"] and one["best"] is not None
    return f"{one['best']:,}" if alone else range_words(one)


def _of(one: Row) -> float:
    told = next((one[side] for side in ("best", "high", "low") if one[side] is not None), 0)
    return log10(1 + told) + GRAVE.get(one["term"], 0.0) if told else 0.0


def _last(row: Row) -> int | None:
    ends = days(row["end"] or row["start"])
    return datetime.date.fromisoformat(ends[1]).toordinal() if ends else None
