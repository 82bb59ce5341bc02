"""Places of refuge leave at the level of a district, and without their names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.model import Claim, Document
from dateline.release import release_extraction
from dateline.release.sites import sites_in

from .making import MOSUL, ZAATARI, claim, document, extraction, place

PAGE = document("More than 1,200 people were held in Mosul and fled to Zaatari.")


def released(of: Document, found: Claim) -> dict[str, Any]:
    row: dict[str, Any]
    (row,) = release_extraction(extraction(of, [found]))["claims"]
    return row


@pytest.mark.parametrize("term", ["sheltered", "in_relief_camp", "trapped", "detained"])
def test_where_people_are_kept_or_hide_leaves_at_its_district(term: str) -> None:
    row = released(PAGE, claim(PAGE, "1,200 people", term=term, places=(place(PAGE, "Mosul", resolved=MOSUL),)))
    (told,) = row["places"]
    assert told["name"] == "Mosul"
    assert (told["place"]["name"], told["place"]["precision"]) == ("Mosul", "adm2")
    assert told["place"]["id"] != MOSUL.id
    assert (told["place"]["lat"], told["place"]["lon"]) != (MOSUL.lat, MOSUL.lon)
    assert row["coarsened"] is True


def test_a_blurred_point_is_lifted_too() -> None:
    blurred = place(PAGE, "Mosul", resolved=replace(MOSUL, precision="adm2"))
    row = released(PAGE, claim(PAGE, "1,200 people", term="detained", places=(blurred,)))
    assert row["places"][0]["place"]["id"] != MOSUL.id


def test_evacuated_lifts_where_people_were_brought_to() -> None:
    both = (place(PAGE, "Mosul", "from", MOSUL), place(PAGE, "Zaatari", "to", MOSUL))
    row = released(PAGE, claim(PAGE, "1,200 people", term="evacuated", places=both))
    assert [p["place"]["id"] == MOSUL.id for p in row["places"]] == [True, False]


def test_other_claims_keep_their_point() -> None:
    row = released(PAGE, claim(PAGE, "1,200 people", term="killed", places=(place(PAGE, "Mosul", resolved=MOSUL),)))
    assert row["places"][0]["place"]["id"] == MOSUL.id
    assert "coarsened" not in row


def test_a_province_and_a_country_stay() -> None:
    nineveh = replace(MOSUL, id="92877", name="Nineveh", precision="adm1")
    row = released(PAGE, claim(PAGE, "1,200 people", term="detained", places=(place(PAGE, "Mosul", resolved=nineveh),)))
    assert row["places"][0]["place"]["id"] == "92877"
    assert "coarsened" not in row


def test_a_place_that_this_gazetteer_has_not_leaves_unresolved() -> None:
    unknown = replace(MOSUL, id="000", gazetteer="elsewhere")
    row = released(PAGE, claim(PAGE, "1,200 people", term="detained", places=(place(PAGE, "Mosul", resolved=unknown),)))
    assert row["places"][0]["place"] is None


def test_a_camp_that_only_the_gazetteer_knows_loses_its_name_whatever_happened_there() -> None:
    row = released(PAGE, claim(PAGE, "1,200 people", places=(place(PAGE, "Zaatari", "to", ZAATARI),)))
    assert row["places"][0]["name"] == "███████"
    assert (row["places"][0]["place"]["name"], row["places"][0]["place"]["precision"]) == ("Mafraq", "adm1")
    assert row["excerpt"]["text"].endswith("fled to ███████.")


@pytest.mark.parametrize("name", ["Mosul camp", "Mosul prison", "Mosul refugee camp"])
def test_a_place_named_as_a_refuge_loses_its_name_although_a_town_bears_it(name: str) -> None:
    page = document(f"More than 1,200 people reached the {name} on foot.")
    row = released(page, claim(page, "1,200 people", places=(place(page, name, "to", MOSUL),)))
    assert row["places"][0]["name"] == "█" * len(name)
    assert row["places"][0]["place"]["precision"] == "adm2"
    assert row["excerpt"]["text"] == f"More than 1,200 people reached the {'█' * len(name)} on foot."


def test_a_town_whose_camps_are_told_of_keeps_its_name() -> None:
    page = document("More than 1,200 people reached the Mosul camps on foot.")
    row = released(page, claim(page, "1,200 people", places=(place(page, "Mosul camps", "to", MOSUL),)))
    assert row["places"][0]["name"] == "Mosul camps"


SITES = {
    "Shells hit Al Amal camp.": ["Al Amal"],
    "Some 300 sleep in the Loma Verde refugee camp.": ["Loma Verde"],
    "The camp of Verdosa is full.": ["Verdosa"],
    "Camp Esperanza is full.": ["Esperanza"],
    "They reached the Khadra and Verdosa camps.": ["Khadra", "Verdosa"],
    "A shell hit Al-Rahma Hospital.": ["Al-Rahma"],
    "A shell hit Mosul General Hospital.": ["Mosul"],
    "Families sleep in Santa Ruvela primary school.": ["Santa Ruvela"],
    "They hid in the Church of San Telmo.": ["San Telmo"],
    "They hid in Al-Nur mosque.": ["Al-Nur"],
    "Forty are in Taji prison.": ["Taji"],
    "Aid is handed out at the Verdosa distribution point.": ["Verdosa"],
    "The Verdosa evacuation centre is full.": ["Verdosa"],
    "Verdosa camp is full. People went on to Verdosa.": ["Verdosa", "Verdosa"],
}


@pytest.mark.parametrize("text", SITES)
def test_names_of_sites_are_found(text: str) -> None:
    assert [span.of(text) for span in sites_in(text)] == SITES[text]


NO_SITES = (
    "A hospital in Mosul was hit.",
    "The Mosul hospital was hit.",
    "Hospitals in Aleppo and schools in Idlib were hit.",
    "Syrian refugees fled the camp.",
    "The UNHCR camp is full.",
    "Troops fired on the Verdosa training camp.",
    "The Beni Data Centre and Human Rights Watch reported it.",
    "Schools were closed. On Monday they opened.",
    "The Palestinian refugee camp was shelled.",
)


@pytest.mark.parametrize("text", NO_SITES)
def test_towns_and_bodies_are_no_sites(text: str) -> None:
    assert [span.of(text) for span in sites_in(text)] == []
