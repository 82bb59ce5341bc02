"""Filled events become claims at canonical offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.claims import Canonical, Telling
from dateline.extract.event.draft import Party
from dateline.extract.event.fill import FilledEvent
from dateline.model import Actor, Claim, Event, Span
from dateline.model.words import ActorType
from dateline.vocab.actors import known_actors


def claims_of(events: Iterable[FilledEvent], at: Canonical, persons: Sequence[Span], extractor: str) -> list[Claim]:
    """The claims of a page's events. `persons` are canonical spans of private persons."""
    return [_claim(item, at, persons, extractor) for item in events]


def _claim(item: FilledEvent, at: Canonical, persons: Sequence[Span], extractor: str) -> Claim:
    draft, setting = item.draft, item.setting
    trigger = at.phrase(draft.start, draft.end)
    actors = tuple(_actor(party, at) for party in draft.parties)
    told = Telling(draft.sentence, setting, setting.places, setting.sources, item.occurrences, item.score)
    return at.telling(
        told, Event(draft.type, trigger, actors), [Span(a.start, a.end) for a in actors], persons, extractor,
        modality=draft.modality,
    )  # fmt: skip


def _actor(party: Party, at: Canonical) -> Actor:
    words = at.phrase(party.start, party.end)
    resolved = party.resolved or at.bodies.of(party.start, party.end, party.type)
    known = known_actors().named(resolved) if resolved and party.type == "military" else None
    kind: ActorType = "armed_group" if known is not None and known.type == "armed_group" else party.type
    return Actor(words.text, party.role, kind, words.start, words.end, resolved)
