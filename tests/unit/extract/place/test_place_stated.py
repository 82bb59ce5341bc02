"""What the text says a place lies in, and institutions that are called after places."""

from __future__ import annotations

import pytest

from dateline.extract.draft import Toponym
from dateline.extract.parse import sentences_of
from dateline.extract.place import country_words, recognize, resolve
from dateline.extract.repair import repair


def toponyms(text: str) -> dict[str, Toponym]:
    working = repair(text)
    names = recognize(sentences_of(working))
    found = resolve(names, [code for _, _, code in country_words(working.text)], working.text)
    return {t.name: t for t in found}


@pytest.mark.parametrize(
    ("text", "whole", "town"),
    [
        # a founder, or a town far off, gave the name
        ("Some families slept at the Baltimore Theatre in Aleppo, Syria, that night.", "Baltimore Theatre", "Aleppo"),
        ("Many of the wounded were brought to the Orley Dunn Hotel, Basra.", "Orley Dunn Hotel", "Basra"),
        (
            "She teaches history and some law at the University of Saint Peter in Mosul, Iraq.",
            "University of Saint Peter",
            "Mosul",
        ),
        ("The boys were taken from Ward's Farm along Mill Road in Larissa, Greece.", "Ward's Farm", "Larissa"),
        ("They had met at the old Orley cinema in Aleppo before the war.", "Orley cinema", "Aleppo"),
        ("The Embassy of Ghana in Peru was shut for some days after the quake.", "Embassy of Ghana", "Peru"),
        # a day, a number and short letters may stand between
        (
            "Some elders from other villages had met at the Orley Theatre (OHL) on Friday, March 3, 2017, in Aleppo.",
            "Orley Theatre",
            "Aleppo",
        ),
    ],
)
def test_an_institution_stands_where_the_text_says(text: str, whole: str, town: str) -> None:
    found = toponyms(text)
    assert found[whole].place is not None
    assert found[whole].place == found[town].place
    assert found[whole].aside  # it is no place of what happened


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some families slept at the Orley Dunn Hotel that night, and left.", "Orley"),
        ("She teaches history and some law at the University of Saint Peter and likes it there.", "Saint Peter"),
        ("The man was seen near St. Peter's Basilica and did not come back.", "St. Peter"),
    ],
)
def test_what_an_institution_is_called_after_is_no_place_of_the_page(text: str, name: str) -> None:
    assert not any(name in found for found in toponyms(text))


def test_an_institution_is_where_its_name_says_when_the_page_speaks_of_that() -> None:
    found = toponyms("The fire brigade of Mosul, Iraq, was late. A fire had broken out at Mosul Hospital.")
    assert {t.place.name for t in found.values() if t.place and t.name.startswith("Mosul")} == {"Mosul"}


def test_a_place_that_is_said_to_lie_elsewhere_is_no_namesake() -> None:
    found = toponyms("A barn burnt in Rockingham, Yorkshire, and the British police closed the roads of Yorkshire.")
    assert found["Rockingham"].place == found["Yorkshire"].place


def test_a_list_puts_nothing_into_its_next() -> None:
    found = toponyms("Rain fell in Dover, Calais and Lille, and England and France sent boats.")
    assert found["Dover"].place is not None
    assert found["Dover"].place.country == "GBR"


def test_a_suburb_that_nobody_lists_takes_the_town_that_has_it() -> None:
    found = toponyms("The boys were playing football in Cairo's gated suburb of Orvalina when the storm came to Egypt.")
    assert found["Orvalina"].place is not None
    assert found["Cairo"].place is not None
    assert found["Orvalina"].place.id == found["Cairo"].place.id


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # short forms mean units, and of two the one in which the other names can lie
        ("The sea off Rockingham was closed to swimmers. Few beaches in WA have so many sharks.", "WA", "AUS"),
        ("The river rose in Spokane, WA, and some of the roads there were closed.", "WA", "USA"),
        # a unit that is named by a direction
        ("Many farms in the North West and Limpopo were sold, and South Africa sent judges.", "North West", "ZAF"),
        # who is called so lives there
        ("Gardaí said that the man was found dead in his house in Dundalk.", "Dundalk", "IRL"),
    ],
)
def test_units_by_their_short_names(text: str, name: str, country: str) -> None:
    place = toponyms(text)[name].place
    assert place is not None
    assert place.country == country


def test_the_capital_has_a_comma_in_its_name() -> None:
    found = toponyms("The governor of Washington flew from Seattle to Washington, D.C. and to Florida.")
    capital, state = found["Washington, D.C."].place, found["Washington"].place
    assert capital is not None
    assert capital.admin1 == "District of Columbia"
    assert state is not None
    assert state.name == "Washington"
    assert "Florida" in found


def test_what_a_plural_is_said_to_mean_is_of_its_kind() -> None:
    found = toponyms("The firms moved away from western states such as California or Washington last year.")
    assert found["Washington"].place is not None
    assert found["Washington"].place.precision == "adm1"


def test_a_year_behind_in_puts_nothing_into_what_follows() -> None:
    found = toponyms("The swans came to Orvelbanks in 2000 from Santa Ana, California, with many others.")
    assert "Orvelbanks" not in found or found["Orvelbanks"].place is None


def test_a_hotel_called_after_a_capital_is_not_there() -> None:
    assert not toponyms("The owners want to rebuild the Hotel Cairo and the street that leads to its doors.")


def test_a_country_is_no_country_in_the_news_of_a_state_that_has_a_town_of_its_name() -> None:
    found = toponyms("Most firms in Ohio are small. The owner of a shop in Poland said that the money stays here.")
    assert found["Poland"].country == "USA"
    found = toponyms("Most firms in Ohio are small. A shop in Poland sells to Germany, and the Polish buy there.")
    assert found["Poland"].country == "POL"


def test_a_township_is_no_state() -> None:
    found = toponyms("The dinner is held in Washington Township, a few miles from Paterson, New Jersey.")
    place = found["Washington Township"].place
    assert place is None or place.precision != "adm1"


def test_a_part_that_nobody_lists_takes_the_town_that_is_in_its_name() -> None:
    found = toponyms("Two men were arrested in Aleppo, Syria. The shops of the Aleppo Orvel Heights area were closed.")
    assert [t.place.name for t in found.values() if t.place and "Orvel" in t.name] == ["Aleppo"]


def test_an_airline_and_a_mere_capital_are_no_places() -> None:
    found = toponyms("The dogs were flown by Air Canada to the Embassy in the evening, and nobody fed them there.")
    assert not found


def test_a_country_ends_before_the_person_behind_it() -> None:
    found = toponyms("The reporters who stayed in Guinea Alpha Barrovel had met were all released in the evening.")
    assert found["Guinea"].country == "GIN"


def test_towns_of_a_state_that_the_page_names_before_larger_namesakes() -> None:
    found = toponyms(
        "Police of Albany caught a thief. The Georgia Bureau of Investigation had looked for him in Albany."
    )
    assert found["Albany"].place is not None
    assert found["Albany"].place.admin1 == "Georgia"


def test_a_village_is_not_meant_because_the_page_names_its_state() -> None:
    found = toponyms(
        "The designer is based in London. Museums in California and Oregon bought his works. He is British."
    )
    assert found["London"].country == "GBR"
