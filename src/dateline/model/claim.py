"""Documents and claims as plain values. Standard library only.

All offsets are half-open and count Unicode code points of the document's canonical text.
None always means: the text leaves it open.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.part import Part, PartKind
from dateline.model.span import Span
from dateline.model.told import Event, Statement
from dateline.model.words import (
    Anchor,
    Cause,
    Kind,
    Measure,
    Modality,
    ModifierKind,
    PeriodPrecision,
    PlacePrecision,
    Quantifier,
    Role,
    SourceType,
    Term,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one page.

    `name` is the id the input came with (file name, JSON "id"); `id` is derived from content
    (see `dateline.model.ids`). `text` is the canonical text, made once and never changed.
    `published` is an ISO date or date-time as given by the page or the user, or None.
    `parts` are its pages, and what in its text is no part of the story (captions, other stories), sorted.
    """

    name: str
    id: str
    sha256: str
    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentence that carries a claim.

    `page` is the page of a paged document on which it stands, None without pages. `part` is the part of the text that
    carries it where that is none of the story (caption, list, foreign, quoted; see `Part`), else None.
    """

    text: str
    start: int
    end: int
    page: str | None = None
    part: PartKind | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted number with its bounds: `low` or `high` None means open on that side.

    `text` holds the modifier, the number and the counted noun. `implied` marks a singular harmed
    noun phrase ("a man was killed"), a figure of 1 without a number word.
    """

    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    quantifier: Quantifier
    unit: Unit
    implied: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """A gazetteer's entry. `country` is ISO 3166 alpha-3; coordinates are WGS 84 degrees, None when unknown."""

    gazetteer: str
    id: str
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it. `place` is None when it is not resolved; the name stays."""

    name: str
    role: Role
    start: int
    end: int
    modifier: str | None = None
    modifier_kind: ModifierKind | None = None
    place: ResolvedPlace | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When. `start` and `end` are ISO dates at their own precision ("2016-10", "--03-08"), both inclusive.

    `text` keeps the words ("over the past two weeks"); `anchor` says what made a relative or
    half-known date whole: the publication date, the text itself, or another date of the document.
    """

    start: str | None = None
    end: str | None = None
    text: str | None = None
    precision: PeriodPrecision | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited in the text. `resolved` is a known actor's name, or None."""

    name: str
    type: SourceType
    start: int
    end: int
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that how many of whom, what happened to them, where, when, and in which sentence it stands.

    Exactly one of `figure`, `statement` and `event` is set, as `kind` says; `term` and `measure` belong to figures.
    `occurrences` lists the spans of every sentence that prints the claim, its own first.
    `score` is 0..1: how sure the extractor is that the claim reads as stored.
    `persons` are spans of private persons' names, exact ages and kin inside the excerpts; what leaves the
    house is masked there (`dateline.release`).
    """

    claim_id: str
    document_id: str
    excerpt: Excerpt
    figure: Figure | None
    term: Term | None
    measure: Measure | None
    modality: Modality = "asserted"
    cause: Cause | None = None
    places: tuple[Place, ...] = ()
    country: str | None = None
    period: Period = field(default_factory=Period)
    sources: tuple[Source, ...] = ()
    part_of: str | None = None
    same_as: str | None = None
    occurrences: tuple[Span, ...] = ()
    score: float = 1.0
    extractor: str = ""
    persons: tuple[Span, ...] = ()
    kind: Kind = "figure"
    statement: Statement | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Something recognised, whether or not a claim uses it (`extract --mentions`).

    Exactly the value that belongs to `kind` is set. `value` is a timex's TIMEX3 value.
    """

    kind: str
    text: str
    start: int
    end: int
    place: ResolvedPlace | None = None
    period: Period | None = None
    figure: Figure | None = None
    source: Source | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number, or a word that can tell an event or a statement, that became no claim of `kind`, and why
    (`extract --explain`)."""

    text: str
    start: int
    end: int
    reason: str
    kind: Kind = "figure"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: its claims, and on request its mentions and refusals."""

    document: Document
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    refusals: tuple[Refusal, ...] = ()
