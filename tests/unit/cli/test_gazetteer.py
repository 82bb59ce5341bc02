"""`dateline gazetteer …`: a user's tables, and what a name can mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.gazetteer.memory import forget
from dateline.gazetteer.paths import added_folder, packaged_gazetteer

from .conftest import Call

TABLE = """name,lat,lon,country,kind,other_names
Khirbat Sifr,36.20,43.00,IQ,place,Khirbet Sifir
Mosul,36.34,43.13,IQ,place,
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    forget()
    yield tmp_path / "data"
    forget()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_candidates_come_with_score_and_reasons(call: Call) -> None:
    row = call("gazetteer", "find", "Mosul").rows[0]
    city, *others = row["candidates"]
    assert row["name"] == "Mosul"
    assert (city["id"], city["feature"], city["country"], city["table"]) == ("99072", "place", "IRQ", None)
    assert city["score"] == pytest.approx(sum(reason["adds"] for reason in city["reasons"]), abs=0.02)
    assert any("people" in reason["reason"] for reason in city["reasons"])
    assert all(other["score"] <= city["score"] for other in others)


def test_a_table_for_people_says_how_many_more(call: Call) -> None:
    shown = call("gazetteer", "find", "San Juan", "--most", "2", terminal=True)
    assert "(place)" in shown.out
    assert "more (--most)" in shown.out


def test_an_unknown_name_has_no_candidates(call: Call) -> None:
    assert call("gazetteer", "find", "Qqxyzzy").rows == [{"name": "Qqxyzzy", "candidates": []}]
    assert "none" in call("gazetteer", "find", "Qqxyzzy", terminal=True).out


def test_candidates_of_one_country(call: Call) -> None:
    found = call("gazetteer", "find", "Tripoli", "--country", "Lebanon").rows[0]["candidates"]
    assert found
    assert {candidate["country"] for candidate in found} == {"LBN"}
    wrong = call("gazetteer", "find", "Tripoli", "--country", "Atlantis")
    assert (wrong.code, wrong.out) == (2, "")
    assert "'Atlantis' is no country" in wrong.err


def test_added_places_win_and_can_be_removed(call: Call, table: Path, own_data: Path) -> None:
    assert not call("gazetteer", "find", "Khirbet Sifir").rows[0]["candidates"]
    added = call("gazetteer", "add", str(table))
    assert (added.code, added.out) == (0, "")
    assert "2 places added, 1 of them in the place of known ones (csv)" in added.err
    assert added_folder(packaged_gazetteer()) == own_data / "dateline" / "places"
    village = call("gazetteer", "find", "Khirbet Sifir").rows[0]["candidates"][0]
    assert (village["table"], village["gazetteer"], village["admin1"]) == ("survey", "user", "Nineveh")
    city = call("gazetteer", "find", "Mosul").rows[0]["candidates"][0]
    assert (city["table"], city["lat"], city["population"]) == ("survey", 36.34, 1_683_000)
    listed = call("gazetteer", "list").rows
    assert [(row["name"], row["source"], row["entries"], row["replaced"]) for row in listed] == [
        ("survey", "survey.csv", 2, 1)
    ]
    assert "survey.csv" in call("gazetteer", "list", terminal=True).out
    assert call("gazetteer", "remove", "survey").code == 0
    assert call("gazetteer", "list").rows == []
    assert call("gazetteer", "find", "Mosul").rows[0]["candidates"][0]["table"] is None


