"""Sentences of the same wording, in two documents or within one stitched page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.model.syndication import Fingerprint, SentenceLink
from dateline.syndicate.words import KEY, NUMBER

RUN: Final = 3
SAME: Final = 0.7
"""Of each sentence's words, how many must lie in runs of `RUN` that the other has too."""
FEWEST: Final = 7
"""Words: a shorter sentence ("He did not elaborate.") is anybody's."""

SEEN: Final = 32
"""Sentences looked at for one run, the first: what is printed more often is tied together by these."""

_Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    number: int
    keys: tuple[int, ...]
    numbers: frozenset[int]
    runs: frozenset[_Run]


def sentence_links(one: Fingerprint, other: Fingerprint) -> tuple[SentenceLink, ...]:
    """Links between sentences of two documents, or, given one document twice, within it.

    Numbers must be the same: "at least 12" and "at least 15" in one sentence otherwise alike are two reports. A
    sentence may be linked to several.
    """
    within = one.document_id == other.document_id
    left = _sentences(one)
    right = left if within else _sentences(other)
    by_number = {sentence.number: sentence for sentence in right}
    holders: dict[_Run, list[int]] = {}
    for sentence in right:
        for run in sentence.runs:
            held = holders.setdefault(run, [])
            if len(held) < SEEN:
                held.append(sentence.number)
    links: list[SentenceLink] = []
    for sentence in left:
        met = {number for run in sentence.runs for number in holders.get(run, ())}
        for found in (by_number[number] for number in sorted(met)):
            if (within and found.number >= sentence.number) or sentence.numbers != found.numbers:
                continue
            if (score := _alike(sentence, found)) >= SAME:
                ends = (one.document_id, sentence.number, other.document_id, found.number)
                links.append(SentenceLink(*ends, round(score, 4)))
    return tuple(links)


def sentences_near(
    print_: Fingerprint, near: Iterable[str], fetch: Callable[[str], Fingerprint]
) -> tuple[SentenceLink, ...]:
    """Links of a document's sentences among themselves and to those of the documents `near` it (`Found.near`).

    `fetch` gives the fingerprint of a document by its id.
    """
    others = [print_, *(fetch(name) for name in sorted(near))]
    return tuple(link for other in others for link in sentence_links(print_, other))


def _sentences(print_: Fingerprint) -> list[_Sentence]:
    words = np.frombuffer(print_.words, dtype="<u2").tolist()
    found: list[_Sentence] = []
    at = 0
    for number, sentence in enumerate(print_.sentences):
        part = words[at : at + sentence.words]
        at += sentence.words
        if len(part) >= FEWEST:
            keys = tuple(word & KEY for word in part)
            numbers = frozenset(word & KEY for word in part if word & NUMBER)
            found.append(_Sentence(number, keys, numbers, frozenset(_runs(keys))))
    return found


def _runs(keys: tuple[int, ...]) -> list[_Run]:
    return [keys[at : at + RUN] for at in range(len(keys) - RUN + 1)]


def _alike(one: _Sentence, other: _Sentence) -> float:
    return min(_covered(one, other), _covered(other, one))


def _covered(one: _Sentence, other: _Sentence) -> float:
    held = [False] * len(one.keys)
    for at, run in enumerate(_runs(one.keys)):
        if run in other.runs:
            held[at : at + RUN] = [True] * RUN
    return sum(held) / len(held)
