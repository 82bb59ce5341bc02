"""Pages stitched from several texts: they must not tie together what has nothing in common.

A page that prints two dispatches links to both. It belongs with the one that makes up at least half of it, or with
neither; what it has of the others stays a matter of sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from dateline.model.syndication import CopyLink

MOSTLY: Final = 0.5
OVERLAP: Final = 0.5


def without_bridges(links: Iterable[CopyLink]) -> list[CopyLink]:
    """The links, less those by which a stitched page would tie together texts that share nothing."""
    links = list(links)
    linked = {frozenset((link.shorter, link.longer)) for link in links}
    inside: dict[str, list[CopyLink]] = defaultdict(list)
    for link in links:
        inside[link.longer].append(link)
    stitched = {page for page, held in inside.items() if _is_stitched(held, linked)}
    return [link for link in links if link.longer not in stitched or link.back >= MOSTLY]


def _is_stitched(held: list[CopyLink], linked: set[frozenset[str]]) -> bool:
    """True when two that are no copies of each other have different passages of the page.

    The smallest are looked at first, each against those already told apart: a page can hold only a few of these.
    """
    told_apart: list[CopyLink] = []
    for link in sorted(held, key=lambda link: (_size(link), link.shorter)):
        if all(_apart(link, other) for other in told_apart):
            if any(frozenset((link.shorter, other.shorter)) not in linked for other in told_apart):
                return True
            told_apart.append(link)
    return False


def _size(link: CopyLink) -> int:
    return sum(end - start for start, end in link.passages)


def _apart(one: CopyLink, two: CopyLink) -> bool:
    """True when less than half of the smaller one's passages is in common."""
    common = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in one.passages
        for other_start, other_end in two.passages
    )
    return common < OVERLAP * min(_size(one), _size(two))
