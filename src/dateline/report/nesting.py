"""Parts under their wholes, restatements under what they restate: each claim stands once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.report.view import View


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in its place. `depth` 0 stands for itself; a deeper one belongs to `under`, as `bond` says."""

    view: View
    depth: int = 0
    under: View | None = None
    bond: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A claim that stands for itself, then whatever hangs on it, deeper and deeper, in the order of the text."""

    lines: tuple[Line, ...]

    @property
    def root(self) -> View:
        """The claim that stands for itself."""
        return self.lines[0].view


def trees(views: Sequence[View]) -> list[Tree]:
    """The claims as trees, in the order of `dated`, undated last. A whole that is not listed, or a ring, is cut."""
    known = {view.id: view for view in views}
    under = {view.id: known[whole] for view in views if (whole := view.part_of or view.same_as) in known and whole}
    hanging: dict[str, list[View]] = defaultdict(list)
    roots = []
    for view in views:
        if view.id in under and not _in_ring(view.id, under):
            hanging[under[view.id].id].append(view)
        else:
            roots.append(view)
    return [Tree(tuple(_lines(Line(root), hanging))) for root in sorted(roots, key=by_date)]


def by_date(view: View) -> tuple[str, str, int]:
    """Sorts claims as they are told: by the end of their period, else by publication; undated ones last."""
    return view.dated or "9999", view.paper.id, view.excerpt[0]


def _in_ring(claim: str, under: dict[str, View]) -> bool:
    """True when going up from the claim never ends."""
    seen = {claim}
    at = claim
    while at in under:
        at = under[at].id
        if at in seen:
            return True
        seen.add(at)
    return False


def _lines(line: Line, hanging: dict[str, list[View]]) -> Iterator[Line]:
    yield line
    for view in sorted(hanging[line.view.id], key=lambda view: view.excerpt):
        bond = "part of" if view.part_of else "the same, counted otherwise:"
        yield from _lines(Line(view, line.depth + 1, line.view, bond), hanging)


def views_of(found: Iterable[Tree]) -> list[View]:
    """All claims of the trees."""
    return [line.view for tree in found for line in tree.lines]
