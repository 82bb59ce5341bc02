"""Where a figure is: the places of a claim as one slot, the variable that figures of one place share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from dateline.model import Claim, Place, ResolvedPlace
from dateline.model.situation import SeriesPlace
from dateline.vocab.fold import fold


class Containment(Protocol):
    """What the gazetteer states about places that lie in others."""

    def contains(self, outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
        """True when `inner` is stated to lie in `outer`, or is the same; False when it does not, or nobody says."""
        ...


class CountriesOnly:
    """Containment without a gazetteer: a country contains what carries its code."""

    def contains(self, outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
        """True for a country and what lies in it, and for the same place."""
        if (outer.gazetteer, outer.id) == (inner.gazetteer, inner.id):
            return True
        return outer.precision == "adm0" and outer.country is not None and outer.country == inner.country


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a situation, or several that a claim names together.

    `key` is equal for claims that speak of the same place. `place` is set for a single resolved place that no
    modifier blurs: only such a place is compared with what contains it.
    """

    key: str
    role: Literal["from", "at", "from_to"]
    names: tuple[str, ...]
    place: ResolvedPlace | None = None
    shown: SeriesPlace | None = None


def slot_of(claim: Claim, containment: Containment) -> Slot | None:
    """The slot of a claim's places; None when it names none. Of a place and what contains it the nearer one counts."""
    if not claim.places:
        return None
    left = _nearest([place for place in claim.places if place.role == "from"], containment)
    there = _nearest([place for place in claim.places if place.role != "from"], containment)
    role: Literal["from", "at", "from_to"] = "from_to" if left and there else "from" if left else "at"
    key = ">".join("+".join(sorted({_key(place, claim.country) for place in side})) for side in (left, there) if side)
    every = sorted([*left, *there], key=lambda place: (place.start, place.name))
    names = tuple(dict.fromkeys(_name(place) for place in every))
    single = every[0] if len(every) == 1 else None
    place = single.place if single and single.modifier_kind is None else None
    shown = SeriesPlace(
        " and ".join(names), role, single.place if single else None, single.modifier_kind if single else None
    )
    return Slot(f"{role}:{key}", role, names, place, shown)


def _nearest(places: list[Place], containment: Containment) -> list[Place]:
    """Without those that contain another one of the list, and each place once."""
    once = list({_key(place, None): place for place in places}.values())
    return [
        outer
        for outer in once
        if outer.place is None
        or not any(
            inner is not outer and inner.place is not None and inner.place.id != outer.place.id
            and containment.contains(outer.place, inner.place)
            for inner in once
        )
    ]  # fmt: skip


def _key(place: Place, country: str | None) -> str:
    blur = f"~{place.modifier_kind}" if place.modifier_kind else ""
    if place.modifier_kind in ("part", "direction"):
        blur += f":{fold(place.modifier or '')}"
    if place.place is not None:
        return f"{place.place.gazetteer}:{place.place.id}{blur}"
    return f"name:{fold(place.name)}@{country or ''}{blur}"


def _name(place: Place) -> str:
    name = place.place.name if place.place else place.name
    return f"{place.modifier} {name}" if place.modifier and place.modifier_kind in ("part", "direction") else name
