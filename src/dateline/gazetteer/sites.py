"""What the project's own lists add to the sources: towns, camps, landscapes, waters (`vocab/place_sites.yaml`), and
the seas, rivers, mountains, islands and regions of the world (`vocab/place_nature.yaml`).

A site that a source knows under one of its names, within ten kilometres, is not entered twice: the source's entry
takes its names (and, in the list of camps, its kind).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from dateline.gazetteer.draft import Draft
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.spelling import plain_keys
from dateline.gazetteer.units import Units
from dateline.gazetteer.worth import KNOWN, OWN
from dateline.vocab.fold import fold
from dateline.vocab.load import load

SAME_KM: Final = 10.0

_ByName = dict[tuple[str, str], list[Draft]]


def with_sites(places: list[Draft], units: Units) -> list[Draft]:
    """The places, with the sites of the word list added or merged. Raises BuildError for an unknown unit."""
    lists, nature = load("place_sites"), load("place_nature")
    sites = [*_in_units(lists["places"], "place", units), *_in_units(lists["camps"], "camp", units)]
    known = _by_name(places, {site.country for site in sites})
    added = [site for site in sites if not _merged(site, known)]
    nowhere = [*_wide(lists["wide"], "wide"), *_wide(lists["waters"], "water")]
    nowhere += [*_wide(nature["wide"], "wide"), *_wide(nature["waters"], "water")]
    lands = [*_lands(lists["lands"]), *_lands(nature["lands"])]
    return [*places, *added, *lands, *nowhere]


def _in_units(rows: dict[str, Any], feature: str, units: Units) -> Iterator[Draft]:
    for code, sites in rows.items():
        unit = units.of_code(str(code))
        for name, (lat, lon, *others) in sites.items():
            site = _site(str(name), unit.country, feature, lat, lon, others)
            site.adm1, site.adm2 = (unit.adm1, unit) if unit.feature == "adm2" else (unit, None)
            yield site


def _lands(rows: dict[str, Any]) -> Iterator[Draft]:
    for country, sites in rows.items():
        for name, (lat, lon, radius, *others) in sites.items():
            land = _site(str(name), country, "region", lat, lon, others)
            land.radius_km = float(radius)
            yield land


def _wide(rows: dict[str, Any], feature: str) -> Iterator[Draft]:
    for name, (lat, lon, radius, *others) in rows.items():
        part = _site(str(name), "", feature, lat, lon, others)
        part.radius_km = float(radius)
        yield part


def _site(name: str, country: str, feature: str, lat: float, lon: float, others: Iterable[object]) -> Draft:
    identity = "-".join(filter(None, (feature, country.lower(), fold(name).replace(" ", "-"))))
    site = Draft("dateline", identity, name, country, feature, float(lat), float(lon))
    site.names = [(name, OWN), *((str(other), KNOWN) for other in others)]
    return site


def _merged(site: Draft, known: _ByName) -> bool:
    """True when an entry of the sources is this site; it has taken the site's names then."""
    for name, _ in site.names:
        for twin in known.get((site.country, fold(name)), ()):
            if _apart_km(site, twin) < SAME_KM:
                twin.names += [(other, KNOWN) for other, _ in site.names]
                twin.feature = "camp" if site.feature == "camp" else twin.feature
                return True
    return False


def _apart_km(one: Draft, other: Draft) -> float:
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _by_name(places: Iterable[Draft], countries: set[str]) -> _ByName:
    known: _ByName = defaultdict(list)
    for place in places:
        if place.country in countries:
            for name, _ in place.names:
                for key in plain_keys(name, unit=False):
                    known[place.country, key].append(place)
    return known
