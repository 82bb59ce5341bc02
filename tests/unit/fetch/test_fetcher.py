"""Fetching from a server on loopback that misbehaves: what is taken is whole, what is not is named with its reason."""

from __future__ import annotations

import gzip
import socket
import time as real_time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback import CONTACT, Asked, Server, Time, answer, fetcher, page, serving

from dateline.errors import FetchFailed, FetchRefused, InputError, UsageError
from dateline.fetch import Fetcher


def refused(server: Server, path: str = "/a", **limits: Any) -> str:
    with pytest.raises(InputError) as told:
        fetcher(**limits)(server.url(path))
    return f"{type(told.value).__name__}: {told.value.message}"


def test_a_page_comes_with_address_kind_and_time(server: Server) -> None:
    server.pages["/a?b=c"] = answer(page(), etag='"one"', last_modified="Wed, 05 Mar 2031 10:00:00 GMT")
    found = fetcher()(server.url("/a?b=c#part"))
    assert found.data == page()
    assert found.url == server.url("/a?b=c")
    assert (found.media_type, found.charset) == ("text/html", "utf-8")
    assert (found.etag, found.modified) == ('"one"', "Wed, 05 Mar 2031 10:00:00 GMT")
    assert found.retrieved_at.startswith("2031-03-05T12:00:0")


def test_the_host_is_told_whom_to_write_to(server: Server) -> None:
    server.pages["/a"] = answer(page())
    fetcher()(server.url("/a"))
    assert len(server.asked) == 3
    assert {one.headers["user-agent"] for one in server.asked} == {f"dateline/0 (+mailto:{CONTACT})"}
    assert server.asked[-1].headers["host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("contact", ["", "me", "a@b", "a@b.example\r\nX: y", "a b@c.example"])
def test_without_an_address_to_write_to_nothing_is_fetched(contact: str) -> None:
    with pytest.raises(UsageError, match="e-mail"):
        Fetcher(contact)


# --- what a host allows ---------------------------------------------------------------------------------------------


def test_what_robots_disallow_is_not_asked_for(server: Server) -> None:
    server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /a", kind="text/plain")
    assert "robots.txt of 127.0.0.1 does not allow" in refused(server)
    assert server.paths() == []


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (410, True), (429, False), (500, False)])
def test_a_host_whose_rules_cannot_be_read_is_left_alone(server: Server, status: int, allowed: bool) -> None:
    server.pages |= {"/robots.txt": answer(b"", status), "/a": answer(page())}
    if allowed:
        assert fetcher()(server.url("/a")).data
    else:
        assert "FetchFailed: its robots.txt cannot be read" in refused(server)
        assert server.paths() == []


def test_rules_are_asked_for_once_a_day(server: Server) -> None:
    server.pages["/a"] = answer(page())
    time = Time()
    fetch = fetcher(time)
    for _ in range(3):
        fetch(server.url("/a"))
    assert len(server.asked) == 2 + 3
    time.at += 86_500
    fetch(server.url("/a"))
    assert len(server.asked) == 2 + 3 + 2 + 1


def test_a_host_is_asked_once_a_second_or_as_it_wishes(server: Server) -> None:
    time = Time()
    server.pages |= {"/robots.txt": answer(b"User-agent: dateline\nCrawl-delay: 7"), "/a": answer(page())}
    fetch = fetcher(time)
    fetch(server.url("/a"))
    fetch(server.url("/a"))
    assert time.slept == [1.0, 1.0, 7.0]


def test_a_host_that_wants_to_be_left_alone_for_long_is(server: Server) -> None:
    server.pages |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 90000"), "/a": answer(page())}
    fetch = fetcher()
    fetch(server.url("/a"))
    with pytest.raises(FetchFailed, match="left alone"):
        fetch(server.url("/a"))
    assert server.paths() == ["/a"]


@pytest.mark.parametrize("when", ["30", "Wed, 05 Mar 2031 12:00:32 GMT"])
def test_a_busy_host_is_asked_again_after_its_time(server: Server, when: str) -> None:
    time = Time()
    answers = iter([answer(b"", 429, retry_after=when), answer(page())])
    server.pages["/a"] = lambda _: next(answers)
    assert fetcher(time)(server.url("/a")).data == page()
    assert 29 <= time.slept[-1] <= 31


def test_a_busy_host_that_asks_for_more_than_patience_is_named(server: Server) -> None:
    server.pages["/a"] = answer(b"", 503, retry_after="7200")
    assert "7,200 more seconds" in refused(server)
    assert server.paths() == ["/a"]


RESERVED = '<meta content="1" name="TDM-Reservation"><meta name=tdm-policy content="https://courier.example/terms">'


@pytest.mark.parametrize(
    "bad",
    [
        answer(page(), tdm_reservation="1"),
        answer(page(), x_robots_tag="noindex, noarchive"),
        answer(page(), x_robots_tag="otherbot: nofollow, dateline: noarchive"),
        answer(page(head=RESERVED)),
        answer(page(head='<META NAME="Robots" CONTENT="index,NOARCHIVE">')),
        answer(page(head="<meta name='dateline' content='noarchive'/>"), kind=""),
    ],
)
def test_what_is_reserved_or_not_to_be_kept_is_refused(server: Server, bad: bytes) -> None:
    server.pages["/a"] = bad
    assert "reserved" in (told := refused(server)) or "no copy" in told


