"""Claims that stand in a part of the page that is none of its story are less sure, and say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from dateline.model import Claim
from dateline.model.part import Part, PartKind, page_at

_SURENESS: Final[Mapping[PartKind, float]] = MappingProxyType(
    {"foreign": 0.5, "list": 0.6, "quoted": 0.8, "caption": 0.85}
)
"""What the score of a claim is multiplied with in such a part: a headline of another story in a list has lost its
story, a caption tells of a picture that may be old. The order means something, the values do not."""

_SPUN: Final = 0.7
"""The same for every claim of a page on which a fixed name is spun: who replaced that word has replaced others."""

_LOWEST: Final = 0.05


def placed(claims: Sequence[Claim], parts: Sequence[Part]) -> list[Claim]:
    """The claims with the page on which each stands, and the part of the page where that is none of the story."""
    if not parts:
        return list(claims)
    return [_placed(claim, tuple(parts)) for claim in claims]


def _placed(claim: Claim, parts: tuple[Part, ...]) -> Claim:
    carrier = claim.figure or claim.excerpt
    inside = [p.kind for p in parts if p.kind in _SURENESS and p.start <= carrier.start and carrier.end <= p.end]
    page = page_at(parts, carrier.start)
    spun = any(part.kind == "spun" for part in parts)
    if not inside and page is None and not spun:
        return claim
    kind = min(inside, key=_SURENESS.__getitem__, default=None)
    sureness = (_SURENESS[kind] if kind else 1.0) * (_SPUN if spun else 1.0)
    score = round(max(_LOWEST, claim.score * sureness), 2) if sureness < 1.0 else claim.score
    return replace(claim, excerpt=replace(claim.excerpt, page=page, part=kind), score=score)
