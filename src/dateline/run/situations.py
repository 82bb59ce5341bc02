"""Wires the stages over the corpus to the ledger: copies, origins, containment, reconciliation.

Situations are opinions. They may be kept in the ledger, beside the facts; then only what was touched since is computed
anew (`dateline.run.update`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.garbage import collected_seldom
from dateline.model import Claim, Document, Extraction
from dateline.model.situation import Reported, Situation
from dateline.run.containment import GazetteerContainment
from dateline.run.update import Update, leaving_out, update

if TYPE_CHECKING:
    from dateline.ledger import Ledger, LedgerClaim

__all__ = ["GazetteerContainment", "Reconciled", "claims_behind", "reconcile_extractions", "reconcile_ledger"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What stands, and the claims that it was computed from, by their ids.

    `computed` are the ids of those situations that were not simply taken over from what the ledger keeps.
    """

    situations: tuple[Situation, ...]
    claims: dict[str, LedgerClaim]
    computed: frozenset[str] = frozenset()


def reconcile_ledger(
    ledger: Ledger,
    *,
    place: str | None = None,
    term: str | None = None,
    without: Collection[str] = (),
    store: bool = False,
    changed: bool = False,
    jobs: int = 1,
    claims: bool = True,
) -> Reconciled:
    """Situations of the claims that a plain listing of the ledger gives, people's decisions applied.

    With `place` or `term`, only situations in which a claim answers to them: a situation is always computed whole.
    `without` leaves out the claims of these ids, as if nobody had made them; nothing is stored then. `store` keeps all
    that was found in the ledger, so that the next call computes only what was touched since. With `changed`, only those
    computed now. `jobs` is in how many processes: more than one only from a program that can be imported anew (behind
    `if __name__ == "__main__"`). Without `claims` none are given with the situations: `claims_behind` gives them for
    some at a time. Raises UsageError for an unknown term, MissingExtra where relations must be solved and
    HiGHS is not installed; with `store` LedgerReadOnly where the ledger cannot be written, LedgerError when another
    process has stored situations meanwhile.
    """
    from dateline.reconcile import in_order

    wanted = _wanted(ledger, place, term)
    if store:
        ledger.require_writable()
    with collected_seldom():  # of a large ledger all of it must not wait for the end
        done = leaving_out(ledger, without) if without else update(ledger, jobs=jobs)
        found = list(_chosen(ledger, done, wanted, changed))
        if store and not without and done.opinion is not None:
            ledger.opinions.write(done.opinion)
    found.sort(key=in_order)
    return Reconciled(tuple(found), claims_behind(ledger, found) if claims else {}, done.computed)


def claims_behind(ledger: Ledger, situations: Iterable[Situation]) -> dict[str, LedgerClaim]:
    """The claims of the documents that tell of some situations, with their texts, by their ids."""
    told = {document for one in situations for document in one.documents}
    return {one.claim.claim_id: one for one in ledger.claims_in(told, texts=True)}


def reconcile_extractions(extractions: Iterable[Extraction]) -> Reconciled:
    """Situations of claims that are in no ledger: nobody decided about them, and nothing is kept.

    A document that is given twice counts once, its last extraction. Raises as `reconcile_ledger`.
    """
    from dateline.reconcile import reconcile
    from dateline.run.pages import loose_pages

    told = {one.document.id: one for one in extractions}
    pages = loose_pages([one.document for one in told.values()])
    found = reconcile(
        (Reported(claim, one.document.published, one.document.publisher, one.document.title, pages.words(name))
         for name, one in told.items() for claim in one.claims),
        origins=pages.origins, heads=pages.heads, containment=GazetteerContainment(),
    )  # fmt: skip
    claims = {claim.claim_id: _unkept(claim, one.document) for one in told.values() for claim in one.claims}
    return Reconciled(found, claims, frozenset(one.situation_id for one in found))


def _unkept(claim: Claim, document: Document) -> LedgerClaim:
    """A claim as a ledger would give it on the first day."""
    from dateline.ledger import LedgerClaim

    return LedgerClaim(claim, claim, document, "unreviewed", "")


def _wanted(ledger: Ledger, place: str | None, term: str | None) -> frozenset[str] | None:
    """The claims that are asked for; None for all."""
    from dateline.ledger import ClaimFilter

    if place is None and term is None:
        return None
    return frozenset(found.claim.claim_id for found in ledger.claims(ClaimFilter(place=place, term=term)))


def _chosen(ledger: Ledger, done: Update, wanted: frozenset[str] | None, changed: bool) -> Iterator[Situation]:
    # what was computed is among what was found: the stored ones need not be read for it
    for one in done.found if changed else done.situations(ledger, wanted):
        if changed and one.situation_id not in done.computed:
            continue
        if wanted is None or any(role.claim_id in wanted for role in one.roles):
            yield one
