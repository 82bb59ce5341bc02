"""Bodies known by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.vocab.actors import known_actors, read_actors
from dateline.vocab.countries import countries


def found(text: str) -> list[str]:
    return [f.actor.name for f in known_actors().find(text)]


def test_there_are_many_and_each_is_well_formed() -> None:
    actors = list(known_actors())
    assert len(actors) >= 300
    codes = set(countries())
    for actor in actors:
        assert actor.name.strip() and all(alias.strip() for alias in actor.aliases)
        assert actor.country is None or actor.country in codes, actor
        assert set(actor.party) <= codes, actor


def test_an_alias_stands_for_one_body() -> None:
    names = [alias for actor in known_actors() for alias in {actor.name, *actor.aliases}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("alias", ["IS", "ISIS", "ISIL", "Daesh", "Islamic State group", "the so-called Islamic State"])
def test_one_group_of_many_names(alias: str) -> None:
    assert found(f"fighters of {alias} came") == ["Islamic State"]


def test_acronyms_count_only_in_capitals() -> None:
    assert found("who is it that did care and reach us?") == []
    assert found("WHO and CARE came") == ["World Health Organization", "CARE International"]


def test_spelling_may_vary() -> None:
    assert found("the U.N., UN-OCHA and the UN's Refugee Agency") != []
    assert found("Al-Jazeera") == found("al Jazeera") == ["Al Jazeera"]
    assert found("Médecins sans Frontières") in (["Médecins Sans Frontières"], [])
    assert found("Peoples Protection Units") == ["People's Protection Units"]


def test_the_longest_name_wins_and_possessives_are_left_out() -> None:
    text = "the Syrian Observatory for Human Rights' director"
    (hit,) = known_actors().find(text)
    assert text[hit.start : hit.end] == "Syrian Observatory for Human Rights"


def test_a_whole_name_only() -> None:
    assert known_actors().named("the Red Cross of nowhere") is None
    actor = known_actors().named("the UNHCR")
    assert actor is not None and actor.type == "un"


def test_users_lists_are_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "armed_group:\n  - {name: League of the Marsh, aliases: [Marshmen], party: [GBR]}\n", encoding="utf-8"
    )
    (actor,) = read_actors(path)
    assert (actor.name, actor.type, actor.party) == ("League of the Marsh", "armed_group", ("GBR",))


@pytest.mark.parametrize("text", ["- a\n- b\n", "warlords:\n  - {name: N}\n", "un:\n  - {aliases: [N]}\n"])
def test_a_wrong_list_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatelineError, match=r"mine\.yaml"):
        read_actors(path)
