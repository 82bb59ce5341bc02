"""The map: circles for units, points for places, nothing where nothing is located, and a table for every picture."""

from __future__ import annotations

import pytest
from page_reader import page
from released import SENTENCE, place, row

from dateline.report.frame import HEIGHT, WIDTH, frame_of
from dateline.report.land import land
from dateline.report.map import maps
from dateline.report.spots import Spot, spots

TERM = "Forced to flee"


def spot(
    name: str, lat: float, lon: float, *, country: str = "PRT", radius: float | None = None, claims: int = 1
) -> Spot:
    unit = radius is not None
    return Spot(name, "", country, lat, lon, unit, radius, claims, ((TERM, claims),))


def told(*places: dict[str, object]) -> list[Spot]:
    rows = [row(start=at, places=[one]) for at, one in enumerate(places)]
    return spots(rows, {one["claim_id"]: TERM for one in rows})


def test_claims_at_one_place_are_one_spot() -> None:
    (one,) = told(place("Tolmen", SENTENCE, start=0, id="7"), place("Tolmen", SENTENCE, start=1, id="7"))
    assert (one.name, one.claims, one.terms, one.unit, one.inside) == ("Tolmen", 2, ((TERM, 2),), False, "Portugal")


def test_countries_and_open_places_are_no_spots() -> None:
    assert told(place("Tolmen", SENTENCE, start=0, precision="adm0"), place("Tolmen", SENTENCE, start=1)) == []
    assert told(place("Tolmen", SENTENCE, start=0, precision="adm1", lat=None, lon=None)) == []
    assert maps([]) is None


def test_a_unit_whose_extent_nobody_knows_is_not_a_point() -> None:
    (one,) = told(place("Tolmen", SENTENCE, start=0, precision="adm2", id="nobody has it"))
    assert (one.unit, one.radius, one.shown_as) == (True, None, "unit, extent unknown")


def test_the_frame_holds_every_circle() -> None:
    frame = frame_of([spot("A", 40.0, -8.0, radius=60.0), spot("B", 41.5, -7.0)])
    for lat, lon in ((40.0, -8.0), (41.5, -7.0)):
        x, y = frame.at(lon, lat)
        assert 0 < x < WIDTH and 0 < y < HEIGHT
    x, y = frame.at(-8.0, 40.0)
    assert min(x, WIDTH - x, y, HEIGHT - y) > frame.pixels(60.0)


def test_a_kilometre_is_as_long_across_as_down() -> None:
    frame = frame_of([spot("A", 60.0, 10.0), spot("B", 61.0, 12.0)])
    x0, y0 = frame.at(10.0, 60.5)
    x1, _ = frame.at(11.0, 60.5)
    _, y1 = frame.at(10.0, 60.0)
    assert (x1 - x0) / (y1 - y0) == pytest.approx(0.985, abs=0.03)  # half the kilometres over half a degree


def test_far_countries_get_maps_of_their_own() -> None:
    found = maps(
        [spot("A", 40.0, -8.0, claims=3), spot("B", -10.0, -60.0, country="BRA"), spot("C", 41.0, -4.0, country="ESP")]
    )
    assert found is not None
    assert [one.title for one in found.maps] == ["Portugal and Spain", "Brazil"]


def test_names_do_not_run_into_each_other() -> None:
    found = maps([spot(f"Some town {at}", 40.0 + at / 1000, -8.0, claims=at + 1) for at in range(12)])
    assert found is not None
    named = [one.named for one in found.maps[0].drawn if one.named]
    assert 0 < len(named) < 12


def test_land_is_cut_at_the_frame() -> None:
    frame = frame_of([spot("A", 40.0, -8.0)])
    seen = land(frame, {"PRT"})
    assert [one.name for one in seen if one.told] == ["Portugal"]
    numbers = [float(n) for one in seen for n in one.path.replace("M", " ").replace("L", " ").replace("Z", " ").split()]
    assert min(numbers) > -10 and max(numbers) < WIDTH + 10


def test_the_page_shows_the_map_with_its_table() -> None:
    shown = page([row(places=[place("Tolmen", SENTENCE, admin1="Aveiro")])])
    (drawing,) = [one for one in shown.all("svg") if (one.attrs.get("viewbox") or one.attrs.get("viewBox"))]
    assert drawing.attrs["role"] == "img"
    assert "Portugal" in (drawing.attrs["aria-label"] or "")
    assert "state nothing" in shown.source


def test_a_page_without_located_claims_has_no_map() -> None:
    assert 'id="map"' not in page([row()]).source
