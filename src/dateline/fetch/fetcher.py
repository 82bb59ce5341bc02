"""The fetcher: one address at a time, each hop of a redirect by the rules of its own host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline.errors import FetchFailed, FetchRefused, UsageError
from dateline.fetch.address import Address, address_of
from dateline.fetch.clock import Clock
from dateline.fetch.hosts import places_of
from dateline.fetch.kinds import ACCEPT, PAGES, media_type_of, refuse_kind, seconds_to_wait
from dateline.fetch.limits import Limits
from dateline.fetch.pace import Pace
from dateline.fetch.rights import refuse_by_headers, refuse_by_page
from dateline.fetch.robots import AGENT
from dateline.fetch.rules import Rules
from dateline.fetch.wire import Head, Raw, ask
from dateline.model.answer import Answer

_MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 451})
_BUSY: Final = frozenset({429, 503})
_BUSY_SECONDS: Final = 60.0
"""How long a busy host is left alone when it does not say how long."""
_OK: Final = 200
_UNCHANGED: Final = 304


class Fetcher:
    """Fetches by the rules of the hosts. Remembers their rules and when they were asked; opens no two connections."""

    def __init__(
        self, contact: str, *, version: str = "", limits: Limits | None = None, clock: Clock | None = None
    ) -> None:
        """`contact` is the e-mail address that hosts are told. Raises UsageError when it is none."""
        if not _MAIL.fullmatch(contact):
            raise UsageError(f"{contact!r} is no e-mail address: hosts are told whom to write to (you@example.org)")
        self._limits = limits or Limits()
        self._clock = clock or Clock()
        self._pace = Pace(self._limits, self._clock)
        self._rules = Rules(self._rules_file, self._clock)
        self._named: set[tuple[str, int]] = set()
        agent = f"{AGENT}/{version}" if version else AGENT
        self._headers = {
            "User-Agent": f"{agent} (+mailto:{contact})", "From": contact, "Accept": ACCEPT, "Accept-Encoding": "gzip",
        }  # fmt: skip

    def __call__(self, words: str) -> Answer:
        """Fetch an address that the user named, in a private network too. Raises FetchRefused or FetchFailed."""
        return self._answer(self._named_by_user(words), {}) or _nothing()

    def follow(self, words: str) -> Answer:
        """Fetch an address that something fetched leads to: a public one, or one of a host that the user named.

        Raises FetchRefused or FetchFailed.
        """
        return self._answer(address_of(words), {}) or _nothing()

    def again(self, words: str, *, etag: str | None, modified: str | None) -> Answer | None:
        """Fetch an address that the user named unless it is as it was when it gave `etag` and `modified`; then None.

        Raises FetchRefused or FetchFailed.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._answer(self._named_by_user(words), {name: value for name, value in asked.items() if value})

    def _named_by_user(self, words: str) -> Address:
        address = address_of(words)
        self._named.add((address.host, address.port))
        return address

    def _answer(self, address: Address, asked: Mapping[str, str]) -> Answer | None:
        trail = [address]
        while True:
            self._places(trail[-1])  # before the host is asked for its rules: that is a request too
            self._rules.of(trail[-1]).check(trail[-1])
            raw = self._asked_patiently(trail[-1], asked)
            if raw.status not in _REDIRECTS:
                break
            trail.append(self._next(trail, raw))
        if raw.status == _UNCHANGED and asked:
            return None
        _check_status(raw.status)
        media_type, charset = media_type_of(raw.headers)
        if media_type is None or media_type in PAGES:
            refuse_by_page(raw.body)
        return Answer(
            trail[-1].url, raw.body, media_type, charset, self._clock.stamp(),
            etag=raw.headers.get("etag"), modified=raw.headers.get("last-modified"),
        )  # fmt: skip

    def _next(self, trail: list[Address], raw: Raw) -> Address:
        """Where a redirect leads. Raises FetchRefused for a circle, for one too many and for one that leads nowhere."""
        following = address_of(_as_utf8(raw.headers.get("location", "")), trail[-1])
        way = " → ".join(one.url for one in [*trail, following])
        if following in trail:
            raise FetchRefused(f"its redirects lead in a circle: {way}")
        if len(trail) > self._limits.max_redirects:
            raise FetchRefused(f"it redirects more than {self._limits.max_redirects} times: {way}")
        return following

    def _asked_patiently(self, address: Address, asked: Mapping[str, str]) -> Raw:
        """The answer; of a host that is busy, after the time that it asks for, once."""
        raw = self._ask(address, asked, _PageHead())
        if raw.status in _BUSY:
            self._pace.hold(address.host, seconds_to_wait(raw.headers, self._clock, _BUSY_SECONDS))
            raw = self._ask(address, asked, _PageHead())
        if raw.status in _BUSY:
            self._pace.hold(address.host, seconds_to_wait(raw.headers, self._clock, _BUSY_SECONDS))
        return raw

    def _ask(self, address: Address, asked: Mapping[str, str], head: Head) -> Raw:
        places = self._places(address)
        with self._pace.turn(address.host, self._rules.delay(address)):
            return ask(address, places, {**self._headers, **asked}, self._limits, head)

    def _places(self, address: Address) -> list[str]:
        return places_of(address, named=(address.host, address.port) in self._named)

    def _rules_file(self, address: Address) -> Raw:
        """robots.txt and its like: redirects followed, no rules asked for."""
        trail = [address]
        while (raw := self._ask(trail[-1], {}, Head())).status in _REDIRECTS:
            trail.append(self._next(trail, raw))
        return raw


class _PageHead(Head):
    """Refuses by the headers, before a byte of the body is read."""

    def __call__(self, headers: Mapping[str, str]) -> None:
        refuse_by_headers(headers)
        refuse_kind(headers)


def _as_utf8(header: str) -> str:
    """A header's words, which come as one letter a byte, as the UTF-8 that many servers write in them."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _check_status(status: int) -> None:
    """Raises FetchRefused or FetchFailed unless the server answered with what was asked for."""
    if status in _GONE:
        raise FetchRefused(f"the server answers {status}: {_SAYS.get(status, 'there is no page')}")
    if status != _OK:
        raise FetchFailed(f"the server answers {status}", advice="Ask again later")


_SAYS: Final = {
    401: "one must be known to it", 402: "it is to be paid for", 403: "it is not allowed",
    410: "the page is gone", 451: "a law forbids it",
}  # fmt: skip


def _nothing() -> Answer:
    raise FetchFailed("the server says that nothing changed since it was never asked")
