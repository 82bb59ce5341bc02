"""The words around persons' names, typed, from `vocab/persons_en.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.vocab.load import load


@dataclass(frozen=True, slots=True)
class PersonWords:
    """The lists of persons_en.yaml as sets of folded words; `strong` and `weak` are offices."""

    strong: frozenset[str]
    weak: frozenset[str]
    domains: frozenset[str]
    seats: frozenset[str]
    ruled: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    harmed: frozenset[str]
    harm_of: frozenset[str]
    done_to: frozenset[str]
    persons_do: frozenset[str]
    named: frozenset[str]
    named_things: frozenset[str]
    things: frozenset[str]
    built: frozenset[str]
    surnames_too: frozenset[str]
    place_words: frozenset[str]
    in_place: frozenset[str]
    perhaps_place: frozenset[str]
    place_verbs: frozenset[str]
    particles: frozenset[str]
    person_first: frozenset[str]
    openers: frozenset[str]
    aged_things: frozenset[str]
    persons: frozenset[str]
    kin: frozenset[str]
    kin_owners: frozenset[str]
    kin_between: frozenset[str]
    phone_cues: frozenset[str]
    plate_cues: frozenset[str]
    vehicles: frozenset[str]
    streets: frozenset[str]
    homes: frozenset[str]
    byline: frozenset[str]
    signs: frozenset[str]
    abbreviated: frozenset[str]
    given: frozenset[str]
    behind_offices: frozenset[str]
    before_offices: frozenset[str]
    office_ends: frozenset[str]
    is_office: frozenset[str]
    heads: frozenset[str]
    said_adverbs: frozenset[str]
    introduces: frozenset[str]


@cache
def words() -> PersonWords:
    """The lists, read once."""
    raw: dict[str, Any] = load("persons_en")
    lists = {**raw["offices"], **{name: listed for name, listed in raw.items() if name != "offices"}}
    return PersonWords(**{name: frozenset(_items(listed)) for name, listed in lists.items()})


def _items(listed: str | list[str]) -> list[str]:
    return listed.split() if isinstance(listed, str) else [str(word).lower() for word in listed]


@cache
def office_words() -> frozenset[str]:
    """Strong and weak offices together."""
    return words().strong | words().weak
