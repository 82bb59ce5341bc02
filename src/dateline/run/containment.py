"""What the gazetteer states about places that lie in others, for reconciliation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.gazetteer.memory import remembered
from dateline.model import ResolvedPlace

if TYPE_CHECKING:
    from dateline.gazetteer import Entry


class GazetteerContainment:
    """What the gazetteer states about places that lie in others; nothing where it is not built, or knows them not."""

    def contains(self, outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
        """True when `inner` is stated to lie in `outer`, or is the same."""
        if (outer.gazetteer, outer.id) == (inner.gazetteer, inner.id):
            return True
        one, other = _entry(outer.id, outer.gazetteer), _entry(inner.id, inner.gazetteer)
        return one is not None and other is not None and _contains(one, other)


@remembered(20_000)
def _entry(identifier: str, gazetteer: str) -> Entry | None:
    from dateline.errors import GazetteerError
    from dateline.gazetteer import open_gazetteer

    try:
        return open_gazetteer().by_id(identifier, gazetteer)
    except GazetteerError:
        return None


@remembered(100_000)
def _contains(outer: Entry, inner: Entry) -> bool:
    from dateline.gazetteer import open_gazetteer

    return open_gazetteer().contains(outer, inner)
