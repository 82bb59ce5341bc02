"""The part that each claim plays, with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model.situation import ClaimRole, Contradiction
from dateline.reconcile import words
from dateline.reconcile.settle import Settled


def told_contradictions(done: Settled) -> tuple[Contradiction, ...]:
    """The contradictions in words, in the order of their claims."""
    return tuple(
        Contradiction(claims, words.contradiction([done.items[claim] for claim in claims], done.quantities))
        for claims in sorted(done.contradictions)
    )


def roles(done: Settled, recommended: Mapping[str, str]) -> dict[str, ClaimRole]:
    """One role a claim: contradicted and replaced claims before recommended ones, the others triangulate."""
    found = {claim: ClaimRole(claim, "triangulation", _beside(done, claim)) for claim in done.items}
    for claim, reason in recommended.items():
        found[claim] = ClaimRole(claim, "recommended", reason)
    for claim, larger in done.standing.smaller.items():
        reason = f"its own page has a larger figure, of which it may be a part: {_said(done, larger)}"
        found[claim] = ClaimRole(claim, "triangulation", reason)
    for claim, newer in done.standing.superseded.items():
        found[claim] = ClaimRole(claim, "superseded", f"the same origin said later: {_said(done, newer)}")
    for claim, newer in done.standing.corrected.items():
        found[claim] = ClaimRole(claim, "corrected", f"the same origin put it otherwise later: {_said(done, newer)}")
    for conflict in done.contradictions:
        for claim in conflict:
            others = "; ".join(_said(done, other) for other in conflict if other != claim)
            reason = f"cannot be true together with: {others}" if others else "no number satisfies it"
            found[claim] = ClaimRole(claim, "contradicted", reason)
    return found


def _beside(done: Settled, claim: str) -> str:
    item = done.items[claim]
    if done.quantities[claim].scope.startswith("part:"):
        if item.earlier and item.claim.part_of is None:
            return "told as an earlier count"
        return "a part of another figure: its whole is at least as large"
    if item.claim.part_of is not None and item.figure != item.claim.figure:
        return "some of others that are told elsewhere: there were at least so many"
    if item.value is None:
        return "an open or ranged figure: it bounds, and is nobody's best"
    return "stands beside the recommended figure"


def _said(done: Settled, claim: str) -> str:
    return words.said(done.items[claim], done.quantities[claim])
