"""Each event gets its places, period, sources and country, by the rule books that figures use; repeats are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.assemble.setting import Setting, settings
from dateline.extract.draft import Attribution, Page
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.home import country_of_event, setup_of
from dateline.extract.event.when import period_of_event
from dateline.extract.event.where import places_of_event
from dateline.model import Period

_VERB, _NOUN = 0.8, 0.7
_OPEN = 0.06
"""Taken off for each of: nobody named, no place, no time, a modality not asserted, a headline."""


@dataclass(frozen=True, slots=True)
class FilledEvent:
    """An event with its setting; `occurrences` are the sentences that print it, its own first."""

    draft: EventDraft
    setting: Setting
    occurrences: tuple[tuple[int, int], ...]
    score: float


def fill(events: Sequence[EventDraft], page: Page) -> list[FilledEvent]:
    """The events of a page in reading order, what is printed twice joined."""
    told = settings(page, [event.as_draft() for event in events])
    starts: dict[int, list[int]] = {}
    for event in events:
        starts.setdefault(event.sentence.index, []).append(event.start)
    found: dict[object, FilledEvent] = {}
    setup = setup_of(page)
    for event, setting in zip(events, told, strict=True):
        others = [at for at in starts[event.sentence.index] if at != event.start]
        where = places_of_event(event, setting.places, setup, setting.period, others)
        setup.told.setdefault(event.sentence.index, set()).update(name.start for name, _ in where)
        country = country_of_event((name for name, _ in where), setup, setting.country)
        setting = replace(setting, sources=_others(setting.sources, event), places=where, country=country)
        setting = replace(setting, period=period_of_event(setting.period, event, page))
        key = (event.sentence.text, event.type, event.start - event.sentence.start)
        at = (event.sentence.start, event.sentence.end)
        if (first := found.get(key)) is not None:
            found[key] = replace(first, occurrences=(*first.occurrences, at))
        else:
            found[key] = FilledEvent(event, setting, (at,), _score(event, setting))
    return list(found.values())


def _others(sources: tuple[Attribution, ...], event: EventDraft) -> tuple[Attribution, ...]:
    """A party to the event whose own cue the trigger is does not tell it ("X announced a truce")."""
    return tuple(s for s in sources if s.cue is None or not s.cue[0] <= event.start < s.cue[1])


def _score(event: EventDraft, setting: Setting) -> float:
    doubts = (
        not event.parties,
        not setting.places,
        setting.period == Period(),
        event.modality != "asserted",
        event.sentence.headline,
    )
    return round((_NOUN if event.noun else _VERB) - _OPEN * sum(doubts), 2)
