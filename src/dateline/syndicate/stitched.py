"""Pages stitched from several texts: they must not tie together what has nothing in common.

A page that prints two dispatches links to both. It belongs with the one that makes up at least half of it, or with
neither; what it has of the others stays a matter of sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
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
    return any(
        frozenset((one.shorter, two.shorter)) not in linked and _apart(one, two) for one, two in combinations(held, 2)
    )


def _apart(one: CopyLink, two: CopyLink) -> bool:
    """True when the two have different passages of the page: less than half of the smaller is in common."""
    sizes = [sum(end - start for start, end in link.passages) for link in (one, two)]
    common = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in one.passages
        for other_start, other_end in two.passages
    )
    return common < OVERLAP * min(sizes)
