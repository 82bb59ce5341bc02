"""`dateline actors …`: a user's own bodies, and whom a name stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Call

LIST = "monitor:\n  - {name: Harbour Data Centre, aliases: [HDC, Harbour Watch], country: NOR}\n"
PAGE = "Harbour Watch said 40 people were killed in Trinidad on 3 March 2031.\n"


pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_whom_a_name_stands_for(call: Call) -> None:
    daesh, nobody = call("actors", "find", "Daesh", "the League of Nowhere").rows
    assert daesh["actor"]["name"] == "Islamic State"
    assert daesh["actor"]["type"] == "armed_group"
    assert "ISIL" in daesh["actor"]["aliases"]
    assert daesh["actor"]["list"] is None
    assert nobody == {"name": "the League of Nowhere", "actor": None}


def test_a_table_for_people(call: Call) -> None:
    told = call("actors", "find", "Daesh", "the League of Nowhere", terminal=True).out
    assert "Islamic State" in told
    assert "nobody known" in told


def test_an_added_body_is_found_listed_and_removed(call: Call, mine: Path) -> None:
    added = call("actors", "add", str(mine))
    assert (added.code, added.out) == (0, "")
    assert "1 actor added" in added.err
    assert call("actors", "find", "HDC").rows[0]["actor"]["list"] == "harbour"
    (row,) = call("actors", "list").rows
    assert (row["name"], row["actors"]) == ("harbour", 1)
    assert "harbour" in call("actors", "list", terminal=True).out
    assert call("actors", "remove", "harbour").code == 0
    assert call("actors", "list").rows == []
    assert call("actors", "find", "HDC").rows[0]["actor"] is None


def test_an_added_body_is_who_says_so(call: Call, mine: Path) -> None:
    def source() -> dict[str, object]:
        (row,) = call("extract", stdin=PAGE.encode()).rows
        found: dict[str, object] = row["claims"][0]["sources"][0]
        return found

    assert source()["resolved"] is None
    call("actors", "add", str(mine))
    assert (source()["resolved"], source()["type"]) == ("Harbour Data Centre", "monitor")


def test_a_wrong_list_is_named_with_its_line_and_the_others_are_added(call: Call, mine: Path) -> None:
    wrong = mine.with_name("wrong.yaml")
    wrong.write_text("monitor:\n  - {name: N, country: Norway}\n", encoding="utf-8")
    called = call("actors", "add", str(wrong), str(mine))
    assert called.code == 1
    assert "wrong.yaml: line 2: 'Norway' is no country" in called.err
    assert [row["name"] for row in call("actors", "list").rows] == ["harbour"]


def test_what_is_not_there_cannot_be_removed(call: Call) -> None:
    called = call("actors", "remove", "harbour")
    assert called.code == 1
    assert "no list 'harbour'" in called.err


def test_an_empty_name_is_wrong_usage(call: Call) -> None:
    assert call("actors", "find", " ").code == 2
