"""Claims to reconcile, in parts that are small enough to hold and can be worked on side by side.

A part is some whole blocks (`dateline.reconcile.blocks`): no claim in it meets one of another part, so parts come out
the same alone, together and in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.garbage import collected_later
from dateline.model.situation import Decision, Reported, Situation
from dateline.run.containment import GazetteerContainment
from dateline.run.hands import Hands
from dateline.run.pages import Pages

if TYPE_CHECKING:
    from dateline.ledger import Ledger, LedgerClaim
    from dateline.reconcile import Blocks, Standing

ENOUGH: Final = 4_000
"""Claims from which a part is full; a block is never cut."""


@dataclass(frozen=True, slots=True)
class Part:
    """Claims by their ids, and the documents that they are of."""

    claims: frozenset[str]
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Work:
    """What every part is reconciled with. `known` and `rules` as for `reconcile.stands`."""

    pages: Pages
    decisions: Sequence[Decision]
    known: Mapping[str, Situation]
    rules: str

    def of(self, part: Part) -> Work:
        """Without what a part does not need: it may be sent to another process."""
        return Work(self.pages.of(part.documents), self.decisions, self.known, self.rules)


def parts_of(made: Blocks, home: Mapping[str, str]) -> list[Part]:
    """The blocks in parts. `home` gives the document of each claim."""
    by_block: defaultdict[int, list[str]] = defaultdict(list)
    for claim, block in made.of.items():
        by_block[block].append(claim)
    parts, waiting = [], list[str]()
    for claims in by_block.values():
        waiting.extend(claims)
        if len(waiting) >= ENOUGH:
            parts.append(waiting)
            waiting = []
    return [Part(frozenset(one), frozenset(home[claim] for claim in one)) for one in (*parts, waiting) if one]


def reconciled(parts: Sequence[Part], work: Work, hands: Hands) -> Iterator[Standing]:
    """What stands in the parts."""
    for found in hands.each(_part, [(part, work.of(part)) for part in parts]):
        yield from found


def reported(claims: Iterable[LedgerClaim], pages: Pages) -> Iterator[Reported]:
    """The claims with what reconciliation must know of their pages."""
    for found in claims:
        document = found.document
        yield Reported(found.claim, document.published, document.publisher, document.title, pages.words(document.id))


def stands_of(claims: Iterable[Reported], work: Work) -> Collection[Standing]:
    """What stands by these claims."""
    from dateline.reconcile import stands

    pages = work.pages
    found = stands(
        claims, origins=pages.origins, heads=pages.heads, decisions=work.decisions,
        containment=GazetteerContainment(), known=work.known, rules=work.rules,
    )  # fmt: skip
    return list(found)


def _part(ledger: Ledger, asked: tuple[Part, Work]) -> Collection[Standing]:
    part, work = asked
    with collected_later():
        listed = reported(ledger.claims_in(part.documents), work.pages)
        return stands_of([one for one in listed if one.claim.claim_id in part.claims], work)
