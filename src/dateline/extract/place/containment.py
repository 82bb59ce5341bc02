"""Which of two places lies in the other, by the gazetteer and by the words for their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.draft import Toponym
from dateline.extract.place.score import in_town
from dateline.gazetteer.memory import remembered

if TYPE_CHECKING:
    from dateline.gazetteer import Entry
    from dateline.model import ResolvedPlace

_RANK = {"adm0": 0, "adm1": 1, "adm2": 2, "adm3": 3, "point": 4}
_RANK_OF_KIND = {"adm1": 1, "adm2": 2, "area": 3, "place": 4, "site": 5, "quarter": 5}


def rank(toponym: Toponym) -> int:
    """How far down a place stands: 0 a country, 1 and 2 units, 3 without border, 4 a settlement, 5 a part of one."""
    if toponym.kind in {"quarter", "site"}:
        return _RANK_OF_KIND[toponym.kind]
    if toponym.place is not None and not (toponym.kind == "place" and toponym.place.precision == "adm1"):
        return _RANK[toponym.place.precision]
    return _RANK_OF_KIND.get(toponym.kind or "place", 4)


def holds(outer: Toponym, inner: Toponym) -> bool | None:
    """True where `outer` contains `inner`, False where it does not, None where nobody knows."""
    if outer.place is None or inner.place is None:
        if (
            inner.place is None
            and outer.place is not None
            and outer.country
            and inner.country
            and outer.country != inner.country
        ):
            return False
        return None
    if outer.place.id == inner.place.id:
        return rank(outer) < rank(inner)
    if outer.country and inner.country and outer.country != inner.country:
        return False
    above, below = entry_of(outer.place), entry_of(inner.place)
    if above is None or below is None:
        return None
    if inner.kind == "quarter" and in_town(below, (above,)):
        return True  # a user's table lists quarters as places, and no list says of which town
    return _contains(above, below)


@remembered(5_000)
def entry_of(place: ResolvedPlace) -> Entry | None:
    """The gazetteer's entry of a resolved place; None where no gazetteer in use has it."""
    from dateline.gazetteer import open_gazetteer

    return open_gazetteer().by_id(place.id, place.gazetteer)


def _contains(outer: Entry, inner: Entry) -> bool | None:
    from dateline.gazetteer import open_gazetteer

    if open_gazetteer().contains(outer, inner):
        return True
    if outer.feature == "region" or inner.feature == "region":
        return None
    return _same_name(outer, inner)


def _same_name(outer: Entry, inner: Entry) -> bool | None:
    """A town and the unit of its name: which of them a bare name means is open."""
    if outer.feature == "place" and inner.feature == "place" and outer.admin1_id and outer.admin1_id == inner.admin1_id:
        return None
    return False
