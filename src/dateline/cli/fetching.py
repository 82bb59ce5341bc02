"""What fetches, where the user asked for it by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.fetch import Clock, Fetcher


def fetcher_of(asked: bool, contact: str | None) -> Fetcher | None:
    """The fetcher for --fetch; None where nothing is to be fetched. Raises UsageError without a contact."""
    return fetcher(contact) if asked else None


def own_clock() -> Clock:
    """The clock that fetching goes by; tests put another in its place."""
    from dateline.fetch import Clock

    return Clock()


def fetcher(contact: str | None, clock: Clock | None = None) -> Fetcher:
    """A fetcher that tells hosts whom to write to. Raises UsageError without a contact, or for what is no e-mail."""
    if not contact:
        raise UsageError("who fetches says whom hosts can write to: add --contact you@example.org")
    from dateline import __version__
    from dateline.fetch import Fetcher

    return Fetcher(contact, version=__version__, clock=clock or own_clock())
