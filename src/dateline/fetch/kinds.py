"""Which kinds of answers are taken: pages, papers and feeds; no films, scripts and archives."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from dateline.errors import FetchRefused
from dateline.fetch.clock import Clock

PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_TAKEN: Final = PAGES | {
    "text/plain", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
}  # fmt: skip
ACCEPT: Final = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,application/xml;q=0.7,*/*;q=0.1"


def media_type_of(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Media type and charset as the server declares them; None where it does not."""
    words = headers.get("content-type", "").strip()
    if not words:
        return None, None
    told = Message()
    told["Content-Type"] = words
    charset = told.get_param("charset")
    return words.partition(";")[0].strip().lower(), charset if isinstance(charset, str) else None


def refuse_kind(headers: Mapping[str, str]) -> None:
    """Raises FetchRefused for a kind that is not taken; what says no kind is looked at later."""
    media_type, _ = media_type_of(headers)
    if media_type is not None and media_type not in _TAKEN:
        raise FetchRefused(
            f"it is {media_type[:60]}, no page",
            advice="Fetch it yourself and pass the file, if dateline reads its kind",
        )


def seconds_to_wait(headers: Mapping[str, str], clock: Clock, unless: float) -> float:
    """What Retry-After says, as seconds or as a date; `unless` where it says nothing that can be read."""
    words = headers.get("retry-after", "").strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        return max(0.0, (parsedate_to_datetime(words) - clock.now()).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return unless
