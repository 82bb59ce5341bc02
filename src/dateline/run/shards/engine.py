"""What works on shards, seen from the process that enters them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from dateline.model.reading import Problem
from dateline.run.shards.shard import Shard
from dateline.run.shards.work import Task

Wait = Callable[[], None]
"""Returns when a task is done; raises what its work raised, ExtractError when its process died."""


class Engine(Protocol):
    """Runs tasks elsewhere. Used in a `with` block; leaving it ends its processes once what they are at is done."""

    @property
    def ahead(self) -> int:
        """How many shards may be under way or waiting for an earlier one."""
        ...

    def submit(self, task: Task) -> Wait:
        """Begin a task as soon as there is room for it."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


Step = tuple["Shard | Problem", "Task | None"]
"""A shard with the task that it still asks for (None: its result is there), or a problem in its place."""


def in_order(steps: Iterable[Step], engine: Engine) -> Iterator[Shard | Problem]:
    """The shards in their order, each when its result is there; some are worked on ahead."""
    waiting: deque[tuple[Shard | Problem, Wait | None]] = deque()
    for item, task in steps:
        waiting.append((item, engine.submit(task) if task else None))
        if len(waiting) >= engine.ahead:
            yield _awaited(*waiting.popleft())
    while waiting:
        yield _awaited(*waiting.popleft())


def _awaited(item: Shard | Problem, wait: Wait | None) -> Shard | Problem:
    if wait is not None:
        wait()
    return item
