"""What brings stored situations up to date: the blocks that anything touched since, computed anew.

The audit log names every document that was added, read anew, judged, superseded or purged. The blocks that their
claims were in, and those that they now meet, are taken out and computed again; no other claim can be changed by them
(`dateline.reconcile.blocks`). Where nothing is stored, or the rules are others, everything is computed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.ledger import Opinion, Reconciliation, Stored
from dateline.model.situation import Decision, Reported, Situation
from dateline.run.containment import GazetteerContainment
from dateline.run.pages import Pages, pages_of
from dateline.run.rules import rules

if TYPE_CHECKING:
    from dateline.ledger import Ledger, LedgerClaim
    from dateline.reconcile import Standing


@dataclass(frozen=True, slots=True)
class Update:
    """`found` stands in place of what is stored of the blocks `gone` (None: of everything stored).

    `computed` are the ids of those found that were not known before; `opinion` is what to store, None for nothing.
    """

    found: tuple[Situation, ...] = ()
    gone: frozenset[int] | None = frozenset()
    computed: frozenset[str] = frozenset()
    opinion: Opinion | None = None

    def situations(self, ledger: Ledger, claim_ids: Collection[str] | None = None) -> Iterator[Situation]:
        """Those that stand, before the update is stored; of the stored ones those of some claims alone."""
        if self.gone is not None:
            kept = ledger.opinions.situations(claim_ids=claim_ids)
            yield from (one.situation for one in kept if one.block not in self.gone)
        yield from self.found


def update(ledger: Ledger) -> Update:
    """Compute what the stored situations lack. Nothing is written."""
    state, now = ledger.reconciled(), rules()
    if state is not None and state.current and state.rules == now:
        return Update()
    at, decisions, pages = ledger.opinions.newest(), ledger.groupings(), pages_of(ledger, now)
    gone, claims = _to_compute(ledger, state, pages, decisions, now)
    known = _known(ledger, gone)
    found = _stands(claims, pages, decisions, known, now)
    opinion = _opinion(
        found, claims, pages, decisions, gone=gone, base=state.audit_seq if state else None, at=at, now=now
    )
    computed = frozenset(one.situation.situation_id for one in found if one.inputs not in known)
    return Update(tuple(one.situation for one in found), gone, computed, opinion)


def leaving_out(ledger: Ledger, without: Collection[str]) -> Update:
    """What would stand if nobody had made the claims of these ids; nothing of it is to be stored."""
    now, decisions = rules(), ledger.groupings()
    pages, known = pages_of(ledger, now), _known(ledger, None)
    claims = [one for one in _reported(ledger.claims(), pages) if one.claim.claim_id not in without]
    found = _stands(claims, pages, decisions, known, now)
    return Update(tuple(one.situation for one in found), None)


def _to_compute(
    ledger: Ledger, state: Reconciliation | None, pages: Pages, decisions: Iterable[Decision], now: str
) -> tuple[frozenset[int] | None, list[Reported]]:
    """The blocks to take out (None: all) and the claims to compute from."""
    if state is None or state.rules != now:
        return None, list(_reported(ledger.claims(), pages))
    touched = _with_decided(ledger, decisions, ledger.opinions.touched(state.audit_seq) | pages.moved)
    return _around(ledger, touched, pages)


def _with_decided(ledger: Ledger, decisions: Iterable[Decision], touched: frozenset[str]) -> frozenset[str]:
    """With all documents about which a person decided together with one that was touched."""
    told = [frozenset(ledger.opinions.documents_of_claims(one.claims).values()) for one in decisions]
    while more := frozenset[str]().union(*(one for one in told if one & touched)) - touched:
        touched |= more
    return touched


def _around(ledger: Ledger, touched: frozenset[str], pages: Pages) -> tuple[frozenset[int], list[Reported]]:
    """The blocks that hold, or held, a claim of the touched documents, and all claims of these blocks."""
    from dateline.reconcile import keys_of

    opinions = ledger.opinions
    new = {key for one in _reported(ledger.claims_in(touched), pages) for key in keys_of(one, pages.heads)}
    gone = opinions.blocks(touched, new)
    keys = new | opinions.keys(gone)
    near = _reported(ledger.claims_in(opinions.documents(gone) | touched), pages)
    return gone, [one for one in near if not keys.isdisjoint(keys_of(one, pages.heads))]


def _known(ledger: Ledger, blocks: Collection[int] | None) -> dict[str, Situation]:
    """Stored situations by the hash of what they were computed from."""
    return {one.inputs: one.situation for one in ledger.opinions.situations(blocks=blocks)}


def _reported(claims: Iterable[LedgerClaim], pages: Pages) -> Iterator[Reported]:
    for found in claims:
        document = found.document
        yield Reported(found.claim, document.published, document.publisher, document.title, pages.named(document.id))


def _stands(
    claims: Iterable[Reported], pages: Pages, decisions: Iterable[Decision], known: Mapping[str, Situation], now: str
) -> list[Standing]:
    from dateline.reconcile import stands

    found = stands(
        claims, origins=pages.origins, heads=pages.heads, decisions=decisions, containment=GazetteerContainment(),
        known=known, rules=now,
    )  # fmt: skip
    return list(found)


def _opinion(
    found: Iterable[Standing],
    claims: Collection[Reported],
    pages: Pages,
    decisions: Iterable[Decision],
    *,
    gone: frozenset[int] | None,
    base: int | None,
    at: int,
    now: str,
) -> Opinion:
    from dateline.reconcile import blocks

    made = blocks(claims, pages.heads, decisions)
    home = {one.claim.claim_id: one.claim.document_id for one in claims}
    return Opinion(
        base=base,
        audit_seq=at,
        rules=now,
        gone=gone,
        situations=tuple(
            Stored(one.situation, made.of[one.situation.roles[0].claim_id], one.inputs) for one in found
        ),
        keys=made.keys,
        documents=frozenset((home[claim], block) for claim, block in made.of.items()),
        prints=pages.fresh,
    )  # fmt: skip
