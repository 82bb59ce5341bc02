"""A server on loopback that answers as it is told, and as badly."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.fetch import Clock, Fetcher, Limits

CONTACT = "desk@relief.example"
PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>According to the Civil Defence, more "
    "than {count} people fled Trinidad on 3 March 2031.</p><p>The Red Cross said that 35 people were injured in "
    "Riberalta on 4 March 2031, and that boats were on their way.</p></article></body></html>"
)
Handler = Callable[["Asked"], bytes]


def page(title: str = "Flood in the lowlands", count: str = "1,200", head: str = "") -> bytes:
    """A page of news."""
    return PAGE.format(title=title, count=count).replace("</head>", f"{head}</head>").encode()


def answer(
    body: bytes = b"", status: int = 200, kind: str = "text/html; charset=utf-8", length: int | None = None, **more: str
) -> bytes:
    """A whole HTTP answer; `length` is what it says of its length, `more` are headers ("x_robots_tag")."""
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"Content-Type: {kind}"] if kind else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass(frozen=True)
class Asked:
    """A request: path with query, headers with names in lower case, and the socket to answer on."""

    path: str
    headers: dict[str, str]
    socket: socket.socket


@dataclass
class Server:
    """`pages` by path: an answer, or what makes one. What it does not know it answers 404. `asked` are the requests."""

    port: int
    pages: dict[str, bytes | Handler] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for but the hosts' rules."""
        rules = ("/robots.txt", "/.well-known/tdmrep.json")
        return [one.path for one in self.asked if one.path not in rules]

    def respond(self, asked: Asked) -> bytes:
        self.asked.append(asked)
        known = self.pages.get(asked.path, answer(b"no", 404))
        return known if isinstance(known, bytes) else known(asked)


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """A server in a thread of its own; with a certificate it speaks TLS."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if certificate else None
    if context and certificate:
        context.load_cert_chain(certificate)

    class OneRequest(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            data = b""
            with suppress(OSError):
                if context:
                    self.request = context.wrap_socket(self.request, server_side=True)
                while b"\r\n\r\n" not in data and (piece := self.request.recv(65_536)):
                    data += piece
                if data:
                    first, *lines = data.decode("latin-1").split("\r\n")
                    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines) if k}
                    self.request.sendall(server.respond(Asked(first.split()[1], headers, self.request)))
                self.request.close()

    class Threads(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False

    with Threads(("127.0.0.1", 0), OneRequest) as tcp:
        server = Server(tcp.server_address[1])
        threading.Thread(target=tcp.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server
        finally:
            tcp.shutdown()


@dataclass
class Time:
    """A clock that stands still but for its sleeps, which take no time."""

    at: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    def clock(self) -> Clock:
        start = datetime(2031, 3, 5, 12, tzinfo=UTC)
        return Clock(now=lambda: start + timedelta(seconds=self.at), elapsed=lambda: self.at, sleep=self.sleep)


def fetcher(time: Time | None = None, **limits: Any) -> Fetcher:
    """A fetcher that waits for nothing."""
    own = {"max_seconds": 2.0, "idle_seconds": 1.0, **limits}
    return Fetcher(CONTACT, version="0", limits=Limits(**own), clock=(time or Time()).clock())
