"""Who said what when: the claims of a situation by what they count, each with its range and the part it plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.report.clean import shown
from dateline.report.scale import Mark, mark
from dateline.report.spread import Spread, spread_of
from dateline.report.strands import Strand
from dateline.report.view import View
from dateline.report.voices import Cast, Voice

MOST_SAID: Final = 120
"""Claims that one situation lists; the others are counted."""
ROLES: Final = {
    "recommended": "the best figure of a row",
    "triangulation": "stands beside it, or bounds it",
    "superseded": "replaced by a newer figure of the same origin",
    "corrected": "put otherwise later by the same origin",
    "contradicted": "cannot be true together with others",
    "excluded": "left out",
}
"""The parts that claims play, as `dateline reconcile` calls them, in words."""
_REPLACED: Final = ("superseded", "corrected")
_TELLING: Final = ("the reviewer's choice", "a part of ", "told as ", "some of others ", "its own page ")
"""How reasons begin that say more than the part that a claim plays."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: who speaks, its range on the scale of its block, its part, and the reason where that says more.
    `whole` is what it is a part of by its own words, None where nothing on the page is.
    """

    view: View
    voice: Voice
    drawn: Mark | None
    role: str
    reason: str
    whole: View | None = None


@dataclass(frozen=True, slots=True)
class SaidBlock:
    """The claims of one strand, oldest first. Stocks of a situation share one scale, flows another: `first` marks the
    block that names the numbers of its own.
    """

    strand: Strand
    scale: Spread | None
    first: bool
    lines: list[Said]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims that take no part, for one reason."""

    reason: str
    views: list[View]


def said(strands: Sequence[Strand], cast: Cast) -> list[SaidBlock]:
    """The claims that take part, each once, under the strand that counts them; stocks together and flows together."""
    seen: set[str] = set()
    told: list[tuple[Strand, list[View]]] = []
    for strand in strands:
        here = cast.shown(claim for claim in strand.claims if claim not in seen)
        seen.update(view.id for view in here)
        if here:
            told.append((strand, here))
    blocks: list[SaidBlock] = []
    for shape in dict.fromkeys(strand.shape for strand, _ in told):
        same = [(strand, here) for strand, here in told if strand.shape == shape]
        scale = spread_of(view for _, here in same for view in here)
        for at, (strand, here) in enumerate(same):
            blocks.append(SaidBlock(strand, scale, at == 0, _lines(here, scale, cast)))
    return blocks


def first_said(blocks: Sequence[SaidBlock]) -> tuple[list[SaidBlock], int]:
    """The blocks up to `MOST_SAID` claims, and how many claims that leaves out."""
    kept: list[SaidBlock] = []
    room = MOST_SAID
    for block in blocks:
        if room > 0:
            kept.append(replace(block, lines=block.lines[:room]))
            room -= len(kept[-1].lines)
    return kept, sum(len(block.lines) for block in blocks) - (MOST_SAID - room)


def left_out(cast: Cast) -> list[LeftOut]:
    """The claims that take no part, by reason, the reason of most first."""
    found: dict[str, list[View]] = {}
    for view in cast.shown(cast.roles):
        role, reason = cast.roles[view.id]
        if role == "excluded":
            told = "a copy of a claim above: one witness" if reason.startswith("a copy of ") else shown(reason)
            found.setdefault(told, []).append(view)
    return [LeftOut(reason, told) for reason, told in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))]


def _lines(here: list[View], scale: Spread | None, cast: Cast) -> list[Said]:
    ordered = sorted(here, key=lambda view: (view.dated or "9999", view.paper.published or "9999", view.id))
    return [_said(view, scale, cast) for view in ordered]


def _said(view: View, scale: Spread | None, cast: Cast) -> Said:
    role, reason = cast.roles.get(view.id, ("triangulation", ""))
    whole = cast.views.get(view.part_of) if view.part_of else None
    telling = role in _REPLACED or (reason.startswith(_TELLING) and not (whole and reason.startswith("a part of ")))
    return Said(view, cast.voice(view), mark(view, scale), role, shown(reason) if telling else "", whole)
