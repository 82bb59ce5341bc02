"""What a claim tells besides figures: statements (who said what) and events (what happened, without a number).

Offsets are half-open and count code points of the canonical text; None means that the text leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.span import Span
from dateline.model.words import ActorRole, ActorType, EventType, PersonType, StatementForm

if TYPE_CHECKING:
    from dateline.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text at their offsets: `text[start:end]` of the document is `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, in which words.

    `content` reaches from the first word of what is said to its last; where the cue or the speaker interrupts it,
    `parts` lists the pieces that are content ("We will stay," he said, "until spring"), else it is empty.
    `direct` is True where the words stand in quotation marks. `speaker` are the words that name who speaks (a person
    or a body, "officials"); None where nobody does (a caption, an opinion of the page's own). `role` is the office
    ("spokesman"), `organisation` the body spoken for, `cue` the word that says so ("told", "according to").
    `speaker_type` says how a person speaks (care.md 6): a private person's name is masked on leaving; None: no person.
    `form` tells reported speech from a caption ("This video shows …") and from an opinion of the page's own.
    `about` are the parties and places that the words speak of.
    """

    content: Phrase
    direct: bool
    speaker: Phrase | None = None
    role: Phrase | None = None
    organisation: Phrase | None = None
    cue: Phrase | None = None
    parts: tuple[Span, ...] = ()
    speaker_type: PersonType | None = None
    form: StatementForm = "speech"
    about: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part in an event, as the text names it. `resolved` is a known actor's name, or None."""

    name: str
    role: ActorRole
    type: ActorType
    start: int
    end: int
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, by a type of the scheme (`docs/events.md`) and the word that tells it (`trigger`)."""

    type: EventType
    trigger: Phrase
    actors: tuple[Actor, ...] = ()


def phrases_of(claim: Claim) -> Iterator[Phrase]:
    """Every quotation of a statement or an event: all of it must stand in the text. Of a figure none."""
    if said := claim.statement:
        yield said.content
        yield from (words for words in (said.speaker, said.role, said.organisation, said.cue) if words)
        yield from said.about
    if event := claim.event:
        yield event.trigger
        yield from (Phrase(actor.name, actor.start, actor.end) for actor in event.actors)


def carrier_of(claim: Claim) -> Span:
    """The span that carries a claim, on which its id rests: the figure, what is said, or the trigger of an event."""
    if claim.figure:
        return Span(claim.figure.start, claim.figure.end)
    if claim.statement:
        return Span(claim.statement.content.start, claim.statement.content.end)
    if claim.event:
        return Span(claim.event.trigger.start, claim.event.trigger.end)
    return Span(claim.excerpt.start, claim.excerpt.end)
