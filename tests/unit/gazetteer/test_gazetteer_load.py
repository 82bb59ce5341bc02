"""A user's own places over the invented land."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import BadEncoding, UnreadableInput, UsageError
from dateline.gazetteer import Gazetteer, load_gazetteer
from dateline.gazetteer.draft import Draft
from dateline.gazetteer.load import Added, add_file, kind_of, remove
from dateline.gazetteer.paths import added_gazetteers

GEONAMES = "\t".join([
    "{id}", "{name}", "", "{others}", "{lat}", "{lon}", "{group}", "{code}", "YE", "", "{adm1}", "{adm2}", "", "",
    "{people}", "", "", "Asia/Aden", "2020-01-01",
])  # fmt: skip


@pytest.fixture
def base(tmp_path: Path, invented: Callable[[], list[Draft]], pack_to: Callable[[Path, list[Draft]], Path]) -> Path:
    return pack_to(tmp_path / "base.dlgaz", invented())


@pytest.fixture
def add(tmp_path: Path, base: Path) -> Callable[[str, str], Added]:
    def written(name: str, text: str) -> Added:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return add_file(path, gazetteer=base)

    return written


def reopened(base: Path) -> Gazetteer:
    return load_gazetteer(base, added_gazetteers(base))


def geonames(**cells: object) -> str:
    known = {"others": "", "group": "P", "code": "PPL", "adm1": "", "adm2": "", "people": 0}
    return GEONAMES.format(**{**known, **cells}) + "\n"


def test_a_csv_table_wins_and_keeps_what_it_leaves_open(base: Path, add: Callable[[str, str], Added]) -> None:
    table = "name,lat,lon,country,kind,other_names\nOrem,12.01,41.01,YE,place,Orim|Uram\nZell,10.0,40.01,Yemen,camp,\n"
    added = add("mine.csv", table)
    assert (added.kind, added.entries, added.replaced) == ("csv", 2, 1)
    gazetteer = reopened(base)
    orem, small = gazetteer.find("Orem")
    assert (orem.gazetteer, orem.lat, orem.population, orem.admin1) == ("user", 12.01, 40_000, "West")
    assert small.id == "orem-small"
    assert gazetteer.find("Uram")[0].id == orem.id
    camp = gazetteer.find("Zell camp")[0]
    assert (camp.feature, camp.country, camp.admin1) == ("camp", "YEM", "Tal Sariya")
    north = gazetteer.find("Tal Sariya province")[0]
    assert gazetteer.contains(north, camp)
    assert [entry.id for entry in gazetteer.parents(camp)] == ["north", "land"]
    assert gazetteer.near(12.01, 41.01, 1)[0][1] == orem


def test_lines_for_one_known_place_become_one(base: Path, add: Callable[[str, str], Added]) -> None:
    added = add("twice.csv", "name,lat,lon,country,other_names\nOrem,12.01,41.01,YE,\nOrem,12.0,41.0,YE,Uram\n")
    assert added.entries == 1
    assert [entry.id for entry in reopened(base).find("Orem")] == ["twice-2", "orem-small"]
    assert reopened(base).find("Uram")[0].id == "twice-2"


def test_adding_again_replaces_and_removing_restores(base: Path, add: Callable[[str, str], Added]) -> None:
    add("mine.csv", "name,lat,lon,country\nZell,10,40,YE\n")
    add("mine.csv", "name,lat,lon,country\nZorr,10,40,YE\n")
    assert not reopened(base).find("Zell")
    assert reopened(base).find("Zorr")
    assert remove("mine", gazetteer=base)
    assert not remove("mine", gazetteer=base)
    assert not reopened(base).find("Zorr")


def test_a_geonames_dump_brings_units_and_places(base: Path, add: Callable[[str, str], Added]) -> None:
    dump = (
        geonames(id=1, name="Tal Sariya", lat=10, lon=40, group="A", code="ADM1", adm1="01")
        + geonames(id=2, name="Lower Kesh", lat=10.2, lon=40.3, group="A", code="ADM2", adm1="01", adm2="7")
        + geonames(id=3, name="Umm Dabr", lat=10.3, lon=40.2, adm1="01", adm2="7", people=300, others="Oum Dabr,أم دبر")
        + geonames(id=4, name="Wadi Nowhere", lat=10.3, lon=40.2, group="H", code="WAD")
    )
    assert add("YE.txt", dump).entries == 3
    gazetteer = reopened(base)
    town = gazetteer.find("أم دبر")[0]
    assert (town.id, town.admin1, town.admin2, town.population) == ("3", "Tal Sariya", "Lower Kesh", 300)
    unit = gazetteer.find("Tal Sariya province")[0]
    assert unit.id == "1"
    old_town = gazetteer.find("Al-Keshah")[0]
    assert gazetteer.contains(unit, town)
    assert gazetteer.contains(unit, old_town), "what the unit replaced contained it"
    assert not gazetteer.contains(gazetteer.find("West province")[0], town)


def test_whos_on_first_is_read_with_its_parents(base: Path, add: Callable[[str, str], Added]) -> None:
    lines: list[dict[str, object]] = [
        {"id": 10, "name": "Umm Dabr", "type": "locality", "lat": 10.3, "lon": 40.2, "parent": 11, "names": {}},
        {"id": 11, "name": "Tal Sariya", "type": "region", "lat": 10.1, "lon": 40.1, "parent": 12, "names": None},
        {"id": 12, "name": "Yemen", "type": "country", "lat": 10, "lon": 40, "parent": -1},
        {"id": 13, "name": "Gone", "type": "locality", "lat": 1, "lon": 1, "deprecated": "2018-08-15", "parent": 11},
        {"id": 14, "name": "Hay", "type": "neighbourhood", "lat": 10, "lon": 40, "gn": 77, "parent": 10, "pop": 5.0},
    ]
    add("wof.jsonl", "\n".join(map(json.dumps, lines)))
    gazetteer = reopened(base)
    town = gazetteer.find("Umm Dabr")[0]
    assert (town.gazetteer, town.country, town.admin1) == ("whosonfirst", "YEM", "Tal Sariya")
    assert not gazetteer.find("Gone")
    quarter = gazetteer.find("Hay")[0]
    assert (quarter.gazetteer, quarter.id, quarter.population, quarter.admin1) == ("geonames", "77", 5, "Tal Sariya")


def test_pcodes_take_over_positions_and_what_lies_inside(base: Path, add: Callable[[str, str], Added]) -> None:
    table = (
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
        "#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date+start\n"
        "YEM,1,YE01,Tal Sarya,YEM,2020-01-01\n"
        "YEM,1,YE02,Tal Sariya,YEM,2020-01-01\n"
        "YEM,2,YE0201,Kesh,YE02,2020-01-01\n"
    )
    assert add("pcodes.csv", table).replaced == 2
    gazetteer = reopened(base)
    unit = gazetteer.find("Tal Sariya province")[0]
    assert (unit.gazetteer, unit.id, unit.derived) == ("ocha", "YE02", True)
    assert unit.lat == pytest.approx(10.1, abs=0.1)
    district = gazetteer.find("Kesh district")[0]
    assert (district.id, district.admin1) == ("YE0201", "Tal Sariya")
    assert gazetteer.contains(district, gazetteer.find("Al-Keshah")[0])
    assert gazetteer.find("Tal Sarya")[0].lat is None


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name,lat,lon,country\nA,1,2,YE\nB,95,2,YE\n", r"line 3: the latitude 95 is not between -90 and 90"),
        ("a.csv", "name,lat,lon,country\nA,x,2,YE\n", r"line 2: the latitude 'x' is no number"),
        ("a.csv", "name,lat,lon,country\nA,1,,YE\n", r"line 2: latitude and longitude go together"),
        ("a.csv", "name,lat,lon,country\n,1,2,YE\n", r"line 2: the name is missing"),
        ("a.csv", "name,lat,lon,country\nA,1,2,Nowhere\n", r"line 2: 'Nowhere' is no country"),
        ("a.csv", "name,lat,lon,country\nA,1,2\n", r"line 2: 3 cells where the header has 4"),
        ("a.csv", "name,kind,country\nA,volcano,YE\n", r"line 2: the kind 'volcano' is none of"),
        ("a.csv", "name,population,country\nA,many,YE\n", r"line 2: the population 'many' is no number"),
        ("a.csv", "name,lat,lon\nA,-60,-150\n", r"line 2: the country of 'A' is open"),
        ("a.csv", "town,lat,lon\nA,1,2\n", r"line 1: neither a GeoNames dump"),
        ("a.csv", "name,lat,lon\n", r"no line holds a place"),
        ("a.csv", "", r"line 1: neither"),
        ("a.jsonl", '{"id": 1}\n', r"line 1: no place of Who's On First"),
        ("a.jsonl", '{"id": 1, "name": "A", "type": "locality"}\n{"id"\n', r"line 2: no JSON"),
        ("a.txt", geonames(id=1, name="A", lat=1, lon=2) + "1\tB\n", r"line 2: 2 columns instead of the 19"),
        ("a.txt", geonames(id="x", name="A", lat=1, lon=2), r"line 1: the identifier 'x' is no number"),
        ("a.csv", "Location,Admin Level,P-Code,Name,Parent P-Code\nYEM,9,X,Y,Z\n", r"line 2: the level '9'"),
        ("a.csv", "Location,P-Code,Name\nYEM,X,Y\n", r"line 1: the header lacks Admin Level, Parent P-Code"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_written(
    base: Path, add: Callable[[str, str], Added], name: str, text: str, message: str
) -> None:
    with pytest.raises(UnreadableInput, match=message) as raised:
        add(name, text)
    assert name in str(raised.value)
    assert added_gazetteers(base) == []


def test_what_cannot_be_read_is_told(base: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        kind_of(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"name,country\n\xe9,YE\n")
    with pytest.raises(BadEncoding, match="not UTF-8"):
        add_file(tmp_path / "latin.csv", gazetteer=base)
    with pytest.raises(UsageError, match="there is no format 'shape'"):
        add_file(tmp_path / "latin.csv", kind="shape", gazetteer=base)


def test_the_country_may_be_given_for_the_whole_table(base: Path, tmp_path: Path) -> None:
    (tmp_path / "far.csv").write_text("name\nFarol\n", encoding="utf-8")
    add_file(tmp_path / "far.csv", gazetteer=base, country="YEM")
    farol = reopened(base).find("Farol")[0]
    assert (farol.country, farol.lat, farol.admin1) == ("YEM", None, None)
