"""The places of the claims as the map shows them: units by their circles, places by points, countries by name alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dateline.gazetteer.extent import radius_km
from dateline.report.clean import shown
from dateline.report.where import country_name

Row = dict[str, Any]
_POINT: Final = "point"


@dataclass(frozen=True, slots=True)
class Spot:
    """A located place with the claims that name it.

    `lat`, `lon` are degrees (WGS 84). `radius` is the unit's, in kilometres; None for a point, and for a unit whose
    extent nobody knows (`unit` tells them apart). `country` is an ISO code, `inside` names what contains the place.
    """

    name: str
    inside: str
    country: str
    lat: float
    lon: float
    unit: bool
    radius: float | None
    claims: int
    terms: tuple[tuple[str, int], ...]

    @property
    def shown_as(self) -> str:
        """How the map draws it, in words."""
        if not self.unit:
            return "point"
        return "unit, extent unknown" if self.radius is None else f"unit, {self.radius:.0f} km around"


def spots(rows: Iterable[Row], term_of: dict[str, str]) -> list[Spot]:
    """The places below the level of a country that released claims name, those with most claims first.

    `term_of` gives each claim's term in words. A claim that names two places counts at both.
    """
    places: dict[tuple[str, str], Row] = {}
    told: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        for found in _located(row):
            key = (found["gazetteer"], found["id"])
            places[key] = found
            told.setdefault(key, Counter())[term_of[row["claim_id"]]] += 1
    made = [_spot(place, told[key]) for key, place in places.items()]
    return sorted(made, key=lambda spot: (-spot.claims, spot.country, spot.name))


def _located(row: Row) -> list[Row]:
    found = {place["place"]["id"]: place["place"] for place in row["places"] if place["place"]}
    return [place for place in found.values() if place["precision"] != "adm0" and place["lat"] is not None]


def _spot(place: Row, terms: Counter[str]) -> Spot:
    unit = place["precision"] != _POINT
    inside = [shown(place["admin1"] or ""), country_name(place["country"])]
    name = shown(place["name"])
    return Spot(
        name=name,
        inside=", ".join(part for part in dict.fromkeys(inside) if part and part != name),
        country=place["country"] or "",
        lat=place["lat"],
        lon=place["lon"],
        unit=unit,
        radius=radius_km(place["id"], place["gazetteer"]) if unit else None,
        claims=terms.total(),
        terms=tuple(sorted(terms.items(), key=lambda item: (-item[1], item[0]))),
    )
