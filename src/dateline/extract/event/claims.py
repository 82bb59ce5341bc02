"""Filled events become claims at canonical offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.claims import Canonical
from dateline.extract.event.draft import Party
from dateline.extract.event.fill import FilledEvent
from dateline.model import Actor, Claim, Event, Span
from dateline.model.ids import claim_id


def claims_of(events: Iterable[FilledEvent], at: Canonical, persons: Sequence[Span], extractor: str) -> list[Claim]:
    """The claims of a page's events. `persons` are canonical spans of private persons."""
    return [_claim(item, at, persons, extractor) for item in events]


def _claim(item: FilledEvent, at: Canonical, persons: Sequence[Span], extractor: str) -> Claim:
    draft, setting = item.draft, item.setting
    occurrences = at.spans(item.occurrences)
    places = tuple(at.place(toponym, role) for toponym, role in setting.places)
    sources = tuple(at.source(source) for source in setting.sources)
    actors = tuple(_actor(party, at) for party in draft.parties)
    trigger = at.phrase(draft.start, draft.end)
    others = [Span(actor.start, actor.end) for actor in actors]
    return Claim(
        claim_id=claim_id("event", at.document.id, trigger.start, trigger.end),
        document_id=at.document.id,
        excerpt=at.excerpt(at.span(draft.sentence.start, draft.sentence.end)),
        figure=None,
        term=None,
        measure=None,
        modality=draft.modality,
        cause=setting.cause,
        places=places,
        country=setting.country,
        period=setting.period,
        sources=sources,
        occurrences=occurrences,
        score=item.score,
        extractor=extractor,
        persons=at.printed(persons, occurrences, places, sources, others),
        kind="event",
        event=Event(draft.type, trigger, actors),
    )


def _actor(party: Party, at: Canonical) -> Actor:
    words = at.phrase(party.start, party.end)
    resolved = party.resolved or at.bodies.of(party.start, party.end, party.type)
    return Actor(words.text, party.role, party.type, words.start, words.end, resolved)
