"""Wires the stages over the corpus to the ledger: copies, origins, containment, reconciliation.

Nothing is stored: situations are opinions, computed anew from what the ledger holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.gazetteer.memory import remembered
from dateline.model import ResolvedPlace
from dateline.model.situation import Reported, Situation

if TYPE_CHECKING:
    from dateline.gazetteer import Entry
    from dateline.ledger import Ledger, LedgerClaim
    from dateline.model.syndication import Fingerprint


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What stands, and the claims it was computed from, by their ids."""

    situations: tuple[Situation, ...]
    claims: dict[str, LedgerClaim]


def reconcile_ledger(
    ledger: Ledger, *, place: str | None = None, term: str | None = None, without: Collection[str] = ()
) -> Reconciled:
    """Situations of the claims that a plain listing of the ledger gives, people's decisions applied.

    With `place` or `term`, only situations in which a claim answers to them: a situation is always computed whole.
    `without` leaves out the claims of these ids, as if nobody had made them.
    Raises UsageError for an unknown term, MissingExtra where relations must be solved and HiGHS is not installed.
    """
    from dateline.ledger import ClaimFilter
    from dateline.reconcile import reconcile

    wanted = None
    if place is not None or term is not None:
        wanted = {found.claim.claim_id for found in ledger.claims(ClaimFilter(place=place, term=term))}
        if not wanted:
            return Reconciled((), {})
    claims = {found.claim.claim_id: found for found in ledger.claims(texts=True) if found.claim.claim_id not in without}
    pages = _pages(ledger, {found.claim.document_id for found in claims.values()})
    found = reconcile(
        (_reported(one, pages.named.get(one.claim.document_id, frozenset())) for one in claims.values()),
        origins=pages.origins,
        heads=pages.heads,
        decisions=ledger.groupings(),
        containment=GazetteerContainment(),
    )
    kept = tuple(one for one in found if wanted is None or any(role.claim_id in wanted for role in one.roles))
    return Reconciled(kept, claims)


def _reported(found: LedgerClaim, named: frozenset[str]) -> Reported:
    document = found.document
    return Reported(found.claim, document.published, document.publisher, document.title, named)


@dataclass(frozen=True, slots=True)
class _Pages:
    """By document: the agency that its words come from, the document that it is a copy of, the places it names."""

    origins: dict[str, str]
    heads: dict[str, str]
    named: dict[str, frozenset[str]]


def _pages(ledger: Ledger, told: Collection[str]) -> _Pages:
    """What the texts tell, in one walk over them; the places of those documents alone that are `told` of."""
    from dateline.reconcile import places_named
    from dateline.syndicate import cluster, fingerprint

    named: dict[str, frozenset[str]] = {}

    def prints() -> Iterator[Fingerprint]:
        for one in ledger.documents(texts=True):
            if one.superseded_by is None:
                if one.document.id in told:
                    named[one.document.id] = places_named(one.document.text)
                yield fingerprint(one.document)

    clustered = cluster(prints())
    origins = {
        name: origin.name for name, origin in clustered.origins.items() if origin.kind == "agency" and origin.name
    }
    heads = {member: one.head for one in clustered.clusters for member in one.members if member != one.head}
    return _Pages(origins, heads, named)


class GazetteerContainment:
    """What the gazetteer states about places that lie in others; nothing where it is not built, or knows them not."""

    def contains(self, outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
        """True when `inner` is stated to lie in `outer`, or is the same."""
        if (outer.gazetteer, outer.id) == (inner.gazetteer, inner.id):
            return True
        one, other = _entry(outer.id, outer.gazetteer), _entry(inner.id, inner.gazetteer)
        return one is not None and other is not None and _contains(one, other)


@remembered(20_000)
def _entry(identifier: str, gazetteer: str) -> Entry | None:
    from dateline.errors import GazetteerError
    from dateline.gazetteer import open_gazetteer

    try:
        return open_gazetteer().by_id(identifier, gazetteer)
    except GazetteerError:
        return None


@remembered(100_000)
def _contains(outer: Entry, inner: Entry) -> bool:
    from dateline.gazetteer import open_gazetteer

    return open_gazetteer().contains(outer, inner)
