"""Which words are place names: sentences written for the project, and what a reader would mark."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.place import recognize
from dateline.extract.place.names import Name
from dateline.extract.repair import repair


def names(text: str) -> list[Name]:
    return recognize(sentences_of(repair(text)))


def places(text: str) -> list[str]:
    """The names that are places of what happened, not of bodies, offices or date lines."""
    return [name.text for name in names(text) if not name.aside]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # listed names behind a preposition, with and without the word for the kind
        ("Two barges sank near Mopti and one off Segou.", ["Mopti", "Segou"]),
        ("The dyke gave way in Sindhuli district.", ["Sindhuli district"]),
        ("Hail flattened huts in neighbouring Nuristan.", ["Nuristan"]),
        ("Hail flattened huts in the remote eastern Afghan province of Nuristan.", ["Nuristan"]),
        # unlisted names that the words around them call a place
        ("The well dried up in Vellamoor village.", ["Vellamoor village"]),
        ("They camped outside the hamlet of Ostrevka.", ["Ostrevka"]),
        ("Gunmen burnt the market of Tarrodan, a town on the lake.", ["Tarrodan"]),
        ("About 40 huts were lost in Kemberra and Old Sarrin.", ["Kemberra", "Old Sarrin"]),
        ("A rocket fired in an attack on Dorvane hit a barn.", ["Dorvane"]),
        ("Residents of Ulmastan have left.", ["Ulmastan"]),
        ("The village lies in Barangay San Telmo.", ["Barangay San Telmo"]),
        # lists share their preposition and their kind
        ("Floods hit Nsanje, Chikwawa and Phalombe districts.", ["Nsanje", "Chikwawa", "Phalombe"]),
        ("Deaths: 9 (Kasese 6, Bundibugyo 3).", ["Kasese", "Bundibugyo"]),
        # lists that have lost their commas, with what belongs to one name
        ("Rebels shelled the towns of Orvane Tessel and Brannock.", ["Orvane", "Tessel", "Brannock"]),
        ("Rebels shelled the towns of Umm Orvane Tal Tessel and Brannock.", ["Umm Orvane", "Tal Tessel", "Brannock"]),
        ("Army units targeted rebels in Orvane Tessel and Brannock areas.", ["Orvane", "Tessel", "Brannock"]),
        ("A child was killed in al-Orvane al-Tessel and Brannock.", ["al-Orvane", "al-Tessel", "Brannock"]),
        ("Jets hit the villages of Orvane al-Sharqi Bab al-Tessel.", ["Orvane al-Sharqi", "Bab al-Tessel"]),
        ("Jets hit the towns of Salah Eddin Orvanet al-Tessel.", ["Salah Eddin", "Orvanet al-Tessel"]),
        ("On Monday, rebels shelled the towns of Orvane Tessel and Brannock.", ["Orvane Tessel", "Brannock"]),
        # possessives, nested names, names with particles
        ("The fire spread in Gujarat's Kutch district.", ["Gujarat", "Kutch district"]),
        ("Boats left Cox's Bazar for Santiago del Estero.", ["Cox's Bazar", "Santiago del Estero"]),
        # letters that were lost
        ("The river rose in Bah\ufffda and in Guant\ufffdnamo Province.", ["Bah\u0238a", "Guant\u0238namo Province"]),
        # two towns in one word, the home behind a party's letter
        ("Ash fell in Aleppo-Damascus traffic.", ["Aleppo", "Damascus"]),
        ("The committee met R-Baltimore members from D-Albuquerque.", ["Baltimore", "Albuquerque"]),
        # what is hit, what has it, what is labelled
        ("A storm hit Bobonong overnight.", ["Bobonong"]),
        ("Zomba has reported fewer than 50 fallen walls.", ["Zomba"]),
        ("Kunar: 1,075 displaced, 2 dead", ["Kunar"]),
        ("Cache Creek's 950 evacuees went home.", ["Cache Creek"]),
    ],
)
def test_names_that_are_places(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Marenza weakened on Sunday.",
        "President Jordan Alder spoke in March.",
        "Nearby villages lost their wells.",
        "The Kurds and the Yazidis met on Friday.",
        "In Ramadan the shops close early.",
        "He was taken to Saint Orsola Hospital.",
        "The Syrian army denied it.",
        "Tags Syria Aleppo Hama",
        "An Aleppo-based charity sent blankets.",
        "The SAS and the MoD sent a team.",
        "The Red Cross sent a team.",
        "The bus stopped in Northumberland Avenue.",
    ],
)
def test_names_that_are_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Salta Governor Ines Robledo rushed to the scene.", "Salta"),
        ("Luanda fire department counted 80 huts.", "Luanda"),
        ("Queensland's Bureau of Meteorology issued a warning.", "Queensland"),
        ("The government of Nepal promised tents.", "Nepal"),
        ("The Walker County Fairgrounds were flooded.", "Walker County"),
        ("The Oregon Symphony played all night.", "Oregon"),
        ("The Nairobi Film Festival was put off.", "Nairobi"),
        ("Shells fell on Aleppo University.", "Aleppo"),
        ("MANILA, Nov 27 – Forty huts burnt down.", "MANILA"),
        ("Lagos (Delta Press) - Forty huts burnt down.", "Lagos"),
        ("Fighters of the Islamic State of Iraq and the Levant took the town.", "Iraq"),
    ],
)
def test_names_of_bodies_and_date_lines_stand_aside(text: str, name: str) -> None:
    (found,) = [n for n in names(text) if n.text == name]
    assert found.aside


def test_a_date_line_with_its_state_tells_of_that_town() -> None:
    for text in ("MARION, Ohio — Forty huts burnt down.", "MARION, Ohio (DP) — Forty huts burnt down."):
        (found,) = [n for n in names(text) if n.text == "MARION"]
        assert not found.aside


@pytest.mark.parametrize(
    ("text", "modifier", "kind"),
    [
        ("Huts burnt in northern Aleppo province.", "northern", "part"),
        ("They met at a well south of Mosul.", "south of", "direction"),
        ("They met in the north of Mali.", "north of", "part"),
        ("Shells fell around Mosul.", "around", "near"),
        ("Shells fell in the Mosul area.", "area", "near"),
        ("Shells fell on the outskirts of Mosul.", "outskirts of", "near"),
        ("Shells fell in Mosul.", None, None),
        ("Shells fell in northern and eastern Mali.", None, None),
    ],
)
def test_modifiers_are_kept(text: str, modifier: str | None, kind: str | None) -> None:
    (name,) = names(text)
    assert (name.modifier, name.modifier_kind) == (modifier, kind)


def test_a_city_behind_a_name_that_ends_in_s_is_not_its_own() -> None:
    first = names("Jets struck farms northeast of Damascus including the city of Douma.")[0]
    assert (first.text, first.modifier) == ("Damascus", "northeast of")


def test_a_page_settles_what_a_sentence_leaves_open() -> None:
    text = "Shells fell in Ferrano on Monday. Ferrano had been quiet until then."
    assert places(text) == ["Ferrano", "Ferrano"]


def test_spans_of_sources_stand_aside() -> None:
    text = "Officials in Mopti said that a barge sank near Segou."
    sentences = sentences_of(repair(text))
    source = text.index("Officials"), text.index(" said")
    found = {name.text: name.aside for name in recognize(sentences, [source])}
    assert found == {"Mopti": True, "Segou": False}


def test_what_a_comma_goes_on_with_is_no_date_line() -> None:
    (name,) = names("Gunmen attacked Goma, killing 17 villagers.")
    assert not name.aside
    (written,) = names("GOMA, May 17 – Gunmen attacked.")
    assert written.aside


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten people died in shelling in Goma, Save the Children said.", ["Goma"]),
        ("Ten people died in Goma, Stop the War said.", ["Goma"]),
        ("Ten people died at Harbour Health-St. Mary's Clinic.", []),
        ("Ten workers of Kafue Copper plc were hurt in Chingola.", ["Chingola"]),
        ("Ten workers of Mobile Plastics Inc. were hurt in Ohio.", ["Ohio"]),
    ],
)
def test_a_body_called_by_a_command_a_saint_and_a_firm_are_no_places(text: str, expected: list[str]) -> None:
    assert [name.text for name in names(text)] == expected


def test_the_first_of_two_units_that_share_a_name_is_one() -> None:
    found = [(name.text, name.bare) for name in names("Fighting went on in North and South Kivu.")]
    assert found == [("North", "North Kivu"), ("South Kivu", "South Kivu")]
    assert [name.text for name in names("Fighting went on in the North and in South Kivu.")][-1] == "South Kivu"
