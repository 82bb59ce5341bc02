"""The last step: drafts with all their fields become claims at canonical offsets, checked against the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.errors import Ungrounded
from dateline.extract.actor import Bodies
from dateline.extract.assemble.fill import Filled
from dateline.extract.assemble.places import Placed
from dateline.extract.assemble.setting import Setting
from dateline.extract.draft import Attribution, Page, Toponym
from dateline.extract.repair import Working
from dateline.extract.sentence import Sentence
from dateline.model import Claim, Document, Event, Excerpt, Figure, Phrase, Place, Source, Span, Statement
from dateline.model.ids import claim_id
from dateline.model.words import Kind, Modality, Role


def claims_of(
    page: Page, at: Canonical, filled: Sequence[Filled], private: Sequence[tuple[int, int]], extractor: str
) -> list[Claim]:
    """Claims in reading order. `private` are working spans of private persons.

    Raises Ungrounded when a figure's words do not stand at its offsets.
    """
    persons = [at.span(start, end) for start, end in private]
    filled = [_without_names(item, private, page.text) for item in filled]
    ids = [
        claim_id("figure", page.document.id, *at.offsets(f.draft.quantity.start, f.draft.quantity.end)) for f in filled
    ]
    claims = [at.claim(item, own, ids, persons, extractor) for item, own in zip(filled, ids, strict=True)]
    return [_grounded(claim, page.document) for claim in claims]


def _without_names(item: Filled, private: Sequence[tuple[int, int]], text: str) -> Filled:
    """The figure's words end before a name that will be masked: what is printed of a figure stays as it stands."""
    quantity = item.draft.quantity
    number = item.draft.sentence.offset(quantity.number) + len(quantity.number.text)
    named = [a for a, _ in private if number < a < quantity.end and text[a].isupper()]
    if quantity.implied or not named:
        return item
    end = number + len(text[number : min(named)].rstrip())
    return replace(item, draft=replace(item.draft, quantity=replace(quantity, end=end)))


@dataclass(frozen=True, slots=True)
class Telling:
    """What a statement or an event takes from its page, at working offsets; `occurrences`: its own sentence first."""

    sentence: Sentence
    setting: Setting
    places: Placed
    sources: tuple[Attribution, ...]
    occurrences: tuple[tuple[int, int], ...]
    score: float


