"""What the tests of events ask of a text: its events in short forms to compare."""

from __future__ import annotations

from typing import NamedTuple

from spoken import page_of

from dateline.extract.draft import Page
from dateline.extract.event import events, fill
from dateline.extract.event.fill import FilledEvent


class Happened(NamedTuple):
    type: str
    trigger: str
    modality: str


def filled(text: str) -> tuple[Page, list[FilledEvent]]:
    """The page and its events."""
    page = page_of(text)
    return page, fill(events(page), page)


def happened(text: str) -> list[Happened]:
    """Type, trigger and modality of every event, in reading order."""
    page, found = filled(text)
    drafts = [one.draft for one in found]
    return [Happened(d.type, page.text[d.start : d.end], d.modality) for d in drafts]


def types(text: str) -> list[str]:
    """The types alone."""
    return [one.type for one in happened(text)]


def parties(text: str) -> list[tuple[str, str, str]]:
    """(role, words, type) of every party of the first event."""
    page, found = filled(text)
    return [(p.role, page.text[p.start : p.end], p.type) for p in found[0].draft.parties]


def names(text: str, trigger: str) -> list[str]:
    """The words of the parties of the event that the trigger tells."""
    page, found = filled(text)
    told = next(one.draft for one in found if page.text[one.draft.start : one.draft.end] == trigger)
    return [page.text[p.start : p.end] for p in told.parties]


def places(text: str) -> list[tuple[str, str]]:
    """(role, name) of the places of the first event."""
    _, found = filled(text)
    return [(role, name.name) for name, role in found[0].setting.places]
