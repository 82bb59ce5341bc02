"""How likely a bare name means an entry: the one order in which candidates are given."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from typing import Final

OWN, KNOWN, LISTED = 0, 1, 2
"""How an entry comes by a name: it is its own, it is known by it, or some list in some language gives it."""
_PENALTY: Final = {OWN: 0.0, KNOWN: 0.1, LISTED: 1.5}
"""A name that some list gives counts as much as the own name of a place of a thirtieth of the size: Pune is also
called Puno somewhere, but Puno is in Peru."""
_WORTH: Final = {
    "country": (20.0, 0.1), "wide": (6.0, 0.0), "water": (5.0, 0.0), "region": (4.5, 0.2), "adm1": (4.0, 0.25),
    "adm2": (3.0, 0.2), "adm3": (3.0, 0.2), "camp": (3.5, 0.2), "place": (0.0, 1.0),
}  # fmt: skip
"""Of each kind: what it counts anyhow, and what each order of magnitude of its population adds."""
_OTHER: Final = (2.5, 0.0)
_LEAST: Final = 1.0


def worth(feature: str, population: int, capital: bool = False, how: int = OWN) -> float:
    """Comparable across kinds: countries first, then what is large.

    A place counts by the order of magnitude of its population, a capital as ten times its size; a first-level unit
    stands between its large and its small towns, so that "Idlib" is the province and "Homs" the city. `how` is how
    the entry comes by the name (OWN, KNOWN, LISTED).
    """
    base, share = _WORTH.get(feature, _OTHER)
    return max(base + share * log10(population + 1), _LEAST) + capital - _PENALTY[how]


def reasons(feature: str, population: int, capital: bool = False, how: int = OWN) -> Iterator[tuple[str, float]]:
    """The parts of `worth` in words, each with what it adds; together they are `worth`."""
    base, share = _WORTH.get(feature, _OTHER)
    size = share * log10(population + 1)
    yield f"kind: {feature}", base
    if size:
        yield f"{population:,} people", size
    if (short := _LEAST - base - size) > 0:
        yield "the least that an entry counts", short
    if capital:
        yield "seat of a government", 1.0
    if _PENALTY[how]:
        yield "listed under this name beside its own", -_PENALTY[how]
