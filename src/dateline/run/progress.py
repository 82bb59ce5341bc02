"""How far a run is: told to whoever watches, kept by nobody."""

from __future__ import annotations

from typing import Protocol

from dateline.model import Document
from dateline.model.reading import Problem, Reading


class Progress(Protocol):
    """Watches a run. Called in the order of the inputs, from the thread that drives the run."""

    def read(self, reading: Reading) -> None:
        """A document was read and waits for extraction."""

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        """A document is through, with so many claims; `new` is False when the ledger had it already."""

    def failed(self, problem: Problem) -> None:
        """An input could not be used; the others go on."""


class Unwatched:
    """Nobody watches."""

    def read(self, reading: Reading) -> None:
        """Nothing to tell."""

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        """Nothing to tell."""

    def failed(self, problem: Problem) -> None:
        """Nothing to tell."""
