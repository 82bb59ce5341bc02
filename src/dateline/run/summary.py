"""What a run into a ledger did."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.model.reading import Problem

if TYPE_CHECKING:
    from dateline.ledger import Added


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one run.

    `documents` = `new` + `reread` (known, and read differently now) + `unchanged`. `claims` counts claims that the
    ledger did not have, `updated` known ones that now read differently, `retired` those no longer given. `passed_over`
    counts pages without a claim that are named and not kept; they are not among the documents.
    """

    documents: int
    new: int
    reread: int
    unchanged: int
    claims: int
    updated: int
    retired: int
    passed_over: int
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """As `dateline add --json` prints it."""
        return asdict(self)


@dataclass(slots=True)
class Count:
    """A summary while it grows."""

    new: int = 0
    reread: int = 0
    unchanged: int = 0
    claims: int = 0
    updated: int = 0
    retired: int = 0
    passed_over: int = 0
    problems: list[Problem] = field(default_factory=list)

    def added(self, added: Added | None) -> bool:
        """Enter one document (None: the ledger had it as it is); True when anything was written."""
        changed = added is not None and (
            added.document_new or bool(added.claims_new or added.claims_updated or added.claims_retired)
        )
        if added is None or not changed:
            self.unchanged += 1
            return False
        self.new += added.document_new
        self.reread += not added.document_new
        self.claims += added.claims_new
        self.updated += added.claims_updated
        self.retired += added.claims_retired
        return True

    def add(self, other: Summary) -> None:
        """Enter what a part of the run did."""
        self.new += other.new
        self.reread += other.reread
        self.unchanged += other.unchanged
        self.claims += other.claims
        self.updated += other.updated
        self.retired += other.retired
        self.passed_over += other.passed_over
        self.problems += other.problems

    def failed(self, problem: Problem) -> None:
        """Enter an input that could not be used."""
        self.problems.append(problem)

    def summary(self) -> Summary:
        """The counts as they stand."""
        counts = (self.new, self.reread, self.unchanged, self.claims, self.updated, self.retired, self.passed_over)
        return Summary(self.new + self.reread + self.unchanged, *counts, tuple(self.problems))
