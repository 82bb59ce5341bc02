"""The words around place names, typed, from `vocab/toponyms_en.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from dateline.model.words import ModifierKind
from dateline.vocab.load import load

KindClass = Literal["adm1", "adm2", "place", "quarter", "area", "water", "site", "building"]
"""What a kind word says: a unit, a settlement, a part of one, an area, water, grounds (a camp), a building."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of toponyms_en.yaml; said there. `modifiers` maps words before a name to their kind."""

    kind_of: dict[str, KindClass]
    blurring: frozenset[str]
    plain_kinds: frozenset[str]
    weak_kinds: frozenset[str]
    openers: frozenset[str]
    builders: frozenset[str]
    closers: frozenset[str]
    sides: frozenset[str]
    opening_kinds: dict[str, KindClass]
    of_place: frozenset[str]
    on_place: frozenset[str]
    at: frozenset[str]
    weak_at: frozenset[str]
    from_: frozenset[str]
    to: frozenset[str]
    strikes: frozenset[str]
    storms: frozenset[str]
    falls: frozenset[str]
    strikers: frozenset[str]
    modifiers: dict[str, ModifierKind]
    directions: frozenset[str]
    bodies: frozenset[str]
    institutions: frozenset[str]
    ways: frozenset[str]
    named: frozenset[str]
    titles: frozenset[str]
    speaks: frozenset[str]
    has: frozenset[str]
    never: frozenset[str]
    particles: frozenset[str]
    particles_unlisted: frozenset[str]
    abbreviated: frozenset[str]
    keywords: frozenset[str]
    moves: frozenset[str]
    movers: frozenset[str]
    happenings: frozenset[str]
    houses: dict[str, str]
    short: dict[str, tuple[str, ...]]
    short_after_comma: dict[str, tuple[str, ...]]


@cache
def words() -> PlaceWords:
    """The lists, read once."""
    data = load("toponyms_en")
    kinds = {word: kind for kind in get_args(KindClass) for word in data["kinds"][kind]}
    kinds_of_modifiers: tuple[ModifierKind, ...] = get_args(ModifierKind)
    return PlaceWords(
        kind_of=kinds,
        blurring=frozenset(data["blurring"]),
        plain_kinds=frozenset(data["plain_kinds"]),
        weak_kinds=frozenset(data["weak_kinds"]),
        openers=frozenset(data["openers"]),
        builders=frozenset(data["openers"]) | frozenset(data["builders"]),
        closers=frozenset(data["closers"]),
        sides=frozenset(data["sides"]),
        opening_kinds=data["opening_kinds"],
        of_place=frozenset(data["of_place"]),
        on_place=frozenset(data["on_place"]),
        at=frozenset(data["at"]),
        weak_at=frozenset(data["weak_at"]),
        from_=frozenset(data["from"]),
        to=frozenset(data["to"]),
        strikes=frozenset(data["strikes"]),
        storms=frozenset(data["storms"]),
        falls=frozenset(data["falls"]),
        strikers=frozenset(data["strikers"]),
        modifiers={word: kind for kind in kinds_of_modifiers for word in data["modifiers"][kind]},
        directions=frozenset(data["directions"]),
        bodies=frozenset(data["bodies"]),
        ways=frozenset(data["ways"]),
        institutions=frozenset(data["institutions"]),
        named=frozenset(data["named"]),
        titles=frozenset(data["titles"]),
        speaks=frozenset(data["speaks"]),
        has=frozenset(data["has"]),
        never=frozenset(data["never"]),
        particles=frozenset(data["particles"]),
        particles_unlisted=frozenset(data["particles_unlisted"]),
        abbreviated=frozenset(data["abbreviated"]),
        keywords=frozenset(data["keywords"]),
        moves=frozenset(data["moves"]),
        movers=frozenset(data["movers"]),
        happenings=frozenset(data["happenings"]),
        houses=data["houses"],
        short=_dotless(data["short"]["anywhere"]),
        short_after_comma=_dotless(data["short"]["after_comma"]),
    )


def _dotless(short: dict[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    """Short forms by their letters alone: "B.C." and "BC" are one. Each with all that it can stand for."""
    return {form.replace(".", ""): (name,) if isinstance(name, str) else tuple(name) for form, name in short.items()}
