"""Which body a source or a party is, by its words and by what the page said before it."""

from __future__ import annotations

import pytest
from told import all_claims

from dateline.extract import extract_all
from dateline.extract.actor.states import state_of
from dateline.model import Document
from dateline.model.ids import document_id, sha256_of
from dateline.model.words import ActorType

WAR = "Rebels in Syria attacked a town in northern Syria on Monday, and shelling went on across Syria."


def resolved(text: str) -> dict[str, str | None]:
    """What every source and every actor of a text resolves to, by its words (the last one where they come again)."""
    return {name: body for _, name, body in sorted(mentioned(text), key=lambda mention: mention[0])}


def mentioned(text: str) -> set[tuple[int, str, str | None]]:
    """Where every source and every actor stands, its words, and what it resolves to."""
    digest = sha256_of(text.encode())
    (found,) = extract_all([Document("page", document_id(digest, None, None), digest, text, lang="en")])
    sources = {(s.start, s.name, s.resolved) for claim in found.claims for s in claim.sources}
    return sources | {(a.start, a.name, a.resolved) for c in found.claims if c.event for a in c.event.actors}


@pytest.mark.parametrize(
    ("name", "kind", "body"),
    [
        ("a Russian jet", "military", "Russian Armed Forces"),
        ("Turkish warplanes", "military", "Turkish Armed Forces"),
        ("Belgian soldiers", "military", "Armed Forces of Belgium"),
        ("Russian forces in Syria", "military", "Russian Armed Forces"),
        ("a Belgian defence ministry spokeswoman", "government", "Government of Belgium"),
        ("France", "government", "Government of France"),
        ("South Sudanese officials", "government", "Government of South Sudan"),
        ("Saudi Arabia", "government", "Government of Saudi Arabia"),
        ("Turkey's state-run news agency", "media", "Anadolu Agency"),
    ],
)
def test_a_countrys_word_tells_whose_they_are(name: str, kind: ActorType, body: str) -> None:
    assert state_of(name, kind, None) == body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Syrian rebels", "military"),
        ("Turkish-backed forces", "military"),
        ("US-led forces", "military"),
        ("Syrian or Russian jets", "military"),
        ("Iraqi Kurdish forces", "military"),
        ("the Iraqi police", "military"),
        ("a Turkish mayor", "government"),
        ("Palestinian officials", "government"),
        ("Libyan forces", "military"),
        ("Syrian newspapers", "media"),
        ("Syrian refugees", "witness"),
        ("the army", "military"),
        ("the interior ministry", "government"),
        ("the state news agency", "media"),
    ],
)
def test_and_does_not_where_it_only_describes_or_is_missing(name: str, kind: ActorType) -> None:
    assert state_of(name, kind, None) is None


@pytest.mark.parametrize(
    ("name", "kind", "body"),
    [
        ("the army", "military", "Syrian Arab Army"),
        ("regime warplanes", "military", "Syrian Arab Army"),
        ("government forces", "military", "Syrian Arab Army"),
        ("the interior ministry", "government", "Government of Syria"),
        ("the regime", "government", "Government of Syria"),
        ("the state news agency", "media", "Syrian Arab News Agency"),
        ("the ministry", "government", None),
        ("soldiers", "military", None),
        ("pro-government forces", "military", None),
        ("officials", "government", None),
        ("the news agency", "media", None),
    ],
)
def test_a_page_about_one_country_speaks_of_its_own(name: str, kind: ActorType, body: str | None) -> None:
    assert state_of(name, kind, "SYR") == body


def test_an_introduced_short_name_holds_from_there_on() -> None:
    text = (
        "The HDC said 40 people were killed in Lutra on Sunday. "
        "The Harbour Data Centre (HDC) said 50 people were killed in Marn. "
        "HDC said 60 people were injured in Tarn. HDC director Anton Weck said 70 people were displaced in Greyfield."
    )
    bodies = [body for start, name, body in sorted(mentioned(text)) if name.startswith("HDC")]
    assert bodies == [None, "Harbour Data Centre", "Harbour Data Centre"]


def test_an_introduced_name_holds_for_the_parties_of_events() -> None:
    found = resolved(
        f"{WAR} Fighters of the Marsh Liberation Army (MLA) attacked the army base in Lutra on Monday. "
        "The MLA captured the village of Tarn on Tuesday."
    )
    assert found["MLA"] == found["Fighters of the Marsh Liberation Army (MLA)"] == "Marsh Liberation Army"


