"""What changed since a day: the claims added from then on, the situations they touch, and what stands without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.report.clean import shown
from dateline.report.situations import Situations, anchor, title
from dateline.report.strands import Strand, strands
from dateline.report.verdicts import range_words, when_words
from dateline.report.view import View
from dateline.report.when import date

Row = dict[str, Any]
Key = tuple[str, ...]

MOST_TOUCHED: Final = 60
"""Situations that the list tells; the others are counted."""


@dataclass(frozen=True, slots=True)
class Since:
    """What `write_report` asks the ledger for: the day, the claims added on it or later, what stands without them."""

    day: str
    claims: frozenset[str]
    before: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A row of a series that reads otherwise with the new claims. `before` is None where there was no such row."""

    what: str
    when: str
    before: str | None
    now: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A situation with new claims. `anchor` is where it is told, None where it is not; `clashes` are contradictions
    that come with the new claims, in words.
    """

    title: str
    anchor: str | None
    added: list[View]
    moved: list[Moved]
    clashes: list[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is new. `others` are new claims that belong to no situation; `more` counts situations not listed."""

    since: str
    claims: list[View]
    documents: int
    touched: list[Touched]
    more: int
    others: list[View]


def changes(since: Since, rows: Iterable[Row], views: Mapping[str, View], told: Situations | None) -> Changes:
    """Compare what stands with what stands without the new claims. `rows` are the situations as released."""
    listed = list(rows)
    added = [view for view in views.values() if view.id in since.claims]
    hit = [row for row in listed if since.claims & row["roles"].keys()]
    hit.sort(key=lambda row: (-len(since.claims & row["roles"].keys()), row["situation_id"]))
    placed = {claim for row in listed for claim in row["roles"]}
    anchors = told.anchors if told else frozenset()
    return Changes(
        since=_moment(since.day),
        claims=added,
        documents=len({view.paper.id for view in added}),
        touched=[_touched(row, since, views, anchors) for row in hit[:MOST_TOUCHED]],
        more=max(0, len(hit) - MOST_TOUCHED),
        others=[view for view in added if view.id not in placed],
    )


def _touched(row: Row, since: Since, views: Mapping[str, View], anchors: frozenset[str]) -> Touched:
    """The earlier situations that share a claim with this one are what it was."""
    was = [one for one in since.before if one["roles"].keys() & row["roles"].keys()]
    before = {key: told for one in was for key, (_, told) in _rows(one, views).items()}
    known = {frozenset(clash["claims"]) for one in was for clash in one["contradictions"]}
    place = anchor(row["situation_id"])
    return Touched(
        title=title(row),
        anchor=place if place in anchors else None,
        added=[views[claim] for claim in row["roles"] if claim in since.claims and claim in views],
        moved=list(_moved(before, _rows(row, views))),
        clashes=[shown(one["why"]) for one in row["contradictions"] if frozenset(one["claims"]) not in known],
    )


def _moved(before: Mapping[Key, Row], now: Mapping[Key, tuple[Strand, Row]]) -> Iterator[Moved]:
    for key, (strand, row) in now.items():
        was, told = range_words(before[key]) if key in before else None, range_words(row)
        if was != told:
            yield Moved(strand.title, when_words(row), was, told)


def _moment(day: str) -> str:
    """The day as it was asked for, with its clock time where it had one."""
    clock = day.partition("T")[2][:5]
    return f"{date(day)}, {clock}" if clock else date(day)


def _rows(situation: Row, views: Mapping[str, View]) -> dict[Key, tuple[Strand, Row]]:
    """The rows by what makes them comparable: what is counted, how, where, when."""
    return {
        (strand.title, row["start"] or "", row["end"] or ""): (strand, row)
        for strand in strands(situation, views)
        for row in strand.rows
    }
