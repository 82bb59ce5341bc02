"""Situations as they may leave the house: places of refuge at the level of their district, also in the reasons.

Reasons name sources by their resolved name or their kind, never by what a page calls them (`reconcile/words.py`), so no
private person stands in them; places do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from dateline.model import Place, ResolvedPlace
from dateline.model.situation import SeriesPlace, Situation
from dateline.model.situation_json import situation_to_json
from dateline.release.door import release_claim
from dateline.release.mask import BLOCK

if TYPE_CHECKING:
    from dateline.ledger import LedgerClaim

Json = dict[str, Any]
WITHHELD: Final = "a place withheld"
"""Stands for a place of refuge of which no district is known."""


def release_situations(
    situations: Iterable[Situation], claims: Mapping[str, LedgerClaim], rows: Mapping[str, Json] | None = None
) -> Iterator[Json]:
    """A row a situation, as `reconcile` describes it, with when its claims were printed. `claims` are those it was
    computed from, by id.

    A place leaves as the claims that name it leave (`release_claim`): lifted, or not named at all. `rows` are released
    claims that are at hand already, by id; the others are released for the comparison.
    """
    at_hand = rows or {}
    for situation in situations:
        hidden = _Hidden()
        for role in situation.roles:
            if role.claim_id in claims:
                hidden.look(claims[role.claim_id], at_hand.get(role.claim_id))
        yield _dated(hidden.reword(situation_to_json(hidden.coarse(situation))), claims)


def _dated(row: Json, claims: Mapping[str, LedgerClaim]) -> Json:
    """With the first and last day on which the documents behind it, and behind each row of the series, were published
    (`printed`; None where no document says): what nobody dates was told then.
    """
    series = [{**one, "printed": _printed(one["claims"], claims)} for one in row["series"]]
    return {**row, "printed": _printed(row["roles"], claims), "series": series}


def _printed(ids: Iterable[str], claims: Mapping[str, LedgerClaim]) -> list[str] | None:
    days = sorted({day[:10] for one in ids if one in claims and (day := claims[one].document.published)})
    return [days[0], days[-1]] if days else None


@dataclass(slots=True)
class _Hidden:
    """The places that the claims of one situation do not name as the text does.

    `places` gives by gazetteer and id what stands for a place (None: nothing may), `names` what stands for a name.
    """

    places: dict[tuple[str, str], ResolvedPlace | None] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def look(self, found: LedgerClaim, row: Json | None) -> None:
        """Compares the claim's places with those of the row in which it leaves."""
        if not found.claim.places:
            return
        told = (row or release_claim(found, cut=True))["places"]
        shown = told if len(told) == len(found.claim.places) else [None] * len(found.claim.places)
        for place, row in zip(found.claim.places, shown, strict=True):
            self._compare(place, row)

    def _compare(self, place: Place, row: Json | None) -> None:
        given = ResolvedPlace(**row["place"]) if row and row["place"] else None
        named = row is not None and BLOCK not in row["name"]
        if named and given == place.place:
            return
        stands = given.name if given else WITHHELD
        for name in {place.name, place.place.name if place.place else place.name} - {stands}:
            self.names[name] = stands
        if place.place is not None:
            self.places[place.place.gazetteer, place.place.id] = given

    def coarse(self, situation: Situation) -> Situation:
        """The situation with the places of its rows exchanged."""
        rows = tuple(replace(row, place=self._shown(row.place)) for row in situation.series)
        return replace(situation, series=rows, place=self._shown(situation.place))

    def _shown(self, shown: SeriesPlace | None) -> SeriesPlace | None:
        if shown is None or shown.place is None or (shown.place.gazetteer, shown.place.id) not in self.places:
            return shown
        given = self.places[shown.place.gazetteer, shown.place.id]
        return replace(shown, place=given, name=given.name if given else WITHHELD)

    def reword(self, row: Json) -> Json:
        """Every text of the row with the names exchanged, the longest first. What stands for a name already stays as it
        is, also where it holds the name ("Mirava District"), and is said once where it stands for two.
        """
        if not self.names:
            return row
        given = {**{stands: stands for stands in self.names.values()}, **self.names}
        pattern = re.compile(_any_of(given))
        twice = re.compile(rf"({_any_of(set(self.names.values()))})(?:(?:, | and )\1(?!\w))+")

        def told(one: Any) -> Any:
            if isinstance(one, str):
                return twice.sub(r"\1", pattern.sub(lambda match: given[match[0]], one))
            if isinstance(one, list):
                return [told(each) for each in one]
            return {key: told(each) for key, each in one.items()} if isinstance(one, dict) else one

        return dict(told(row))


def _any_of(names: Iterable[str]) -> str:
    """A pattern of any of the names as whole words, the longest first."""
    return "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=lambda name: (-len(name), name)))
