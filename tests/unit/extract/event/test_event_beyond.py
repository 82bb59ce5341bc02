"""Places that an event's own sentence names of something else, and what is no place's name."""

from __future__ import annotations

import pytest
import told

from dateline.model import Claim

WAR = "Rebels and the army have fought a war in the hills of Iraq. Militias hold the roads of Mosul and Kirkuk.\n\n"


def events(text: str, trigger: str) -> list[Claim]:
    return told.events(WAR + text, trigger)


def place_names(text: str, trigger: str) -> list[str]:
    return [place.name for claim in events(text, trigger) for place in claim.places]


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Jets bombed tents of villagers who had escaped from Mosul.", "bombed", []),
        ("Shells hit a school in Kirkuk for families from Mosul.", "hit", ["Kirkuk"]),
        ("The coalition fighting the rebels in Mosul carried out air strikes.", "air strikes", []),
        ("Rebels captured a hill above the road that leads to Mosul.", "captured", []),
        ("Jets struck a mill in Kirkuk as rebels advanced on Mosul.", "struck", ["Kirkuk"]),
        ("Jets struck a mill in Kirkuk as rebels advanced on Mosul.", "advanced", ["Mosul"]),
        ("Jets struck a mill in Kirkuk when rebels attacked a convoy.", "attacked", ["Kirkuk"]),
        ("Smoke from the explosion on a farm was seen from Mosul.", "explosion", []),
        ("The army carried out strikes on Mosul and a raid that killed ten rebels.", "raid", []),
        ("Shells hit a camp that is adjacent to Mosul.", "hit", []),
        ("The officers executed by rebels had been kidnapped in Mosul.", "executed", []),
        ("The officers executed by rebels had been kidnapped in Mosul.", "kidnapped", ["Mosul"]),
        ("Jets destroyed ten trucks carrying aid to Mosul.", "destroyed", []),
        ("An explosion was heard on a farm not far from Mosul.", "explosion", []),
        # what is aimed at, what came later, what had been before, what follows in another story
        ("They hold ground in the Sinai region and have launched rockets into the city.", "launched", []),
        ("Days after a car bombing ten farmers were arrested in Mosul.", "car bombing", []),
        ("Shells hit a mill in Kirkuk Meanwhile in Mosul the army arrested ten rebels.", "hit", ["Kirkuk"]),
        ("Shells hit a mill in Mosul where troops have held out since rebels seized the east in 2012.", "seized", []),
    ],
)
def test_only_the_event_s_own_words_place_it(text: str, trigger: str, places: list[str]) -> None:
    assert place_names(text, trigger) == places


def test_a_country_across_the_border_is_not_where_it_happened() -> None:
    text = "The army shelled two farms in Mosul near the border with Turkey."
    assert place_names(text, "shelled") == ["Mosul"]
    assert place_names("Rebels attacked a post in Turkey on Monday.", "attacked") == ["Turkey"]


def test_back_from_a_town_is_the_way_of_those_who_are_driven() -> None:
    assert "Mosul" in place_names("The army pushed the rebels back from farms in Mosul.", "pushed")


def test_the_town_in_which_the_page_was_written_is_no_place_of_it() -> None:
    assert "BEIRUT" not in place_names("Last updated at Jan 14 BEIRUT Rebels shelled a mill on Monday.", "shelled")


def test_names_run_together_behind_their_plural_are_told_apart() -> None:
    text = "Rebels shelled the villages of al-Tarra al-Hurra al-Mezna and al-Colma on Monday."
    assert place_names(text, "shelled") == ["al-Tarra", "al-Hurra", "al-Mezna", "al-Colma"]
    text = "Rebels shelled al-Tarra al-Hurra and al-Mezna districts on Monday."
    assert place_names(text, "shelled") == ["al-Tarra", "al-Hurra", "al-Mezna"]


def test_parts_of_a_capital_are_a_place_and_no_government() -> None:
    text = "Rebels launched a rocket attack on residential areas of Damascus."
    assert place_names(text, "rocket attack") == ["Damascus"]


def test_where_somebody_took_a_town_is_a_place_though_arms_came_from_it() -> None:
    text = "Gunmen use arms from Turkey where rebels captured a village."
    assert {claim.country for claim in events(text, "captured")} == {"TUR"}


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("The prime minister of Russia said that the army killed ten rebels.", "killed", "IRQ"),
        ("The blast may delay talks that Qatar supports.", "blast", "IRQ"),
        ("US jets struck a convoy on Monday.", "struck", "IRQ"),
        ("Rebels attacked a post in Turkey on Monday.", "attacked", "TUR"),
    ],
)
def test_the_country_is_that_of_the_places_or_of_the_page(text: str, trigger: str, country: str) -> None:
    assert {claim.country for claim in events(text, trigger)} == {country}
