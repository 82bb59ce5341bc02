"""The words by which the news names countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.vocab import countries
from dateline.vocab.fold import fold
from dateline.vocab.load import load


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Iraq", "IRQ"), ("iraq", "IRQ"), ("IRAQ'S", "IRQ"), ("Iraqis", "IRQ"), ("Syrian", "SYR"),
        ("the Democratic Republic of the Congo", "COD"), ("DR Congo", "COD"), ("DRC", "COD"), ("D.R. Congo", "COD"),
        ("Republic of Congo", "COG"), ("Congo-Brazzaville", "COG"), ("Burma", "MMR"), ("Burmese", "MMR"),
        ("Côte d’Ivoire", "CIV"), ("Ivorians", "CIV"), ("U.S.", "USA"), ("US", "USA"), ("America", "USA"),
        ("UK", "GBR"), ("Britain", "GBR"), ("Scotland", "GBR"), ("Nigerien", "NER"), ("Nigerian", "NGA"),
        ("Niger", "NER"), ("South Sudanese", "SSD"), ("Sudanese", "SDN"), ("Filipinos", "PHL"), ("Philippine", "PHL"),
        ("Türkiye", "TUR"), ("Turks", "TUR"), ("Kosovo", "XKX"), ("Palestinians", "PSE"), ("Gaza Strip", "PSE"),
        ("North Koreans", "PRK"), ("Bosnia", "BIH"), ("East Timorese", "TLS"), ("Central African Republic", "CAF"),
        ("CAR", "CAF"), ("Burkinabè", "BFA"), ("Papua New Guinea", "PNG"), ("Guinea-Bissau", "GNB"),
        ("Germans", "DEU"), ("Frenchmen", "FRA"), ("Danes", "DNK"), ("Gazans", "PSE"), ("Vietnamese", "VNM"),
    ],
)  # fmt: skip
def test_a_name_or_demonym_tells_its_country(word: str, iso3: str) -> None:
    assert countries.country_of(word) == iso3


@pytest.mark.parametrize("word", ["us", "Us", "car", "Car", "opt", "gb", "Wazistan", "", "Kabul", "Congo", "Korean"])
def test_other_words_tell_none(word: str) -> None:
    assert countries.country_of(word) is None


def test_words_of_two_countries_give_both_readings() -> None:
    assert countries.readings("Congolese") == ("COD", "COG")
    assert countries.readings("Korea") == ("KOR", "PRK")
    assert countries.readings("Chad") == ("TCD",)
    assert countries.readings("Elsewhere") == ()


@pytest.mark.parametrize("word", ["Georgia", "Jordan", "Chad", "Congo", "Turkey", "American"])
def test_words_with_another_meaning_are_marked(word: str) -> None:
    assert countries.is_ambiguous(word)


@pytest.mark.parametrize("word", ["Iraq", "Syrians", "Pakistan", "DRC"])
def test_plain_words_are_not_marked(word: str) -> None:
    assert not countries.is_ambiguous(word)


def test_no_word_is_claimed_twice() -> None:
    """A name, demonym or part that two countries list would be decided by the order of the file."""
    seen: dict[str, str] = {}
    for country in countries.countries().values():
        for word in {fold(w) for w in (*country.names, *country.parts, *country.demonyms)}:
            assert seen.setdefault(word, country.iso3) == country.iso3, word


def test_codes_are_whole_and_unique() -> None:
    every = countries.countries()
    assert len(every) == 250  # 249 of ISO 3166-1, and Kosovo
    assert len({c.iso2 for c in every.values()}) == 250
    assert all(len(iso3) == 3 and iso3.isupper() for iso3 in every)
    assert countries.iso3_of_iso2("NO") == "NOR"
    assert countries.iso3_of_iso2("xk") == "XKX"
    assert countries.iso3_of_iso2("ZZ") is None


def test_every_marked_word_is_listed() -> None:
    """A mark on a word that names no country is a slip of the pen."""
    marked = load("countries")["also_else"]
    assert [word for word in marked if not countries.readings(word)] == []


def test_capitals_are_kept_apart() -> None:
    assert countries.capitals()["mogadishu"] == "SOM"
    assert "mogadishu" not in countries.names()
    assert "iraqis" in countries.demonyms()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sana‘a’", "sanaa"), ("Al-Ḥasakah", "al hasakah"), ("Chişinău", "chisinau"), ("N'Djamena", "ndjamena"),
        ("Łódź", "lodz"), ("St. John's", "st johns"), ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("الموصل", "الموصل"), ("أربيل", "اربيل"), ("—", ""),
    ],
)  # fmt: skip
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_words_may_be_asked(text: str) -> None:
    assert countries.country_of(text) is None or countries.readings(text)
