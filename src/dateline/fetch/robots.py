"""What a host's robots.txt allows (RFC 9309): the longest rule counts, of two as long the one that allows.

Python's own robotparser takes the first rule and knows no "*" within a path; it would fetch what is not allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_to_bytes

AGENT: Final = "dateline"
"""The name that rules call dateline by."""
_MAX_BYTES: Final = 500_000
"""Of a robots.txt that are looked at, as RFC 9309 (2.5) has it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What `pattern` (a path, with "*" for anything and "$" for its end) is: allowed or not."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for dateline; `delay` is how many seconds are to lie between two requests, None: it does not say."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """Whether path and query may be fetched."""
        target = spelled(target)
        hits = [(len(rule.pattern), rule.allows) for rule in self.rules if matches(rule.pattern, target)]
        return max(hits, default=(0, True))[1]


def robots_of(data: bytes) -> Robots:
    """The rules in a robots.txt for dateline; where none name it, those for "*"."""
    groups = list(_groups(data[:_MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")))
    own = [group for agents, group in groups if AGENT in agents] or [group for agents, group in groups if "*" in agents]
    delays = [group.delay for group in own if group.delay is not None]
    return Robots(tuple(rule for group in own for rule in group.rules), max(delays, default=None))


def _groups(text: str) -> Iterator[tuple[set[str], Robots]]:
    """The groups: whom they speak to, in lower case, and what they say."""
    agents: set[str] = set()
    rules: list[Rule] = []
    delay: float | None = None
    said = False
    for key, value in _lines(text):
        if key == "user-agent":
            if said:
                yield agents, Robots(tuple(rules), delay)
                agents, rules, delay, said = set(), [], None, False
            agents.add(value.lower())
        elif key in ("allow", "disallow"):
            said = True
            if value:
                rules.append(Rule(spelled(value), key == "allow"))
        elif key == "crawl-delay":
            said = True
            delay = _seconds(value)
    yield agents, Robots(tuple(rules), delay)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _seconds(words: str) -> float | None:
    try:
        seconds = float(words)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None


def spelled(path: str) -> str:
    """The path with every octet spelled in one way, so that "%7E" and "~" are the same."""
    return quote(unquote_to_bytes(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe="/%:@!$&'()*+,;=~-._?")


def matches(pattern: str, target: str) -> bool:
    """True where the pattern stands at the target's beginning; in one pass, however many "*" it holds."""
    ends = pattern.endswith("$")
    first, *middle = (pattern[:-1] if ends else pattern).split("*")
    if not target.startswith(first):
        return False
    if not middle:
        return not ends or target == first
    at, *last = len(first), middle.pop()
    for piece in middle:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    tail = "".join(last)
    return target.endswith(tail) and len(target) - len(tail) >= at if ends else target.find(tail, at) >= 0
