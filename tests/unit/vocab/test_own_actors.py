"""A user's own lists of actors: read, kept, and over ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.vocab.actors import known_actors
from dateline.vocab.own_actors import add_list, own_lists, read_actors, remove_list

LIST = """# ours
armed_group:
  - {name: League of the Marsh, aliases: [Marshmen, LoM], party: [GBR]}
military:
  - {name: Marsh Watch, aliases: [Syrian army], country: NOR}
"""


pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_list_is_read(mine: Path) -> None:
    league, watch = read_actors(mine)
    assert (league.name, league.type, league.aliases, league.party) == (
        "League of the Marsh", "armed_group", ("Marshmen", "LoM"), ("GBR",),
    )  # fmt: skip
    assert (watch.country, watch.party) == ("NOR", ())


def test_an_added_list_counts_and_wins(mine: Path) -> None:
    assert known_actors().named("the Marshmen") is None
    assert [actor.name for actor in add_list(mine).actors] == ["League of the Marsh", "Marsh Watch"]
    assert [(own.name, len(own.actors)) for own in own_lists()] == [("mine", 2)]
    assert [f.actor.name for f in known_actors().find("the Marshmen and the Syrian army")] == [
        "League of the Marsh", "Marsh Watch",
    ]  # fmt: skip


def test_added_again_it_takes_its_own_place(mine: Path) -> None:
    add_list(mine)
    mine.write_text("un:\n  - {name: Marsh Mission}\n", encoding="utf-8")
    add_list(mine)
    assert [[actor.name for actor in own.actors] for own in own_lists()] == [["Marsh Mission"]]
    assert known_actors().named("Marshmen") is None


def test_taken_away_all_is_as_before(mine: Path) -> None:
    before = len(known_actors())
    add_list(mine)
    assert remove_list("mine")
    assert not remove_list("mine")
    assert len(known_actors()) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n- b\n", "one list a type"),
        ("", "one list a type"),
        ("warlords:\n  - {name: N}\n", "line 1: 'warlords' is no type"),
        ("un:\n  name: N\n", "line 2: below un stands no list"),
        ("un:\n  - {name: N}\n  - {aliases: [N]}\n", "line 3: an actor has no name"),
        ("un:\n  - {name: N}\n  - Nn\n", "line 3: an actor is written"),
        ("un:\n  - {name: N, alias: [M]}\n", "line 2: 'alias' is nothing"),
        ("un:\n  - {name: N, aliases: M}\n", "line 2: aliases is a list"),
        ("un:\n  - {name: N, country: Syria}\n", "line 2: 'Syria' is no country"),
        ("un:\n  - {name: N, party: [SYR, XX]}\n", "line 2: 'XX' is no country"),
        ("un:\n  - {name: ''}\n", "line 2: a name has"),
        ("un:\n  - {name: N\n", "line 3: no YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_nothing_is_kept(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        add_list(path)
    assert "mine.yaml" in error.value.message
    assert told in error.value.message
    assert own_lists() == []


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.yaml"):
        read_actors(tmp_path / "gone.yaml")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "picture.yaml"
    path.write_bytes(b"\xff\xfe\x00un")
    with pytest.raises(InputError, match=r"picture\.yaml"):
        read_actors(path)
