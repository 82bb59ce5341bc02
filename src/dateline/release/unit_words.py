"""The words of a text as the finder of units and officers sees them, and its lists (`vocab/forces_en.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.extract.person.lexicon import ordinary
from dateline.extract.person.words import words as person_words
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import readings
from dateline.vocab.load import load

_TOKEN = re.compile(r"\w+(?:['’ʼ‑-]\w+)*")
_OWNS = re.compile(r"['’ʼ]s$")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?$")


@dataclass(frozen=True, slots=True)
class ForceWords:
    """The lists of forces_en.yaml by which names are found."""

    units: frozenset[str]
    numbered: frozenset[str]
    sites: frozenset[str]
    sites_of_arms: frozenset[str]
    arms: frozenset[str]
    ordinals: frozenset[str]
    linking: frozenset[str]
    ranks: frozenset[str]
    civil_before: frozenset[str]
    no_names: frozenset[str]
    posts: frozenset[str]
    voices: frozenset[str]
    of_arms: frozenset[str]
    within_names: frozenset[str]


@cache
def lists() -> ForceWords:
    """The lists, read once."""
    data = load("forces_en")
    return ForceWords(**{name: frozenset(data[name]) for name in ForceWords.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class ForceToken:
    """A word; its `end` leaves a possessive ending out, `gap` is what stands before it.

    `opens` says that it may open a sentence, `party` that it is part of a known body's name.
    """

    start: int
    end: int
    text: str
    gap: str
    opens: bool
    party: bool

    @property
    def key(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def numbers(self) -> bool:
        """A number or an ordinal."""
        return _NUMBER.match(self.text) is not None or self.key in lists().ordinals

    @property
    def names(self) -> bool:
        """May be part of a unit's or a person's name."""
        if self.numbers:
            return not self.party
        capital = any(part[:1].isupper() for part in re.split(r"[-‑]", self.text))
        common = self.key in person_words().openers or (self.opens and ordinary(self.key))
        return capital and not self.party and not common and not readings(self.text)


def tokens_of(text: str) -> list[ForceToken]:
    """The words of a text in reading order."""
    parties = [(found.start, found.end) for found in known_actors().find(text)]
    found: list[ForceToken] = []
    done = 0
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        word = _OWNS.sub("", match[0])
        end = start + len(word)
        gap = text[done:start]
        opens = not found or "\n" in gap or any(mark in gap for mark in '.!?:“"')
        party = any(a < end and b > start for a, b in parties)
        found.append(ForceToken(start, end, word, gap, opens, party))
        done = stop
    return found
