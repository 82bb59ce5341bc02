"""Looking up names, in an invented land."""

from __future__ import annotations

import pytest

from dateline.gazetteer import Gazetteer


def ids(gazetteer: Gazetteer, name: str, country: str | None = None) -> list[str]:
    return [entry.id for entry in gazetteer.find(name, country=country)]


@pytest.mark.parametrize("name", ["orem", "OREM", "Órem", "the Orem"])
def test_names_are_compared_folded(small: Gazetteer, name: str) -> None:
    assert ids(small, name) == ["orem-big", "orem-small"]


def test_larger_places_come_first_and_units_before_small_towns(small: Gazetteer) -> None:
    assert ids(small, "Tal Sariya") == ["north", "seat"]


def test_a_word_for_the_kind_picks_entries_of_that_kind(small: Gazetteer) -> None:
    assert ids(small, "Tal Sariya province") == ["north"]
    assert ids(small, "province of Tal Sariya") == ["north"]
    assert ids(small, "Tal Sariya city") == ["seat", "north"]
    assert ids(small, "Dabra refugee camp") == ["camp"]
    assert ids(small, "Dabra province") == []


def test_units_are_also_listed_without_their_kind(small: Gazetteer) -> None:
    assert ids(small, "Kesh") == ["kesh"]
    assert ids(small, "kesh district") == ["kesh"]


def test_a_mere_direction_is_no_name(small: Gazetteer) -> None:
    assert ids(small, "West") == []
    assert ids(small, "West province") == ["west"]
    assert ids(small, "West", country="YEM") == ["west"]


def test_a_unit_takes_the_names_of_its_seat(small: Gazetteer) -> None:
    assert ids(small, "Saint Sariya") == ["north", "seat"]
    assert ids(small, "St. Sariya") == ["north", "seat"]
    assert all(entry.alternate for entry in small.find("St Sariya"))
    assert not small.find("Tal Sariya")[0].alternate


@pytest.mark.parametrize("name", ["Kesha", "el-Keshah", "Keeshah", "Ad Keshshah"])
def test_transliteration_is_forgiven_last(small: Gazetteer, name: str) -> None:
    (entry,) = small.find(name)
    assert entry.id == "kesh-town"
    assert entry.respelled


def test_a_listed_name_is_never_respelled(small: Gazetteer) -> None:
    assert not any(entry.respelled for entry in small.find("Al-Keshah"))


def test_brackets_hold_another_name(small: Gazetteer) -> None:
    assert ids(small, "Nowhere (Dabra)") == ["camp"]
    assert ids(small, "Dabra (Nowhere)") == ["camp"]


@pytest.mark.parametrize("name", ["Xyzzy", "", "—", "12", "()"])
def test_what_is_not_listed_gives_nothing(small: Gazetteer, name: str) -> None:
    assert small.find(name) == ()
    assert not small.has(name)


def test_has_asks_for_the_name_as_such(small: Gazetteer) -> None:
    assert small.has("Al Késhah")
    assert small.has("the Orem")
    assert not small.has("Kesha")
    assert not small.has("Orem town")


def test_the_longest_name_wins(small: Gazetteer) -> None:
    words = ["near", "the", "Port", "of", "Orem", "and", "Al", "-", "Keshah"]
    found = {at: small.find_longest(words, at) for at in range(len(words))}
    match = found[2]
    assert match is not None
    assert (match.words, match.entries[0].id) == (3, "hill")
    match = found[6]
    assert match is not None
    assert (match.words, match.entries[0].id) == (3, "kesh-town")
    match = found[4]
    assert match is not None
    assert (match.words, match.entries[0].id) == (1, "orem-big")
    assert found[0] is found[1] is found[5] is None


def test_containment_follows_the_units(small: Gazetteer) -> None:
    names = ("land", "north", "west", "kesh", "kesh-town", "both")
    land, north, west, kesh, town, both = (entry for name in names if (entry := small.by_id(name, "dateline")))
    assert all(small.contains(outer, town) for outer in (land, north, kesh, both, town))
    assert small.contains(both, north)
    assert not any(small.contains(west, inner) for inner in (town, north, land))
    assert not small.contains(town, kesh)
    assert [entry.id for entry in small.parents(town)] == ["kesh", "north", "land"]
    assert small.parents(land) == ()


def test_an_entry_resolves_to_the_place_of_a_claim(small: Gazetteer) -> None:
    place = small.find("Al-Keshah")[0].resolved()
    assert (place.gazetteer, place.id, place.country, place.admin1, place.precision) == (
        "dateline", "kesh-town", "YEM", "Tal Sariya", "point",
    )  # fmt: skip
    unit = small.find("Tal Sariya province")[0]
    assert unit.resolved().admin1 == "Tal Sariya"
    assert unit.precision == "adm1"


def test_centres_come_from_the_places_and_say_so(small: Gazetteer) -> None:
    west = small.find("West province")[0]
    assert west.derived
    assert west.lat == pytest.approx(12.05, abs=0.01)
    assert west.population == 40_900
    assert west.radius_km is not None
    town = small.find("Al-Keshah")[0]
    assert not town.derived
    assert town.radius_km is None


def test_near_gives_distances_in_order(small: Gazetteer) -> None:
    near = small.near(10.0, 40.0, 16)
    assert [entry.id for _, entry in near] == ["seat", "camp", "orem-small"]
    assert near[1][0] == pytest.approx(5.56, abs=0.01)
    assert small.near(-40, 0, 100) == ()


def test_unknown_identifiers_give_none(small: Gazetteer) -> None:
    assert small.by_id("nobody") is None
    assert small.country("XXX") is None
