"""What one round through the feeds came to."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from dateline.model.reading import Problem
from dateline.run.summary import Summary


@dataclass(slots=True)
class Round:
    """Counts of one round, while it grows.

    `feeds` were asked, `unchanged` of them had nothing new. `items` are new, `updated` ones read differently; of them
    and those that waited, `documents` and `claims` are new in the ledger. `waiting` go on waiting for the next round.
    """

    at: str
    feeds: int = 0
    unchanged: int = 0
    items: int = 0
    updated: int = 0
    documents: int = 0
    claims: int = 0
    waiting: int = 0
    problems: list[Problem] = field(default_factory=list)

    def added(self, summary: Summary) -> None:
        """Enter what the ledger made of an item."""
        self.documents += summary.new
        self.claims += summary.claims
        self.problems += summary.problems

    def to_json(self) -> dict[str, Any]:
        """As `dateline watch --json` prints it."""
        return asdict(self)