def test_a_body_is_called_again_by_its_noun_once_it_was_named() -> None:
    found = resolved(
        "The Syrian Observatory for Human Rights said 12 people were killed in Homs. "
        "Observatory head Anton Weck said 14 people were injured. The Britain-based watchdog said 9 were missing."
    )
    assert set(found.values()) == {"Syrian Observatory for Human Rights"}


def test_a_noun_that_everybody_has_is_no_name() -> None:
    found = resolved(
        "The Islamic State group attacked a town near Mosul in Iraq. A rights group said 12 people were killed. "
        "The group said 14 people were injured."
    )
    assert "Islamic State" not in {found.get("The group"), found.get("A rights group")}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Warplanes of the US-led coalition bombed the town of Raqqa", "Global Coalition Against Daesh"),
        ("A Kurdish-led force known as the Syrian Democratic Forces captured the town of Raqqa",
         "Syrian Democratic Forces"),
        ("Fighters from the Nusra Front captured the town of Raqqa", "Hay'at Tahrir al-Sham"),
        ("Daesh militants attacked the town of Raqqa", "Islamic State"),
        ("Regime forces attacked the town of Raqqa", "Syrian Arab Army"),
        ("Russian jets bombed the town of Raqqa", "Russian Armed Forces"),
        ("Hizbullah fighters attacked the town of Raqqa", "Hezbollah"),
        ("Rebels attacked the town of Raqqa", None),
        ("An al-Qaeda offshoot attacked the town of Raqqa", None),
        ("Anti-IS fighters attacked the town of Raqqa", None),
    ],
)  # fmt: skip
def test_the_parties_of_events(words: str, body: str | None) -> None:
    found = resolved(f"{WAR} {words} on Tuesday.")
    assert (body in found.values()) if body else (set(found.values()) <= {None}), found


def test_a_last_name_stands_for_whom_its_person_spoke_for() -> None:
    found = resolved(
        "Turkish Foreign Minister Anton Weck said 12 people were killed in Ankara. "
        "Weck said 14 people were injured in the blast."
    )
    assert found["Weck"] == "Government of Türkiye"


def test_a_page_that_tells_of_a_provincial_government_leaves_the_government_open() -> None:
    told = "12 people were killed in Homs in Syria, the government said."
    assert resolved(told)["the government"] == "Government of Syria"
    assert resolved(f"The provincial government counted the houses of Homs in Syria. {told}")["the government"] is None


def test_forces_beside_a_place_of_another_country_are_not_those_of_the_page() -> None:
    told = "Regime troops withdrew from a village {} on Monday."
    here, there = (resolved(f"{WAR} {told.format(where)}") for where in ("near Homs", "in Nineveh province"))
    assert (here["Regime troops"], there["Regime troops"]) == ("Syrian Arab Army", None)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Troops fought the paramilitary Rapid Support Forces (RSF) at Kutum, Sudan. The RSF shelled Mellit on Monday.",
         [["RSF", "Rapid Support Forces"]]),
        ("The Relief Shelter Foundation (RSF) is at home in Kutum, Sudan. RSF fighters attacked Mellit on Monday.",
         [["RSF fighters", "Relief Shelter Foundation"]]),
        ("The Hill Rescue Wardens, or HRW, are at war in Congo. HRW fighters attacked Goma on Monday.",
         [["HRW fighters", "Hill Rescue Wardens"]]),
    ],
)  # fmt: skip
def test_a_short_name_is_whose_the_page_says(text: str, bodies: list[list[str | None]]) -> None:
    told = all_claims(text, published="2024-09-18")
    found = [[a.name, a.resolved] for claim in told if claim.event is not None for a in claim.event.actors]
    assert [one for one in found if one[0] != "Troops" and "(" not in str(one[0])] == bodies


def test_a_source_by_a_short_name_is_whom_the_page_calls_so() -> None:
    text = (
        "The Malian Relief Sisters Federation (MRSF) and the Rural Sanitation Fund (RSF) met. Ten died, the RSF said."
    )
    (ten,) = [claim for claim in all_claims(text) if claim.figure is not None]
    assert [(source.name, source.resolved) for source in ten.sources] == [("RSF", "Rural Sanitation Fund")]


def test_a_name_written_a_little_otherwise_is_the_known_body() -> None:
    text = "The Office of Coordination for Humanitarian Affairs (OCHA) met donors. Ten people died, OCHA said."
    (ten,) = [claim for claim in all_claims(text) if claim.figure is not None]
    assert ten.sources[0].resolved == "United Nations Office for the Coordination of Humanitarian Affairs"
