"""Where a host lies, and whether dateline may go there: a link must not lead into the network of whoever runs it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from dateline.errors import FetchFailed, FetchRefused
from dateline.fetch.address import Address

_NAT64: Final = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that carry an IPv4 address in their last 32 bits (RFC 6052)."""


def places_of(address: Address, *, named: bool) -> list[str]:
    """The IP addresses to connect to, resolved once, so that nobody can give another answer later.

    `named`: the user himself named this host and port; another leads to public addresses alone (RFC 6890). Raises
    FetchFailed where the name is not known, FetchRefused for one that lies in a private network.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchFailed(f"the host {address.host} is not found", advice="Check the name and the network") from None
    places = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not named and not all(_is_public(place) for place in places):
        raise FetchRefused(
            f"it leads to {address.host}, which lies in a private network",
            advice="Name an address of that host yourself if it is meant",
        )
    return places


def _is_public(place: str) -> bool:
    return all(one.is_global and not one.is_multicast for one in _meant(ip_address(place.partition("%")[0])))


def _meant(place: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address, or the IPv4 address that it stands for."""
    if isinstance(place, IPv4Address):
        yield place
    elif place in _NAT64:
        yield IPv4Address(int(place) & 0xFFFFFFFF)
    elif place.teredo:
        yield from place.teredo
    else:
        yield place.ipv4_mapped or place.sixtofour or place
