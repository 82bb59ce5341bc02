"""One request and its answer over one connection: to a place that was checked, within limits on size and time."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from threading import Event, Timer
from typing import Final

from dateline.errors import FetchFailed
from dateline.fetch.address import Address
from dateline.fetch.limits import Limits
from dateline.fetch.unpack import too_large, unpacker

_PIECE: Final = 65_536
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class Raw:
    """What the server sent. Names of `headers` are in lower case, several of one name joined by ", ".

    `body` is b"" for every status but 200: nothing else is read.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class Head:
    """Looks at an answer's headers before its body is read; may raise FetchRefused."""

    def __call__(self, headers: Mapping[str, str]) -> None:
        """Takes everything."""


def ask(
    address: Address, places: list[str], headers: Mapping[str, str], limits: Limits, head: Head | None = None
) -> Raw:
    """GET the address from the first of the places that takes a connection.

    Raises FetchFailed for a network that fails, an answer that is cut or takes too long, FetchRefused for one that is
    too large, and what `head` raises.
    """
    connection = _Pinned(address, places, limits)
    with _Deadline(connection, limits.max_seconds) as deadline:
        try:
            connection.request("GET", address.target, headers={**headers, "Connection": "close"})
            with connection.getresponse() as response:
                raw = _raw(response, limits, head or Head())
        except (OSError, HTTPException, ValueError) as error:  # ValueError: read from a connection that was let go
            if deadline.passed:
                raise FetchFailed(f"it took longer than {limits.max_seconds:g} seconds") from None
            raise FetchFailed(_why(error)) from None
        if deadline.passed:  # what was cut off looks like an end
            raise FetchFailed(f"it took longer than {limits.max_seconds:g} seconds")
        return raw


def _raw(response: HTTPResponse, limits: Limits, head: Head) -> Raw:
    headers = _headers(response)
    if response.status != _OK:
        return Raw(response.status, headers, b"")
    head(headers)
    return Raw(response.status, headers, _body(response, headers, limits))


class _Pinned(HTTPConnection):
    """A connection to one of the places that were checked, whatever the name leads to by now."""

    def __init__(self, address: Address, places: list[str], limits: Limits) -> None:
        super().__init__(address.host, address.port, timeout=limits.idle_seconds)
        self.reached: socket.socket | None = None
        self._places = places
        self._tls = address.scheme == "https"
        if self._tls:
            self.default_port = 443

    def connect(self) -> None:
        self.sock = self.reached = self._first_that_answers()
        if self._tls:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.reached = self.sock
            self.sock.do_handshake()

    def _first_that_answers(self) -> socket.socket:
        *others, last = self._places
        for place in others:
            with suppress(OSError):
                return socket.create_connection((place, self.port), self.timeout)
        return socket.create_connection((last, self.port), self.timeout)


class _Deadline:
    """Cuts a connection off when its time is over: a server that sends a byte now and then would hold it for ever."""

    def __init__(self, connection: _Pinned, seconds: float) -> None:
        self._connection = connection
        self._over = Event()
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    @property
    def passed(self) -> bool:
        return self._over.is_set()

    def _cut(self) -> None:
        self._over.set()
        self._let_go()

    def _let_go(self) -> None:
        if self._connection.reached is not None:  # `sock` is gone by then: the answer has taken it over
            with suppress(OSError):  # the plain socket's own: TLS has no good-bye to wait for
                socket.socket.shutdown(self._connection.reached, socket.SHUT_RDWR)

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._connection.close()


def _headers(response: HTTPResponse) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in response.getheaders():
        name = name.lower()
        told[name] = f"{told[name]}, {value}" if name in told else value
    return told


def _body(response: HTTPResponse, headers: Mapping[str, str], limits: Limits) -> bytes:
    unpack, taken = unpacker(headers.get("content-encoding", ""), limits.max_bytes), 0
    if (response.length or 0) > limits.max_bytes:
        raise too_large(limits.max_bytes)
    while piece := response.read(_PIECE):
        taken += len(piece)
        if taken > limits.max_bytes:
            raise too_large(limits.max_bytes)
        unpack.take(piece)
    if response.length:
        raise FetchFailed(f"it is cut: {response.length:,} bytes of it are missing")
    return unpack.whole()


def _why(error: Exception) -> str:
    """What went wrong, without the words of the server."""
    if isinstance(error, IncompleteRead):
        return "it is cut"
    if isinstance(error, TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "the server's certificate does not hold"
    if isinstance(error, ConnectionRefusedError):
        return "the server takes no connection"
    if isinstance(error, HTTPException | ValueError):
        return f"the server does not speak HTTP as it should ({type(error).__name__})"
    return f"the connection failed ({error.strerror or type(error).__name__})" if isinstance(error, OSError) else ""
