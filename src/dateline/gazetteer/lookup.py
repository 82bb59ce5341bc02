"""Looking up names in the gazetteer. Nothing is decided here: every candidate is given, best first.

A gazetteer is one file, or several: what a user has added lies above what the package brings, and wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from dateline.errors import GazetteerMissing
from dateline.gazetteer.container import BUILD_HINT, open_container
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.guard import is_common_word
from dateline.gazetteer.keys import hashed
from dateline.gazetteer.layer import Layer
from dateline.gazetteer.memory import remembered
from dateline.gazetteer.paths import added_gazetteers, default_gazetteer
from dateline.gazetteer.spelling import exact_key, skeleton, split_kind
from dateline.gazetteer.worth import KNOWN, LISTED, OWN, worth
from dateline.vocab.countries import readings
from dateline.vocab.fold import fold

_KEPT: Final = 20_000
"""Answers kept in memory."""
_ROW: Final = 2**32 - 1


class Match(NamedTuple):
    """The longest name at some place of a text: how many words it takes, and its candidates, best first."""

    words: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """An open gazetteer. Cheap to open; safe to share between threads; names are compared folded.

    `layers` are its files, the one that wins first.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = tuple(layers)
        hidden: frozenset[int] = frozenset()
        self._hidden: list[frozenset[int]] = []
        for layer in self._layers:
            self._hidden.append(hidden)
            hidden |= layer.hides
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    def __len__(self) -> int:
        """How many entries its files hold."""
        return sum(map(len, self._layers))

    @property
    def path(self) -> Path:
        """The file that the package brings."""
        return self._layers[-1].path

    def find(self, name: str, *, country: str | None = None) -> tuple[Entry, ...]:
        """All entries of this name, best first: countries, then by size (`worth.worth`); () when unknown.

        A word for the kind may stand with the name ("Nineveh province", "province of Nineveh"): then entries of that
        kind alone are given. A name that is not listed is tried once more with the liberties of transliteration, in
        countries where names are respelled; such entries are marked `respelled`. What stands in brackets is another
        name ("Anjouan (Ndzouani)"), asked when the first is not known. A short form that counts as written ("Fla.",
        "US") means what it abbreviates and nothing else. With `country` (alpha-3) only entries of
        that country are given, and among them units that are named by a mere direction ("West", "Centre").
        """
        if (exact := exact_key(name)) and self._has(exact):
            found = self._found(exact)
            return found if country is None else tuple(entry for entry in found if entry.country == country)
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
        return self._has(fold(name).removeprefix("the ")) or self._has_exact(name)

    def find_longest(self, words: Sequence[str], at: int = 0) -> Match | None:
        """The longest listed name that begins with `words[at]`, or None. Words are a text's tokens.

        Tokens are joined by spaces and folded, so "Al", "-", "Hasakah" reads as one name. A word for the kind behind
        the name is not taken: what stands around a name is for the reader of the text.
        """
        first = fold(words[at])
        room = max(layer.longest(first.partition(" ")[0]) for layer in self._layers) if first else 0
        best, joined, longest = None, "", 0
        for end in range(at, len(words)):
            joined = f"{joined} {words[end]}".lstrip()
            key = fold(joined)
            size = key.count(" ") + 1
            if size > max(room, 1):
                break
            if size > longest and ((room and self._has(key)) or self._has_exact(joined)):
                best, longest = (end + 1 - at, joined), size
        return Match(best[0], self.find(best[1])) if best else None

    def is_common_word(self, name: str) -> bool:
        """True when a name is also an ordinary word or a person's name (`guard.is_common_word`)."""
        return is_common_word(name)

    def file_of(self, entry: Entry) -> Path:
        """The file in which an entry found here is at home: the package's, or one that a user has added."""
        return self._at(entry.row)[0].path

    def how_named(self, entry: Entry) -> int:
        """How an entry comes by the name under which it was found here: `worth.OWN`, `KNOWN` or `LISTED`."""
        if not entry.alternate:
            return OWN
        listed = entry.feature == "place" and self._at(entry.row)[0] is self._layers[-1]
        return LISTED if listed else KNOWN

    def by_id(self, identifier: str, gazetteer: str = "geonames") -> Entry | None:
        """The entry with this identifier, or None."""
        identity = hashed(f"{gazetteer}:{identifier}")
        for layer in self._layers:
            if (row := layer.row_of(identity)) is not None:
                return layer.entry(row)
        return None

    def contains(self, outer: Entry, inner: Entry) -> bool:
        """True when `inner` lies in `outer` by the lists of units, or is the same. A town contains nothing."""
        if outer.row == inner.row:
            return True
        if outer.feature == "country":
            return outer.country == inner.country
        if outer.country != inner.country:
            return False
        around = self._around(inner.row)
        return any(identity in around for identity in self._extent(outer.row))

    def parents(self, entry: Entry) -> tuple[Entry, ...]:
        """The units that contain it, the nearest first, its country last."""
        layer, row = self._at(entry.row)
        above = [self._at_home(layer, unit) for unit in layer.above(row)]
        state = self.country(entry.country)
        return (*above, state) if state and entry.feature != "country" else tuple(above)

    def country(self, iso3: str) -> Entry | None:
        """The entry of a country (alpha-3), or None."""
        for layer in self._layers:
            if (row := layer.states.get(iso3)) is not None:
                return layer.entry(row)
        return None

    def near(self, lat: float, lon: float, within_km: float) -> tuple[tuple[float, Entry], ...]:
        """Measured places within a distance in kilometres of a point, nearest first, each with its distance."""
        found = [
            (distance, layer.entry(row))
            for layer, hidden in zip(self._layers, self._hidden, strict=True)
            for distance, row in layer.near(lat, lon, within_km)
            if not hidden or hidden.isdisjoint((layer.identity(row), layer.twin(row)))
        ]
        return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].row)))

    def _has(self, key: str) -> bool:
        return any(layer.has(key) for layer in self._layers)

    def _has_exact(self, name: str) -> bool:
        key = exact_key(name)
        return key is not None and self._has(key)

    def _find(self, key: str) -> tuple[Entry, ...]:
        if found := self._listed(key):
            return found
        if key[:1] in {"=", "!"}:
            return ()
        if (kind := split_kind(key)) and (entries := self._of_kind(kind.bare, kind.features)):
            return entries
        bones = None if readings(key) else skeleton(key)
        return self._listed(bones, respelled=True) if bones else ()

    def _of_kind(self, bare: str, features: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries of the likeliest kind first; within a kind they stay in the order of importance."""
        entries = self._found(bare.removeprefix("the "))
        return tuple(entry for feature in features for entry in entries if entry.feature == feature)

    def _listed(self, key: str, respelled: bool = False) -> tuple[Entry, ...]:
        found = [list(self._visible(layer, hidden, key, respelled))
                 for layer, hidden in zip(self._layers, self._hidden, strict=True)]  # fmt: skip
        answers = [entries for entries in found if entries]
        if len(answers) <= 1:
            return tuple(answers[0]) if answers else ()
        return tuple(sorted((entry for entries in answers for entry in entries), key=self._worth, reverse=True))

    def _worth(self, entry: Entry) -> float:
        return worth(entry.feature, entry.population, entry.capital, self.how_named(entry))

    @staticmethod
    def _visible(layer: Layer, hidden: frozenset[int], key: str, respelled: bool) -> Iterator[Entry]:
        for row, alternate in layer.listed(key):
            if not hidden or hidden.isdisjoint((layer.identity(row), layer.twin(row))):
                yield layer.entry(row, alternate or respelled, respelled)

    def _at(self, row: int) -> tuple[Layer, int]:
        return self._layers[row >> 32], row & _ROW

    def _at_home(self, layer: Layer, row: int) -> Entry:
        """The entry of a row, from the file where it is at home."""
        identity = layer.identity(row)
        for other in self._layers:
            if (home := other.row_of(identity)) is not None:
                return other.entry(home)
        return layer.entry(row)

    def _around(self, row: int) -> frozenset[int]:
        """Identities of an entry, of what it takes the place of, and of the units around both."""
        layer, own = self._at(row)
        around = {layer.identity(own), layer.twin(own)}
        for unit in layer.above(own):
            around |= {layer.identity(unit), layer.twin(unit)}
        base = self._layers[-1]
        below = base.row_of(layer.twin(own)) if layer is not base else None
        if below is not None:
            around.update(base.identity(unit) for unit in base.above(below))
        return frozenset(around - {0})

    def _extent(self, row: int) -> Iterator[int]:
        """Identities of a unit, of what it takes the place of, and of the units that it covers."""
        layer, own = self._at(row)
        yield layer.identity(own)
        if twin := layer.twin(own):
            yield twin
        yield from map(layer.identity, layer.covered(own))


def load_gazetteer(path: Path, added: Sequence[Path] = ()) -> Gazetteer:
    """Opens a gazetteer file with what users have added, the last one winning.

    Raises GazetteerMissing when it is not there, GazetteerCorrupt when it is damaged.
    """
    try:
        files = [*reversed(added), path]
        return Gazetteer([Layer(open_container(file), number) for number, file in enumerate(files)])
    except FileNotFoundError as error:
        raise GazetteerMissing(f"there is no gazetteer at {error.filename}; build it with {BUILD_HINT}") from None


@remembered(None)
def open_gazetteer() -> Gazetteer:
    """The gazetteer of this installation with what its user has added, opened once. Raises as `load_gazetteer`."""
    path = default_gazetteer()
    return load_gazetteer(path, added_gazetteers(path))
