"""What a publisher reserves: text and data mining (TDMRep), and that a copy is kept (noarchive).

After the W3C community group's TDM Reservation Protocol (2024) and the robots words of X-Robots-Tag and <meta>. The
protocol ranks its three places; here any one that reserves is enough.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from dateline.errors import FetchRefused
from dateline.fetch.robots import AGENT, matches, spelled

WELL_KNOWN: Final = "/.well-known/tdmrep.json"
_RESERVED: Final = "1"
# Each of these looks at every byte once, also of mark-up built to exhaust: a "<" ends a tag, a name begins once.
_META: Final = re.compile(rb"<meta\b([^<>]*)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HTTP: Final = re.compile(r"https?://[^\s\"'<>]{1,300}")


@dataclass(frozen=True, slots=True)
class Reservation:
    """Targets under `pattern`: whether their rights are reserved, and where the terms stand (None: not said)."""

    pattern: str
    reserved: bool
    policy: str | None


def reservations_of(data: bytes) -> tuple[Reservation, ...]:
    """What a tdmrep.json says, most telling first; nothing for what is none (many hosts answer with a page instead)."""
    try:
        told: Any = json.loads(data)
    except (ValueError, RecursionError):
        return ()
    entries = [entry for entry in told if isinstance(entry, dict)] if isinstance(told, list) else []
    found = [
        Reservation(
            spelled(entry["location"]), _says_yes(entry.get("tdm-reservation")), _policy(entry.get("tdm-policy"))
        )
        for entry in entries
        if isinstance(entry.get("location"), str)
    ]
    return tuple(sorted(found, key=lambda one: -len(one.pattern)))


def refuse_reserved(reservations: Iterable[Reservation], target: str) -> None:
    """Raises FetchRefused where the most telling entry for the target reserves its rights."""
    entry = next((one for one in reservations if matches(one.pattern, spelled(target))), None)
    if entry is not None and entry.reserved:
        raise _reserved("its host's tdmrep.json", entry.policy)


def refuse_by_headers(headers: Mapping[str, str]) -> None:
    """Raises FetchRefused where the headers reserve the rights, or forbid that a copy is kept."""
    if _says_yes(headers.get("tdm-reservation")):
        raise _reserved("its headers", _policy(headers.get("tdm-policy")))
    if "noarchive" in _words_for_us(headers.get("x-robots-tag", "")):
        raise _not_kept("its headers")


def refuse_by_page(page: bytes) -> None:
    """Raises FetchRefused where a <meta> of the page does."""
    told = list(_metas(page))
    for name, content in told:
        if name == "tdm-reservation" and _says_yes(content):
            raise _reserved("the page", next((_policy(words) for key, words in told if key == "tdm-policy"), None))
        if name in ("robots", AGENT) and "noarchive" in re.split(r"[\s,]+", content.lower()):
            raise _not_kept("the page")


def _metas(page: bytes) -> Iterator[tuple[str, str]]:
    """Name and content of each <meta> that has both."""
    if page.startswith((b"\xff\xfe", b"\xfe\xff")):
        page = page.decode("utf-16", "replace").encode()
    for meta in _META.finditer(_without_comments(page)):
        pairs = _ATTRIBUTE.findall(meta[1].decode("latin-1"))
        own = {name.lower(): unescape(double or single or bare) for name, double, single, bare in reversed(pairs)}
        if "name" in own and "content" in own:
            yield own["name"].strip().lower(), own["content"].strip()


def _without_comments(page: bytes) -> bytes:
    """The page without what its author took out of it; a comment that does not end takes out nothing."""
    kept, at = [], 0
    while (start := page.find(b"<!--", at)) >= 0 and (end := page.find(b"-->", start + 4)) >= 0:
        kept.append(page[at:start])
        at = end + 3
    return b"".join([*kept, page[at:]])


def _words_for_us(tag: str) -> set[str]:
    """The words of an X-Robots-Tag that speak to all or to dateline ("otherbot: noarchive" does not)."""
    heard, words = True, set()
    for part in tag.lower().split(","):
        agent, colon, rest = part.partition(":")
        if colon and agent.strip() not in _WITH_VALUES:
            heard, part = agent.strip() in ("*", AGENT), rest
        if heard:
            words.add(part.strip())
    return words


_WITH_VALUES: Final = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})
"""Words of an X-Robots-Tag that carry a value behind a colon: they name no robot."""


def _says_yes(value: object) -> bool:
    return str(value).strip() == _RESERVED


def _policy(value: object) -> str | None:
    found = _HTTP.match(value.strip()) if isinstance(value, str) else None
    return found[0] if found else None


def _reserved(where: str, policy: str | None) -> FetchRefused:
    advice = f"Its terms: {policy}" if policy else "Ask the publisher for a licence"
    return FetchRefused(f"the rights to mine its text are reserved (tdm-reservation, in {where})", advice=advice)


def _not_kept(where: str) -> FetchRefused:
    return FetchRefused(f"no copy of it may be kept (noarchive, in {where})", advice="Ask the publisher")
