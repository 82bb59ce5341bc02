"""The project's own list of seas, rivers, mountains, islands and regions is well formed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dateline.vocab.countries import countries
from dateline.vocab.fold import fold
from dateline.vocab.load import load


def rows() -> list[tuple[str, str, list[Any]]]:
    """Each entry with its country or the name of its list."""
    lists = {**load("place_nature")["lands"], **{k: load("place_nature")[k] for k in ("waters", "wide")}}
    return [(where, name, row) for where, entries in lists.items() for name, row in entries.items()]


def test_every_entry_lies_on_the_globe_and_has_a_size() -> None:
    for where, name, (lat, lon, radius, *others) in rows():
        assert -90 <= lat <= 90 and -180 <= lon <= 180 and 0 < radius <= 5000, (where, name)
        assert all(isinstance(other, str) and other for other in others), (where, name)


def test_lands_lie_in_countries_that_there_are() -> None:
    known = {country.iso3 for country in countries().values()}
    assert {where for where, _, _ in rows() if where not in {"waters", "wide"}} <= known


def test_no_entry_stands_twice_in_its_list_or_in_the_other_one() -> None:
    sites = load("place_sites")
    other = [("waters", n) for n in sites["waters"]] + [("wide", n) for n in sites["wide"]]
    other += [(country, name) for country, entries in sites["lands"].items() for name in entries]
    counted = Counter((where, fold(name)) for where, name in [*((w, n) for w, n, _ in rows()), *other])
    assert [key for key, count in counted.items() if count > 1] == []
