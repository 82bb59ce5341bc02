"""Outlines and circles, for drawing."""

from __future__ import annotations

import pytest

from dateline.gazetteer import distance_km, open_gazetteer
from dateline.gazetteer.extent import circle, radius_km
from dateline.gazetteer.outlines import outlines
from dateline.vocab.countries import countries


def test_every_larger_country_has_an_outline() -> None:
    missing = set(countries()) - set(outlines())
    assert not missing & {"IRQ", "SYR", "PSE", "MMR", "SSD", "SRB", "XKX", "COD", "HTI", "UKR", "SDN"}
    assert len(missing) < 25


def test_a_ring_goes_round_its_country() -> None:
    lons, lats = zip(*outlines()["IRQ"][0], strict=True)
    assert min(lons) < 44.37 < max(lons) and min(lats) < 33.31 < max(lats)  # Baghdad
    assert outlines()["IRQ"][0][0] != outlines()["IRQ"][0][-1]


def test_an_outline_is_simple_enough_to_draw() -> None:
    assert sum(len(ring) for rings in outlines().values() for ring in rings) < 100_000


def test_a_unit_has_a_radius_and_a_town_none() -> None:
    gazetteer = open_gazetteer()
    nineveh, mosul = gazetteer.find("Nineveh", country="IRQ")[0], gazetteer.find("Mosul", country="IRQ")
    town = next(entry for entry in mosul if entry.feature == "place")
    assert (radius_km(nineveh.id, nineveh.gazetteer) or 0) > 20
    assert radius_km(town.id, town.gazetteer) is None
    assert radius_km("no such place", "geonames") is None


@pytest.mark.parametrize("lat", [-60.0, 0.0, 36.3, 70.0])
def test_a_circle_keeps_its_distance(lat: float) -> None:
    assert {round(distance_km(lat, 43.0, y, x)) for x, y in circle(lat, 43.0, 80.0)} == {80}
