"""Following feeds from a server on loopback: nothing is lost, nothing read twice, whatever happens in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from loopback import Asked, Server, Time, answer, fetcher, page, serving

import dateline.extract
from dateline.errors import InputError, LedgerCorrupt, LedgerError, NotFound
from dateline.ledger import open_ledger
from dateline.model import Document, Extraction
from dateline.run import Unwatched
from dateline.run.watch import Round, Watcher, open_state
from dateline.run.watch import watcher as watcher_room

LONG = "Boats brought nine people across the river on Monday. " * 20


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that finds nothing."""

    def extract_all(documents: Iterable[Document], **_: Any) -> Iterator[Extraction]:
        return (Extraction(document, ()) for document in documents)

    monkeypatch.setattr(dateline.extract, "extract_all", extract_all)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


def rss(server: Server, *items: str, title: str = "Courier") -> bytes:
    link = f"<link>{server.url('/')}</link>"
    body = f"<rss><channel><title>{title}</title>{link}{''.join(items)}</channel></rss>"
    return answer(body.encode(), kind="text/xml")


def item(name: str, text: str = "Nine fled.", more: str = "") -> str:
    return f"<item><title>{name}</title><link>/{name}</link><description>{text}</description>{more}</item>"


@dataclass
class Desk:
    """A list of feeds, a ledger, and what is between them, stopped and started as a test likes."""

    folder: Path
    server: Server
    time: Time = field(default_factory=Time)
    feed_text: bool = False
    stop_after: int | None = None
    """Stops when so many items were read since the start."""

    @property
    def ledger(self) -> Path:
        return self.folder / "crisis.db"

    def follow(self, *paths: str) -> None:
        (self.folder / "feeds.txt").write_text("# feeds\n" + "\n".join(self.server.url(path) for path in paths))

    def rounds(self, number: int = 1) -> list[Round]:
        """A process of its own, as it were: everything is opened anew."""
        counted = Counting()
        with open_state(self.ledger) as state:
            watcher = Watcher(
                self.folder / "feeds.txt", self.ledger, state, fetcher=fetcher(self.time), clock=self.time.clock(),
                feed_text=self.feed_text, stopping=lambda: self.stop_after is not None and counted.n >= self.stop_after,
            )  # fmt: skip
            return [watcher.round(counted) for _ in range(number)]

    def round(self) -> Round:
        return self.rounds()[0]

    def kept(self) -> list[tuple[str, bool]]:
        """Title of each document in the ledger, and whether it stands (is not superseded)."""
        with open_ledger(self.ledger) as ledger:
            return sorted((one.document.title or "", one.superseded_by is None) for one in ledger.documents())


class Counting(Unwatched):
    def __init__(self) -> None:
        self.n = 0

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        self.n += 1


@pytest.fixture
def desk(tmp_path: Path, server: Server) -> Desk:
    """A desk that follows one feed with the items "dam" and "pest", whose pages are there."""
    one = Desk(tmp_path, server)
    one.follow("/feed")
    server.pages["/feed"] = rss(server, item("dam"), item("pest"))
    server.pages |= {"/dam": answer(page("Dam")), "/pest": answer(page("Pest"))}
    return one


def test_each_item_is_read_once(desk: Desk, server: Server) -> None:
    first, second = desk.rounds(2)
    assert (first.feeds, first.items, first.documents, first.waiting, first.problems) == (1, 2, 2, 0, [])
    assert (second.items, second.updated, second.documents) == (0, 0, 0)
    desk.round()
    assert server.paths() == ["/feed", "/dam", "/pest", "/feed", "/feed"]
    assert desk.kept() == [("Dam", True), ("Pest", True)]


def test_what_was_fetched_says_when_and_by_which_feed_it_is_dated(desk: Desk, server: Server) -> None:
    dated = "<pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate>"
    server.pages["/feed"] = rss(server, item("dam", more=dated))
    desk.round()
    with open_ledger(desk.ledger) as ledger:
        (kept,) = ledger.documents()
    assert kept.document.published == "2031-03-04T08:00:00+00:00"
    assert kept.document.url == server.url("/dam")
    assert kept.retrieved_at.startswith("2031-03-05T12:00:")