@pytest.mark.parametrize(
    "good",
    [
        answer(page(), tdm_reservation="0", x_robots_tag="otherbot: noarchive, nosnippet"),
        answer(page(head='<!-- <meta name="robots" content="noarchive"> --><meta name="robots" content="noindex">')),
        answer(page(head='<meta name="description" content="noarchive">')),
    ],
)
def test_what_is_not_reserved_is_taken(server: Server, good: bytes) -> None:
    server.pages["/a"] = good
    assert fetcher()(server.url("/a")).data


def test_the_hosts_own_list_of_reservations_is_kept_to(server: Server) -> None:
    told = b'[{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://x.example/p"}, '
    told += b'{"location": "/free/*", "tdm-reservation": 0}]'
    server.pages |= {"/.well-known/tdmrep.json": answer(told, kind="application/json"), "/free/a": answer(page())}
    assert "tdmrep.json" in refused(server)
    assert fetcher()(server.url("/free/a")).data
    assert server.paths() == ["/free/a"]


# --- redirects ------------------------------------------------------------------------------------------------------


def to(where: str) -> bytes:
    return answer(b"", 302, location=where)


def test_redirects_are_followed_by_the_rules_of_each_hop(server: Server) -> None:
    server.pages |= {"/a": to("/b"), "/b": to("c"), "/c": answer(page()), "/x": to("/secret")}
    server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /secret")
    assert fetcher()(server.url("/a")).url == server.url("/c")
    assert "does not allow" in refused(server, "/x")


@pytest.mark.parametrize("where", ["/caf%C3%A9?q=%20x", "/café?q= x".encode().decode("latin-1"), "café?q=%20x"])
def test_letters_of_an_address_are_spelled_as_utf8(server: Server, where: str) -> None:
    server.pages |= {"/a": answer(b"", 302, location="?").replace(b"?", where.encode("latin-1", "replace"), 1)}
    server.pages |= {"/caf%C3%A9?q=%20x": answer(page()), "/caf%E9?q=%20x": answer(page())}
    assert fetcher()(server.url("/a")).url == server.url("/caf%C3%A9?q=%20x")


def test_a_circle_is_named(server: Server) -> None:
    server.pages |= {"/a": to("/b"), "/b": to("/a")}
    assert f"in a circle: {server.url('/a')} → {server.url('/b')} → {server.url('/a')}" in refused(server)


def test_an_endless_way_is_left(server: Server) -> None:
    server.pages |= {f"/{n}": to(f"/{n + 1}") for n in range(50)}
    assert "more than 5 times" in refused(server, "/0")
    assert len(server.paths()) == 6


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "http://", "x:"])
def test_a_redirect_to_what_is_no_web_address_is_refused(server: Server, where: str) -> None:
    server.pages["/a"] = to(where)
    assert refused(server).startswith("FetchRefused")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1", "192.168.1.1", "2130706433",
             "0.0.0.0", "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "224.0.0.1", "localhost"],
)  # fmt: skip
def test_no_redirect_leads_into_a_private_network(server: Server, host: str) -> None:
    server.pages["/a"] = to(f"http://{host}:9/inner")
    told = refused(server)
    assert "private network" in told or "is not found" in told


def test_what_is_found_leads_to_hosts_alone_that_are_public_or_were_named(server: Server) -> None:
    server.pages["/a"] = answer(page())
    fetch = fetcher()
    with pytest.raises(FetchRefused, match="private network"):
        fetch.follow(server.url("/a"))
    assert server.asked == []
    named = fetcher()
    named(server.url("/a"))
    assert named.follow(server.url("/a")).data


