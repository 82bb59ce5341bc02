"""How widely a claim may go: public, restricted, confidential. What is above the asked level stays in the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from dateline.model import Claim
from dateline.vocab.fold import fold

Sensitivity = Literal["public", "restricted", "confidential"]
SENSITIVITIES: Final[tuple[Sensitivity, ...]] = ("public", "restricted", "confidential")
"""From the widest circle to the narrowest."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What people marked as more than public: claims by id, sources by their name or that of whom they resolve to."""

    claims: Mapping[str, Sensitivity] = field(default_factory=dict)
    sources: Mapping[str, Sensitivity] = field(default_factory=dict)

    def level(self, claim: Claim) -> Sensitivity:
        """The narrowest level of the claim and of its sources; public where nothing is marked."""
        folded = {fold(name): level for name, level in self.sources.items()}
        names = (fold(name) for s in claim.sources for name in (s.name, s.resolved or ""))
        levels = [self.claims.get(claim.claim_id, "public"), *(folded.get(name, "public") for name in names)]
        return max(levels, key=SENSITIVITIES.index)


def may_leave(level: Sensitivity, asked: Sensitivity) -> bool:
    """True when what is of this level may go where `asked` may."""
    return SENSITIVITIES.index(level) <= SENSITIVITIES.index(asked)
