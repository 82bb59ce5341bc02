"""Events: what happened without a number, from the word that tells it to its actors. See docs/events.md."""

from __future__ import annotations

from dateline.extract.event.claims import claims_of
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.fill import fill
from dateline.extract.event.recognize import events

__all__ = ["EventDraft", "claims_of", "events", "fill"]
