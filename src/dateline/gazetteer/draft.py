"""An entry in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

GAZETTEERS: Final = ("geonames", "iso", "dateline", "airportsdata", "user", "whosonfirst", "ocha")
"""Whose identifier an entry has, by the number that the file keeps."""
FEATURES: Final = ("country", "adm1", "adm2", "adm3", "region", "place", "airport", "camp", "site", "water", "wide")
"""What an entry is, by the number that the file keeps (`entry.Feature`)."""


@dataclass(slots=True, eq=False)
class Draft:
    """One entry of the gazetteer. `adm1` and `adm2` contain it, it contains `covers`.

    `derived` marks a position that is the middle of an area. `names` come with OWN, KNOWN or LISTED,
    `exact` count as written; `kind` is the
    folded word for its kind; `first_for` the folded name for which it comes before everything else; `twin` the
    key of the entry in the file below that it takes the place of; a `stub` stands for an entry of that file.
    """

    gazetteer: str
    id: str
    name: str
    country: str
    feature: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    population: int = 0
    adm1: Draft | None = None
    adm2: Draft | None = None
    covers: tuple[Draft, ...] = ()
    derived: bool = False
    capital: bool = False
    names: list[tuple[str, int]] = field(default_factory=list)
    exact: tuple[str, ...] = ()
    kind: str = ""
    first_for: str = ""
    twin: str = ""
    stub: bool = False

    @property
    def key(self) -> str:
        """Its identity across builds and files."""
        return f"{self.gazetteer}:{self.id}"