def test_what_was_added_resolves_in_a_page(call: Call, table: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Shelling killed 12 people in Khirbat Sifr, Iraq, on 3 March 2031.", encoding="utf-8")
    call("gazetteer", "add", str(table))
    place = call("extract", str(page)).rows[0]["claims"][0]["places"][0]
    assert (place["name"], place["place"]["gazetteer"], place["place"]["country"]) == ("Khirbat Sifr", "user", "IRQ")


def test_an_added_quarter_lies_in_its_town(call: Call, tmp_path: Path) -> None:
    table = tmp_path / "quarters.csv"
    table.write_text("name,lat,lon,country\nHay Sifr,36.36,43.15,IQ\n", encoding="utf-8")
    call("gazetteer", "add", str(table))
    page = tmp_path / "page.txt"
    page.write_text(
        "A shell hit Mosul in Iraq on 3 March 2031. The shell killed 12 people in the Hay Sifr neighbourhood of Mosul. "
        "It wounded 30 others in the Hay Sifr neighbourhood.",
        encoding="utf-8",
    )
    for claim in call("extract", "--kind", "figure", str(page)).rows[0]["claims"]:
        told = {place["name"]: place["place"]["gazetteer"] for place in claim["places"]}
        assert told == {"Hay Sifr neighbourhood": "user", "Mosul": "geonames"}


def test_a_page_explains_what_its_names_were_taken_for(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Shelling killed 12 people in Nineveh, the Iraqi army said. A rocket hit the Bab al-Warda neighbourhood of "
        "Mosul. The army left the Castello road.",
        encoding="utf-8",
    )
    shown = call("gazetteer", "find", "Nineveh", "Bab al-Warda", "Castello", "Lima", "--in", str(page))
    nineveh, quarter, road, absent = shown.rows
    assert (nineveh["said"], nineveh["place"]["feature"], nineveh["place"]["country"]) == (1, "adm1", "IRQ")
    best = nineveh["candidates"][0]
    assert best["score"] == pytest.approx(sum(reason["adds"] for reason in best["reasons"]), abs=0.05)
    assert "its country is spoken of" in [reason["reason"] for reason in best["reasons"]]
    assert (quarter["name"], quarter["place"]["name"], quarter["candidates"]) == (
        "Bab al-Warda neighbourhood", "Mosul", []
    )  # fmt: skip
    assert "takes Mosul" in quarter["why"]
    assert road["place"] is None
    assert road["candidates"]
    assert "nothing else speaks of" in road["why"]
    assert (absent["said"], absent["place"], absent["candidates"]) == (0, None, [])
    assert "open" in call("gazetteer", "find", "Castello", "--in", str(page), terminal=True).out


def test_a_page_that_cannot_be_read_is_told(call: Call) -> None:
    told = call("gazetteer", "find", "Mosul", "--in", "none.txt")
    assert (told.code, told.out) == (1, "")
    assert "none.txt" in told.err


def test_a_wrong_line_is_named_and_the_other_files_are_added(call: Call, table: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,lat,lon,country\nAlma,1,2,YE\nBeta,95,2,YE\n", encoding="utf-8")
    told = call("gazetteer", "add", str(wrong), str(tmp_path / "none.csv"), str(table))
    assert told.code == 1
    assert "wrong.csv: line 3: the latitude 95 is not between -90 and 90" in told.err
    assert "none.csv: cannot be opened" in told.err
    assert [row["name"] for row in call("gazetteer", "list").rows] == ["survey"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("add", "survey.csv", "--kind", "shape"), 2, "there is no format 'shape'"),
        (("remove", "nothing"), 1, "there is no table 'nothing'"),
        (("remove", "../nothing"), 2, "no name of a table"),
        (("find", " "), 2, "a name is empty"),
        (("find", "Mosul", "--in", "page.txt", "--country", "IRQ"), 2, "exclude each other"),
        (("find", "Mosul", "--most", "0"), 2, "--most"),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, table: Path, words: tuple[str, ...], code: int, message: str) -> None:
    told = call("gazetteer", *words)
    assert (told.code, told.out) == (code, "")
    assert message in told.err


def test_a_damaged_manifest_is_told_with_what_to_do(call: Call, table: Path, own_data: Path) -> None:
    call("gazetteer", "add", str(table))
    (own_data / "dateline" / "places" / "survey.dlgaz.json").write_text("{", encoding="utf-8")
    told = call("gazetteer", "list")
    assert told.code == 1
    assert "dateline gazetteer remove survey" in told.err
    assert call("gazetteer", "remove", "survey").code == 0
