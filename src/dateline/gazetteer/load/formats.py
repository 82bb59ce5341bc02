"""The four formats: how each is recognised, and its lines read."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from dateline.errors import BadEncoding, UnreadableInput
from dateline.gazetteer.entry import Feature
from dateline.gazetteer.load.row import Lines, Row
from dateline.vocab.countries import country_of

if TYPE_CHECKING:
    from _csv import Reader

GEONAMES_COLUMNS: Final = 19
_GEONAMES_UNITS: Final[dict[str, Feature]] = {"ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm3", "ADM4": "adm3"}
_GEONAMES_SPOTS: Final[dict[str, Feature]] = {
    "AIRB": "airport", "AIRF": "airport", "AIRP": "airport", "CMP": "camp", "CMPRF": "camp", "RGN": "region",
    "ISL": "region",
}  # fmt: skip
_WOF: Final[dict[str, Feature]] = {
    "region": "adm1", "county": "adm2", "localadmin": "adm3", "locality": "place", "neighbourhood": "place",
    "borough": "place", "macrohood": "place", "microhood": "place", "campus": "site", "macroregion": "region",
}  # fmt: skip
_PCODE_LEVELS: Final[dict[str, Feature]] = {"1": "adm1", "2": "adm2", "3": "adm3"}
_CSV_KINDS: Final[tuple[Feature, ...]] = ("adm1", "adm2", "adm3", "region", "place", "airport", "camp", "site", "water")
_CSV_NAMES: Final = {
    "latitude": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "feature": "kind", "type": "kind",
    "country_code": "country", "adm1": "admin1", "pop": "population", "names": "other_names",
    "alternate_names": "other_names", "alternatenames": "other_names",
}  # fmt: skip
_CSV_COLUMNS: Final = frozenset(("name", "lat", "lon", "country", "id", "kind", "population", "admin1", "other_names"))


def kind_of(path: Path) -> str:
    """Which of `KINDS` the file is, told by its first line. Raises UnreadableInput when it is none."""
    with _open(path) as file:
        first = file.readline()
    if first.lstrip().startswith("{"):
        return "whosonfirst"
    if first.count("\t") == GEONAMES_COLUMNS - 1:
        return "geonames"
    header = {cell.strip().strip('"').lower() for cell in first.split(",")}
    if "p-code" in header:
        return "pcodes"
    if "name" in header:
        return "csv"
    raise UnreadableInput(
        "line 1: neither a GeoNames dump (19 columns parted by tabs), nor Who's On First (JSON lines), nor a P-code "
        "table (a column P-Code), nor a CSV file with a column name",
        document=str(path),
    )


def read_geonames(lines: Lines) -> Iterator[Row]:
    """A country's dump of GeoNames (https://download.geonames.org/export/dump/): units, places, airports, camps."""
    for line in _numbered(lines):
        cells = line.split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            raise lines.wrong(f"{len(cells)} columns instead of the {GEONAMES_COLUMNS} of a GeoNames dump")
        identity, name, plain, others, lat, lon, group, code, country, _, adm1, adm2 = cells[:12]
        feature = _geonames_feature(group, code)
        if feature is None:
            continue
        if not identity.isdigit():
            raise lines.wrong(f"the identifier {identity!r} is no number")
        first, second = f"{country}.{adm1}", f"{country}.{adm1}.{adm2}"
        around = {"adm1": (), "adm2": (first,)}.get(feature, (second, first))
        yield Row(
            line=lines.line,
            gazetteer="geonames",
            id=identity,
            name=name,
            feature=feature,
            country=lines.country(country),
            lat=lines.degrees(lat, "latitude", 90),
            lon=lines.degrees(lon, "longitude", 180),
            population=lines.people(cells[14]),
            others=tuple(filter(None, (plain, *others.split(",")))),
            code={"adm1": first, "adm2": second}.get(feature),
            inside=around,
        )


def read_whosonfirst(lines: Lines) -> Iterator[Row]:
    """Who's On First as JSON lines of id, name, type, lat, lon, pop, gn, parent, names, deprecated.

    Deprecated places and kinds that are no places are left out. A place with a GeoNames identifier keeps that. The
    country is that of the one line of type country; with none or several it stays open.
    """
    found = [(lines.line, _whosonfirst(lines, line)) for line in _numbered(lines)]
    states = {country_of(str(place["name"])) for _, place in found if place["type"] == "country"}
    country = states.pop() if len(states) == 1 else None
    for lines.line, place in found:
        if place["type"] not in _WOF or place.get("deprecated"):
            continue
        geoname, names = place.get("gn"), place.get("names") or {}
        yield Row(
            line=lines.line,
            gazetteer="geonames" if geoname else "whosonfirst",
            id=str(geoname or place["id"]),
            name=str(place["name"]),
            feature=_WOF[place["type"]],
            country=country,
            lat=lines.degrees(str(place.get("lat")), "latitude", 90),
            lon=lines.degrees(str(place.get("lon")), "longitude", 180),
            population=lines.people(str(place.get("pop") or "")),
            others=tuple(dict.fromkeys(str(other) for listed in names.values() for other in listed)),
            code=str(place["id"]),
            inside=(str(place.get("parent")),),
        )


