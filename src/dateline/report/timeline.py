"""What happened and who said what, by day: the events and statements of the page, beside its figures.

A moment stands under the day that its text gives; where the text gives none, under the day of its page, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.release.told import said_words, speaker_words
from dateline.report import words
from dateline.report.clean import shown
from dateline.report.view import View
from dateline.report.when import days

Row = dict[str, Any]

MOST_OPEN: Final = 60
"""Moments of a month that stands open at first."""
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ROLES: Final = {"agent": "does it", "target": "to whom", "party": "side"}


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes part in an event, as the text names it; `role` in words, `resolved` a known body or None."""

    name: str
    role: str
    resolved: str | None


@dataclass(frozen=True, slots=True)
class Moment:
    """An event or a statement. `what` is its kind in words, `said` the words of a statement ("" for an event),
    `speaker` who says them. `day` sorts it, `month` ("2014-03", "2014" where no month is told) is where it stands.
    `told` is True where the text gives the day, False where only the page is dated.
    """

    view: View
    what: str
    day: str
    month: str
    told: bool
    taking: list[Taking]
    said: str
    direct: bool
    speaker: str


@dataclass(frozen=True, slots=True)
class Month:
    """The moments of one month, oldest first; `title` is "" for those without any date."""

    anchor: str
    title: str
    moments: list[Moment]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months in order, undated moments last."""

    months: list[Month]
    events: int
    statements: int

    def __str__(self) -> str:
        told = [(self.events, "event"), (self.statements, "statement")]
        return words.listed([words.counted(number, what) for number, what in told if number])


def timeline(rows: Iterable[Row], views: Mapping[str, View]) -> Timeline | None:
    """The timeline of released rows that are no figures; None where there are none. `views` are all rows in words."""
    moments = [_moment(row, views[row["claim_id"]]) for row in rows if row["kind"] != "figure" and _says(row)]
    if not moments:
        return None
    moments.sort(key=_order)
    found: dict[str, list[Moment]] = {}
    for moment in moments:
        found.setdefault(moment.month, []).append(moment)
    months = [Month(f"t{at}", _title(month), inside) for at, (month, inside) in enumerate(found.items(), 1)]
    statements = sum(bool(one.said) for one in moments)
    return Timeline(months, len(moments) - statements, statements)


def _order(one: Moment) -> tuple[str, str, str, tuple[int, int]]:
    return one.day or "9999", one.view.paper.published or "", one.view.paper.id, one.view.excerpt


def _says(row: Row) -> bool:
    """A withdrawn claim's row says nothing."""
    return bool(row.get("trigger") or row.get("content"))


def _moment(row: Row, view: View) -> Moment:
    day, month, told = _day(row, view)
    if row["kind"] == "event":
        taking = [Taking(shown(a["name"]), _ROLES[a["role"]], _resolved(a)) for a in row["actors"]]
        return Moment(view, words.EVENTS[row["type"]], day, month, told, taking, "", False, "")
    said = shown(said_words(row))
    return Moment(view, words.FORMS[row["form"]], day, month, told, [], said, row["direct"], shown(speaker_words(row)))


def _resolved(actor: Row) -> str | None:
    return shown(actor["resolved"]) if actor["resolved"] and actor["resolved"] != actor["name"] else None


def _day(row: Row, view: View) -> tuple[str, str, bool]:
    """The first day of the period, else of the page, and its month as far as it is told; "" where none is known."""
    for date, told in ((row["period"]["start"], True), (row["period"]["end"], True), (view.paper.published, False)):
        if meant := days(date):
            return meant[0], (date or "")[:7], told
    return "", "", False


def _title(month: str) -> str:
    if not month:
        return "Without a date"
    return f"{_MONTHS[int(month[5:7]) - 1]} {int(month[:4])}" if month[5:7].isdigit() else month
