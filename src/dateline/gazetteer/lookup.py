"""Looking up names in the gazetteer's file. Nothing is decided here: every candidate is given, best first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from dateline.errors import GazetteerMissing
from dateline.gazetteer.container import BUILD_HINT, Container, Section, open_container
from dateline.gazetteer.draft import FEATURES, GAZETTEERS
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.geo import KM_PER_DEGREE, distance_km
from dateline.gazetteer.guard import is_common_word
from dateline.gazetteer.keys import ALTERNATE, CAPITAL, DERIVED, NO_COORDINATE, NO_ROW, RADIUS_SCALE, SCALE, hashed
from dateline.gazetteer.paths import default_gazetteer
from dateline.gazetteer.spelling import skeleton, split_kind
from dateline.vocab.fold import fold

_KEPT: Final = 20_000
"""Entries and answers kept in memory."""


class Match(NamedTuple):
    """The longest name at some place of a text: how many words it takes, and its candidates, best first."""

    words: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """An open gazetteer. Cheap to open; safe to share between threads; names are compared folded."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._sections = container.sections
        self._countries: list[str] = container.about["countries"]
        self._covers: dict[int, frozenset[int]] = {
            int(row): frozenset(rows) for row, rows in container.about["covers"].items()
        }
        self._entry = lru_cache(maxsize=_KEPT)(self._read_entry)
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    def __len__(self) -> int:
        """How many entries it holds."""
        return len(self._sections["name"])

    @property
    def path(self) -> Path:
        """The file it reads."""
        return self._container.path

    def find(self, name: str, *, country: str | None = None) -> tuple[Entry, ...]:
        """All entries of this name, best first: countries, then by size (`derive.importance`); () when unknown.

        A word for the kind may stand with the name ("Nineveh province", "province of Nineveh"): then entries of that
        kind alone are given. A name that is not listed is tried once more with the liberties of transliteration, in
        countries where names are respelled; such entries are marked `respelled`. What stands in brackets is another
        name ("Anjouan (Ndzouani)"), asked when the first is not known. With `country` (alpha-3) only entries of
        that country are given, and among them units that are named by a mere direction ("West", "Centre").
        """
        before, bracket, inside = name.partition("(")
        for part in (name, before, inside.rstrip(") ")) if bracket else (name,):
            key = fold(part).removeprefix("the ")
            found = self._found(key)
            if country is not None:
                found = tuple(entry for entry in (*self._found(f"={key}"), *found) if entry.country == country)
            if found:
                return found
        return ()

    def has(self, name: str) -> bool:
        """True when the name as such is listed, without kinds and respelling. Faster than `find`."""
        return self._position("keys", hashed(fold(name).removeprefix("the "))) is not None

    def find_longest(self, words: Sequence[str], at: int = 0) -> Match | None:
        """The longest listed name that begins with `words[at]`, or None. Words are a text's tokens.

        Tokens are joined by spaces and folded, so "Al", "-", "Hasakah" reads as one name. A word for the kind behind
        the name is not taken: what stands around a name is for the reader of the text.
        """
        first, longest = fold(words[at]), 0
        position = self._position("starts", hashed(first.partition(" ")[0])) if first else None
        if position is None:
            return None
        room = self._sections["longest"][position]
        best = None
        joined = ""
        for end in range(at, len(words)):
            joined = f"{joined} {words[end]}"
            key = fold(joined)
            size = key.count(" ") + 1
            if size > room:
                break
            if size > longest and self._position("keys", hashed(key)) is not None:
                best, longest = (end + 1 - at, key), size
        return Match(best[0], self._found(best[1])) if best else None

    def is_common_word(self, name: str) -> bool:
        """True when a name is also an ordinary word or a person's name (`guard.is_common_word`)."""
        return is_common_word(name)

    def by_id(self, identifier: str, gazetteer: str = "geonames") -> Entry | None:
        """The entry with this identifier, or None."""
        position = self._position("ids", hashed(f"{gazetteer}:{identifier}"))
        return None if position is None else self._entry(self._sections["id_rows"][position])

    def contains(self, outer: Entry, inner: Entry) -> bool:
        """True when `inner` lies in `outer` by the lists of units, or is the same. A town contains nothing."""
        if outer.row == inner.row:
            return True
        if outer.feature == "country":
            return outer.country == inner.country
        rows = (inner.row, self._sections["adm1"][inner.row], self._sections["adm2"][inner.row])
        return outer.row in rows or any(row in self._covers.get(outer.row, ()) for row in rows)

    def parents(self, entry: Entry) -> tuple[Entry, ...]:
        """The units that contain it, the nearest first, its country last."""
        rows = (self._sections["adm2"][entry.row], self._sections["adm1"][entry.row])
        above = [self._entry(row) for row in rows if row != NO_ROW]
        state = self.country(entry.country)
        return (*above, state) if state and state.row != entry.row else tuple(above)

    def country(self, iso3: str) -> Entry | None:
        """The entry of a country (alpha-3), or None."""
        row = self._states().get(iso3)
        return None if row is None else self._entry(row)

    def near(self, lat: float, lon: float, within_km: float) -> tuple[tuple[float, Entry], ...]:
        """Measured places within a distance in kilometres of a point, nearest first, each with its distance."""
        by_lat, lats, lons = (self._sections[name] for name in ("by_lat", "lat", "lon"))
        reach = within_km / KM_PER_DEGREE
        low = bisect_left(by_lat, round((lat - reach) * SCALE), key=lats.__getitem__)
        found = []
        for place in range(low, len(by_lat)):
            row = by_lat[place]
            if lats[row] > (lat + reach) * SCALE:
                break
            distance = distance_km(lat, lon, lats[row] / SCALE, lons[row] / SCALE)
            if distance <= within_km:
                found.append((distance, row))
        return tuple((distance, self._entry(row)) for distance, row in sorted(found))

    def _find(self, key: str) -> tuple[Entry, ...]:
        if rows := tuple(self._listed(key)):
            return tuple(self._entry(row, alternate) for row, alternate in rows)
        if (kind := split_kind(key)) and (entries := self._of_kind(kind.bare, kind.features)):
            return entries
        bones = None if key.startswith("=") else skeleton(key)
        return tuple(self._entry(row, True, True) for row, _ in self._listed(bones)) if bones else ()

    def _of_kind(self, bare: str, features: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries of the likeliest kind first; within a kind they stay in the order of importance."""
        entries = self._found(bare.removeprefix("the "))
        return tuple(entry for feature in features for entry in entries if entry.feature == feature)

    def _listed(self, key: str) -> Iterator[tuple[int, bool]]:
        position = self._position("keys", hashed(key))
        if position is not None:
            first, postings = self._sections["first"], self._sections["postings"]
            for posting in postings[first[position] : first[position + 1]]:
                yield posting >> 1, bool(posting & ALTERNATE)

    def _position(self, section: str, wanted: int) -> int | None:
        hashes: Section = self._sections[section]
        position = bisect_left(hashes, wanted)
        return position if position < len(hashes) and hashes[position] == wanted else None

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
            row=row,
        )

    def _id(self, row: int) -> str:
        kept = self._sections["id"][row]
        return str(kept) if GAZETTEERS[self._sections["gazetteer"][row]] == "geonames" else self._container.text(kept)

    @cache  # noqa: B019 - a gazetteer is opened once and lives as long as the program
    def _states(self) -> dict[str, int]:
        features, countries = self._sections["feature"], self._sections["country"]
        wanted = FEATURES.index("country")
        states = {}
        for row in range(len(features)):
            if features[row] != wanted:
                break  # countries are the most important entries and stand first
            states[self._countries[countries[row]]] = row
        return states


def load_gazetteer(path: Path) -> Gazetteer:
    """Opens a gazetteer file. Raises GazetteerMissing when it is not there, GazetteerCorrupt when it is damaged."""
    try:
        return Gazetteer(open_container(path))
    except FileNotFoundError:
        raise GazetteerMissing(f"there is no gazetteer at {path}; build it with {BUILD_HINT}") from None


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer of this installation, opened once. Raises as `load_gazetteer`."""
    return load_gazetteer(default_gazetteer())
