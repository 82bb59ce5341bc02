"""The words around place names, typed, from `vocab/toponyms_en.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
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
    rivers: frozenset[str]
    river_leads: frozenset[str]
    along_river: frozenset[str]
    behind_river: frozenset[str]
    parted: frozenset[str]
    town_parts: frozenset[str]
    parts_of_capital: frozenset[str]
    credited: frozenset[str]
    counts: frozenset[str]
    deeds: frozenset[str]
    units_by_word: frozenset[str]
    building_openers: frozenset[str]
    firms: frozenset[str]
    lengths: frozenset[str]
    before_names: frozenset[str]
    called: frozenset[str]
    part_modifiers: frozenset[str]
    unit_sides: frozenset[str]
    joined_articles: frozenset[str]
    rural: frozenset[str]
    provinces: frozenset[str]
    houses: dict[str, str]
    short: dict[str, tuple[str, ...]]
    short_after_comma: dict[str, tuple[str, ...]]


@cache
def words() -> PlaceWords:
    """The lists, read once."""
    data = load("toponyms_en")
    plain = (field.name for field in fields(PlaceWords) if field.type == "frozenset[str]")
    lists = {name: frozenset(map(str, data[name.rstrip("_")])) for name in plain}
    lists["builders"] |= lists["openers"]
    kinds_of_modifiers: tuple[ModifierKind, ...] = get_args(ModifierKind)
    return PlaceWords(
        **lists,
        kind_of={word: kind for kind in get_args(KindClass) for word in data["kinds"][kind]},
        opening_kinds=data["opening_kinds"],
        modifiers={word: kind for kind in kinds_of_modifiers for word in data["modifiers"][kind]},
        houses=data["houses"],
        short=_dotless(data["short"]["anywhere"]),
        short_after_comma=_dotless(data["short"]["after_comma"]),
    )


def _dotless(short: dict[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    """Short forms by their letters alone: "B.C." and "BC" are one. Each with all that it can stand for."""
    return {form.replace(".", ""): (name,) if isinstance(name, str) else tuple(name) for form, name in short.items()}
