"""A claim in the making, and what the page offers to fill it. Working offsets throughout."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.model.words import (
    Anchor,
    Cause,
    Measure,
    Modality,
    ModifierKind,
    PeriodPrecision,
    Quantifier,
    SourceType,
    Term,
    Unit,
)
from dateline.vocab.actors import Actors, known_actors

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extract.time.pagedate import Dispatch
    from dateline.model import Document, ResolvedPlace


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted number: the words [start, end), its bounds, and the noun it counts (None: left out)."""

    start: int
    end: int
    low: int | None
    high: int | None
    quantifier: Quantifier
    number: Token
    noun: Token | None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure with what happened to the people it counts; the rest is filled by the rule books of `assemble`.

    `head` is the token by which the figure hangs in the sentence (its noun, else the number);
    `trigger` is the token that says what happened (verb, participle, noun or adjective).
    """

    sentence: Sentence
    quantity: Quantity
    unit: Unit
    head: Token
    trigger: Token
    term: Term
    measure: Measure
    modality: Modality
    cause: Cause | None = None
    by: str = ""
    """Which finder found the trigger (`trigger/figured.py`)."""

    @property
    def counts_nobody(self) -> bool:
        """True of an event or a statement, which hangs on its word as a figure does on its number."""
        return self.quantity.low is None and self.quantity.high is None

    @property
    def words(self) -> str:
        """The figure as it is printed."""
        base = self.sentence.start
        return self.sentence.text[self.quantity.start - base : self.quantity.end - base]

    @property
    def before(self) -> str:
        """Its sentence up to the figure."""
        return self.sentence.text[: self.quantity.start - self.sentence.start]

    @property
    def after(self) -> str:
        """Its sentence behind the figure."""
        return self.sentence.text[self.quantity.end - self.sentence.start :]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression at working offsets; `start`/`end` the words, the rest its reading.

    `since`/`until` edges and unresolved relative words: see `time/`. `first` and `last` are the inclusive
    ISO dates at their own precision, None where open. `relative` is True where an anchor was needed.
    `event` marks a bare point ("on 3 March") as against a stated interval.
    """

    sentence: int
    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    precision: PeriodPrecision | None
    anchor: Anchor | None
    kind: str
    """point · interval · since · until (as of, by) · relative (nothing anchors it) · duration · set"""
    value: str | None = None
    """TIMEX3 value."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at working offsets. `place` None: unresolved. `country` ISO alpha-3 where known.

    `kind` is the class of the kind word that goes with it ("adm1", "quarter" …), None without one. `aside` marks what
    stands in a body's name, a speaker's office or a date line: it tells a country, and is no place of what happened.
    `dateline` marks where the page says that it was written.
    """

    sentence: int
    start: int
    end: int
    name: str
    modifier: str | None = None
    modifier_kind: ModifierKind | None = None
    place: ResolvedPlace | None = None
    country: str | None = None
    kind: str | None = None
    aside: bool = False
    dateline: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, by which words, and over which words it reaches.

    `start`/`end` the source's words; `cue` and `content` are working spans, content None where it
    could not be decided. `sentence` is the index of the sentence in which the source stands.
    """

    sentence: int
    start: int
    end: int
    name: str
    type: SourceType
    cue: tuple[int, int] | None = None
    content: tuple[int, int] | None = None
    resolved: str | None = None
    pronoun: bool = False
    """True for "he", "the group", "the organisation": names nobody by itself."""


_TITLE: Final = 160
"""Code points of a title and of what stands beside it, before the body's own date line."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything recognised in one document, by sentence, for the rule books of `assemble`.

    `dated` is the day relative words count from: the page's own date line, else `published`; None where
    neither is given.
    """

    document: Document
    text: str
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    countries: tuple[tuple[int, int, str], ...] = ()
    """(start, end, ISO alpha-3) for every word that names a country or derives from one (place, demonym, body)."""
    dated: date | None = None
    dated_by: Anchor | None = None
    dispatches: tuple[Dispatch, ...] = ()
    """Those that open with a date line of their own, in order."""
    drafts: tuple[Draft, ...] = field(default=())
    actors: Actors = field(default_factory=known_actors)
    """The bodies known by name, with the short names that the page gives to others."""

    def day_at(self, at: int) -> date | None:
        """The day from which words at an offset count: of the dispatch that they stand in, else of the page."""
        before = bisect_right(self.dispatches, at, key=lambda one: one.end)
        return self.dispatches[before - 1].day if before else self.dated

    def apart(self, one: int, other: int) -> bool:
        """True for two sentences, by index, of different dispatches: neither goes on with what the other tells."""
        return self._dispatch(one) != self._dispatch(other)

    def _dispatch(self, sentence: int) -> int:
        """How many date lines of dispatches stand before it; the one that opens the body has the title with it."""
        before = bisect_right(self.dispatches, self.sentences[sentence].start, key=lambda one: one.start)
        return max(before, 1) if self.dispatches and self.dispatches[0].start <= _TITLE else before

    @property
    def latest(self) -> date | None:
        """The last day of the page and its dispatches."""
        return max((day for day in (self.dated, *(one.day for one in self.dispatches)) if day), default=None)
