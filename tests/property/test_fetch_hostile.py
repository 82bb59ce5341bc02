"""Whatever a host answers with: rules, rights, addresses and headers are read or refused, never fallen over."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.errors import FetchFailed, FetchRefused
from dateline.fetch.address import address_of
from dateline.fetch.clock import Clock
from dateline.fetch.kinds import media_type_of, refuse_kind, seconds_to_wait
from dateline.fetch.rights import refuse_by_headers, refuse_by_page, refuse_reserved, reservations_of
from dateline.fetch.robots import matches, robots_of, spelled
from dateline.fetch.unpack import unpacker

PIECES = st.sampled_from([
    b"User-agent:", b"*", b"dateline", b"\n", b"Disallow: /", b"Allow:", b"$", b"%", b"%2", b"<meta ", b"name=", b"'",
    b'"', b"robots", b"noarchive", b"content=", b">", b"<!--", b"-->", b"[{", b'"location":', b'"/*"', b"}]",
    b"\xff\xfe", b"\x00",
])  # fmt: skip
BYTES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=30).map(b"".join))
BASE = address_of("https://courier.example:8443/a/b?c")


@given(BYTES, st.text(max_size=30))
def test_rules_and_rights(data: bytes, target: str) -> None:
    path = "/" + target.encode("utf-8", "replace").decode()
    robots_of(data).allows(path)
    with suppress(FetchRefused):
        refuse_reserved(reservations_of(data), path)
    with suppress(FetchRefused):
        refuse_by_page(data)


@given(st.text(max_size=60))
@example("http://a.example/\ud800")
@example("http://[::1%25eth0]/")
@example("//")
@example("http://xn--/")
@example("\n")
def test_addresses(words: str) -> None:
    for base in (None, BASE):
        with suppress(FetchRefused):
            found = address_of(words, base)
            assert found.url.isascii()
            assert not set(found.url) & set(" \r\n\t\x00")
            assert address_of(found.url) == found


@given(st.text(st.characters(max_codepoint=255), max_size=60))
@example("Fri, 31 Dec 99999 99:99:99 +9999")
@example("9" * 50)
@example("text/html; charset*=utf-8''x")
@example("text/html;\r\n charset=x")
def test_headers(words: str) -> None:
    assert seconds_to_wait({"retry-after": words}, Clock(), 60.0) >= 0
    media_type_of({"content-type": words})
    for check in (refuse_kind, refuse_by_headers):
        with suppress(FetchRefused):
            check({"content-type": words, "x-robots-tag": words, "tdm-reservation": words, "tdm-policy": words})


@given(st.lists(BYTES, max_size=4), st.integers(0, 300))
def test_packed_bodies(pieces: list[bytes], limit: int) -> None:
    for encoding in ("gzip", ""):
        unpack = unpacker(encoding, limit)
        with suppress(FetchFailed, FetchRefused):
            for piece in pieces:
                unpack.take(piece)
            assert len(unpack.whole()) <= limit


@given(st.lists(st.sampled_from(["a", "b", "*"]), max_size=8).map("".join), st.text("ab", max_size=8), st.booleans())
def test_patterns_match_as_their_expressions_would(pattern: str, target: str, ends: bool) -> None:
    import re

    expression = "".join(".*" if char == "*" else char for char in f"/{pattern}") + ("$" if ends else "")
    asked = spelled(f"/{pattern}{'$' if ends else ''}")
    assert matches(asked, spelled(f"/{target}")) is bool(re.match(expression, f"/{target}"))
