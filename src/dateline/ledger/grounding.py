"""Whether a claim's words stand in its text where it says. A claim that fails is a bug, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dateline.ledger.types import Fault
from dateline.model import Claim
from dateline.model.told import phrases_of
from dateline.vocab.fold import fold
from dateline.vocab.load import load

_NUMBER_LISTS: Final = (
    "units", "tens", "scales", "more_scales", "bold_scales", "phrases", "pairs", "fractions", "vague", "zero",
)  # fmt: skip
_LONG: Final = 3
"""Letters of a number word that is known glued to another; shorter ones stand in too many words."""
_NO_NUMBERS: Final = frozenset({"a", "and", "of", "person", "persons", "people"})


def misplaced(claim: Claim, text: str) -> Iterator[Fault]:
    """Every quotation that does not stand at its offsets: figure, excerpt, occurrences, and spans outside the text."""
    figure, excerpt = claim.figure, claim.excerpt
    if figure and text[figure.start : figure.end] != figure.text:
        yield _fault(claim, figure.start, figure.end, "the figure's words do not stand at its offsets")
    if text[excerpt.start : excerpt.end] != excerpt.text:
        yield _fault(claim, excerpt.start, excerpt.end, "the excerpt does not stand at its offsets")
    if figure and not (excerpt.start <= figure.start and figure.end <= excerpt.end):
        yield _fault(claim, figure.start, figure.end, "the figure stands outside its excerpt")
    for told in phrases_of(claim):
        if text[told.start : told.end] != told.text:
            yield _fault(claim, told.start, told.end, "words of the claim do not stand at their offsets")
    for start, end, what in _spans(claim):
        if not 0 <= start < end <= len(text):
            yield _fault(claim, start, end, f"{what} lies outside the text")


def uncounted(claim: Claim, lang: str | None) -> Iterator[Fault]:
    """A figure with neither digit nor number word, where the language's are known; implied ones are exempt.

    English words count on every page: pages quote English ones.
    """
    figure = claim.figure
    if figure is None or figure.implied or any(character.isnumeric() for character in figure.text):
        return
    known = _number_words((lang or "").partition("-")[0])
    if known and not _counts(figure.text, known | _number_words("en")):
        yield _fault(claim, figure.start, figure.end, "the figure has neither digits nor number words")


def _counts(words: str, known: frozenset[str]) -> bool:
    """A number word stands in the words, also where a page has glued it to another ("TWELVEDEAD", "leasttwelve")."""
    told = re.findall(r"\w+", fold(words))
    glued = tuple(word for word in known if len(word) >= _LONG)
    return not known.isdisjoint(told) or any(word.startswith(glued) or word.endswith(glued) for word in told)


def unlike_names(claim: Claim, text: str) -> Iterator[Fault]:
    """Places and sources whose names are not the words at their offsets, blanks aside."""
    for what, named in (("place", claim.places), ("source", claim.sources)):
        for name, start, end in ((n.name, n.start, n.end) for n in named):
            if text[start:end].split() != name.split():
                yield _fault(claim, start, end, f"the {what}'s name does not stand at its offsets")


def _spans(claim: Claim) -> Iterator[tuple[int, int, str]]:
    yield from ((span.start, span.end, "an occurrence") for span in claim.occurrences)
    yield from ((place.start, place.end, "a place") for place in claim.places)
    yield from ((source.start, source.end, "a source") for source in claim.sources)
    yield from ((person.start, person.end, "a masked span") for person in claim.persons)


def _fault(claim: Claim, start: int, end: int, message: str) -> Fault:
    return Fault(f"claim {claim.claim_id}", message, claim.document_id, (start, end))


@cache
def _number_words(lang: str) -> frozenset[str]:
    """The words of the language's number lists; none where there is no list."""
    if not lang.isalpha():
        return frozenset()
    try:
        lists = load(f"numbers_{lang}")
    except FileNotFoundError:
        return frozenset()
    phrases = (str(phrase) for name in _NUMBER_LISTS for phrase in lists.get(name, ()))
    known = frozenset(word for phrase in phrases for word in fold(phrase).split()) - _NO_NUMBERS
    return known | _misprinted(known) if lang == "en" else known


def _misprinted(known: frozenset[str]) -> frozenset[str]:
    """The number words as a page prints them that has lost its ligatures ("fty" for fifty)."""
    return frozenset(printed for printed, word in load("repair_en")["ligatures"].items() if word in known)
