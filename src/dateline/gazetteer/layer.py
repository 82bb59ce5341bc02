"""One file of the gazetteer, read row by row. Which file wins is decided in `lookup.py`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final

from dateline.gazetteer.container import Container, Section
from dateline.gazetteer.draft import FEATURES, GAZETTEERS
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.geo import KM_PER_DEGREE, distance_km
from dateline.gazetteer.keys import (
    ALTERNATE,
    CAPITAL,
    DERIVED,
    NO_COORDINATE,
    NO_ROW,
    RADIUS_SCALE,
    SCALE,
    STUB,
    hashed,
)

_KEPT: Final = 20_000
"""Entries kept in memory."""


class Layer:
    """An open file. Entries are told apart by their identity: the hash of gazetteer and identifier."""

    def __init__(self, container: Container, number: int = 0) -> None:
        self.path = container.path
        self._number = number
        self._container = container
        self._sections = container.sections
        self._countries: list[str] = container.about["countries"]
        self._covers: dict[str, list[int]] = container.about["covers"]
        self.entry = lru_cache(maxsize=_KEPT)(self._read_entry)

    def __len__(self) -> int:
        return len(self._sections["name"])

    def has(self, key: str) -> bool:
        """True when the folded name is listed."""
        return self._position("keys", hashed(key)) is not None

    def listed(self, key: str) -> Iterator[tuple[int, bool]]:
        """Rows of a folded name, best first, each with True where it is listed beside the entry's own name."""
        position = self._position("keys", hashed(key))
        if position is not None:
            first, postings = self._sections["first"], self._sections["postings"]
            for posting in postings[first[position] : first[position + 1]]:
                yield posting >> 1, bool(posting & ALTERNATE)

    def longest(self, word: str) -> int:
        """Words of the longest name that begins with this folded word; 0 when none does."""
        position = self._position("starts", hashed(word))
        return 0 if position is None else int(self._sections["longest"][position])

    def row_of(self, identity: int) -> int | None:
        """The row of an entry that is at home in this file, or None."""
        position = self._position("ids", identity)
        if position is None:
            return None
        row = int(self._sections["id_rows"][position])
        return None if self._sections["flags"][row] & STUB else row

    def identity(self, row: int) -> int:
        """Which entry stands in a row."""
        return hashed(f"{GAZETTEERS[self._sections['gazetteer'][row]]}:{self._id(row)}")

    def twin(self, row: int) -> int:
        """The identity of the entry below that this one takes the place of; 0 for none."""
        return int(self._sections["twin"][row]) if "twin" in self._sections else 0

    def above(self, row: int) -> tuple[int, ...]:
        """Rows of the units that contain it, the nearest first."""
        rows = (self._sections["adm2"][row], self._sections["adm1"][row])
        return tuple(above for above in rows if above != NO_ROW)

    def covered(self, row: int) -> tuple[int, ...]:
        """Rows of the units that a region covers."""
        return tuple(self._covers.get(str(row), ()))

    @cached_property
    def hides(self) -> frozenset[int]:
        """Identities of the entries in the files below that this file replaces."""
        return frozenset(self._sections["hides"]) if "hides" in self._sections else frozenset()

    @cached_property
    def states(self) -> dict[str, int]:
        """Rows of countries by alpha-3. Countries are the most important entries and stand first."""
        features, wanted, states = self._sections["feature"], FEATURES.index("country"), {}
        for row in range(len(features)):
            if features[row] != wanted:
                break
            if not self._sections["flags"][row] & STUB:
                states[self._countries[self._sections["country"][row]]] = row
        return states

    def near(self, lat: float, lon: float, within_km: float) -> Iterator[tuple[float, int]]:
        """Rows of measured places within a distance of a point, with their distances in kilometres, in no order."""
        by_lat, lats, lons = (self._sections[name] for name in ("by_lat", "lat", "lon"))
        reach = within_km / KM_PER_DEGREE
        for place in range(bisect_left(by_lat, (lat - reach) * SCALE, key=lats.__getitem__), len(by_lat)):
            row = by_lat[place]
            if lats[row] > (lat + reach) * SCALE:
                return
            distance = distance_km(lat, lon, lats[row] / SCALE, lons[row] / SCALE)
            if distance <= within_km:
                yield distance, row

    def _position(self, section: str, wanted: int) -> int | None:
        hashes: Section = self._sections[section]
        position = bisect_left(hashes, wanted)
        return position if position < len(hashes) and hashes[position] == wanted else None

    def _id(self, row: int) -> str:
        kept = self._sections["id"][row]
        return str(kept) if GAZETTEERS[self._sections["gazetteer"][row]] == "geonames" else self._container.text(kept)

    def _read_entry(self, row: int, alternate: bool = False, respelled: bool = False) -> Entry:
        column, text = self._sections, self._container.text
        names = column["name"]
        lat, adm1, adm2, flags = column["lat"][row], column["adm1"][row], column["adm2"][row], column["flags"][row]
        placed = lat != NO_COORDINATE
        return Entry(
            gazetteer=GAZETTEERS[column["gazetteer"][row]],
            id=self._id(row),
            name=text(names[row]),
            country=self._countries[column["country"][row]],
            feature=FEATURES[column["feature"][row]],
            lat=lat / SCALE if placed else None,
            lon=column["lon"][row] / SCALE if placed else None,
            radius_km=column["radius"][row] / RADIUS_SCALE or None,
            population=column["population"][row],
            admin1=None if adm1 == NO_ROW else text(names[adm1]),
            admin1_id=None if adm1 == NO_ROW else self._id(adm1),
            admin2=None if adm2 == NO_ROW else text(names[adm2]),
            admin2_id=None if adm2 == NO_ROW else self._id(adm2),
            derived=bool(flags & DERIVED),
            capital=bool(flags & CAPITAL),
            alternate=alternate,
            respelled=respelled,
            row=self._number << 32 | row,
        )
