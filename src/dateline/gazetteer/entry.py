"""One place that the gazetteer knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dateline.model import ResolvedPlace
from dateline.model.words import PlacePrecision

Feature = Literal["country", "adm1", "adm2", "adm3", "region", "place", "airport", "camp", "site", "water", "wide"]
"""country; units of the first, second, third level; a region that news names and no list of units has; a populated
place; an airport or air base; a camp; another site; a sea, lake or river; a part of the world that no country holds."""

_PRECISION: Final[dict[str, PlacePrecision]] = {
    "country": "adm0", "adm1": "adm1", "adm2": "adm2", "adm3": "adm3", "region": "adm1", "place": "point",
    "airport": "point", "camp": "point", "site": "point", "water": "adm0", "wide": "adm0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with what contains it. None always means: not known, or there is none.

    `country` is ISO 3166-1 alpha-3, "" for what no country holds. `lat` and `lon` are WGS 84 degrees; `derived` is
    True where they are the middle of an area, mostly of the places in it (`radius_km`: 95 % of them lie within),
    False where they were measured. `population` is 0 when unknown; for units it counts the places of 500 people and
    more inside. `admin1_id` and `admin2_id` are identifiers of the units that contain it (`Gazetteer.parents` gives
    the entries). `alternate` says that it was found under another name than its own, `respelled` that only the
    skeleton of the name agreed. `row` is where it stands in this build of the file, and means nothing elsewhere.
    """

    gazetteer: str
    id: str
    name: str
    country: str
    feature: Feature
    lat: float | None
    lon: float | None
    radius_km: float | None
    population: int
    admin1: str | None
    admin1_id: str | None
    admin2: str | None
    admin2_id: str | None
    derived: bool = False
    capital: bool = False
    alternate: bool = False
    respelled: bool = False
    row: int = -1

    @property
    def precision(self) -> PlacePrecision:
        """How near the entry brings one: adm0 for a country (and for what is larger) down to a point for a place."""
        return _PRECISION[self.feature]

    @property
    def is_unit(self) -> bool:
        """True for what has an extent: countries, units, regions, waters."""
        return self.feature not in {"place", "airport", "camp", "site"}

    def resolved(self) -> ResolvedPlace:
        """The place as a claim carries it."""
        return ResolvedPlace(
            gazetteer=self.gazetteer,
            id=self.id,
            name=self.name,
            country=self.country or None,
            admin1=self.name if self.feature == "adm1" else self.admin1,
            lat=self.lat,
            lon=self.lon,
            precision=self.precision,
        )
