"""Filled statements become claims at canonical offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.claims import Canonical
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.fill import FilledStatement
from dateline.model import Claim, Phrase, Span, Statement
from dateline.model.ids import claim_id


def claims_of(
    statements: Iterable[FilledStatement], at: Canonical, persons: Sequence[Span], extractor: str
) -> list[Claim]:
    """The claims of a page's statements, one for each stretch of words. `persons` are canonical spans."""
    claims = {claim.claim_id: claim for item in statements for claim in [_claim(item, at, persons, extractor)]}
    return list(claims.values())


def _claim(item: FilledStatement, at: Canonical, persons: Sequence[Span], extractor: str) -> Claim:
    draft, setting = item.draft, item.setting
    occurrences = at.spans(item.occurrences)
    places = tuple(at.place(toponym, role) for toponym, role in item.places)
    sources = (at.source(draft.source),) if draft.source is not None else ()
    said = _statement(item, at)
    quoted = (said.speaker, said.role, said.organisation, said.cue, said.content, *said.about)
    others = [Span(words.start, words.end) for words in quoted if words is not None]
    return Claim(
        claim_id=claim_id("statement", at.document.id, said.content.start, said.content.end),
        document_id=at.document.id,
        excerpt=at.excerpt(at.span(draft.sentence.start, draft.sentence.end)),
        figure=None,
        term=None,
        measure=None,
        cause=setting.cause,
        places=places,
        country=setting.country,
        period=setting.period,
        sources=sources,
        occurrences=occurrences,
        score=item.score,
        extractor=extractor,
        persons=at.printed(persons, occurrences, places, sources, others),
        kind="statement",
        statement=said,
    )


def _statement(item: FilledStatement, at: Canonical) -> Statement:
    draft = item.draft

    def phrase(stretch: Stretch | None) -> Phrase | None:
        return at.phrase(*stretch) if stretch is not None else None

    return Statement(
        content=at.phrase(*draft.content),
        direct=draft.direct,
        speaker=phrase(draft.speaker),
        role=phrase(draft.role),
        organisation=phrase(draft.organisation),
        cue=phrase(draft.cue),
        parts=tuple(at.span(start, end) for start, end in draft.parts),
        speaker_type=draft.speaker_type,
        form=draft.form,
        about=tuple(at.phrase(*stretch) for stretch in draft.about),
    )