def _whosonfirst(lines: Lines, line: str) -> dict[str, Any]:
    try:
        place = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise lines.wrong(f"no JSON ({error})") from None
    if not isinstance(place, dict) or not {"id", "name", "type"} <= place.keys():
        raise lines.wrong("no place of Who's On First: id, name or type is missing")
    names = place.get("names") or {}
    if not isinstance(names, dict) or not all(isinstance(listed, list) for listed in names.values()):
        raise lines.wrong("the names are no object of lists")
    return place


def read_pcodes(lines: Lines) -> Iterator[Row]:
    """OCHA's table of P-codes: Location, Admin Level, P-Code, Name, Parent P-Code. Units without positions."""
    for cells in _table(lines, ("Location", "Admin Level", "P-Code", "Name", "Parent P-Code")):
        if cells["Location"].startswith("#"):
            continue  # the line of HXL tags
        feature = _PCODE_LEVELS.get(cells["Admin Level"].strip())
        if feature is None:
            raise lines.wrong(f"the level {cells['Admin Level']!r} is none of 1, 2, 3")
        if not cells["P-Code"] or not cells["Name"]:
            raise lines.wrong("P-code or name is missing")
        yield Row(
            line=lines.line,
            gazetteer="ocha",
            id=cells["P-Code"],
            name=cells["Name"],
            feature=feature,
            country=lines.country(cells["Location"]),
            code=cells["P-Code"],
            inside=(cells["Parent P-Code"],),
        )


def read_csv(lines: Lines) -> Iterator[Row]:
    """A plain table: name, and as known lat, lon, country, kind, id, population, admin1, other_names.

    Other names are parted by "|"; further columns are left alone.
    """
    for cells in _table(lines, ("name",), _CSV_NAMES):
        name, kind = cells["name"].strip(), cells.get("kind", "").strip().lower() or "place"
        if not name:
            raise lines.wrong("the name is missing")
        feature = next((known for known in _CSV_KINDS if known == kind), None)
        if feature is None:
            raise lines.wrong(f"the kind {kind!r} is none of {', '.join(_CSV_KINDS)}")
        lat, lon = cells.get("lat", "").strip(), cells.get("lon", "").strip()
        if bool(lat) != bool(lon):
            raise lines.wrong("latitude and longitude go together: one is missing")
        country = cells.get("country", "").strip()
        yield Row(
            line=lines.line,
            gazetteer="user",
            id=cells.get("id", "").strip() or f"{lines.path.stem}-{lines.line}",
            name=name,
            feature=feature,
            country=lines.country(country) if country else None,
            lat=lines.degrees(lat, "latitude", 90) if lat else None,
            lon=lines.degrees(lon, "longitude", 180) if lon else None,
            population=lines.people(cells.get("population", "")),
            others=tuple(filter(None, map(str.strip, cells.get("other_names", "").split("|")))),
            admin1=cells.get("admin1", "").strip() or None,
        )


KINDS: Final[dict[str, Callable[[Lines], Iterator[Row]]]] = {
    "geonames": read_geonames,
    "whosonfirst": read_whosonfirst,
    "pcodes": read_pcodes,
    "csv": read_csv,
}
"""The formats by name, with their readers."""


def _geonames_feature(group: str, code: str) -> Feature | None:
    if group == "P":
        return "place"
    return _GEONAMES_UNITS.get(code) if group == "A" else _GEONAMES_SPOTS.get(code)


def _numbered(lines: Lines) -> Iterator[str]:
    with _open(lines.path) as file:
        for lines.line, line in enumerate(file, 1):
            if line.strip():
                yield line.rstrip("\n")


def _table(lines: Lines, needed: tuple[str, ...], renamed: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a header. Raises UnreadableInput when a needed column or a cell is missing."""
    with _open(lines.path) as file:
        reader = csv.reader(file)
        lines.line, header = 1, [cell.strip() for cell in next(reader, [])]
        if renamed is not None:
            header = [renamed.get(cell.lower(), cell.lower()) for cell in header]
        if missing := [name for name in needed if name not in header]:
            raise lines.wrong(f"the header lacks {', '.join(missing)}")
        for cells in _cells(lines, reader):
            if any(cells):
                if len(cells) != len(header):
                    raise lines.wrong(f"{len(cells)} cells where the header has {len(header)}")
                yield dict(zip(header, cells, strict=True))


def _cells(lines: Lines, reader: Reader) -> Iterator[list[str]]:
    """The lines of a table. Raises UnreadableInput where one is none."""
    try:
        for cells in reader:
            lines.line = reader.line_num
            yield cells
    except csv.Error as error:
        lines.line = reader.line_num
        raise lines.wrong(f"no line of a CSV table ({error})") from None


@contextmanager
def _open(path: Path) -> Iterator[TextIO]:
    """The file as text. Raises UnreadableInput or BadEncoding."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file
    except UnicodeDecodeError as error:
        byte, line = error.object[error.start], _undecodable(path)
        raise BadEncoding(f"line {line}: not UTF-8 (byte 0x{byte:02x}: {error.reason})", document=str(path)) from None
    except OSError as error:
        raise UnreadableInput(f"cannot be opened: {error.strerror}", document=str(path)) from error


def _undecodable(path: Path) -> int:
    """The first line that is no UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 0
