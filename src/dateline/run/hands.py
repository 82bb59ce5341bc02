"""Work on a ledger that can be done side by side: in this process, or in several that each have it open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeVar

if TYPE_CHECKING:
    from dateline.ledger import Ledger

_A_TASK: Final = 1_000
"""Documents in a task."""
T = TypeVar("T")
R = TypeVar("R")


class Hands:
    """So many processes for the work on one ledger, started when first needed; a context manager.

    More than one only from a program that can be imported anew (behind `if __name__ == "__main__"`).
    """

    def __init__(self, ledger: Ledger, jobs: int) -> None:
        self._ledger = ledger
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def each(self, work: Callable[[Ledger, T], R], asked: Sequence[T]) -> Iterator[R]:
        """What `work` gives for each, in their order. `work` is a function of a module, which other processes find."""
        if self._jobs < 2 or len(asked) < 2:
            yield from (work(self._ledger, one) for one in asked)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"))
        yield from self._pool.map(_elsewhere, repeat(work), repeat(self._ledger.path), asked)


def in_tasks(documents: Sequence[str]) -> list[Sequence[str]]:
    """The documents in groups that are each worth sending to another process, and small enough to hold."""
    return [documents[at : at + _A_TASK] for at in range(0, len(documents), _A_TASK)]


def _elsewhere(work: Callable[[Ledger, T], R], path: Path, asked: T) -> R:
    from dateline.ledger import open_ledger

    with open_ledger(path, create=False) as ledger:
        return work(ledger, asked)
