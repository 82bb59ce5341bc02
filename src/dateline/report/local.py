"""A map of one situation: the places that its claims name, where there are two or more to be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.report.map import Maps, maps
from dateline.report.spots import spots
from dateline.report.view import View

Row = dict[str, Any]


class Atlas:
    """Draws maps of some claims. `rows` are the released claims of the page, `views` the same in words."""

    def __init__(self, rows: Iterable[Row], views: Iterable[View]) -> None:
        self._rows = {row["claim_id"]: row for row in rows}
        self._terms = {view.id: view.term for view in views}

    def everything(self) -> Maps | None:
        """The maps of all claims."""
        return maps(spots(self._rows.values(), self._terms))

    def of(self, claims: Iterable[str]) -> Maps | None:
        """The maps of these claims; None where they name fewer than two places that can be drawn."""
        found = spots([self._rows[claim] for claim in claims if claim in self._rows], self._terms)
        return maps(found) if len(found) > 1 else None
