"""Of several places in a sentence of several events each event has those that no other event stands before."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.draft import Toponym
from dateline.extract.event.draft import EventDraft
from dateline.extract.place.containment import holds
from dateline.model.words import Role


def nearest(
    event: EventDraft, placed: Sequence[tuple[Toponym, Role]], others: Sequence[int]
) -> list[tuple[Toponym, Role]]:
    """Without places that stand beyond another event's word, where one of its own stands on this side of it.

    "Troops kill ten rebels in X advance in Y": the killing was in X. A place that may contain the own one stays.
    `others` are the working offsets at which the other events of the sentence are told.
    """
    here = [name for name, _ in placed if name.sentence == event.sentence.index]
    return [(name, role) for name, role in placed if name not in here or not _beyond(name, event, here, others)]


def _beyond(name: Toponym, event: EventDraft, here: Sequence[Toponym], others: Sequence[int]) -> bool:
    for other in others:
        if event.end <= other < name.start:
            inner = [own for own in here if event.end <= own.start < other]
        elif name.end <= other < event.start:
            inner = [own for own in here if own.start > other]
        else:
            continue
        if inner and all(holds(name, own) is False or name.start > own.start for own in inner):
            return not any(holds(name, own) for own in inner)
    return False
