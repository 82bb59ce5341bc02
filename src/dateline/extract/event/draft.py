"""An event in the making. Working offsets throughout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.draft import Draft, Quantity
from dateline.extract.sentence import Sentence
from dateline.model.words import ActorRole, ActorType, EventType, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: [start, end) the words, `resolved` a known actor's name or None."""

    start: int
    end: int
    role: ActorRole
    type: ActorType
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What happened: `trigger` is the token that tells it, [start, end) its words ("air strikes")."""

    sentence: Sentence
    type: EventType
    trigger: Token
    start: int
    end: int
    modality: Modality
    parties: tuple[Party, ...] = ()
    noun: bool = False

    def as_draft(self) -> Draft:
        """The event as the rule books of places, periods and sources see a carrier: one that counts nobody."""
        words = Quantity(self.start, self.end, None, None, "vague", self.trigger, None, implied=True)
        return Draft(self.sentence, words, "person", self.trigger, self.trigger, "other", "flow", self.modality)
