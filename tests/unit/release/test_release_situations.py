"""Situations leave with places of refuge at their district, also in the words of their reasons."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from dateline.model import Claim, Document, Period
from dateline.model.situation import Reported
from dateline.reconcile import reconcile
from dateline.release import release_situations
from dateline.release.situations import WITHHELD

from .making import MOSUL, ZAATARI, claim, document, kept, place, source

PAGE = document("Some 900 people were held in Mosul, Sava Orel said. Nine people were killed in Mosul.")
DAY = Period("2031-03-03", "2031-03-03", "on 3 March", "day", "published")


def released(*found: tuple[Document, Claim]) -> list[dict[str, Any]]:
    situations = reconcile(Reported(one, "2031-03-04", None) for _, one in found)
    return list(release_situations(situations, {one.claim_id: kept(of, one) for of, one in found}))


def held(**values: Any) -> tuple[Document, Claim]:
    given = {"term": "detained", "measure": "stock", "period": DAY, "places": (place(PAGE, "Mosul", resolved=MOSUL),)}
    return PAGE, claim(PAGE, "900 people", **{**given, **values})


def test_a_row_of_people_held_has_the_district() -> None:
    (row,) = released(held())
    (told,) = row["series"]
    assert told["place"]["place"]["precision"] == "adm2"
    assert str(MOSUL.lat) not in json.dumps(row)


def test_a_district_of_the_town_s_name_is_said_once() -> None:
    (row,) = released(held())
    district = row["series"][0]["place"]["place"]["name"]
    told = row["series"][0]
    assert "Mosul" in district and told["place"]["name"] == district
    assert f"in {district} on" in told["why"]["low"]


def test_two_places_of_one_district_are_one() -> None:
    page = document("Some 900 people are in Orvel camp and Tarn camp.")
    camps = (place(page, "Orvel camp"), place(page, "Tarn camp"))
    (row,) = released((page, claim(page, "900 people", term="displaced", measure="stock", period=DAY, places=camps)))
    assert row["series"][0]["place"]["name"] == WITHHELD


def test_a_camp_is_named_nowhere() -> None:
    page = document("Some 900 people are in Zaatari.")
    camp = place(page, "Zaatari", resolved=ZAATARI)
    (row,) = released((page, claim(page, "900 people", term="displaced", measure="stock", period=DAY, places=(camp,))))
    assert "Zaatari" not in json.dumps(row)
    assert row["series"][0]["place"]["name"] == "Mafraq"


def test_a_place_of_refuge_that_nobody_lists_is_withheld() -> None:
    page = document("Some 900 people are in Orvel camp.")
    camp = place(page, "Orvel camp")
    (row,) = released((page, claim(page, "900 people", term="displaced", measure="stock", period=DAY, places=(camp,))))
    assert "Orvel" not in json.dumps(row)
    assert row["series"][0]["place"]["name"] == WITHHELD


def test_other_rows_keep_their_place() -> None:
    found = claim(PAGE, "Nine people", period=DAY, places=(place(PAGE, "Mosul", resolved=MOSUL),))
    (row,) = released((PAGE, found))
    assert row["place"]["place"]["id"] == MOSUL.id


def test_no_witness_is_named_in_a_reason() -> None:
    _, found = held(sources=(source(PAGE, "Sava Orel"),), country="IRQ")
    other = document("Some 300 people were held in Mosul.")
    theirs = claim(other, "300 people", term="detained", measure="stock", period=DAY, country="IRQ",
                   places=(place(other, "Mosul", resolved=MOSUL),))  # fmt: skip
    figure = replace(theirs.figure, low=300, high=300) if theirs.figure else None
    (row,) = released((PAGE, found), (other, replace(theirs, figure=figure)))
    assert row["contradictions"]
    assert "Sava" not in json.dumps(row)


def test_a_home_is_named_nowhere() -> None:
    page = document("Nine people were killed at the home of Sava Orel in 14 Olive Street.")
    home = place(page, "Olive Street")
    (row,) = released((page, claim(page, "Nine people", period=DAY, places=(home,))))
    assert "Olive" not in json.dumps(row)
