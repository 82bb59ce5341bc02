"""What the sources give, joined into one table of countries, units, regions, places, airports."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from dateline.gazetteer.draft import Draft
from dateline.gazetteer.sites import with_sites
from dateline.gazetteer.sources import RawAirport, RawPlace, Sources
from dateline.gazetteer.units import Units, regions
from dateline.gazetteer.worth import KNOWN, LISTED, OWN
from dateline.vocab.countries import capitals, countries, iso3_of_iso2
from dateline.vocab.fold import fold
from dateline.vocab.load import load


def draft_all(sources: Sources) -> list[Draft]:
    """Every entry, with its names and containment; centres and populations of units are still open."""
    states = list(_countries(sources))
    units = Units(sources.units)
    places = [_place(raw, units, sources.units_of) for raw in sources.places]
    airports = [_airport(raw) for raw in sources.airports]
    _mark_capitals(places)
    _centre(states, units)
    return [*states, *units.drafts, *regions(units), *with_sites(places, units), *airports]


def _countries(sources: Sources) -> Iterator[Draft]:
    known = {raw.iso3: raw for raw in sources.countries}
    for iso3, country in countries().items():
        if raw := known.get(iso3):
            drafted = Draft("geonames", str(raw.geoname), country.name, iso3, "country", population=raw.population)
        else:
            drafted = Draft("iso", iso3, country.name, iso3, "country")
        drafted.names = [(country.name, OWN), *((name, KNOWN) for name in country.names[1:])]
        drafted.exact = country.exact
        yield drafted


def _centre(states: list[Draft], units: Units) -> None:
    """Gives countries and vast units the middles of the word list."""
    centres = load("place_centres")
    by_country = {state.country: state for state in states}
    named = [(by_country[iso3], point) for iso3, point in centres["countries"].items()]
    for draft, (lat, lon) in [*named, *((units.of_code(code), point) for code, point in centres["units"].items())]:
        draft.lat, draft.lon, draft.derived = float(lat), float(lon), True


def _place(raw: RawPlace, units: Units, units_of: dict[int, tuple[int, ...]]) -> Draft:
    around = [unit for number in units_of.get(raw.geoname, ()) if (unit := units.by_number.get(number))]
    adm2 = next((unit for unit in around if unit.feature == "adm2"), None)
    adm1 = units.by_code.get(raw.adm1) or next((unit for unit in around if unit.feature == "adm1"), None)
    country = iso3_of_iso2(raw.iso2) or ""
    name = _plain(raw.name) if country in _transliterated() else raw.name
    place = Draft("geonames", str(raw.geoname), name, country, "place", raw.lat, raw.lon, population=raw.population)
    place.adm1 = adm2.adm1 if adm2 and adm2.adm1 else adm1
    place.adm2 = adm2
    place.names = [(raw.name, OWN), *((name, LISTED) for name in raw.alternates if _is_name(name))]
    return place


def _mark_capitals(places: list[Draft]) -> None:
    """Marks the seats of governments: of the places so called in their country the largest, by its own name first."""
    best: dict[tuple[str, str], tuple[bool, int, Draft]] = {}
    for place in places:
        for name, how in place.names:
            key = fold(name)
            if place.population and capitals().get(key) == place.country:
                rank = (how == OWN, place.population, place)
                best[place.country, key] = max(rank, best.get((place.country, key), rank), key=lambda r: r[:2])
    for _, _, place in best.values():
        place.capital = True


def _airport(raw: RawAirport) -> Draft:
    country = iso3_of_iso2(raw.iso2) or ""
    airport = Draft("airportsdata", raw.code, raw.name, country, "airport", raw.lat, raw.lon)
    airport.names = [(raw.name, OWN)]
    return airport


def _is_name(alternate: str) -> bool:
    """False for what GeoNames keeps beside names: airport codes, and machine transliterations without a capital."""
    if not alternate.isascii():
        return True
    code = len(alternate) <= 4 and alternate.isupper()
    return not code and len(alternate) > 2 and any(letter.isupper() for letter in alternate)


def _plain(name: str) -> str:
    """A transliterated name as news writes it: without the marks of scholarship ("Cox’s Bāzār": "Cox's Bazar")."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.translate({ord(mark): "'" for mark in "‘’ʻʿʾ"}).strip("'")


@cache
def _transliterated() -> frozenset[str]:
    return frozenset(load("place_words")["transliterated"].split())
