"""Filled statements become claims at canonical offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.claims import Canonical, Telling
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.fill import FilledStatement
from dateline.model import Claim, Phrase, Span, Statement


def claims_of(
    statements: Iterable[FilledStatement], at: Canonical, persons: Sequence[Span], extractor: str
) -> list[Claim]:
    """The claims of a page's statements, one for each stretch of words. `persons` are canonical spans."""
    claims = {claim.claim_id: claim for item in statements for claim in [_claim(item, at, persons, extractor)]}
    return list(claims.values())


def _claim(item: FilledStatement, at: Canonical, persons: Sequence[Span], extractor: str) -> Claim:
    draft = item.draft
    said = _statement(item, at)
    quoted = (said.speaker, said.role, said.organisation, said.cue, said.content, *said.about)
    sources = (draft.source,) if draft.source is not None else ()
    told = Telling(draft.sentence, item.setting, item.places, sources, item.occurrences, item.score)
    return at.telling(told, said, [Span(w.start, w.end) for w in quoted if w is not None], persons, extractor)


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
