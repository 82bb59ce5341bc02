"""Which place a name means, by what the page says."""

from __future__ import annotations

import pytest

from dateline.extract.draft import Toponym
from dateline.extract.parse import sentences_of
from dateline.extract.place import country_words, home_of, recognize, resolve
from dateline.extract.repair import repair


def toponyms(text: str, home: str | None = None) -> dict[str, Toponym]:
    working = repair(text)
    names = recognize(sentences_of(working))
    found = resolve(names, [code for _, _, code in country_words(working.text)], working.text, home)
    return {t.name: t for t in found}


def country(toponym: Toponym) -> str | None:
    return toponym.place.country if toponym.place else None


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        # the kind word, and the town rather than its province where there is none
        ("Huts burnt in Aleppo province, Syria.", "Aleppo province", "SYR", "adm1"),
        ("Huts burnt in Aleppo, Syria.", "Aleppo", "SYR", "point"),
        # what contains it
        ("A barn burnt in Alexandria, Virginia.", "Alexandria", "USA", "point"),
        ("A barn burnt in Butig, Lanao del Sur.", "Butig", "PHL", "point"),
        # the page's country
        ("Nineveh was calm, the Iraqi army said. Iraq sent tents to Nineveh.", "Nineveh", "IRQ", "adm1"),
        ("In Ukraine, shells fell on Donetsk and in Kostyantynivka.", "Kostyantynivka", "UKR", "point"),
        # the others of its list
        ("Rain fell in Hunan, Guizhou, Jiangxi, Jilin and Sichuan in China.", "Jilin", "CHN", "adm1"),
        # countries, and what is also a country's name
        ("Rain fell across Georgia, and Tbilisi was flooded.", "Georgia", "GEO", "adm0"),
        ("Rain fell across Georgia, and Atlanta and Savannah, Georgia, were flooded.", "Georgia", "USA", "adm1"),
        ("In Bolivia, 300 families left their homes in Trinidad.", "Trinidad", "BOL", "point"),
        ("The river rose in Trinidad. The mayor of Trinidad asked La Paz for boats.", "Trinidad", "BOL", "point"),
        ("Rain fell across Trinidad and in Port of Spain.", "Trinidad", "TTO", "adm0"),
        ("Talks on the West Bank failed.", "West Bank", "PSE", "adm1"),
        # the seat of a government before its namesakes
        ("Negotiators flew to Washington. The US and Iran met there.", "Washington", "USA", "point"),
        # names that meet in one district
        ("Sleet fell on Paris and Henry County. The sheriff closed a school in Paris.", "Paris", "USA", "point"),
        # waters before towns named after them
        ("A storm formed in the Atlantic. It reached Florida in the US.", "Atlantic", None, "adm0"),
        # a house of power stands where it stands
        ("Aides left the White House late. Nashville and Tennessee sent letters.", "White House", "USA", "adm1"),
        # another kind of unit is another place
        ("A barn burnt in Jilin, China.", "Jilin", "CHN", "point"),
        # short forms
        ("A fire in central B.C. spread.", "B.C.", "CAN", "adm1"),
        # letters that were lost
        ("The river rose in Bah\ufffda, Brazil.", "Bah\u0238a", "BRA", "adm1"),
    ],
)
def test_resolved_by_evidence(text: str, name: str, country: str | None, precision: str) -> None:
    toponym = toponyms(text)[name]
    assert toponym.place is not None
    assert (toponym.place.country, toponym.place.precision) == (country, precision)


def test_a_quarter_that_nobody_lists_takes_the_town_that_is_said_to_contain_it() -> None:
    found = toponyms("A shell fell in the Dar al-Warda neighbourhood of Mosul in Iraq.")
    quarter = found["Dar al-Warda neighbourhood"]
    assert quarter.place is not None
    assert quarter.place == found["Mosul"].place


def test_a_village_that_nobody_lists_takes_the_unit_it_is_said_to_lie_in() -> None:
    found = toponyms("Families left Orvelgut village in Guma, Benue State, Nigeria. Benue State sent tents.")
    village = found["Orvelgut village"]
    assert village.place is not None
    assert village.place == found["Guma"].place


def test_what_merely_stands_beside_a_town_is_not_in_it() -> None:
    found = toponyms("Rain fell on Hamburg, Orvelgut and Mannheim in Germany.")
    assert "Orvelgut" not in found or found["Orvelgut"].place is None


