"""Bounds that a verb gives: "the number exceeds 3,000", "has passed 45,000", "is estimated at 500"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.quantity.recognize import Counting
from dateline.model.words import Quantifier
from dateline.vocab.load import load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = word_set("wording_en", "bounded", "links")


def bounded(counting: Counting) -> tuple[int | None, int | None, Quantifier]:
    """Low, high and quantifier of a figure, widened by the verb that governs an otherwise exact number."""
    number = counting.number
    if number.quantifier != "exact":
        return number.low, number.high, number.quantifier
    kind = _governing(counting)
    if kind == "more_than":
        return number.low, None, "more_than"
    if kind == "less_than":
        return None, number.high, "less_than"
    return number.low, number.high, "approximately" if kind == "approximately" else "exact"


def _governing(counting: Counting) -> str | None:
    """The bound of the verb directly before the number ("exceeds 3,000", "estimated at 500", "estimated to be 500")."""
    doc = counting.first.doc
    for token in reversed(doc[max(0, counting.first.i - 4) : counting.first.i]):
        word = token.text.lower()
        if word in _verbs():
            kind = _verbs()[word]
            return kind if kind == "approximately" or _takes(token, counting) else None
        if word not in _LINKS:
            return None
    return None


def _takes(verb: Token, counting: Counting) -> bool:
    """ "has passed 45,000" bounds it; "passed 300 people on the road" and "near 40 tents" do not."""
    return verb.i == counting.first.i - 1 and counting.noun is None and verb.pos_ in {"VERB", "AUX"}


@cache
def _verbs() -> dict[str, str]:
    return {str(word): kind for kind, words in load("numbers_en")["bound_verbs"].items() for word in words}
