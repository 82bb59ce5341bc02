"""How far a run is: told to whoever watches, kept by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dateline.model import Document
from dateline.model.reading import Problem, Reading


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a run in shards is: `pages` read, of these `passed` worth reading with care, `claims` found in them.

    `share` of the inputs' bytes is done (0..1); None: not known. `ignored_keys` as for `Reading`.
    """

    pages: int = 0
    passed: int = 0
    claims: int = 0
    share: float | None = None
    ignored_keys: tuple[str, ...] = ()

    def plus(self, other: Tally) -> Tally:
        """Both together; the share is not known then."""
        keys = tuple(dict.fromkeys((*self.ignored_keys, *other.ignored_keys)))
        return Tally(self.pages + other.pages, self.passed + other.passed, self.claims + other.claims, None, keys)


class Progress(Protocol):
    """Watches a run. Called in the order of the inputs, from the thread that drives the run."""

    def read(self, reading: Reading) -> None:
        """A document was read and waits for extraction."""

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        """A document is through, with so many claims; `new` is False when the ledger had it already."""

    def failed(self, problem: Problem) -> None:
        """An input could not be used; the others go on."""

    def moved(self, tally: Tally) -> None:
        """A run in shards, which tells of no single document, is so far."""


class Unwatched:
    """Nobody watches."""

    def read(self, reading: Reading) -> None:
        """Nothing to tell."""

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        """Nothing to tell."""

    def failed(self, problem: Problem) -> None:
        """Nothing to tell."""

    def moved(self, tally: Tally) -> None:
        """Nothing to tell."""
