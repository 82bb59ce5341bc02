"""What a host says of itself before anything else of it is asked: its robots.txt and its tdmrep.json, once a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dateline.errors import FetchFailed, FetchRefused
from dateline.fetch.address import Address
from dateline.fetch.clock import Clock
from dateline.fetch.rights import WELL_KNOWN, Reservation, refuse_reserved, reservations_of
from dateline.fetch.robots import Robots, robots_of
from dateline.fetch.wire import Raw

_KEPT: Final = 86_400.0
"""Seconds for which rules are believed (RFC 9309, 2.4)."""
_UNKNOWN: Final = 300.0
"""Seconds until a host whose rules could not be read is asked again."""
_MISSING: Final = range(400, 500)
_TOO_MANY: Final = 429
_OK: Final = 200


NO_RULES: Final = Robots()
"""All is allowed."""


@dataclass(frozen=True, slots=True)
class HostRules:
    """What one origin allows. `unknown` says why nothing is known of it, and so nothing fetched."""

    robots: Robots = NO_RULES
    reservations: tuple[Reservation, ...] = ()
    unknown: str | None = None

    def check(self, address: Address) -> None:
        """Raises FetchRefused for an address that may not be fetched, FetchFailed where that is not known."""
        if self.unknown:
            raise FetchFailed(self.unknown)
        if not self.robots.allows(address.target):
            raise FetchRefused(
                f"the robots.txt of {address.host} does not allow it",
                advice="Save the page yourself, if you may, and pass the file",
            )
        refuse_reserved(self.reservations, address.target)


class Rules:
    """The rules of hosts, asked for when they are needed and remembered."""

    def __init__(self, get: Callable[[Address], Raw], clock: Clock) -> None:
        """`get` asks for one address and follows redirects; it raises FetchFailed and FetchRefused."""
        self._get = get
        self._clock = clock
        self._known: dict[str, tuple[float, HostRules]] = {}

    def of(self, address: Address) -> HostRules:
        """The rules of the address's origin."""
        until, known = self._known.get(address.origin, (float("-inf"), HostRules()))
        if self._clock.elapsed() >= until:
            known = self._asked(address)
            self._known[address.origin] = self._clock.elapsed() + (_UNKNOWN if known.unknown else _KEPT), known
        return known

    def delay(self, address: Address) -> float | None:
        """What its robots.txt asks to lie between two requests; None where it does not, or is not known yet."""
        return self._known[address.origin][1].robots.delay if address.origin in self._known else None

    def _asked(self, address: Address) -> HostRules:
        """RFC 9309, 2.3.1: without a robots.txt all is allowed; where it cannot be read, nothing."""
        try:
            raw = self._get(address.beside("/robots.txt"))
        except FetchFailed as error:
            return HostRules(unknown=f"nothing is fetched without its robots.txt, and of that: {error.message}")
        except FetchRefused as error:
            return HostRules(unknown=f"its robots.txt cannot be read: {error.message}")
        if raw.status == _OK:
            robots = robots_of(raw.body)
        elif raw.status in _MISSING and raw.status != _TOO_MANY:
            robots = NO_RULES
        else:
            return HostRules(unknown=f"its robots.txt cannot be read (the server answers {raw.status})")
        return HostRules(robots, self._reservations(address))

    def _reservations(self, address: Address) -> tuple[Reservation, ...]:
        """A host that has no tdmrep.json, or answers with something else, reserves nothing by it."""
        try:
            raw = self._get(address.beside(WELL_KNOWN))
        except (FetchFailed, FetchRefused):
            return ()
        return reservations_of(raw.body)
