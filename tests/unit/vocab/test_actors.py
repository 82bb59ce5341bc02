"""Bodies known by name."""

from __future__ import annotations

import pytest

from dateline.vocab.actors import known_actors
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


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("al-Nusra", "Hay'at Tahrir al-Sham"),
        ("Jabhat al-Nusra", "Hay'at Tahrir al-Sham"),
        ("the Fateh al-Sham Front", "Hay'at Tahrir al-Sham"),
        ("the group calling itself Islamic State", "Islamic State"),
        ("Hizballah", "Hezbollah"),
        ("Syria Democratic Forces", "Syrian Democratic Forces"),
        ("Assad's forces", "Syrian Arab Army"),
        ("the White Helmets", "Syrian Civil Defence"),
        ("the FMLN", "Farabundo Marti National Liberation Front"),
        ("UPDF", "Uganda People's Defence Force"),
        ("the Kachin Independence Army", "Kachin Independence Army"),
        ("the Ogaden National Liberation Front", "Ogaden National Liberation Front"),
        ("the Syrian National Army", "Syrian National Army"),
    ],
)
def test_names_that_the_news_uses(alias: str, name: str) -> None:
    assert found(f"It was {alias} that came.") == [name]


def test_who_fights_says_on_whose_ground() -> None:
    global_ones = {"al-Qaeda"}
    silent = {a.name for a in known_actors() if a.type == "armed_group" and not a.party} - global_ones
    assert silent == set()
