"""A source found in a sentence, before it is typed and given its reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.extract.source.phrase import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

Reach = Literal["after", "before", "around", "object"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Who, by which cue, and which side of the cue is credited.

    `reach`: "after" the cue to the end of its clause; "before" it from the beginning of the sentence; "around" the
    whole sentence; "object" what hangs on the cue to the right. `first` and `last` are the outermost tokens of
    source and cue with the words of manner between. `phrase` None: the speaker is that of the credit before
    ("adding ..."). `pronoun`: "he", "it" and the like. `inner` orders a chain, the innermost speaker lowest.
    """

    phrase: Phrase | None
    cue_first: Token
    cue_last: Token
    first: Token
    last: Token
    reach: Reach
    inner: int = 1
    pronoun: bool = False
