"""Shards on one machine: some processes beside this one, each with a parser of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from dateline.errors import ExtractError
from dateline.run.shards.engine import Wait
from dateline.run.shards.work import Task, work

_AHEAD = 4


class Local:
    """An engine of so many processes. They are started anew, not forked, and end when this process does.

    Each of them listens to a pipe that nobody writes to. It closes when this process is gone, however it went, and when
    the run is left by an error or Ctrl-C: then they end at once, for a result is there whole or not at all. To wait for
    them instead would leave a second Ctrl-C to break the waiting, and processes behind that nobody ends.
    """

    def __init__(self, workers: int) -> None:
        self.ahead = _AHEAD * workers
        context = multiprocessing.get_context("spawn")
        self._heard, self._held = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(self._heard,))

    def submit(self, task: Task) -> Wait:
        """Begin a task as soon as a process is free."""
        with _deaf():
            future = self._pool.submit(work, task)
        return lambda: _result(future)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._held.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._held.close()
        self._heard.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """Holds Ctrl-C back for a moment. A process that is begun meanwhile never hears it, not even before `_begin`."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result(future: Future[None]) -> None:
    try:
        future.result()
    except BrokenProcessPool as error:
        raise ExtractError(
            "a process that was working on the inputs died (killed, or out of memory): what was done is kept, run the "
            "same again, with fewer --workers where memory is short"
        ) from error


def _begin(heard: Connection) -> None:
    """Leaves Ctrl-C to the first process, and ends this one when that lets go of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(heard,), daemon=True).start()


def _end_with(heard: Connection) -> None:
    with suppress(EOFError, OSError):
        heard.recv_bytes()
    os._exit(1)
