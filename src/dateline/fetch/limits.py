"""How much one address may ask for. What is beyond is refused with a message, never taken in part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`max_bytes`: of a body, packed and unpacked. `max_seconds`: for one answer, from connecting to its last byte;
    `idle_seconds`: without a byte. `max_redirects`: in a row.

    `delay_seconds` lie between two requests to one host, more where its robots.txt asks for more; `patience_seconds`
    is the longest that a host is waited for.
    """

    max_bytes: int = 20_000_000
    max_seconds: float = 60.0
    idle_seconds: float = 20.0
    max_redirects: int = 5
    delay_seconds: float = 1.0
    patience_seconds: float = 120.0
