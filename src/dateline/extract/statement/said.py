"""What was found of a saying before it becomes a statement: the cue, who speaks, and the pieces of what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.lexicon import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Said:
    """`cue` is the word or words that say so, `anchor` the first token of it; `speaker` the head of who speaks (None:
    not told); `whole` all the words of the speaker, relative clauses included. `parts` are the pieces of the content
    in reading order, "that" and quotation marks included. `done` is False for what was not said or only may be.
    Working offsets.
    """

    sentence: Sentence
    kind: CueClass
    cue: Stretch
    anchor: Token
    speaker: Token | None
    whole: Stretch | None
    parts: tuple[Stretch, ...]
    done: bool = True
    by_noun: bool = False
