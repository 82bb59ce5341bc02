"""The rows of a situation that tell of one thing: the same people counted, in one place, in one way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dateline.report import words
from dateline.report.clean import shown
from dateline.report.view import View

Row = dict[str, Any]

MEASURES: Final = {"stock": "at a date (stock)", "flow": "during a period (flow)", "return": "during a period (flow)"}
_UNITS: Final = {"person": "", "household": ", households", "dwelling": ", dwellings"}


@dataclass(frozen=True, slots=True)
class Strand:
    """Rows of one thing, oldest first. `measure` is "stock", "flow" or "return". `part`: each row counts a part of
    something larger, by the text's own word; parts are compared with nothing, not even with each other. `more` are
    claims that count the same and make no row: those replaced since, and parts of an incident's toll.
    """

    what: str
    where: str
    measure: str
    part: bool
    rows: list[Row]
    more: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What is counted, how and where: "Displaced, at a date (stock) – Beira"."""
        parts = ", parts of more" if self.part else ""
        return f"{self.what}, {MEASURES[self.measure]}{parts}{f' – {self.where}' if self.where else ''}"

    @property
    def shape(self) -> str:
        """The class of its colour."""
        return "stock" if self.measure == "stock" else "flow"

    @property
    def claims(self) -> list[str]:
        """The claims of its rows and those beside them, each once."""
        return list(dict.fromkeys([*(claim for row in self.rows for claim in row["claims"]), *self.more]))


def strands(situation: Row, views: Mapping[str, View]) -> list[Strand]:
    """The series of a situation by what is counted, how and where. Tolls of an incident are of one place. `views` are
    the claims of the page by id, which say what is a part.
    """
    found: dict[tuple[str, str, str, bool], list[Row]] = {}
    for row in situation["series"]:
        place = "" if situation["kind"] == "incident" else where(row["place"])
        found.setdefault((what(row), place, row["measure"], _part(row, views)), []).append(row)
    made = [Strand(*key, sorted(rows, key=dated)) for key, rows in found.items()]
    for claim in _without_row(situation, views):
        _strand_of(views[claim], made, situation["kind"]).more.append(claim)
    return made


def _without_row(situation: Row, views: Mapping[str, View]) -> list[str]:
    told = {claim for row in situation["series"] for claim in row["claims"]}
    return [
        claim for claim, (role, _) in situation["roles"].items()
        if role != "excluded" and claim not in told and claim in views
    ]  # fmt: skip


def _strand_of(view: View, made: list[Strand], kind: str) -> Strand:
    """The strand that counts what a claim without a row counts, by term and place; a new one where there is none."""
    place = "" if kind == "incident" else " and ".join(place.path[0] for place in view.places if place.path)
    for strand in made:
        if strand.what.partition(",")[0] == view.term and strand.where in ("", place):
            return strand
    made.append(Strand(view.term, place, "stock" if view.measure == "stock" else "flow", view.part_of is not None, []))
    return made[-1]


def _part(row: Row, views: Mapping[str, View]) -> bool:
    known = [views[claim] for claim in row["claims"] if claim in views]
    return bool(known) and all(view.part_of for view in known)


def dated(row: Row) -> tuple[str, str]:
    """Sorts rows by their end, those without one last."""
    return row["end"] or "9999", row["start"] or ""


def what(row: Row) -> str:
    """What is counted: "Displaced", "Killed, children", "Homeless, households"."""
    whom = f", {shown(row['whom'])}" if row.get("whom") else ""
    return words.TERMS.get(row["term"], words.TERMS["other"]) + whom + _UNITS[row["unit"]]


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
