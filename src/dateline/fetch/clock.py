"""Time as the fetcher sees it: a test puts its own in place."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is the time of day (UTC), `elapsed` seconds that only grow, `sleep` waits so many seconds."""

    now: Callable[[], datetime] = _utc
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def stamp(self) -> str:
        """Now, UTC in ISO 8601 with seconds."""
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
