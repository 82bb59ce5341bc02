"""Small questions to the parse: edges of subtrees within a sentence, and stretches of tokens as offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.statement.draft import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE: Final = frozenset({",", ";", ":", "--", "-", "–", "—", ".", "…", " ", "\n", "\t", "―", "\xa0"})
_BEFORE: Final = frozenset({"-", "$", "#"})


def subtree(sentence: Sentence, token: Token, without: Iterable[Token] = ()) -> list[int]:
    """Indices of the tokens under `token`, those under `without` left out, in order, within the sentence."""
    out = {t.i for w in without for t in w.subtree}
    return [t.i for t in token.subtree if t.i not in out and sentence.tokens.start <= t.i < sentence.tokens.end]


def runs(indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring indices, both ends included."""
    first = last = None
    for i in indices:
        if first is None or last is None:
            first = last = i
        elif i == last + 1:
            last = i
        else:
            yield first, last
            first = last = i
    if first is not None and last is not None:
        yield first, last


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The run without commas, dashes and stops at its ends; None where nothing is left."""
    doc = sentence.tokens.doc
    while first <= last and (doc[first].text in _LOOSE or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in _LOOSE or doc[last].is_space):
        last -= 1
    return (first, last) if first <= last else None


def stretch(sentence: Sentence, first: int, last: int) -> Stretch | None:
    """The offsets of a run, trimmed."""
    kept = trimmed(sentence, first, last)
    if kept is None:
        return None
    doc = sentence.tokens.doc
    return sentence.span(doc[kept[0]], doc[kept[1]])


def stretches(sentence: Sentence, indices: Iterable[int]) -> list[Stretch]:
    """The offsets of all runs, trimmed."""
    return [s for first, last in runs(indices) if (s := stretch(sentence, first, last)) is not None]
