"""`dateline watch`: what it says, what it needs, and how it stops."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import CONTACT, Server, Time, answer, page, serving

from dateline.cli.interrupt import Interrupt

from .conftest import Call

ITEM = "<item><title>Dam</title><link>{}</link><description>Nine fled.</description></item>"


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """A clock whose sleeps take no time."""
    time = Time()
    monkeypatch.setattr("dateline.cli.watch.own_clock", time.clock)
    return time


@pytest.fixture
def server(time: Time, tmp_path: Path) -> Iterator[Server]:
    """A feed of one page, and a list that names it."""
    with serving() as one:
        items = ITEM.format(one.url("/dam"))
        one.pages["/feed"] = answer(f"<rss><channel><title>C</title>{items}</channel></rss>".encode(), kind="text/xml")
        one.pages["/dam"] = answer(page("Dam"))
        (tmp_path / "feeds.txt").write_text(one.url("/feed"))
        yield one


def test_one_round_for_cron(call: Call, server: Server) -> None:
    told = call("watch", "feeds.txt", "--once", "--contact", CONTACT)
    assert told.code == 0
    (row,) = told.rows
    assert (row["feeds"], row["items"], row["documents"], row["waiting"], row["problems"]) == (1, 1, 1, 0, [])
    assert row["claims"] == len(call("claims", "--json").rows) == 2
    again = call("watch", "feeds.txt", "--once", "--contact", CONTACT)
    assert (again.rows[0]["items"], again.rows[0]["documents"]) == (0, 0)
    assert server.paths() == ["/feed", "/dam", "/feed"]


def test_a_line_a_round_on_a_terminal(call: Call, server: Server) -> None:
    told = call("watch", "feeds.txt", "--once", "--contact", CONTACT, terminal=True)
    assert "1 feed, 0 unchanged; 1 new item, 0 updated; 1 document and 2 claims added" in told.out
    assert len(told.out.splitlines()) == 1


def test_problems_are_told_and_are_the_exit_code(call: Call, server: Server) -> None:
    server.pages["/dam"] = answer(b"", 500)
    told = call("watch", "feeds.txt", "--once", "--contact", CONTACT)
    assert told.code == 1
    assert server.url("/dam") in told.err
    assert told.rows[0]["waiting"] == 1


def test_a_link_that_names_somebody_is_masked(call: Call, server: Server) -> None:
    items = ITEM.format(server.url("/selma-orbek-tells"))
    server.pages["/feed"] = answer(f"<rss><channel><title>C</title>{items}</channel></rss>".encode(), kind="text/xml")
    told = call("watch", "feeds.txt", "--once", "--contact", CONTACT)
    assert told.rows[0]["problems"][0]["input"] == server.url("/███████████-tells")
    assert "selma" not in told.out + told.err
    server.pages["/selma-orbek-tells"] = answer(page("Dam"))
    (row,) = call("read", server.url("/selma-orbek-tells"), "--fetch", "--contact", CONTACT).rows
    assert "selma" not in json.dumps(row)


def test_it_goes_on_every_so_often_until_it_is_stopped(call: Call, server: Server, time: Time) -> None:
    whole, hours = time.sleep, []

    def sleep(seconds: float) -> None:
        if seconds < 60:
            return whole(seconds)  # between two requests
        hours.append(seconds)
        if len(hours) == 3:
            signal.raise_signal(signal.SIGINT)
        return whole(seconds)

    time.sleep = sleep  # type: ignore[method-assign]
    told = call("watch", "feeds.txt", "--every", "30m", "--contact", CONTACT)
    assert told.code == 130
    assert [row["at"][11:16] for row in told.rows] == ["12:00", "12:30", "13:00"]
    assert "goes on from there" in told.err
    assert server.paths().count("/dam") == 1


def test_asked_to_stop_while_it_reads_it_finishes_the_item(
    call: Call, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dateline.run.watch.watcher as room

    items = "".join(ITEM.format(server.url(path)) for path in ("/dam", "/pest"))
    server.pages["/feed"] = answer(f"<rss><channel><title>C</title>{items}</channel></rss>".encode(), kind="text/xml")
    server.pages["/pest"] = answer(page("Pest"))
    whole = room.add_readings  # type: ignore[attr-defined]

    def interrupted(*words: object, **more: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return whole(*words, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(room, "add_readings", interrupted)
        told = call("watch", "feeds.txt", "--contact", CONTACT)
    assert told.code == 130
    (row,) = told.rows
    assert (row["documents"], row["waiting"]) == (1, 1)
    assert json.loads(call("watch", "feeds.txt", "--once", "--contact", CONTACT).out)["documents"] == 1


@pytest.mark.parametrize("words", [(), ("--contact", "me")])
def test_without_a_contact_nothing_is_asked(call: Call, server: Server, words: tuple[str, ...]) -> None:
    told = call("watch", "feeds.txt", "--once", *words)
    assert told.code == 2
    assert "you@example.org" in told.err
    assert server.asked == []


@pytest.mark.parametrize("every", ["1m", "soon", "1", "-5m", "0h"])
def test_how_often_is_checked(call: Call, server: Server, every: str) -> None:
    assert call("watch", "feeds.txt", "--every", every, "--contact", CONTACT).code == 2
    assert server.asked == []


def test_a_list_that_is_not_there_is_named(call: Call, time: Time, tmp_path: Path) -> None:
    told = call("watch", "feeds.txt", "--once", "--contact", CONTACT)
    assert told.code == 1
    assert "feeds.txt" in told.err
    assert not (tmp_path / "dateline.db").exists()


def test_an_address_is_no_list_of_feeds(call: Call) -> None:
    shown = call("watch", "https://hill.example/feed", "--once", "--contact", "desk@example.org")
    assert shown.code == 2
    assert "a text file that lists the addresses of feeds" in " ".join(shown.err.split())


def test_ctrl_c_waits_for_a_good_moment_unless_nothing_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupt() as interrupt:
        signal.raise_signal(signal.SIGINT)
        assert interrupt.asked()
        assert "stopping after this item" in capsys.readouterr().err
        with pytest.raises(KeyboardInterrupt):
            interrupt.leave_if_asked()
        with pytest.raises(KeyboardInterrupt):  # asked twice
            signal.raise_signal(signal.SIGINT)
    with Interrupt() as interrupt, pytest.raises(KeyboardInterrupt):
        interrupt.over(lambda _: signal.raise_signal(signal.SIGTERM))(3_600)
    assert signal.getsignal(signal.SIGINT) is before
