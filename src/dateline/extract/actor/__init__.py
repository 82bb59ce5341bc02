"""Which known body a source or a party of an event is, by its words and by what the page introduced."""

from __future__ import annotations

from dateline.extract.actor.page import Bodies

__all__ = ["Bodies"]
