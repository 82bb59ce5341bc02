"""A text in which short stretches are replaced, every character knowing where it came from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

Fix = Callable[[re.Match[str]], str | None]
"""What the matched words become; None leaves them."""
Sign = Callable[[str], object]
"""Whether a rule can match anywhere in a text: a cheap question that saves most of the time."""


@dataclass(frozen=True, slots=True)
class Working:
    """The repaired text. `origin[i]` is where character i stood in the canonical text; one more for the end."""

    text: str
    origin: Sequence[int]

    def canonical(self, start: int, end: int) -> tuple[int, int]:
        """The canonical span of the working span [start, end)."""
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]

    def working(self, start: int, end: int) -> tuple[int, int]:
        """The working span that covers a canonical span."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `pattern` matches, the words become `to(match)`; None leaves them.

    `sign` is asked first: where it is False the pattern matches nowhere. It saves most of the time.
    """

    pattern: re.Pattern[str]
    to: Fix
    sign: Sign

    def apply(self, working: Working) -> Working:
        """The working text with what the rule puts right."""
        return _apply(working, self) if self.sign(working.text) else working


@dataclass(frozen=True, slots=True)
class Together:
    """Rules of which none matches anywhere where the `sign` is False."""

    sign: Sign
    rules: tuple[Rule, ...]

    def apply(self, working: Working) -> Working:
        """The working text with what the rules put right."""
        if self.sign(working.text):
            for rule in self.rules:
                working = rule.apply(working)
        return working


@dataclass(frozen=True, slots=True)
class Swap:
    """Each of the characters becomes `to`, one for one: no offset moves."""

    characters: str
    to: str

    def apply(self, working: Working) -> Working:
        """The working text with the characters swapped."""
        text = working.text
        for character in self.characters:
            text = text.replace(character, self.to)
        return replace(working, text=text) if text is not working.text else working


def _apply(working: Working, rule: Rule) -> Working:
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for match in rule.pattern.finditer(working.text):
        new = rule.to(match)
        if new is None or new == match.group():
            continue
        pieces += [working.text[done : match.start()], new]
        origin += working.origin[done : match.start()]
        origin += _spread(match.group(), new, match.start(), working.origin)
        done = match.end()
    if not done:
        return working
    pieces.append(working.text[done:])
    origin += working.origin[done:]
    return Working("".join(pieces), tuple(origin))


def _spread(old: str, new: str, at: int, origin: Sequence[int]) -> Iterator[int]:
    """Origins for `new`: common head and tail keep theirs, the middle falls on the replaced stretch."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle_old = len(old) - head - tail
    for i in range(len(new)):
        if i < head:
            yield origin[at + i]
        elif i >= len(new) - tail:
            yield origin[at + len(old) - (len(new) - i)]
        else:
            yield origin[at + head + min(i - head, max(middle_old - 1, 0))]


def _shared(a: str, b: str) -> int:
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n