def test_a_name_cannot_lead_elsewhere_once_it_was_looked_at(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked: the name is not asked a second time."""
    server.pages["/a"] = answer(page())
    times: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        times.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *a, **k: resolve(host, port))
    assert fetcher()(server.url("/a", host="courier.example")).data
    assert times.count("courier.example") == 4  # once a request, and once before the first


# --- what servers do ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, "FetchRefused"), (410, "FetchRefused"), (403, "FetchRefused"), (500, "FetchFailed"), (204, "FetchFailed"),
     (206, "FetchFailed"), (304, "FetchFailed")],
)  # fmt: skip
def test_what_is_not_an_answer_is_named_with_its_number(server: Server, status: int, kind: str) -> None:
    server.pages["/a"] = answer(b"no" if status not in (204, 304) else b"", status)
    told = refused(server)
    assert told.startswith(kind)
    assert str(status) in told


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "application/javascript"])
def test_what_is_no_page_is_not_taken(server: Server, kind: str) -> None:
    server.pages["/a"] = answer(b"x", kind=kind)
    assert f"it is {kind}" in refused(server)


def packed(data: bytes, **more: object) -> bytes:
    return answer(gzip.compress(data), content_encoding="gzip", **more)  # type: ignore[arg-type]


def test_a_packed_body_is_unpacked(server: Server) -> None:
    server.pages["/a"] = answer(gzip.compress(page()) + gzip.compress(b"more") + b"rest", content_encoding="gzip")
    assert fetcher()(server.url("/a")).data == page() + b"more"


def test_a_bomb_is_not_unpacked(server: Server) -> None:
    server.pages["/a"] = packed(bytes(30_000_000))
    assert len(server.pages["/a"]) < 40_000  # type: ignore[arg-type]
    assert "larger than 20 MB" in refused(server)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (answer(gzip.compress(page())[:-20], content_encoding="gzip"), "packed body is cut"),
        (answer(b"no gzip at all", content_encoding="gzip"), "packed body is damaged"),
        (answer(zlib.compress(page()), content_encoding="br"), "was not asked for"),
        (answer(page(), length=100_000), "it is cut: "),
        (answer(page(), length=30_000_000), "larger than 20 MB"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nhalf", "it is cut"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhalf", "cut"),
        (b"not HTTP", "does not speak HTTP"),
        (b"", "does not speak HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5_000 + b"\r\n", "does not speak HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", "does not speak HTTP"),
    ],
)
def test_what_is_broken_is_named(server: Server, bad: bytes, why: str) -> None:
    server.pages["/a"] = bad
    assert why in refused(server)


def test_of_a_body_longer_than_it_says_what_it_says_is_taken(server: Server) -> None:
    server.pages["/a"] = answer(page() + b"<p>more", length=len(page()))
    assert fetcher()(server.url("/a")).data == page()


def test_a_length_that_is_none_is_passed_over(server: Server) -> None:
    server.pages["/a"] = b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + page()
    assert fetcher()(server.url("/a")).data == page()


def test_an_unpacked_body_beyond_the_limit_is_refused(server: Server) -> None:
    server.pages["/a"] = b"HTTP/1.1 200 OK\r\n\r\n" + bytes(3_000)
    assert "larger than 0.002 MB" in refused(server, max_bytes=2_000)


def dripping(first: bytes) -> Callable[[Asked], bytes]:
    """Sends a byte now and then, as long as anybody listens."""

    def drip(asked: Asked) -> bytes:
        asked.socket.sendall(first)
        for _ in range(300):
            asked.socket.sendall(b"x")
            real_time.sleep(0.02)
        return b""

    return drip


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips_is_left_when_its_time_is_over(server: Server, first: bytes) -> None:
    server.pages["/a"] = dripping(first)
    begun = real_time.monotonic()
    assert "longer than 0.3 seconds" in refused(server, max_seconds=0.3)
    assert real_time.monotonic() - begun < 3


def test_a_server_that_says_nothing_is_left(server: Server) -> None:
    server.pages["/a"] = lambda asked: asked.socket.recv(1)
    assert "in time" in refused(server, idle_seconds=0.2)


def test_a_host_that_is_not_there_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchFailed, match="takes no connection"):
        fetcher()(f"http://127.0.0.1:{port}/a")


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    def feed(asked: Asked) -> bytes:
        same = asked.headers.get("if-none-match") == '"one"' and "if-modified-since" in asked.headers
        return answer(b"", 304) if same else answer(b"<rss/>", kind="application/rss+xml", etag='"one"')

    server.pages["/feed"] = feed
    fetch = fetcher()
    first = fetch.again(server.url("/feed"), etag=None, modified=None)
    assert first is not None
    assert fetch.again(server.url("/feed"), etag=first.etag, modified="Wed, 05 Mar 2031 10:00:00 GMT") is None


def test_words_that_are_no_address_are_refused() -> None:
    for words in ("https://", "http://[::1", "http://a.example:99999/", "mailto:a@b.example", "https://" + "a" * 2_100):
        with pytest.raises(FetchRefused):
            fetcher()(words)


# --- TLS ------------------------------------------------------------------------------------------------------------

OWN = Path(__file__).parent / "certificate" / "localhost.pem"
"""A certificate for "localhost" that nobody signed but itself, with its key: made for this test."""


@pytest.fixture
def secure() -> Iterator[Server]:
    with serving(OWN) as one:
        one.pages["/a"] = answer(page())
        yield one


def test_a_certificate_that_nobody_vouches_for_does_not_hold(secure: Server) -> None:
    with pytest.raises(FetchFailed, match="certificate does not hold"):
        fetcher()(f"https://localhost:{secure.port}/a")
    assert secure.asked == []


def test_a_page_over_tls(secure: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(OWN))
    assert fetcher()(f"https://localhost:{secure.port}/a").data == page()
    with pytest.raises(FetchFailed, match="certificate does not hold"):  # it is for another name
        fetcher()(f"https://127.0.0.1:{secure.port}/a")


def test_a_dripping_server_is_left_over_tls_too(secure: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(OWN))
    secure.pages["/a"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n")
    with pytest.raises(FetchFailed, match=r"longer than 0\.3 seconds"):
        fetcher(max_seconds=0.3)(f"https://localhost:{secure.port}/a")
