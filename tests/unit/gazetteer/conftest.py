"""Two gazetteers for the tests: a small one of an invented land, and the real one where it can be had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import BuildError
from dateline.gazetteer import Gazetteer, load_gazetteer
from dateline.gazetteer.build import build
from dateline.gazetteer.container import write_container
from dateline.gazetteer.derive import derive, seat_names
from dateline.gazetteer.draft import Draft
from dateline.gazetteer.pack import pack
from dateline.gazetteer.paths import packaged_gazetteer
from dateline.gazetteer.worth import KNOWN, LISTED, OWN


def _invented() -> list[Draft]:
    """A country with two provinces, a district, towns that share names, and a camp; its code is Yemen's."""
    land = Draft("dateline", "land", "Marwand", "YEM", "country", population=900_000)
    land.names = [("Marwand", OWN)]
    north = Draft("dateline", "north", "Tal Sariya", "YEM", "adm1", kind="province")
    north.names = [("Tal Sariya", OWN), ("Tal Sariya Governorate", KNOWN)]
    west = Draft("dateline", "west", "West", "YEM", "adm1", kind="province", names=[("West", OWN)])
    district = Draft("dateline", "kesh", "Kesh District", "YEM", "adm2", adm1=north, names=[("Kesh District", OWN)])
    both = Draft("dateline", "both", "Marwand Basin", "YEM", "region", covers=(north, west))
    both.names = [("Marwand Basin", OWN)]
    seat = _town("seat", "Tal Sariya", 80_000, 10.0, 40.0, north, None)
    seat.names.append(("Saint Sariya", LISTED))
    towns = [
        seat,
        _town("kesh-town", "Al-Késhah", 6_000, 10.2, 40.3, north, district),
        _town("orem-big", "Orem", 40_000, 12.0, 41.0, west, None),
        _town("orem-small", "Orem", 700, 10.1, 40.1, north, None),
        _town("hill", "Port of Orem", 900, 12.1, 41.0, west, None),
    ]
    camp = Draft("dateline", "camp", "Dabra", "YEM", "camp", 10.05, 40.0, adm1=north, names=[("Dabra", OWN)])
    return [land, north, west, district, both, *towns, camp]


def _town(identity: str, name: str, people: int, lat: float, lon: float, adm1: Draft, adm2: Draft | None) -> Draft:
    names = [(name, OWN)]
    return Draft("dateline", identity, name, "YEM", "place", lat, lon, None, people, adm1, adm2, names=names)


def _pack_to(path: Path, drafts: list[Draft]) -> Path:
    """Writes drafts as a gazetteer file."""
    derive(drafts)
    seat_names(drafts)
    about, sections = pack(drafts)
    write_container(path, about, sections)
    return path


@pytest.fixture(scope="session")
def invented() -> Callable[[], list[Draft]]:
    """Drafts of the invented land, made anew at each call."""
    return _invented


@pytest.fixture(scope="session")
def pack_to() -> Callable[[Path, list[Draft]], Path]:
    """Writes drafts as a gazetteer file and returns its path."""
    return _pack_to


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The gazetteer of the invented land."""
    return load_gazetteer(_pack_to(tmp_path_factory.mktemp("small") / "small.dlgaz", _invented()))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The real gazetteer: as set-up built it, else built now; skipped where the packages for that are absent."""
    path = packaged_gazetteer()
    if not path.exists():
        path = tmp_path_factory.mktemp("real") / "places.dlgaz"
        try:
            build(path)
        except BuildError as error:
            pytest.skip(f"no gazetteer: {error}")
    return load_gazetteer(path)
