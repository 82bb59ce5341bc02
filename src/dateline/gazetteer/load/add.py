"""Lays a user's table over the gazetteer: its places are found first, and replace those they stand for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import GazetteerError, UnreadableInput, UsageError
from dateline.gazetteer.container import write_container
from dateline.gazetteer.draft import Draft
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.load.formats import KINDS, kind_of
from dateline.gazetteer.load.row import Lines, Row
from dateline.gazetteer.lookup import Gazetteer, load_gazetteer
from dateline.gazetteer.memory import forget
from dateline.gazetteer.pack import pack
from dateline.gazetteer.paths import added_folder, default_gazetteer, manifest_of
from dateline.gazetteer.worth import KNOWN, OWN

SAME_KM: Final = 10.0
"""Two places of one name and kind no farther apart are one."""
AROUND_KM: Final = 50.0
"""A place without a stated unit lies where the nearest known place lies, up to this distance; else it stays open."""
_UNITS: Final = {"adm1", "adm2", "adm3"}
_LARGER: Final = {"adm1": 1, "adm2": 2}


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: the format, the file written, how many entries, how many of them replace known ones."""

    kind: str
    path: Path
    entries: int
    replaced: int


def add_file(
    path: Path, *, kind: str | None = None, country: str | None = None, gazetteer: Path | None = None
) -> Added:
    """Reads a user's table and lays it over the gazetteer. Adding a file of the same name again replaces it.

    `kind` is one of `KINDS` (None: told by the first line), `country` (alpha-3) counts where the table leaves it
    open, `gazetteer` is the file to lay it over (None: the installation's). Nothing is written unless every line is
    right. Raises UnreadableInput or BadEncoding (naming the line), UsageError for an unknown kind, GazetteerMissing,
    GazetteerError where the result cannot be written.
    """
    base_path = gazetteer or default_gazetteer()
    kind = kind or kind_of(path)
    if kind not in KINDS:
        raise UsageError(f"there is no format {kind!r}: one of {', '.join(KINDS)}")
    base = load_gazetteer(base_path)
    rows = list(KINDS[kind](Lines(path)))
    drafts = _Joined(rows, base, country, path).drafts
    if not drafts:
        raise UnreadableInput("no line holds a place", document=str(path))
    own = [draft for draft in drafts if not draft.stub]
    out = added_folder(base_path) / f"{path.stem}.dlgaz"
    added = Added(kind, out, len(own), sum(bool(draft.twin) for draft in own))
    _write(added, drafts, path)
    forget()
    return added


def _write(added: Added, drafts: list[Draft], source: Path) -> None:
    about, sections = pack(drafts)
    try:
        write_container(added.path, {**about, "source": source.name, "format": added.kind}, sections)
        _write_manifest(added, source)
    except OSError as error:
        raise GazetteerError(f"{added.path} cannot be written: {error.strerror or error}") from None


def _write_manifest(added: Added, source: Path) -> None:
    manifest = {
        "file": added.path.name,
        "source": source.name,
        "source_sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "format": added.kind,
        "entries": added.entries,
        "replaced": added.replaced,
    }
    manifest_of(added.path).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


