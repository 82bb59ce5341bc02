"""Copies as plain values: fingerprints, links, clusters, origins. Standard library only."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

FINGERPRINT_VERSION = 1
"""Raised when words are cut, folded, hashed or left out in another way: older fingerprints cannot be compared."""

OriginKind = Literal["agency", "earliest", "publisher"]


class SentencePrint(NamedTuple):
    """A sentence that counts: half-open range of code points in the canonical text, and how many words it has."""

    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of one document to find its copies; the text cannot be read back from it.

    `words` holds two bytes (little endian) a word of the sentences that count, in their order: 14 bits of a hash, a bit
    for a number, a bit for a name. `sentences` are those sentences; furniture of the site is left out of both.
    `agency` is the news agency credited in dateline, byline or credit line, None when none or several are.
    `published`, `publisher` and `url` are the document's.
    """

    document_id: str
    words: bytes
    sentences: tuple[SentencePrint, ...]
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    agency: str | None = None
    version: int = FINGERPRINT_VERSION


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Two documents of the same wording. `shorter` and `longer` are document ids.

    `share` is how much of the shorter one (0..1, by words) stands in the longer, `back` how much of the longer in the
    shorter; `passages` are the stretches of the longer one that the shorter has, half-open ranges of its counted words.
    """

    shorter: str
    longer: str
    share: float
    back: float
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Two sentences of the same wording and the same numbers, in two documents or in one.

    `sentence` and `other_sentence` are numbers in the fingerprints' `sentences`. `score` is 0..1: how much of the one
    that has less in common stands in the other, by words.
    """

    document_id: str
    sentence: int
    other_id: str
    other_sentence: int
    score: float


class SentenceAt(NamedTuple):
    """A sentence by its document and its number in the fingerprint's `sentences`."""

    document_id: str
    number: int


@dataclass(frozen=True, slots=True)
class SentenceCopies:
    """Sentences of one wording, from that of the earliest document on; the first is the `head`."""

    members: tuple[SentenceAt, ...]

    @property
    def head(self) -> SentenceAt:
        """Where the wording was printed first, as far as is known."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose words a document prints: the agency it credits, else the earliest of its copies, else its publisher.

    `name` is None when nobody is named. `cluster_id` is None for a document without copies. `key` is what independence
    counts by: equal for two documents when they have one voice.
    """

    name: str | None
    kind: OriginKind
    cluster_id: str | None
    key: str


@dataclass(frozen=True, slots=True)
class Syndication:
    """Documents that print one wording. `cluster_id` is derived from the members, whatever their order.

    `members` are document ids from the earliest on (undated ones last); `head` is the agency's own, else the earliest.
    `reasons` say, one a line, why the members belong together and who is credited.
    """

    cluster_id: str
    members: tuple[str, ...]
    head: str
    origin: Origin
    reasons: tuple[str, ...]


def fingerprint_to_json(print_: Fingerprint) -> dict[str, Any]:
    """A fingerprint as JSON can hold it; `words` in base 64."""
    return {
        "document_id": print_.document_id,
        "words": base64.b64encode(print_.words).decode("ascii"),
        "sentences": [list(sentence) for sentence in print_.sentences],
        "published": print_.published,
        "publisher": print_.publisher,
        "url": print_.url,
        "agency": print_.agency,
        "version": print_.version,
    }


def fingerprint_from_json(row: dict[str, Any]) -> Fingerprint:
    """The inverse of `fingerprint_to_json`. Raises KeyError or TypeError when the row is no fingerprint."""
    sentences = tuple(SentencePrint(*sentence) for sentence in row["sentences"])
    return Fingerprint(**{**row, "words": base64.b64decode(row["words"]), "sentences": sentences})
