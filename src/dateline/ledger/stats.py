"""Counts of what the ledger keeps."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from dateline.ledger.match import matcher_for
from dateline.ledger.read import all_claims
from dateline.ledger.schema import claim_versions, documents, judgements, passed_over, readings, tombstones
from dateline.ledger.types import ClaimFilter, LedgerStats


def stats(connection: Connection) -> LedgerStats:
    """Count; claims as a plain listing gives them, so that the two never disagree."""
    count = func.count()
    kept = select(func.count(claim_versions.c.claim_id.distinct()))
    span = select(func.min(documents.c.retrieved_at), func.max(readings.c.added_at)).join_from(documents, readings)
    first, last = connection.execute(span).one()
    extractors = select(readings.c.extractor).distinct().order_by(readings.c.extractor)
    superseded = select(count).select_from(documents).where(documents.c.superseded_by.is_not(None))
    return LedgerStats(
        documents=connection.execute(select(count).select_from(documents)).scalar_one(),
        superseded_documents=connection.execute(superseded).scalar_one(),
        claims=sum(1 for _ in all_claims(connection, matcher_for(ClaimFilter()))),
        claims_kept=connection.execute(kept).scalar_one(),
        judgements=connection.execute(select(count).select_from(judgements)).scalar_one(),
        tombstones=connection.execute(select(count).select_from(tombstones)).scalar_one(),
        passed_over=connection.execute(select(count).select_from(passed_over)).scalar_one(),
        extractors=tuple(connection.execute(extractors).scalars()),
        first_added=first,
        last_added=last,
        languages=_languages(connection),
    )


def _languages(connection: Connection) -> tuple[tuple[str, int], ...]:
    newest = select(func.max(readings.c.id)).group_by(readings.c.document_id)
    asked = (
        select(readings.c.lang, func.count())
        .join_from(readings, documents)
        .where(readings.c.id.in_(newest), readings.c.lang.is_not(None), documents.c.superseded_by.is_(None))
        .group_by(readings.c.lang)
        .order_by(readings.c.lang)
    )
    return tuple((str(lang), int(number)) for lang, number in connection.execute(asked))