class _Joined:
    """Rows as drafts: with their country, the units around them, and the known entry they take the place of."""

    def __init__(self, rows: list[Row], base: Gazetteer, country: str | None, path: Path) -> None:
        self._base, self._country, self._path = base, country, path
        self._by_code = {row.code: row for row in rows if row.code}
        self._made: dict[str, Draft] = {}
        self._stubs: dict[str, Draft] = {}
        standing: dict[str, Draft] = {}
        for row in sorted(rows, key=lambda row: (_LARGER.get(row.feature, 3), row.gazetteer != "geonames")):
            draft = self._draft(row)
            twin = standing.setdefault(draft.twin or draft.key, draft)
            if twin is not draft:
                twin.names += [(name, KNOWN) for name, _ in draft.names]
            self._made[f"{row.gazetteer}:{row.id}"] = twin
        own = standing.values()
        self.drafts = [*own, *(stub for stub in self._stubs.values() if stub.key not in self._made)]

    def _draft(self, row: Row) -> Draft:
        country = row.country or self._country or self._country_around(row)
        draft = Draft(row.gazetteer, row.id, row.name, country, row.feature, row.lat, row.lon)
        draft.population, draft.derived = row.population, row.feature in _UNITS
        draft.names = [(row.name, OWN), *((other, KNOWN) for other in row.others)]
        for unit in self._units_of(row):
            if unit.feature == "adm1":
                draft.adm1 = draft.adm1 or unit
            elif unit.feature == "adm2" and row.feature != "adm2":
                draft.adm2 = draft.adm2 or unit
                draft.adm1 = draft.adm1 or unit.adm1
        if twin := self._twin(draft, row):
            self._take(draft, twin)
        if draft.adm1 is None and row.feature != "adm1":
            self._settle(draft, row)
        return draft

    def _country_around(self, row: Row) -> str:
        if row.lat is not None and row.lon is not None and (near := self._base.near(row.lat, row.lon, AROUND_KM)):
            return near[0][1].country
        lines = Lines(self._path)
        lines.line = row.line
        raise lines.wrong(f"the country of {row.name!r} is open: give a column country, or the country of the table")

    def _units_of(self, row: Row) -> Iterator[Draft]:
        """Units of the same table that contain a row, the nearest first; they are made before what they contain."""
        seen: set[str] = set()
        open_codes = list(row.inside)
        while open_codes:
            code = open_codes.pop(0)
            unit = self._by_code.get(code)
            if unit is not None and code not in seen:
                seen.add(code)
                if made := self._made.get(f"{unit.gazetteer}:{unit.id}"):
                    yield made
                open_codes += unit.inside

    def _twin(self, draft: Draft, row: Row) -> Entry | None:
        """The known entry that is the same: by identifier, else by name, kind and place."""
        if same := self._base.by_id(row.id, row.gazetteer):
            return same
        alike = [entry for name in (row.name, *row.others) for entry in self._base.find(name, country=draft.country)
                 if not entry.respelled and _alike(entry, draft)]  # fmt: skip
        return min(alike, key=lambda entry: _apart_km(entry, draft), default=None)

    def _take(self, draft: Draft, twin: Entry) -> None:
        """Takes from the known entry what the table leaves open, and the name it is shown under.

        Only a user's own table renames: the others spell in many ways what news spells in one.
        """
        draft.twin = f"{twin.gazetteer}:{twin.id}"
        draft.capital = twin.capital
        draft.population = draft.population or twin.population
        draft.radius_km = twin.radius_km
        if draft.lat is None:
            draft.lat, draft.lon, draft.derived = twin.lat, twin.lon, True
        draft.names += [(twin.name, KNOWN)]
        draft.name = draft.name if draft.gazetteer == "user" else twin.name
        if draft.adm1 is None and draft.feature != "adm1":
            self._place_in(draft, self._base.parents(twin))

    def _settle(self, draft: Draft, row: Row) -> None:
        """Finds the unit around a place that its table does not tell: by name, else from the nearest known place."""
        if row.admin1:
            found = self._base.find(row.admin1, country=draft.country)
            self._place_in(draft, [entry for entry in found if entry.feature == "adm1"][:1])
        elif row.lat is not None and row.lon is not None:
            near = self._base.near(row.lat, row.lon, AROUND_KM)
            known = next((entry for _, entry in near if entry.country == draft.country and entry.admin1_id), None)
            if known:
                self._place_in(draft, [unit for unit in self._base.parents(known) if unit.feature == "adm1"])

    def _place_in(self, draft: Draft, units: Iterable[Entry]) -> None:
        for unit in units:
            if unit.feature == "adm1":
                draft.adm1 = draft.adm1 or self._stub(unit)
            elif unit.feature == "adm2" and draft.feature != "adm2":
                draft.adm2 = draft.adm2 or self._stub(unit)

    def _stub(self, unit: Entry) -> Draft:
        """A known unit as something to point to; the table's own draft where the table has it."""
        key = f"{unit.gazetteer}:{unit.id}"
        if key not in self._stubs:
            stub = Draft(unit.gazetteer, unit.id, unit.name, unit.country, unit.feature, unit.lat, unit.lon, stub=True)
            stub.derived = True
            self._stubs[key] = stub
        return self._made.get(key, self._stubs[key])


def _alike(entry: Entry, draft: Draft) -> bool:
    """True when an entry of the same name can be the same thing: same kind of thing, same unit or near."""
    if entry.feature != draft.feature and not {entry.feature, draft.feature} <= {"place", "camp", "site"}:
        return False
    if draft.feature in _UNITS:
        around = draft.adm1.twin or draft.adm1.key if draft.adm1 else None
        return draft.feature == "adm1" or around is None or entry.admin1_id == around.partition(":")[2]
    return _apart_km(entry, draft) <= SAME_KM


def _apart_km(entry: Entry, draft: Draft) -> float:
    if entry.lat is None or entry.lon is None or draft.lat is None or draft.lon is None:
        return 0.0 if draft.feature in _UNITS else float("inf")
    return distance_km(entry.lat, entry.lon, draft.lat, draft.lon)
