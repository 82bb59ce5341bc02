"""A statement in the making. Working offsets throughout."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.draft import Attribution
from dateline.extract.sentence import Sentence
from dateline.model.words import PersonType, StatementForm

Stretch = tuple[int, int]
"""Half-open working offsets."""


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """Who says what, in which words; the rule books that events use too fill in its times and places.

    `sentence` is where the cue stands. `content` reaches from the first word of what is said to the last, without
    "that", outer quotation marks and the final stop; `parts` are its pieces where cue or speaker interrupt it, else ().
    `direct` is True where all of it stands in quotation marks. `speaker` are the words that name who speaks, `role`
    and `organisation` the office and the body beside the name; `phrase` is the whole of it, title and apposition
    included. None: not told. `source` is the attribution to credit, None for a caption and an opinion of the page's
    own. `about` are the bodies that the words speak of.
    """

    sentence: Sentence
    content: Stretch
    direct: bool
    parts: tuple[Stretch, ...] = ()
    speaker: Stretch | None = None
    role: Stretch | None = None
    organisation: Stretch | None = None
    cue: Stretch | None = None
    phrase: Stretch | None = None
    speaker_type: PersonType | None = None
    form: StatementForm = "speech"
    about: tuple[Stretch, ...] = ()
    source: Attribution | None = None
