"""What the finders are given and what they find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted
from dateline.model.words import Term

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that says what happened. `by` names the finder, for explanations and scores."""

    token: Token
    term: Term
    by: str


@dataclass(frozen=True, slots=True)
class Figured:
    """A number in its sentence: `root` heads the number's words, `noun` what it counts (None: left out)."""

    root: Token
    noun: Token | None
    first: Token
    last: Token
    counted: Counted
    part: bool = False
    inner: bool = False
    """The number stands in "40 of the 900 who fled": only its own words speak of it."""

    @property
    def head(self) -> Token:
        """The token by which the figure hangs in the sentence."""
        if self.noun is not None and not self.part and self.noun.i >= self.first.i:
            return self.noun
        return self.root
