"""--fetch: what is named by its address is fetched when asked for, and never otherwise."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import CONTACT, Server, Time, answer, page, serving

from .conftest import Call

ASKED = ("--fetch", "--contact", CONTACT)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on loopback, and a clock whose sleeps take no time."""
    monkeypatch.setattr("dateline.cli.fetching.own_clock", Time().clock)
    with serving() as one:
        one.pages["/dam"] = answer(page("The dam"))
        yield one


def test_an_address_is_read_when_asked_for(call: Call, server: Server) -> None:
    told = call("read", server.url("/dam"), *ASKED)
    assert told.code == 0
    (row,) = told.rows
    assert row["document"]["url"] == server.url("/dam")
    assert row["document"]["title"] == "The dam"


@pytest.mark.parametrize("verb", ["read", "extract", "add"])
def test_nothing_is_fetched_unasked(call: Call, server: Server, tmp_path: Path, verb: str) -> None:
    (tmp_path / "list.txt").write_text(server.url("/dam"))
    for given in ("list.txt", server.url("/dam")):
        told = call(verb, given)
        assert told.code == 1
        assert "nothing is fetched unasked" in told.err
        assert "--fetch" in told.err
    assert server.asked == []


@pytest.mark.parametrize("more", [(), ("--contact", "me")])
def test_without_a_contact_it_says_what_to_add(call: Call, server: Server, more: tuple[str, ...]) -> None:
    told = call("extract", server.url("/dam"), "--fetch", *more)
    assert told.code == 2
    assert "write to" in told.err
    assert "you@example.org" in told.err
    assert server.asked == []


def test_a_list_goes_on_past_what_is_refused_and_each_is_named(call: Call, server: Server, tmp_path: Path) -> None:
    server.pages |= {
        "/robots.txt": answer(b"User-agent: *\nDisallow: /shut"),
        "/kept": answer(page(), x_robots_tag="noarchive"),
        "/pest": answer(page("The pest"), status=200),
        "/empty": answer(b""),
    }
    paths = ["/dam", "/shut", "/kept", "/none", "/empty", "/pest"]
    (tmp_path / "list.txt").write_text("# what we follow\n" + "\n".join(server.url(path) for path in paths))
    told = call("extract", "list.txt", *ASKED)
    assert told.code == 1
    assert [row["document"]["title"] for row in told.rows] == ["The dam", "The pest"]
    assert all(row["claims"] for row in told.rows)
    for path, why in {"/shut": "robots.txt", "/kept": "noarchive", "/none": "404", "/empty": "empty"}.items():
        (line,) = [line for line in told.err.splitlines() if f"{server.url(path)}: " in line]
        assert why in line


def test_a_fetched_page_is_stored_with_its_address_and_time(call: Call, server: Server, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(server.url("/moved"))
    server.pages["/moved"] = answer(b"", 301, location="/dam")
    assert json.loads(call("add", "list.txt", *ASKED).out)["new"] == 1
    with sqlite3.connect(tmp_path / "dateline.db") as ledger:
        kept = ledger.execute("SELECT url, came_from, retrieved_at FROM documents").fetchall()
    assert kept[0][:2] == (server.url("/dam"), server.url("/moved"))
    assert kept[0][2].startswith("2031-03-05T12:00:")
    assert call("verify").code == 0
    assert json.loads(call("add", "list.txt", *ASKED).out)["unchanged"] == 1
    server.pages["/dam"] = answer(page("The dam", count="1,500"))
    assert json.loads(call("add", "list.txt", *ASKED).out)["new"] == 1
    assert {row["figure"]["low"] for row in call("claims", "--json").rows} == {35, 1500}


def test_a_feed_is_read_as_it_stands_and_papers_by_their_form(call: Call, server: Server) -> None:
    item = "<item><title>Dam</title><link>https://courier.example/1</link><description>Nine fled.</description></item>"
    server.pages["/feed"] = answer(f"<rss><channel><title>C</title>{item}</channel></rss>".encode(), kind="text/xml")
    note_bytes = "Überschwemmung: Nine people fled.".encode("latin-1")
    server.pages["/note"] = answer(note_bytes, kind="text/plain; charset=latin-1")
    feed, note = call("read", server.url("/feed"), server.url("/note"), *ASKED).rows
    assert feed["document"]["url"] == "https://courier.example/1"
    assert note["begins"].startswith("Überschwemmung")


def test_a_page_of_addresses_is_not_followed(call: Call, server: Server) -> None:
    """Only lists that the user passes are."""
    server.pages["/list"] = answer(server.url("/dam").encode(), kind="text/plain")
    call("read", server.url("/list"), *ASKED)
    assert server.paths() == ["/list"]
