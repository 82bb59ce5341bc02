"""What a server answered with, as reading takes it. Standard library only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole body that was found under an address, unpacked.

    `url` is the address that answered, after redirects. `media_type` is in lower case without parameters, `charset`
    as the server spelled it; None where it does not say. `retrieved_at` is UTC in ISO 8601 with seconds. `etag` and
    `modified` are the server's own words, to ask with next time.
    """

    url: str
    data: bytes
    media_type: str | None
    charset: str | None
    retrieved_at: str
    etag: str | None = None
    modified: str | None = None


Fetch = Callable[[str], Answer]
"""Fetches an address that the user named. Raises FetchRefused or FetchFailed, which say why and what to do."""
