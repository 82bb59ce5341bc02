"""Everything that must not leave the house about private persons, found in a text without a parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.extract.person.ages import ages_in
from dateline.extract.person.contacts import contacts_in
from dateline.extract.person.kin import kin_in
from dateline.extract.person.names import Names, merged, names_of
from dateline.extract.person.tokens import tokens_of
from dateline.extract.person.words import words
from dateline.model import Span

Kind = Literal["name", "age", "kin", "contact"]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at [start, end) tells of a private person."""

    start: int
    end: int
    kind: Kind


def in_text(text: str, keep: Iterable[Span] = ()) -> list[Span]:
    """The spans to mask, sorted, apart. In `keep`, figures of claims, kin words and numbers stay readable."""
    kept = [(span.start, span.end) for span in keep]
    spans: list[tuple[int, int]] = []
    for found in everything_in(text).found:
        whole = (found.start, found.end)
        spans += _without(whole, kept) if found.kind in ("kin", "contact") else [whole]
    return [Span(start, end) for start, end in merged(spans)]


@dataclass(frozen=True, slots=True)
class Everything:
    """What a text tells of private persons, and the names by which it is known who is private and who public."""

    found: tuple[Found, ...]
    names: Names


@lru_cache(maxsize=32)
def everything_in(text: str) -> Everything:
    """Names, ages, kin and contacts of a whole document. The last few are kept: extraction and release both ask."""
    names = names_of(text)
    tokens = tokens_of(text)
    found = [
        *(Found(*span, "name") for span in names.spans),
        *(Found(*span, "age") for span in ages_in(text, names.spans, words().strong)),
        *(Found(*span, "kin") for span in kin_in(text, tokens, names.spans)),
        *(Found(*span, "contact") for span in contacts_in(text)),
    ]
    return Everything(tuple(sorted(found, key=lambda f: (f.start, f.end))), names)


def _without(whole: tuple[int, int], kept: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a span outside the kept ones."""
    start, end = whole
    for low, high in sorted(kept):
        if low < end and high > start:
            if start < low:
                yield start, low
            start = max(start, high)
    if start < end:
        yield start, end
