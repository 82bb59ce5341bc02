"""Shards on one machine: some processes beside this one, each with a parser of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from dateline.errors import ExtractError
from dateline.run.shards.engine import Wait
from dateline.run.shards.work import Task, work

_AHEAD = 4


class Local:
    """An engine of so many processes. They are started anew, not forked, and end when this process does."""

    def __init__(self, workers: int) -> None:
        self.ahead = _AHEAD * workers
        self._pool = ProcessPoolExecutor(
            workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin
        )

    def submit(self, task: Task) -> Wait:
        """Begin a task as soon as a process is free."""
        future = self._pool.submit(work, task)
        return lambda: _result(future)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def _result(future: Future[None]) -> None:
    try:
        future.result()
    except BrokenProcessPool as error:
        raise ExtractError(
            "a process that was working on the inputs died (killed, or out of memory): what was done is kept, run the "
            "same again, with fewer --workers where memory is short"
        ) from error


def _begin() -> None:
    """Leaves Ctrl-C to the first process, and ends this one when that is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
