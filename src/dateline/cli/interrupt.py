"""Ctrl-C: `stops_once` for every verb; for one that works in rounds, at a good moment: what is being done is finished,
asked twice, or while nothing is done, it stops at once."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Self

from dateline.cli.terminal import note

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_PATIENCE = 2.0
"""Seconds after a Ctrl-C in which another one is taken for the same: files and workers are being let go of."""


def stops_once() -> None:
    """From now on a Ctrl-C soon after another one does not break into the stopping. Where it is ignored it stays so."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    heard = [-math.inf]

    def hear(number: int, frame: FrameType | None) -> None:
        if time.monotonic() - heard[0] >= _PATIENCE:
            heard[0] = time.monotonic()
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, hear)


class Interrupt:
    """Listens for Ctrl-C, and for what a service manager sends, while the block runs."""

    def __init__(self) -> None:
        self._asked = False
        self._idle = False
        self._before: list[Any] = []

    def __enter__(self) -> Self:
        self._before = [signal.signal(one, self._hear) for one in _SIGNALS]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for one, before in zip(_SIGNALS, self._before, strict=True):
            signal.signal(one, before)

    def asked(self) -> bool:
        """Whether to stop at the next good moment."""
        return self._asked

    def leave_if_asked(self) -> None:
        """Here is a good moment. Raises KeyboardInterrupt when it was asked for."""
        if self._asked:
            raise KeyboardInterrupt

    def over(self, sleep: Callable[[float], None]) -> Callable[[float], None]:
        """The same sleep, from which Ctrl-C wakes at once: nothing is being done."""

        def light(seconds: float) -> None:
            self._idle = True
            try:
                self.leave_if_asked()
                sleep(seconds)
            finally:
                self._idle = False

        return light

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self._asked or self._idle:
            raise KeyboardInterrupt
        self._asked = True
        note("dateline: stopping after this item (again: at once)")