class Canonical:
    """Carries working offsets of one document over to its canonical text; `bodies` know who is who on its page."""

    def __init__(self, document: Document, working: Working, bodies: Bodies) -> None:
        self.document = document
        self.working = working
        self.bodies = bodies

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        return self.working.canonical(start, end)

    def span(self, start: int, end: int) -> Span:
        return Span(*self.working.canonical(start, end))

    def spans(self, several: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """The spans in their order, each once: two of a working text may be one of the canonical text."""
        return tuple(dict.fromkeys(self.span(start, end) for start, end in several))

    def claim(self, item: Filled, own: str, ids: list[str], persons: list[Span], extractor: str) -> Claim:
        draft = item.draft
        occurrences = self.spans(item.occurrences)
        places = tuple(self.place(toponym, role) for toponym, role in item.places)
        sources = tuple(self.source(source) for source in item.sources)
        return Claim(
            claim_id=own,
            document_id=self.document.id,
            excerpt=self.excerpt(self.span(draft.sentence.start, draft.sentence.end)),
            figure=self.figure(item),
            term=draft.term,
            measure=draft.measure,
            modality=draft.modality,
            cause=draft.cause,
            places=places,
            country=item.country,
            period=item.period,
            sources=sources,
            part_of=ids[item.part_of] if item.part_of is not None else None,
            same_as=ids[item.same_as] if item.same_as is not None else None,
            occurrences=occurrences,
            score=item.score,
            extractor=extractor,
            persons=self.printed(persons, occurrences, places, sources),
        )

    def telling(
        self,
        told: Telling,
        carrier: Statement | Event,
        words: Sequence[Span],
        persons: Sequence[Span],
        extractor: str,
        *,
        modality: Modality = "asserted",
    ) -> Claim:
        """The claim of a statement or an event; `words` are those of its own that are printed with it."""
        statement, event = (carrier, None) if isinstance(carrier, Statement) else (None, carrier)
        kind: Kind = "statement" if statement is not None else "event"
        named = carrier.content if isinstance(carrier, Statement) else carrier.trigger
        occurrences = self.spans(told.occurrences)
        places = tuple(self.place(toponym, role) for toponym, role in told.places)
        sources = tuple(self.source(source) for source in told.sources)
        return Claim(
            claim_id=claim_id(kind, self.document.id, named.start, named.end),
            document_id=self.document.id,
            excerpt=self.excerpt(self.span(told.sentence.start, told.sentence.end)),
            figure=None,
            term=None,
            measure=None,
            modality=modality,
            cause=told.setting.cause,
            places=places,
            country=told.setting.country,
            period=told.setting.period,
            sources=sources,
            occurrences=occurrences,
            score=told.score,
            extractor=extractor,
            persons=self.printed(persons, occurrences, places, sources, words),
            kind=kind,
            statement=statement,
            event=event,
        )

    def printed(
        self,
        persons: Iterable[Span],
        occurrences: Iterable[Span],
        places: Iterable[Place],
        sources: Iterable[Source],
        others: Iterable[Span] = (),
    ) -> tuple[Span, ...]:
        """The persons in the words that are printed with a claim; the title is printed with every one."""
        named = (*(Span(p.start, p.end) for p in places), *(Span(s.start, s.end) for s in sources))
        shown = (*occurrences, *named, *others, *self.title())
        return tuple(p for p in persons if any(p.overlaps(words) for words in shown))

    def phrase(self, start: int, end: int) -> Phrase:
        """The words at working offsets, as they stand in the canonical text."""
        span = self.span(start, end)
        return Phrase(span.of(self.document.text), span.start, span.end)

    def title(self) -> tuple[Span, ...]:
        """Where the text opens with the document's title, which is printed with every claim."""
        title = self.document.title
        return (Span(0, len(title)),) if title and self.document.text.startswith(title) else ()

    def excerpt(self, span: Span) -> Excerpt:
        return Excerpt(span.of(self.document.text), span.start, span.end)

    def figure(self, item: Filled) -> Figure:
        quantity = item.draft.quantity
        span = self.span(quantity.start, quantity.end)
        return Figure(
            text=span.of(self.document.text),
            start=span.start,
            end=span.end,
            low=quantity.low,
            high=quantity.high,
            quantifier=quantity.quantifier,
            unit=item.draft.unit,
            implied=quantity.implied,
        )

    def place(self, toponym: Toponym, role: Role) -> Place:
        span = self.span(toponym.start, toponym.end)
        return Place(
            name=span.of(self.document.text),
            role=role,
            start=span.start,
            end=span.end,
            modifier=toponym.modifier,
            modifier_kind=toponym.modifier_kind,
            place=toponym.place,
        )

    def source(self, source: Attribution) -> Source:
        span = self.span(source.start, source.end)
        resolved = source.resolved or self.bodies.of(source.start, source.end, source.type)
        return Source(span.of(self.document.text), source.type, span.start, span.end, resolved)


_BEHIND: Final = 12
"""Code points behind a figure that tell whether its words are a number."""


def _grounded(claim: Claim, document: Document) -> Claim:
    figure = claim.figure
    if figure is None or not figure.text or document.text[figure.start : figure.end] != figure.text:
        span = (figure.start, figure.end) if figure else None
        raise Ungrounded("the figure's words do not stand at its offsets", document=document.name, span=span)
    if not figure.implied and not _says_number(figure, document.text):
        raise Ungrounded(
            "no number stands in the figure's words", document=document.name, span=(figure.start, figure.end)
        )
    return claim


def _says_number(figure: Figure, text: str) -> bool:
    """A digit or a number word stands in the figure's words, read with what is behind them ("a couple" of people)."""
    from dateline.extract.quantity.numbers import numbers
    from dateline.extract.repair import repair

    if any(c.isdigit() for c in figure.text):
        return True
    read = numbers(repair(text[figure.start : figure.end + _BEHIND]).text)
    return any(number.core < len(figure.text) for number in read)
