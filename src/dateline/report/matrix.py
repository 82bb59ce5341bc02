"""How many claims by place and term: counts of claims, the only sums on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.report.groups import TERM_ORDER, Section
from dateline.report.view import View

MOST_PLACES = 12
"""Places listed under a country; the others are counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`claims` of one term; `anchor` is the group of the page where they (or the first of them) stand."""

    claims: int
    term: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A country, or a place inside it. A claim that names two places counts in the row of each."""

    label: str
    is_country: bool
    cells: list[Cell]
    claims: int
    more_places: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: one column a term."""

    terms: list[str]
    rows: list[MatrixRow]


def matrix(sections: Sequence[Section]) -> Matrix:
    """The counts, in the order of the page."""
    told = {view.term for section in sections for view in section.views}
    terms = [term for term in TERM_ORDER if term in told]
    return Matrix(terms, [row for section in sections for row in _rows(section, terms)])


def _rows(section: Section, terms: list[str]) -> list[MatrixRow]:
    places = Counter(label for view in section.views for label in _labels(view))
    listed = [label for label, _ in places.most_common(MOST_PLACES)]
    country = _row(section, section.title, terms, section.views, True, len(places) - len(listed))
    inside = [(label, [v for v in section.views if label in _labels(v)]) for label in listed]
    return [country, *(_row(section, label, terms, views, False) for label, views in inside)]


def _row(
    section: Section, label: str, terms: list[str], views: list[View], is_country: bool, more_places: int = 0
) -> MatrixRow:
    anchors = {view.id: group.anchor for group in section.groups for view in group.views}
    cells = []
    for term in terms:
        told = [view for view in views if view.term == term]
        cells.append(Cell(len(told), term, anchors[told[0].id] if told else None))
    return MatrixRow(label, is_country, cells, len(views), more_places)


def _labels(view: View) -> set[str]:
    """The places of a claim below the level of a country."""
    return {place.path[0] for place in view.places if not place.whole_country}