def test_a_quarter_without_a_town_stays_open() -> None:
    found = toponyms("A shell fell in the Dar al-Warda neighbourhood. Iraq sent doctors.")
    assert found["Dar al-Warda neighbourhood"].place is None


def test_an_unlisted_name_stays_open() -> None:
    found = toponyms("A shell fell in Vellamoor village in Iraq.")
    assert found["Vellamoor village"].place is None
    assert found["Iraq"].country == "IRQ"


def test_near_a_place_is_no_point() -> None:
    place = toponyms("Tents were pitched south of Mosul in Iraq.")["Mosul"].place
    assert place is not None
    assert place.precision == "adm2"


def test_one_name_means_one_place_throughout() -> None:
    working = repair("Rain fell in Salem, Oregon. Salem had no power. In Salem, Oregon, schools closed.")
    found = resolve(recognize(sentences_of(working)), [], working.text)
    assert len({t.place for t in found if t.name == "Salem"}) == 1


def test_a_namesake_in_a_country_that_nobody_speaks_of_stays_open() -> None:
    found = toponyms("Shells hit the Castello road near Aleppo in Syria. The Syrian army left Castello.")
    assert country(found["Castello"]) is None
    assert country(found["Aleppo"]) == "SYR"


def test_the_home_of_the_outlet_speaks_where_the_page_is_silent() -> None:
    text = "A barn burnt in Richmond. The fire brigade of Richmond came late."
    assert country(toponyms(text)["Richmond"]) is None  # of Virginia, or of British Columbia
    assert country(toponyms(text, home="GBR")["Richmond"]) == "GBR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods drove 191 people from Punjab.", None),
        ("Floods drove 191 people from Punjab in India.", "IND"),
        ("Floods drove 191 people from Punjab. Lahore was dry.", "PAK"),
        ("Floods drove 191 people from Assam.", "IND"),
    ],
)
def test_of_two_namesakes_none_is_taken_where_nothing_tells_which(text: str, expected: str | None) -> None:
    found = next(toponym for name, toponym in toponyms(text).items() if name in {"Punjab", "Assam"})
    assert country(found) == expected


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("A barn burnt. Sheriff’s deputies found a cellar.", "USA"),
        ("A barn burnt. SHERIFF'S OFFICE: two hurt.", "USA"),
        ("He lay in the 300 block of Alder Lane, the police department said.", "USA"),
        ("Two lay in the 300 block of Alder Lane, a third in the 900 block of it.", None),  # one phrase, said twice
        ("The police department opened an inquiry.", None),
        ("Felonious words, and sheriffs of old.", None),
        ("", None),
    ],
)
def test_offices_and_law_tell_the_home_of_a_page(text: str, home: str | None) -> None:
    assert home_of(None, None, text) == home


def test_the_address_of_an_outlet_tells_more_than_the_offices_of_its_page() -> None:
    assert home_of(None, "https://www.harbour-post.co.uk/fire", "Sheriff's deputies found a cellar.") == "GBR"


def test_the_home_that_offices_tell_settles_which_namesake_is_meant() -> None:
    text = "A barn burnt in Toledo. The fire brigade of Toledo came late."
    assert country(toponyms(text)["Toledo"]) is None  # of Ohio, of Spain, of Belize
    told = f"{text} Sheriff's deputies closed the road."
    assert country(toponyms(told, home=home_of(None, None, told))["Toledo"]) == "USA"


def test_a_street_called_after_a_place_tells_of_no_country_beside_a_great_city() -> None:
    found = toponyms("A barn burnt in South Los Angeles, near Figueroa Street. Los Angeles had no rain.")
    assert country(found["Los Angeles"]) == "USA"


def test_a_town_that_bears_the_name_need_not_lead_those_that_once_were_called_so() -> None:
    assert country(toponyms("A barn burnt in Philadelphia.")["Philadelphia"]) == "USA"  # Amman was called so


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        (None, "https://www.harbour-post.co.uk/fire", "GBR"),
        (None, "https://news.example.ke/2031/03/flood", "KEN"),
        (None, "https://harbour.example.com/fire", None),
        (None, "https://harbour.tv/fire", None),
        (None, "https://[broken", None),
        ("The Harbour Post", None, None),
        (None, None, None),
    ],
)
def test_the_home_of_an_outlet(publisher: str | None, url: str | None, home: str | None) -> None:
    assert home_of(publisher, url) == home


def test_a_township_is_no_county_of_its_name() -> None:
    place = toponyms("Crews left Washington Township in the United States.")["Washington Township"].place
    assert place is None or "County" not in place.name


