"""What tells of forces leaves at the level of a party and a district, and not while its page is fresh."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Actor, Claim, Document, Event, Excerpt, Phrase, Place, ResolvedPlace, Span, Statement
from dateline.model.ids import claim_id
from dateline.model.words import ActorType, EventType
from dateline.release import RECENT, release_claim, release_claims, release_extraction
from dateline.release.forces import too_recent
from dateline.release.units import bases_in, units_in

from .making import MOSUL, document, extraction, kept, place

TEXT = "Troops of the 16th Orvel Brigade under Col. Dorv Hassel took the Tarnok air base near Mosul from the rebels."
PAGE = document(TEXT, published="2031-03-05")
TODAY = date(2031, 3, 11)


def event(
    of: Document = PAGE,
    kind: EventType = "control_gained",
    *,
    target: ActorType = "armed_group",
    at: tuple[Place, ...] | None = None,
) -> Claim:
    """An event of the sentence, told by "took"."""
    trigger = of.text.index("took")
    agent, done = "Troops of the 16th Orvel Brigade under Col. Dorv Hassel", "the rebels"
    actors = (
        Actor(agent, "agent", "military", 0, len(agent)),
        Actor(done, "target", target, of.text.index(done), of.text.index(done) + len(done)),
    )
    places = (place(of, "Mosul", resolved=MOSUL), place(of, "Tarnok air base")) if at is None else at
    name = claim_id("event", of.id, trigger, trigger + 4)
    bare = Claim(name, of.id, Excerpt(of.text, 0, len(of.text)), None, None, None)
    return replace(
        bare, kind="event", places=places, event=Event(kind, Phrase("took", trigger, trigger + 4), actors),
        occurrences=(Span(0, len(of.text)),),
    )  # fmt: skip


def released(of: Document, claim: Claim) -> dict[str, Any]:
    (row,) = release_extraction(extraction(of, [claim]), recent=True)["claims"]
    return dict(row)


def test_units_sites_and_officers_are_masked_in_place() -> None:
    row = released(PAGE, event())
    assert row["excerpt"]["text"] == (
        "Troops of the ████ █████ Brigade under Col. ███████████ took the ██████ air base near Mosul from the rebels."
    )
    assert [actor["name"] for actor in row["actors"]] == [
        "Troops of the ████ █████ Brigade under Col. ███████████", "the rebels",
    ]  # fmt: skip
    assert len(row["excerpt"]["text"]) == len(TEXT)
    assert [TEXT[start:end] for start, end in row["masked"]] == ["16th", "Orvel", "Dorv Hassel", "Tarnok"]


def test_the_place_is_lifted_to_its_district() -> None:
    mosul, base = released(PAGE, event())["places"]
    assert (mosul["place"]["name"], mosul["place"]["precision"]) == ("Mosul", "adm2")
    assert (mosul["place"]["lat"], mosul["place"]["lon"]) != (MOSUL.lat, MOSUL.lon)
    assert base["place"] is None
    assert "Tarnok" not in base["name"]


@pytest.mark.parametrize(
    "kind", ["armed_clash", "air_strike", "shelling", "withdrawal", "deployment", "siege", "control_lost", "attack"]
)
def test_all_that_tells_of_forces_is_lifted(kind: EventType) -> None:
    row = released(PAGE, event(kind=kind))
    assert row["coarsened"] is True
    assert "Orvel" not in json.dumps(row)


@pytest.mark.parametrize("kind", ["attack_on_civilians", "attack", "aid_denied", "hazard", "abduction"])
def test_harm_to_people_keeps_its_place(kind: EventType) -> None:
    row = released(PAGE, event(kind=kind, target="civilians", at=(place(PAGE, "Mosul", resolved=MOSUL),)))
    assert row["places"][0]["place"]["id"] == MOSUL.id
    assert "coarsened" not in row


def test_a_place_of_no_known_district_stays_open() -> None:
    unknown = ResolvedPlace("elsewhere", "0", "Mosul", "IRQ", None, 1.0, 1.0, "point")
    row = released(PAGE, event(at=(place(PAGE, "Mosul", resolved=unknown),)))
    assert row["places"][0]["place"] is None


def said(of: Document, words: str) -> Claim:
    """A statement of those words."""
    start = of.text.index(words)
    told = Statement(Phrase(words, start, start + len(words)), direct=False)
    bare = Claim("c", of.id, Excerpt(of.text, 0, len(of.text)), None, None, None)
    return replace(bare, kind="statement", statement=told, places=(place(of, "Mosul", resolved=MOSUL),))


def test_a_statement_about_forces_is_as_one_of_their_events() -> None:
    of = document("He said the army's 16th Orvel Brigade withdrew from Mosul.", published="2031-03-05")
    row = released(of, said(of, "the army's 16th Orvel Brigade withdrew from Mosul"))
    assert row["content"]["text"] == "the army's ████ █████ Brigade withdrew from Mosul"
    assert row["places"][0]["place"]["precision"] == "adm2"


def test_a_statement_about_people_is_not() -> None:
    of = document("He said the families of Mosul need water and flour.", published="2031-03-05")
    claim = said(of, "the families of Mosul need water and flour")
    assert released(of, claim)["places"][0]["place"]["id"] == MOSUL.id
    assert not too_recent(claim, of, TODAY)


@pytest.mark.parametrize(
    ("published", "young"),
    [
        ("2031-03-11", True), ("2031-03-05", True), ("2031-03-04", False), ("2031-03-05T23:10:00+02:00", True),
        ("2031-04", True), ("2031-02", False), ("2040-01-01", True), (None, False),
    ],
)  # fmt: skip
def test_seven_days_count_from_today(published: str | None, young: bool) -> None:
    assert too_recent(event(), replace(PAGE, published=published), TODAY) is young


def fresh(days: int) -> Document:
    """The page, published so many days ago."""
    return replace(PAGE, published=(datetime.now(UTC).date() - timedelta(days=days)).isoformat())


def test_what_is_fresh_stays_in_unless_asked_for() -> None:
    young = fresh(2)
    claims = [event(young), event(young, "aid_denied", target="civilians")]
    row = release_extraction(extraction(young, claims))
    assert ([claim["type"] for claim in row["claims"]], row["withheld"]) == (["aid_denied"], 1)
    both = release_extraction(extraction(young, claims), recent=True)
    assert len(both["claims"]) == 2 and "withheld" not in both
    old = fresh(8)
    assert "withheld" not in release_extraction(extraction(old, [event(old)]))


def test_the_ledger_lets_out_no_more() -> None:
    young = fresh(2)
    found = kept(young, event(young))
    stayed: dict[str, int] = {}
    assert not list(release_claims([found], withheld=stayed))
    assert stayed == {RECENT: 1}
    assert len(list(release_claims([found], recent=True))) == 1
    bare = release_claim(found)
    assert bare["withheld"] == RECENT and not bare["excerpt"]["text"] and not bare.get("actors")
    assert "Orvel" not in json.dumps(bare) and "Mosul" not in json.dumps(bare)
    assert release_claim(found, recent=True)["type"] == "control_gained"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("the army's 4th Armoured Division and Brigade 52", ["4th", "52"]),
        ("the Ninth Velik Battalion", ["Ninth", "Velik"]),
        ("a brigade called Sons of Orvel", ["Sons"]),
        ("the 1st and 9th divisions", ["1st", "9th"]),
        ("Lt. Gen. Abdel-Orv al-Velik, and al-Velik's men", ["Abdel-Orv al-Velik", "al-Velik"]),
        ("Orsan Velik, a field commander of the rebels", ["Orsan Velik"]),
        ("a warlord named Orsan Velik", ["Orsan Velik"]),
        ("Secretary-General Karl Osk, Attorney General Ivo Dann", []),
        ("the General Assembly and Syria's General Command", []),
        ("Colonel Orsan Velik, the coalition's spokesman, said", []),
        ("the al-Quds Brigades and the Syrian army", []),
        ("a brigade, two divisions and a battalion of the army", []),
    ],
)
def test_names_of_units_and_officers(text: str, hidden: list[str]) -> None:
    assert [span.of(text) for span in units_in(text)] == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("the Tarnok military airport", ["Tarnok"]),
        ("Orvel airbase and the Velik barracks", ["Orvel", "Velik"]),
        ("Base 17 and the base of Orvel", ["17", "Orvel"]),
        ("Tarnok airport, a Syrian army base, an air base", []),
    ],
)
def test_names_of_sites_of_forces(text: str, hidden: list[str]) -> None:
    assert [span.of(text) for span in bases_in(text)] == hidden


STORY = (
    "Rebels of the Orvel Brigade captured the village of Tarnok from government troops on Monday, residents said.\n\n"
    "Artillery shelled the town of Velisk. Troops withdrew from Orsk, the army's 16th Division said.\n\n"
    "At least 12 civilians were killed in the fighting.\n"
)


class Home:
    """A folder with a fresh page in a ledger, and the commands that read it, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.today = datetime.now(UTC).date().isoformat()
        (folder / "page.txt").write_text(STORY, encoding="utf-8")
        self.call("add", "page.txt", "--published", self.today)

    def call(self, *words: str) -> tuple[str, str]:
        """stdout and stderr of `dateline WORDS`."""
        done = subprocess.run(
            [sys.executable, "-m", "dateline.cli", *words], cwd=self.folder, capture_output=True, text=True, check=True
        )
        return done.stdout, done.stderr

    def logged(self) -> list[str]:
        """What the audit log says of fresh claims taken out."""
        from dateline.ledger import open_ledger

        with open_ledger(self.folder / "dateline.db", create=False) as ledger:
            return [str(entry.why) for entry in ledger.audit() if entry.what == "recent"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    yield Home(tmp_path_factory.mktemp("fresh"))


def kinds(lines: str) -> list[str]:
    return [row["kind"] for row in map(json.loads, lines.splitlines())]


def test_every_command_keeps_fresh_events_of_forces_in(home: Home) -> None:
    extracted, told = home.call("extract", "page.txt", "--published", home.today)
    assert [claim["kind"] for claim in json.loads(extracted)["claims"]].count("event") == 0
    assert json.loads(extracted)["withheld"] >= 3 and "--recent" in told
    listed, told = home.call("claims")
    assert "event" not in kinds(listed) and "figure" in kinds(listed) and "--recent" in told
    exported, told = home.call("export")
    assert "event" not in kinds(exported) and "--recent" in told
    _, told = home.call("report")
    assert "--recent" in told
    assert home.logged() == []


def test_recent_lets_them_out_and_is_logged(home: Home) -> None:
    extracted, told = home.call("extract", "page.txt", "--published", home.today, "--recent")
    events = [claim for claim in json.loads(extracted)["claims"] if claim["kind"] == "event"]
    assert len(events) >= 3 and "--recent" in told
    listed, _ = home.call("claims", "--recent")
    exported, _ = home.call("export", "--recent")
    home.call("report", "--recent")
    assert "event" in kinds(listed) and "event" in kinds(exported)
    name = next(row["claim_id"] for row in map(json.loads, listed.splitlines()) if row["kind"] == "event")
    bare, _ = home.call("show", name, "--json")
    assert json.loads(bare)["withheld"] == RECENT
    whole, _ = home.call("show", name, "--json", "--recent")
    assert json.loads(whole)["excerpt"]["text"]
    assert home.logged() == ["claims", "export", "report", "show"]
    for told in (extracted, listed, exported, whole, (home.folder / "report.html").read_text(encoding="utf-8")):
        assert "Orvel Brigade" not in told and "16th Division" not in told
