"""Coarsening: people in refuge, and the places that shelter them, leave the house at the level of a district.

Care 4: events of forces; claims of people sheltered, in camps, trapped, detained, or evacuated to a place; places that
are camps, hospitals, schools, places of worship, shelters, aid, detention or military sites.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.errors import GazetteerError
from dateline.gazetteer import Entry, open_gazetteer
from dateline.model import Claim, Place, ResolvedPlace, Span
from dateline.release.sites import names_a_refuge
from dateline.release.units import names_a_base

SHELTERING: Final = frozenset({"sheltered", "in_relief_camp", "trapped", "detained"})
"""Terms whose claims tell where people are who cannot leave, or should not be found."""

_SITES: Final = frozenset({"camp", "site"})
_COARSE: Final = ("adm2", "adm1")
_KEPT: Final = frozenset({"country", "adm1", "adm2", "region", "water", "wide"})


def shelters(claim: Claim, place: Place) -> bool:
    """True where the claim tells that people found, or were kept in, a place of refuge there."""
    return claim.term in SHELTERING or (claim.term == "evacuated" and place.role == "to")


def is_site(place: Place) -> bool:
    """True for a place that the gazetteer knows as a camp or another site, or that is named as one ("Loma camp").

    A site of forces is one, too ("Loma air base").
    """
    if names_a_refuge(place.name) or names_a_base(place.name):
        return True
    entry = _entry(place.place) if place.place else None
    return entry is not None and entry.feature in _SITES


def coarsened(place: Place) -> Place:
    """The place at adm2, else adm1, with that unit's coordinates; unresolved where no unit is known.

    What is a unit of these levels or larger stays as it is.
    """
    return replace(place, place=_lifted(place.place)) if place.place else place


def site_names(claim: Claim) -> list[Span]:
    """Where the claim's places name sites, also such as only the gazetteer knows to be one ("in Al-Amal").

    Of a site of forces the noun stays readable (`units.bases_in`).
    """
    sites = (place for place in claim.places if is_site(place) and not names_a_base(place.name))
    return [Span(place.start, place.end) for place in sites]


def _lifted(place: ResolvedPlace) -> ResolvedPlace | None:
    entry = _entry(place)
    if entry is None:
        return None
    if entry.feature in _KEPT:
        return place
    above = open_gazetteer().parents(entry)
    return next((parent.resolved() for level in _COARSE for parent in above if parent.feature == level), None)


def _entry(place: ResolvedPlace) -> Entry | None:
    """The gazetteer's entry; None where this installation's gazetteer has it not, or is not built."""
    try:
        return open_gazetteer().by_id(place.id, place.gazetteer)
    except GazetteerError:
        return None
