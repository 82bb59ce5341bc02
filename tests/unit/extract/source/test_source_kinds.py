"""What kind of source a phrase names, and which known body it is."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize
from dateline.vocab.actors import Actor, known_actors


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("The International Organization for Migration", "un"),
        ("An OCHA spokeswoman", "un"),
        ("The UN agency", "un"),
        ("The Kenya Red Cross", "ngo"),
        ("A human rights group", "ngo"),
        ("The provincial governor", "government"),
        ("Police", "government"),
        ("The fire brigade of Lutra", "government"),
        ("An interior ministry official", "government"),
        ("Moscow", "government"),
        ("The army", "military"),
        ("An army spokesman", "military"),
        ("General Anton Weck", "military"),
        ("State television", "media"),
        ("The Lutra Gazette", "media"),
        ("A correspondent for the BBC", "media"),
        ("A war monitor", "monitor"),
        ("The Syrian Observatory for Human Rights", "monitor"),
        ("Residents of the village", "witness"),
        ("A fisherman", "witness"),
        ("Islamic State", "armed_group"),
        ("A rebel commander", "armed_group"),
        ("Medics", "other"),
        ("A source at the field hospital", "other"),
        ("Local activists", "other"),
    ],
)
def test_the_kind_of_a_speaker(speaker: str, kind: str) -> None:
    found = recognize(sentences_of(repair(f"{speaker} said that 12 people were killed in the market.")))
    assert [a.type for a in found] == [kind]


def resolved(text: str) -> list[str | None]:
    return [a.resolved for a in recognize(sentences_of(repair(text)))]


def test_a_known_body_resolves_to_its_canonical_name() -> None:
    assert resolved("The UN refugee agency said 900 people crossed.") == [
        "United Nations High Commissioner for Refugees"
    ]
    assert resolved("Daesh said it killed 9 soldiers.") == ["Islamic State"]


def test_a_bare_description_resolves_to_nobody() -> None:
    assert resolved("The organisation said 900 people crossed.") == [None]


def test_a_short_name_holds_once_the_page_has_introduced_it() -> None:
    text = (
        "The Lake Harm Monitoring Centre (LHMC) said nine people died. LHMC said two were children. "
        "The Centre said four were missing."
    )
    assert resolved(text) == ["Lake Harm Monitoring Centre"] * 3
    assert resolved("LHMC said two were children.") == [None]


def test_brackets_behind_a_full_name_credit_nobody_else() -> None:
    (found,) = recognize(sentences_of(repair("Nine people died, according to the National Disaster Institute (INGD).")))
    assert (found.name, found.type) == ("National Disaster Institute (INGD)", "government")
    both = recognize(sentences_of(repair("Nine people died (OCHA, 3 March 2027), according to a spokeswoman of WFP.")))
    assert [a.resolved for a in both] == [
        "World Food Programme", "United Nations Office for the Coordination of Humanitarian Affairs"
    ]  # fmt: skip


def test_users_bring_their_own_actors() -> None:
    own = known_actors().with_more([Actor("League of the Marsh", "armed_group", ("Marshmen",))])
    (found,) = recognize(sentences_of(repair("The Marshmen said 12 people were killed.")), own)
    assert (found.type, found.resolved) == ("armed_group", "League of the Marsh")