def test_a_feed_is_asked_with_what_it_said_of_itself(desk: Desk, server: Server) -> None:
    body = server.pages["/feed"]

    def feed(asked: Asked) -> bytes:
        known = (asked.headers.get("if-none-match"), asked.headers.get("if-modified-since"))
        if known == ('"one"', "Wed, 05 Mar 2031 10:00:00 GMT"):
            return answer(b"", 304)
        own = b'\r\nETag: "one"\r\nLast-Modified: Wed, 05 Mar 2031 10:00:00 GMT\r\n'
        return bytes(body).replace(b"\r\n", own, 1)  # type: ignore[arg-type]

    server.pages["/feed"] = feed
    desk.round()
    assert desk.round().unchanged == 1


def test_an_updated_item_becomes_a_new_version(desk: Desk, server: Server) -> None:
    desk.round()
    server.pages["/feed"] = rss(server, item("dam", "Twelve fled."), item("pest"))
    server.pages["/dam"] = answer(page("Dam", "1,500"))
    told = desk.round()
    assert (told.items, told.updated, told.documents) == (0, 1, 1)
    assert desk.kept() == [("Dam", False), ("Dam", True), ("Pest", True)]
    assert desk.round().updated == 0


def test_counters_in_mark_up_are_no_update(desk: Desk, server: Server) -> None:
    for number in range(2):
        counter = f"&lt;p&gt;Nine fled.&lt;img src='/{number}.gif'&gt;&lt;/p&gt;"
        server.pages["/feed"] = rss(server, item("dam", counter))
        assert desk.round().updated == 0


def test_one_item_in_two_feeds_is_read_once(desk: Desk, server: Server) -> None:
    desk.follow("/feed", "/other")
    elsewhere = item("dam", "In other words.").replace("/dam<", "/dam?utm_source=rss#top<")
    server.pages["/other"] = rss(server, elsewhere, title="Relief")
    first, second = desk.rounds(2)
    assert (first.items, first.documents, second.items + second.updated) == (2, 2, 0)
    assert server.paths().count("/dam") == 1


def test_an_update_that_two_feeds_tell_is_read_once(desk: Desk, server: Server) -> None:
    desk.follow("/feed", "/other")
    for hour in (8, 9):
        stamp = f"<updated>2031-03-04T0{hour}:00:00Z</updated>"
        server.pages["/feed"] = rss(server, item("dam", more=stamp))
        desk.round()
        server.pages["/other"] = rss(server, item("dam", more=stamp))
        assert desk.round().updated == 0
    assert server.paths().count("/dam") == 2


def test_two_addresses_of_one_page_give_one_document(desk: Desk, server: Server) -> None:
    server.pages |= {"/pest": answer(b"", 301, location="/dam")}
    told = desk.round()
    assert (told.items, told.documents) == (2, 1)
    assert desk.kept() == [("Dam", True)]


def test_an_item_twice_in_its_feed_is_no_endless_update(desk: Desk, server: Server) -> None:
    twice = [item("dam", text, f"<guid isPermaLink='false'>{text}</guid>") for text in ("One.", "Two.")]
    server.pages["/feed"] = rss(server, *twice)
    first, second = desk.rounds(2)
    assert (first.items, first.documents) == (2, 2)  # of two ids, and no page of their own: as they stand in the feed
    assert second.items + second.updated == 0
    assert "/dam" not in server.paths()


def test_the_whole_text_in_a_feed_is_taken_where_asked_for(desk: Desk, server: Server) -> None:
    desk.feed_text = True
    server.pages["/feed"] = rss(server, item("dam", LONG), item("pest", "A summary."))
    desk.round()
    assert server.paths() == ["/feed", "/pest"]
    server.pages["/feed"] = rss(server, item("dam", LONG + "More."), item("pest", "A summary."))
    desk.round()
    assert desk.kept() == [("Pest", True), ("dam", False), ("dam", True)]


