"""Entries to the sections of the gazetteer's file (`container.py` says how they lie there).

Rows stand in the order of importance. "keys" are the sorted hashes of all spellings; the postings of key n are
"postings"[first[n]:first[n + 1]], best first: a row and the bit that tells alternate names. "starts" are the hashes
of first words, with the number of words of the longest name beginning so.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from dateline.errors import BuildError
from dateline.gazetteer.draft import FEATURES, GAZETTEERS, Draft
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
from dateline.gazetteer.spelling import exact_key, is_respelled, plain_keys, skeleton
from dateline.gazetteer.worth import KNOWN, LISTED, OWN, worth

Sections = dict[str, "array[int] | bytes"]
_UNITS: Final = {"country", "adm1", "adm2", "adm3", "region"}
_FIRST_BONUS: Final = 30.0


def pack(drafts: Iterable[Draft]) -> tuple[dict[str, Any], Sections]:
    """What the file says about itself, and its sections. The bytes do not depend on the order of the drafts.

    Raises BuildError when two names or identifiers share a hash or an entry stands twice.
    """
    ordered = sorted(drafts, key=lambda draft: (-_worth(draft), draft.key))
    rows = {id(draft): row for row, draft in enumerate(ordered)}
    countries = sorted({draft.country for draft in ordered})
    about = {
        "countries": countries,
        "counts": dict(sorted(Counter(draft.feature for draft in ordered).items())),
        "covers": {str(rows[id(d)]): sorted(rows[id(c)] for c in d.covers) for d in ordered if d.covers},
    }
    texts = _Texts()
    sections = {**_columns(ordered, rows, countries, texts), **_names(ordered), **_ids(ordered), **_latitudes(ordered)}
    return about, {**sections, **_above(ordered), "text": bytes(texts.heap)}


class _Texts:
    """The heap of texts: each once, behind two bytes of length."""

    def __init__(self) -> None:
        self.heap = bytearray()
        self._offsets: dict[str, int] = {}

    def offset(self, text: str) -> int:
        if text not in self._offsets:
            encoded = text.encode()
            self._offsets[text] = len(self.heap)
            self.heap += len(encoded).to_bytes(2, "little") + encoded
        return self._offsets[text]


def _columns(drafts: Sequence[Draft], rows: dict[int, int], countries: list[str], texts: _Texts) -> Sections:
    number = {country: place for place, country in enumerate(countries)}

    def row_of(unit: Draft | None) -> int:
        return NO_ROW if unit is None else rows[id(unit)]

    return {
        "gazetteer": array("B", (GAZETTEERS.index(d.gazetteer) for d in drafts)),
        "id": array("I", (int(d.id) if d.gazetteer == "geonames" else texts.offset(d.id) for d in drafts)),
        "name": array("I", (texts.offset(d.name) for d in drafts)),
        "country": array("H", (number[d.country] for d in drafts)),
        "feature": array("B", (FEATURES.index(d.feature) for d in drafts)),
        "flags": array("B", (DERIVED * d.derived | CAPITAL * d.capital | STUB * d.stub for d in drafts)),
        "lat": array("i", (NO_COORDINATE if d.lat is None else round(d.lat * SCALE) for d in drafts)),
        "lon": array("i", (NO_COORDINATE if d.lon is None else round(d.lon * SCALE) for d in drafts)),
        "radius": array("I", (round((d.radius_km or 0) * RADIUS_SCALE) for d in drafts)),
        "population": array("I", (d.population for d in drafts)),
        "adm1": array("I", (row_of(d.adm1) for d in drafts)),
        "adm2": array("I", (row_of(d.adm2) for d in drafts)),
    }


def _names(drafts: Sequence[Draft]) -> Sections:
    listed, longest = _listed(drafts)
    keys = sorted((hashed(key), key) for key in listed)
    _no_twins([key for key, _ in keys])
    first, postings = array("I", [0]), array("I")
    for _, key in keys:
        postings.extend(_best_first(key, listed[key], drafts))
        first.append(len(postings))
    starts = sorted((hashed(word), size) for word, size in longest.items())
    return {
        "keys": array("Q", (key for key, _ in keys)),
        "first": first,
        "postings": postings,
        "starts": array("Q", (start for start, _ in starts)),
        "longest": array("B", (size for _, size in starts)),
    }


def _listed(drafts: Sequence[Draft]) -> tuple[dict[str, dict[int, int]], dict[str, int]]:
    """Every key with the rows listed under it (and how they come by it), and the longest name by first word."""
    listed: dict[str, dict[int, int]] = defaultdict(dict)
    longest: dict[str, int] = {}
    for row, draft in enumerate(drafts):
        for key, how in _spellings(draft):
            listed[key][row] = min(how, listed[key].get(row, LISTED))
            word = key.partition(" ")[0]
            longest[word] = max(longest.get(word, 0), key.count(" ") + 1)
    return listed, longest


def _spellings(draft: Draft) -> Iterator[tuple[str, int]]:
    unit = draft.feature in _UNITS
    respelled = draft.feature != "country" and is_respelled(draft.country)
    for form in draft.exact:
        if key := exact_key(form):
            yield key, KNOWN
    for name, how in draft.names:
        for key in plain_keys(name, unit=unit, kind=draft.kind):
            yield key, how
            if respelled and (bones := skeleton(key)):
                yield bones, LISTED


def _best_first(key: str, listed: dict[int, int], drafts: Sequence[Draft]) -> list[int]:
    def value(row: int) -> float:
        return _worth(drafts[row], listed[row]) + _FIRST_BONUS * (drafts[row].first_for == key)

    best = sorted(listed, key=lambda row: (-value(row), row))
    return [row << 1 | ALTERNATE * (listed[row] != OWN) for row in best]


def _worth(draft: Draft, how: int = OWN) -> float:
    return worth(draft.feature, draft.population, draft.capital, how)


def _ids(drafts: Sequence[Draft]) -> Sections:
    found = sorted((hashed(d.key), row) for row, d in enumerate(drafts))
    _no_twins([key for key, _ in found])
    return {"ids": array("Q", (key for key, _ in found)), "id_rows": array("I", (row for _, row in found))}


def _latitudes(drafts: Sequence[Draft]) -> Sections:
    """Rows of entries with a measured position, from south to north."""
    placed = [(d.lat, row) for row, d in enumerate(drafts) if d.lat is not None and not d.derived]
    return {"by_lat": array("I", (row for _, row in sorted(placed)))}


def _above(drafts: Sequence[Draft]) -> Sections:
    """For a file that lies above another: what its entries take the place of there. Nothing for the lowest file."""
    if not any(draft.twin or draft.stub for draft in drafts):
        return {}
    twins = [hashed(d.twin) if d.twin else 0 for d in drafts]
    own = (hashed(d.key) for d in drafts if not d.stub)
    return {"twin": array("Q", twins), "hides": array("Q", sorted({*own, *twins} - {0}))}


def _no_twins(hashes: list[int]) -> None:
    twin = next((one for one, other in pairwise(hashes) if one == other), None)
    if twin is not None:
        raise BuildError(f"two names or identifiers share the hash {twin:016x}, or an entry stands twice")
