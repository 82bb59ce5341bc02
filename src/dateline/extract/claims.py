"""The last step: drafts with all their fields become claims at canonical offsets, checked against the text."""

from __future__ import annotations

from dataclasses import replace

from dateline.errors import Ungrounded
from dateline.extract.assemble.fill import Filled
from dateline.extract.draft import Attribution, Page, Timex, Toponym
from dateline.extract.repair import Working
from dateline.model import Claim, Document, Excerpt, Figure, Period, Place, Source, Span
from dateline.model.ids import claim_id


def claims_of(page: Page, working: Working, filled: list[Filled], extractor: str) -> list[Claim]:
    """Claims in reading order. Raises Ungrounded when a figure's words do not stand at its offsets."""
    ids = [_id(page.document, working, item) for item in filled]
    claims = [_claim(page.document, working, item, ids, extractor) for item in filled]
    return [_grounded(claim, page.document) for claim in claims]


def _id(document: Document, working: Working, item: Filled) -> str:
    start, end = working.canonical(item.draft.quantity.start, item.draft.quantity.end)
    return claim_id("figure", document.id, start, end)


def _claim(document: Document, working: Working, item: Filled, ids: list[str], extractor: str) -> Claim:
    draft = item.draft
    text = document.text

    def span(start: int, end: int) -> Span:
        return Span(*working.canonical(start, end))

    excerpt = span(draft.sentence.start, draft.sentence.end)
    figure = span(draft.quantity.start, draft.quantity.end)
    quantity = draft.quantity
    return Claim(
        claim_id=claim_id("figure", document.id, figure.start, figure.end),
        document_id=document.id,
        excerpt=Excerpt(excerpt.of(text), excerpt.start, excerpt.end),
        figure=Figure(
            figure.of(text),
            figure.start,
            figure.end,
            quantity.low,
            quantity.high,
            quantity.quantifier,
            draft.unit,
            quantity.implied,
        ),
        term=draft.term,
        measure=draft.measure,
        modality=draft.modality,
        cause=draft.cause,
        places=tuple(_place(place, role, span, text) for place, role in item.places),
        country=item.country,
        period=_period(item.period, document, working),
        sources=tuple(_source(source, span, text) for source in item.sources),
        part_of=ids[item.part_of] if item.part_of is not None else None,
        same_as=ids[item.same_as] if item.same_as is not None else None,
        occurrences=tuple(span(start, end) for start, end in item.occurrences),
        score=item.score,
        extractor=extractor,
        persons=tuple(span(start, end) for start, end in item.persons),
    )


def _place(place: Toponym, role: str, span, text: str) -> Place:  # type: ignore[no-untyped-def]
    at = span(place.start, place.end)
    return Place(at.of(text), role, at.start, at.end, place.modifier, place.modifier_kind, place.place)  # type: ignore[arg-type]


def _source(source: Attribution, span, text: str) -> Source:  # type: ignore[no-untyped-def]
    at = span(source.start, source.end)
    return Source(at.of(text), source.type, at.start, at.end, source.resolved)


def _period(period: Period, document: Document, working: Working) -> Period:
    return period


def _grounded(claim: Claim, document: Document) -> Claim:
    figure = claim.figure
    assert figure is not None
    words = document.text[figure.start : figure.end]
    if words != figure.text or not words:
        raise Ungrounded(
            "the figure's words do not stand at its offsets", document=document.name, span=(figure.start, figure.end)
        )
    return replace(claim)


__all__ = ["Timex", "claims_of"]
