"""How often a host is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dateline.errors import FetchFailed
from dateline.fetch.clock import Clock
from dateline.fetch.limits import Limits


class Pace:
    """Keeps requests to one host apart."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._free: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, delay: float | None) -> Iterator[None]:
        """Waits until the host may be asked; `delay` is what it wants between the end of this request and the next.

        Raises FetchFailed where that is longer than dateline waits.
        """
        self.wait(host)
        try:
            yield
        finally:
            self.hold(host, max(delay or 0.0, self._limits.delay_seconds))

    def wait(self, host: str) -> None:
        """Sleeps until the host may be asked. Raises FetchFailed where that is longer than dateline waits."""
        pause = self._free.get(host, 0.0) - self._clock.elapsed()
        if pause > self._limits.patience_seconds:
            raise FetchFailed(
                f"{host} asks to be left alone for {pause:,.0f} more seconds", advice="Ask again after that"
            )
        if pause > 0:
            self._clock.sleep(pause)

    def hold(self, host: str, seconds: float) -> None:
        """Leaves the host alone for so long; a longer time that was asked for stands."""
        self._free[host] = max(self._free.get(host, 0.0), self._clock.elapsed() + seconds)
