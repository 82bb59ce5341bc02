"""Web addresses, whole and in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from dateline.errors import FetchRefused

_PORTS: Final = {"http": 80, "https": 443}
_MAX: Final = 2_000
"""Code points of an address; what is longer is none."""
_PATH: Final = "/%:@!$&'()*+,;=~-._"
_QUERY: Final = _PATH + "?"


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address. `host` is in lower case and ASCII (IDNA), `target` path and query, percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The address as one string, without a fragment."""
        return self.origin + self.target

    def beside(self, target: str) -> Address:
        """Another target of the same origin."""
        return Address(self.scheme, self.host, self.port, target)


def address_of(words: str, base: Address | None = None) -> Address:
    """The address in these words, made whole by `base`. Raises FetchRefused for what is no web address."""
    try:
        parts = urlsplit(urljoin(base.url, words.strip()) if base else words.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii").lower(), parts.port
        target = _encoded(parts.path or "/", _PATH) + (f"?{_encoded(parts.query, _QUERY)}" if parts.query else "")
    except ValueError:  # UnicodeError too
        raise FetchRefused("it is no web address", advice="Check how it is written") from None
    if parts.scheme not in _PORTS:
        raise FetchRefused(f"it is no http or https address ({parts.scheme or 'none'}:)")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused("it carries a user's name or password", advice="Fetch it yourself and pass the file")
    if not host or len(words) > _MAX:
        raise FetchRefused("it is no web address", advice="Check how it is written")
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], target)


def _encoded(words: str, safe: str) -> str:
    """Percent-encoded as UTF-8; what is encoded stays. Raises UnicodeEncodeError for half a character."""
    return quote(words, safe=safe)