def test_an_item_without_an_address_is_known_by_its_feed_and_id(desk: Desk, server: Server) -> None:
    for text in (LONG, LONG + "More."):
        bare = f"<item><title>Note</title><guid isPermaLink='false'>n 1</guid><description>{text}</description></item>"
        server.pages["/feed"] = rss(server, bare)
        desk.round()
    assert desk.kept() == [("Note", False), ("Note", True)]
    with open_ledger(desk.ledger) as ledger:
        assert {one.document.url for one in ledger.documents()} == {server.url("/feed#n%201")}


# --- what goes wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [answer(b"", 500), answer(b"<rss>", length=9_999, kind="text/xml"), answer(b"", 302, location="/bad"),
     answer(b"no feed", kind="text/plain"), answer(page()), b"", answer(b"", 410),
     answer(b"\x1f\x8b", content_encoding="gzip")],
)  # fmt: skip
def test_a_bad_feed_is_named_and_the_others_go_on(desk: Desk, server: Server, bad: bytes) -> None:
    good = server.pages["/feed"]
    desk.follow("/bad", "/feed")
    server.pages["/bad"] = bad
    told = desk.round()
    assert told.documents == 2
    assert [problem.input for problem in told.problems] == [server.url("/bad")]
    server.pages["/bad"] = bytes(good).replace(b"/dam<", b"/late<")  # type: ignore[arg-type]
    server.pages["/late"] = answer(page("Late"))
    assert desk.round().documents == 1


def test_a_page_that_cannot_be_had_waits_though_its_feed_says_nothing_new(desk: Desk, server: Server) -> None:
    server.pages["/dam"] = answer(b"", 500)
    told = desk.round()
    assert (told.documents, told.waiting) == (1, 1)
    assert "waits for the next round" in told.problems[0].message
    server.pages |= {"/dam": answer(page("Dam")), "/feed": answer(b"", 304)}
    told = desk.round()
    assert (told.items, told.documents, told.waiting) == (0, 1, 0)
    assert desk.kept() == [("Dam", True), ("Pest", True)]


def test_a_page_that_cannot_be_had_for_long_is_given_up(
    desk: Desk, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher_room, "MOST_TRIES", 3)
    server.pages["/dam"] = answer(b"", 500)
    *_, last = (told for _ in range(3) for told in desk.rounds())
    assert last.waiting == 0
    assert "given up" in last.problems[0].message


def test_while_nothing_is_reached_nothing_is_given_up(
    desk: Desk, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher_room, "MOST_TRIES", 3)
    server.pages["/dam"] = answer(b"", 500)
    desk.round()
    robots, server.pages["/robots.txt"] = server.pages.get("/robots.txt"), answer(b"", 500)
    for _ in range(5):
        assert desk.round().waiting == 1
    server.pages |= {"/robots.txt": robots or answer(b"", 404), "/dam": answer(page("Dam"))}
    assert desk.round().documents == 1


def test_what_is_refused_is_named_once(desk: Desk, server: Server) -> None:
    server.pages["/dam"] = answer(page("Dam"), x_robots_tag="noarchive")
    server.pages["/feed"] = rss(server, item("dam"), item("pest"), item("x").replace("/x<", "http://127.0.0.1:9/<"))
    first, second = desk.rounds(2)
    assert [problem.error for problem in first.problems] == ["FetchRefused", "FetchRefused"]
    assert any("private network" in problem.message for problem in first.problems)
    assert second.problems == []
    assert desk.kept() == [("Pest", True)]


def test_a_list_that_is_being_edited_is_the_one_of_last_time(desk: Desk) -> None:
    feeds = desk.folder / "feeds.txt"
    whole = feeds.read_text()
    with open_state(desk.ledger) as state:
        watcher = Watcher(feeds, desk.ledger, state, fetcher=fetcher(desk.time), clock=desk.time.clock())
        watcher.round()
        feeds.write_text("https:/")
        told = watcher.round()
        assert (told.feeds, len(told.problems)) == (1, 1)
        feeds.write_text(whole)
        assert watcher.round().problems == []


