"""The rows of a situation that tell of one thing: the same people counted, in one place, in one way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dateline.report import words
from dateline.report.clean import shown

Row = dict[str, Any]

MEASURES: Final = {"stock": "at a date (stock)", "flow": "during a period (flow)", "return": "during a period (flow)"}
_UNITS: Final = {"person": "", "household": ", households", "dwelling": ", dwellings"}


@dataclass(frozen=True, slots=True)
class Strand:
    """Rows that can be compared, oldest first. `measure` is "stock", "flow" or "return"."""

    what: str
    where: str
    measure: str
    rows: list[Row]

    @property
    def title(self) -> str:
        """What is counted, how and where: "Displaced, at a date (stock) – Beira"."""
        return f"{self.what}, {MEASURES[self.measure]}{f' – {self.where}' if self.where else ''}"

    @property
    def shape(self) -> str:
        """The class of its colour."""
        return "stock" if self.measure == "stock" else "flow"

    @property
    def claims(self) -> list[str]:
        """The claims of its rows, each once."""
        return list(dict.fromkeys(claim for row in self.rows for claim in row["claims"]))


def strands(situation: Row) -> list[Strand]:
    """The series of a situation by what is counted, how and where. Tolls of an incident are of one place."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in situation["series"]:
        place = "" if situation["kind"] == "incident" else where(row["place"])
        found.setdefault((row["measure"], row["term"], row["unit"], place), []).append(row)
    return [
        Strand(what(rows[0]), place, measure, sorted(rows, key=dated))
        for (measure, _, _, place), rows in found.items()
    ]  # fmt: skip


def dated(row: Row) -> tuple[str, str]:
    """Sorts rows by their end, those without one last."""
    return row["end"] or "9999", row["start"] or ""


def what(row: Row) -> str:
    """What is counted: "Displaced", "Homeless, households"."""
    return words.TERMS.get(row["term"], words.TERMS["other"]) + _UNITS[row["unit"]]


def where(place: Row | None) -> str:
    """The place of a row; "" without one."""
    if place is None:
        return ""
    role = {"from": "from ", "from_to": "from and to "}.get(place["role"], "")
    near = "near " if place["blurred"] == "near" else ""
    return f"{role}{near}{shown(place['name'])}"


def bounds(rows: Iterable[Row]) -> list[int]:
    """Every number that the rows give."""
    return [row[side] for row in rows for side in ("low", "best", "high") if row[side] is not None]
