"""The words around place names, typed, from `vocab/toponyms_en.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.vocab.load import load


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lists of toponyms_en.yaml; `kind_of` maps a kind word to adm1, adm2, place, area or site."""

    kind_of: dict[str, str]
    blurring: frozenset[str]
    at: frozenset[str]
    from_: frozenset[str]
    to: frozenset[str]
    near: tuple[str, ...]
    part: tuple[str, ...]
    direction: tuple[str, ...]
    bodies: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]


@cache
def words() -> PlaceWords:
    """The lists, read once."""
    data = load("toponyms_en")
    return PlaceWords(
        kind_of={word: kind for kind, row in data["kinds"].items() for word in row},
        blurring=frozenset(data["blurring"]),
        at=frozenset(data["at"]),
        from_=frozenset(data["from"]),
        to=frozenset(data["to"]),
        near=tuple(data["modifiers"]["near"]),
        part=tuple(data["modifiers"]["part"]),
        direction=tuple(data["modifiers"]["direction"]),
        bodies=frozenset(w.lower() for w in data["bodies"]),
        titles=frozenset(data["titles"]),
        never=frozenset(data["never"]),
    )


@cache
def modifier_before() -> re.Pattern[str]:
    """Modifier words directly before a name, the longest first."""
    lists = words()
    everything = sorted([*lists.near, *lists.part, *lists.direction], key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(re.escape(m) for m in everything) + r")\s+(?:the\s+)?(?:(?:city|town|village|province|district)\s+of\s+)?$", re.IGNORECASE)