@pytest.mark.parametrize(
    ("words", "why"), [("", "no address"), ("https://a.example/f\nfeed", "line 2"), (None, "no such")]
)
def test_a_list_that_is_none_is_refused_at_the_start(desk: Desk, words: str | None, why: str) -> None:
    path = desk.folder / "feeds.txt"
    path.unlink() if words is None else path.write_text(words)
    with pytest.raises(InputError, match=why):
        desk.round()


# --- stopped and started ----------------------------------------------------------------------------------------------


class Killed(BaseException):
    """As good as kill -9: nothing is tidied up but what the system tidies."""


@pytest.mark.parametrize("step", ["take_in", "keep", "done"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_anywhere_it_goes_on_without_loss_and_asks_for_no_page_twice(
    desk: Desk, server: Server, monkeypatch: pytest.MonkeyPatch, step: str, when: str
) -> None:
    from dateline.run.watch.state import State

    server.pages["/dam"] = lambda _: answer(page("Dam", str(100 + len(server.asked))))  # another at each asking
    whole = getattr(State, step)

    def killed(self: State, *words: Any) -> None:
        if when == "after":
            whole(self, *words)
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(State, step, killed)
        desk.round()
    desk.round()
    assert desk.kept() == [("Dam", True), ("Pest", True)]
    allowed = 2 if (step, when) == ("keep", "before") else 1  # the answer was never written down
    assert server.paths().count("/dam") == allowed


def test_stopped_between_two_items_it_goes_on_with_the_next(desk: Desk, server: Server) -> None:
    desk.stop_after = 1
    assert desk.round().waiting == 1
    desk.stop_after = None
    server.pages["/feed"] = answer(b"", 304)
    assert desk.round().documents == 1
    assert server.paths() == ["/feed", "/dam", "/feed", "/pest"]


def test_two_do_not_watch_into_one_ledger(desk: Desk) -> None:
    with open_state(desk.ledger), pytest.raises(LedgerError, match="another"):
        desk.round()
    assert desk.round().documents == 2


def test_what_is_done_leaves_no_words_behind(desk: Desk) -> None:
    desk.round()
    state = desk.folder / "crisis.db.watch"
    assert state.stat().st_mode & 0o777 == 0o600
    assert b"Trinidad" not in state.read_bytes()
    assert b"Nine fled" not in state.read_bytes()


def test_a_state_that_cannot_be_written_says_what_to_do(desk: Desk) -> None:
    missing = desk.ledger.parent / "none" / "a.db"
    with pytest.raises(LedgerError, match=r"cannot be written.*choose a ledger"), open_state(missing):
        pass


def test_a_state_that_is_none_or_of_another_ledger_is_named(desk: Desk) -> None:
    desk.round()
    desk.ledger.rename(desk.folder / "elsewhere.db")
    with pytest.raises(NotFound, match="is gone"):
        desk.round()
    (desk.folder / "elsewhere.db").rename(desk.ledger)
    with sqlite3.connect(desk.folder / "crisis.db.watch") as state:
        state.execute("PRAGMA user_version = 7")
    with pytest.raises(LedgerError, match="version 7"):
        desk.round()
    (desk.folder / "crisis.db.watch").write_bytes(b"nonsense" * 1_000)
    with pytest.raises(LedgerCorrupt):
        desk.round()


def test_a_purged_page_is_not_taken_in_again(desk: Desk, server: Server) -> None:
    desk.round()
    with open_ledger(desk.ledger) as ledger:
        (dam,) = [one.document.id for one in ledger.documents() if one.document.title == "Dam"]
        ledger.purge(dam, why="asked for", by="desk")
    server.pages["/feed"] = rss(server, item("dam", "Another summary."))
    told = desk.round()
    assert (told.updated, told.documents, len(told.problems)) == (1, 0, 1)
    assert desk.kept() == [("Pest", True)]
    assert desk.round().problems == []
