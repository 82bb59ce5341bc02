"""What brings stored situations up to date: the blocks that anything touched since, computed anew.

The audit log names every document that was added, read anew, judged, superseded or purged. The blocks that their
claims were in, and those that they now meet, are taken out and computed again; no other claim can be changed by them
(`dateline.reconcile.blocks`). Where nothing is stored, or the rules are others, everything is computed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.garbage import collected_later
from dateline.ledger import Opinion, Reconciliation, Stored
from dateline.model.situation import Decision, Situation
from dateline.run.hands import Hands, in_tasks
from dateline.run.pages import Pages, pages_of
from dateline.run.parts import Work, parts_of, reconciled, reported, stands_of
from dateline.run.rules import rules

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.reconcile import Blocks


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


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be computed: the claims that have one of `keys`, in these documents; None: all claims.

    `gone` are the blocks in whose place they stand, None for all.
    """

    gone: frozenset[int] | None = None
    documents: frozenset[str] | None = None
    keys: frozenset[int] = frozenset()


def update(ledger: Ledger, *, jobs: int = 1) -> Update:
    """Compute what the stored situations lack, in so many processes. Nothing is written."""
    state, now = ledger.reconciled(), rules()
    if state is not None and state.current and state.rules == now:
        return Update()
    with Hands(ledger, jobs) as hands:
        return _updated(ledger, state, now, hands)


def _updated(ledger: Ledger, state: Reconciliation | None, now: str, hands: Hands) -> Update:
    at, decisions, pages = ledger.opinions.newest(), ledger.groupings(), pages_of(ledger, now, hands)
    scope = _scope(ledger, state, pages, decisions, now)
    made, home = _blocks(scope, pages, decisions, hands)
    known = {} if scope.gone is None else _known(ledger, scope.gone)
    found = [
        Stored(one.situation, made.of[one.situation.roles[0].claim_id], one.inputs)
        for one in reconciled(parts_of(made, home), Work(pages, decisions, known, now), hands)
    ]
    opinion = Opinion(
        base=state.audit_seq if state else None,
        audit_seq=at,
        rules=now,
        gone=scope.gone,
        situations=tuple(found),
        keys=made.keys,
        documents=frozenset((home[claim], block) for claim, block in made.of.items()),
        prints=pages.fresh,
    )
    computed = frozenset(one.situation.situation_id for one in found if one.inputs not in known)
    return Update(tuple(one.situation for one in found), scope.gone, computed, opinion)


def leaving_out(ledger: Ledger, without: Collection[str]) -> Update:
    """What would stand if nobody had made the claims of these ids; nothing of it is to be stored."""
    now, decisions = rules(), ledger.groupings()
    with Hands(ledger, jobs=1) as hands:
        pages, known = pages_of(ledger, now, hands), _known(ledger, None)
    claims = [one for one in reported(ledger.claims(), pages) if one.claim.claim_id not in without]
    found = stands_of(claims, Work(pages, decisions, known, now))
    return Update(tuple(one.situation for one in found), None)


def _scope(
    ledger: Ledger, state: Reconciliation | None, pages: Pages, decisions: Iterable[Decision], now: str
) -> Scope:
    """The blocks that hold, or held, a claim of a document that was touched, and all that they have in common."""
    from dateline.reconcile import keys_of

    if state is None or state.rules != now:
        return Scope()
    opinions = ledger.opinions
    touched = _with_decided(ledger, decisions, opinions.touched(state.audit_seq) | pages.moved)
    new = {key for one in reported(ledger.claims_in(touched), pages) for key in keys_of(one, pages.heads)}
    gone = opinions.blocks(touched, new)
    return Scope(gone, opinions.documents(gone) | touched, opinions.keys(gone) | new)


def _with_decided(ledger: Ledger, decisions: Iterable[Decision], touched: frozenset[str]) -> frozenset[str]:
    """With all documents about which a person decided together with one that was touched."""
    told = [frozenset(ledger.opinions.documents_of_claims(one.claims).values()) for one in decisions]
    while more := frozenset[str]().union(*(one for one in told if one & touched)) - touched:
        touched |= more
    return touched


def _blocks(scope: Scope, pages: Pages, decisions: Iterable[Decision], hands: Hands) -> tuple[Blocks, dict[str, str]]:
    """The blocks of the claims in scope, and the document of each claim; the claims themselves are not held."""
    from dateline.reconcile import blocks

    home: dict[str, str] = {}
    keys: dict[str, tuple[int, ...]] = {}
    told = sorted(pages.prints if scope.documents is None else scope.documents & pages.prints.keys())
    for found in hands.each(_keys, [(some, pages.of(some)) for some in in_tasks(told)]):
        for claim, document, own in found:
            if scope.gone is None or not scope.keys.isdisjoint(own):
                home[claim], keys[claim] = document, own
    return blocks(keys, decisions), home


def _keys(ledger: Ledger, asked: tuple[Sequence[str], Pages]) -> list[tuple[str, str, tuple[int, ...]]]:
    """The claims of some documents that situations may hold: claim, document, and by what it meets others."""
    from dateline.reconcile import keys_of

    documents, pages = asked
    with collected_later():
        told = ((one.claim, keys_of(one, pages.heads)) for one in reported(ledger.claims_in(documents), pages))
        return [(claim.claim_id, claim.document_id, own) for claim, own in told if own]


def _known(ledger: Ledger, blocks: Collection[int] | None) -> dict[str, Situation]:
    """Stored situations by the hash of what they were computed from."""
    return {one.inputs: one.situation for one in ledger.opinions.situations(blocks=blocks)}