def test_who_opens_the_name_of_an_institution_may_be_its_founder() -> None:
    text = "Rain fell on Lima in Peru. The Meydan Theatre was closed."
    assert "Meydan" not in toponyms(text)
    assert "Lima" in toponyms(text)
    assert country(toponyms("Rain fell on Lima in Peru. The Lima Symphony played.")["Lima"]) == "PER"


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        # what is called a city is the town, however the page spells it, and a province the unit
        ("A barn burnt in Hassakeh city. Syria sent tents to Damascus.", "Hassakeh city", "point"),
        ("A barn burnt in the city of Hama. Syria sent tents to Damascus.", "Hama", "point"),
        ("A barn burnt in the streets of eastern Hama. Syria sent tents to Damascus.", "Hama", "point"),
        ("A barn burnt in Homs southeastern countryside. Syria sent tents to Damascus.", "Homs", "adm1"),
        ("A barn burnt in rural Homs. Syria sent tents to Damascus.", "Homs", "adm1"),
        ("A barn burnt in the province of Latakia. Syria sent tents to Damascus.", "Latakia", "adm1"),
        # a bare name by what the page calls it elsewhere; a great town's means the town
        ("Rain fell on Idlib. Floods struck Idlib province in Syria.", "Idlib", "adm1"),
        ("Rain fell on Raqqa. Floods struck Raqqa city in Syria.", "Raqqa", "point"),
        ("Rain fell on Aleppo. Floods struck Aleppo province in Syria.", "Aleppo", "point"),
    ],
)
def test_a_town_and_the_unit_of_its_name_are_told_apart_by_the_words(text: str, name: str, precision: str) -> None:
    place = toponyms(text)[name].place
    assert place is not None
    assert place.precision == precision


@pytest.mark.parametrize("things", ["Russian roulette", "a Chinese restaurant", "two German shepherds"])
def test_a_kind_of_thing_is_of_no_country(things: str) -> None:
    assert country_words(f"He died at {things} on Sunday.") == []


def test_the_people_themselves_are() -> None:
    assert [code for _, _, code in country_words("Russian soldiers ate in Chinese barracks.")] == ["RUS", "CHN"]


def test_the_town_that_is_written_so_is_meant_before_its_namesakes_with_a_hyphen() -> None:
    assert country(toponyms("Four teens were shot after a party in St. Louis.")["St. Louis"]) == "USA"
    written = "Fishermen of Senegal met in Saint-Louis. The fair of St. Louis is in May."
    assert country(toponyms(written)["Saint-Louis"]) == "SEN"


@pytest.mark.parametrize(
    ("text", "name", "code", "found"),
    [
        ("Ten died in the central Malian town of Boni.", "Boni", "MLI", None),
        ("Ten died in the Kenyan town of Paris.", "Paris", "KEN", None),
        ("Ten died in the Syrian cities of Boston and Homs.", "Homs", "SYR", "Homs"),
        ("Ten died in the Syrian cities of Homs and Boston.", "Boston", "SYR", None),
        ("Ten died in the Canadian city of London.", "London", "CAN", "London"),
    ],
)
def test_the_words_before_a_name_bind_it_to_a_country(text: str, name: str, code: str, found: str | None) -> None:
    told = toponyms(text)[name]
    assert (told.country, told.place.name if told.place else None) == (code, found)


def test_a_camp_is_called_after_its_people_and_what_is_held_after_who_holds_it() -> None:
    assert country(toponyms("Ten died in the Turkish-held Syrian town of Jarabulus.")["Jarabulus"]) == "SYR"
    assert country(toponyms("Ten died in the Sudanese refugee camp of Adre in Chad.")["Adre"]) == "TCD"


def test_a_district_of_the_capital_is_no_province_of_another_country() -> None:
    told = toponyms("Rockets hit the Ain Zara and Salah al-Din districts of the capital of Libya.")
    assert country(told["Salah al-Din"]) is None
    assert country(told["Ain Zara"]) == "LBY"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A boat sank on the Niger near Rharous.", []),
        ("Pilgrims crossed the Jordan on foot.", []),
        ("A ferry sank on the Congo.", []),
        ("Ten died in Niger.", ["NER"]),
        ("The Niger army lost ten men.", ["NER"]),
    ],
)
def test_a_river_is_no_country(text: str, codes: list[str]) -> None:
    assert [code for _, _, code in country_words(text)] == codes
