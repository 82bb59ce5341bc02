"""What the sources leave open and the places tell: where units lie, how far they reach, how many live there.

A unit's centre is the mean of the places of 500 people and more inside it, its radius the distance within which
95 % of them lie; a unit without places takes those of the one place that has its name, if there is exactly one.
Such centres are marked as derived: they say where people live, not where borders run. Countries, and a few vast units,
take the middle that reference works give (`vocab/place_centres.yaml`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final

from dateline.gazetteer.draft import Draft
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.spelling import plain_keys, without_kind
from dateline.gazetteer.worth import LISTED
from dateline.vocab.fold import fold

_AREAS: Final = {"country", "adm1", "adm2", "region"}
_REACH: Final = 0.95
_LEAST_RADIUS_KM: Final = 5.0


def derive(drafts: list[Draft]) -> None:
    """Fills in centres, radii and populations of countries, units and regions, in place."""
    members = _members(drafts)
    for unit in drafts:
        if unit.feature not in _AREAS:
            continue
        inside = members.get(id(unit), [])
        if unit.covers:
            inside = [place for covered in unit.covers for place in members.get(id(covered), ())]
        if inside:
            _settle(unit, inside)
    _take_namesakes(drafts, members)


def seat_names(drafts: list[Draft]) -> None:
    """Gives a unit the alternate names of the largest place inside it that shares one of its names.

    "Tombouctou" the region is called Timbuktu because the town is.
    """
    seats: dict[tuple[int, str], Draft] = {}
    for place in drafts:
        if place.feature == "place":
            for unit in filter(None, (place.adm1, place.adm2)):
                key = id(unit), fold(place.name)
                if key not in seats or seats[key].population < place.population:
                    seats[key] = place
    for unit in drafts:
        if unit.feature in {"adm1", "adm2"}:
            found = (seats.get((id(unit), key)) for name, _ in unit.names for key in plain_keys(name, unit=True))
            if seat := next(filter(None, found), None):
                unit.names += [(name, LISTED) for name, _ in seat.names]


def _own_name(unit: Draft) -> str:
    key = fold(unit.name)
    return without_kind(key) or key


def _members(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    members: dict[int, list[Draft]] = defaultdict(list)
    states = {draft.country: draft for draft in drafts if draft.feature == "country"}
    for place in drafts:
        if place.feature == "place":
            for unit in (states.get(place.country), place.adm1, place.adm2):
                if unit:
                    members[id(unit)].append(place)
    return members


def _settle(unit: Draft, inside: list[Draft]) -> None:
    points = [(place.lat, place.lon) for place in inside if place.lat is not None and place.lon is not None]
    lat, lon = (unit.lat, unit.lon) if unit.lat is not None and unit.lon is not None else _centre(points)
    reach = sorted(distance_km(lat, lon, *point) for point in points)[int(_REACH * (len(points) - 1))]
    unit.lat, unit.lon, unit.derived = round(lat, 5), round(lon, 5), True
    unit.radius_km = round(max(reach, _LEAST_RADIUS_KM), 1)
    unit.population = unit.population or sum(place.population for place in inside)


def _centre(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points on the sphere, so that the date line is no seam."""
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lat, lon in points)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lat, lon in points)
    z = sum(sin(radians(lat)) for lat, _ in points)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _take_namesakes(drafts: list[Draft], members: dict[int, list[Draft]]) -> None:
    places: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for place in drafts:
        if place.feature == "place":
            places[place.country, fold(place.name)].append(place)
    for unit in drafts:
        if unit.lat is None and unit.feature in {"adm1", "adm2"}:
            found = places.get((unit.country, _own_name(unit)), [])
            around = [place for place in found if unit.adm1 is None or place.adm1 is unit.adm1] or found
            if len(around) == 1:
                unit.lat, unit.lon, unit.derived = around[0].lat, around[0].lon, True
