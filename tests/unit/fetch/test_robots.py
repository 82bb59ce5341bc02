"""Rules of robots.txt, after RFC 9309 and its own examples."""

from __future__ import annotations

import time

import pytest

from dateline.fetch.rights import refuse_by_page
from dateline.fetch.robots import matches, robots_of


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: DateLine\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: dateline\nAllow: /", "/a", True),
        ("User-agent: *\nAllow: /\nDisallow: /private", "/private/a", False),  # the longest, not the first
        ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/open", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),  # as long: what allows
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /*?print=", "/x?print=1", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("User-agent: *\nSitemap: https://a.example/s\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /a # why\nnonsense", "/a", False),
        ("user-agent:*\ndisallow:/a\n\nUser-agent: *\nDisallow: /b", "/b", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
        ("Disallow: /a", "/a", True),
        ("", "/a", True),
    ],
)
def test_what_is_allowed(rules: str, target: str, allowed: bool) -> None:
    assert robots_of(rules.encode()).allows(target) is allowed


@pytest.mark.parametrize(("words", "delay"), [("10", 10.0), ("0.5", 0.5), ("soon", None), ("-1", None), ("nan", None)])
def test_the_delay(words: str, delay: float | None) -> None:
    assert robots_of(f"User-agent: *\nCrawl-delay: {words}".encode()).delay == delay


def test_patterns() -> None:
    assert matches("/a*b*c$", "/axxbyyc")
    assert matches("/a*b*c$", "/abcc")
    assert not matches("/a*b$", "/ac")
    assert not matches("/ab*ab$", "/ab")
    assert matches("*", "/x")
    assert matches("/$", "/")
    assert not matches("/$", "/x")


def test_hostile_rules_and_pages_take_no_time() -> None:
    begun = time.perf_counter()
    assert matches("/" + "*a" * 2_000 + "$", "/" + "a" * 5_000)
    robots_of(b"User-agent: *\n" + b"Disallow: /a*\n" * 30_000).allows("/" + "b" * 2_000)
    for piece in (b"<!--", b"<meta ", b"<meta name=", b"<meta a='", b"-->", b"a", b"<meta name=a content=b>"):
        refuse_by_page(piece * (1_000_000 // len(piece)))
        refuse_by_page(b"<meta " + piece.replace(b"<", b" ") * (1_000_000 // len(piece)) + b">")
    assert time.perf_counter() - begun < 10
