"""Situations as they may leave the house: places of refuge at the level of their district, also in the reasons.

Reasons name sources by their resolved name or their kind, never by what a page calls them (`reconcile/words.py`), so no
private person stands in them; places do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dateline.model import Claim, Place
from dateline.model.situation import SeriesPlace, Situation
from dateline.model.situation_json import situation_to_json
from dateline.release.places import coarsened, is_site, shelters

if TYPE_CHECKING:
    from dateline.ledger import LedgerClaim

Json = dict[str, Any]
WITHHELD: Final = "a place withheld"
"""Stands for a place of refuge of which no district is known."""


def release_situations(situations: Iterable[Situation], claims: Mapping[str, LedgerClaim]) -> Iterator[Json]:
    """A row a situation, as `reconcile` describes it. `claims` are those it was computed from, by id."""
    for situation in situations:
        members = [claims[role.claim_id].claim for role in situation.roles if role.claim_id in claims]
        yield _words(situation_to_json(_coarse(situation, _hidden(members))), _renamed(members))


def _hidden(members: Iterable[Claim]) -> dict[tuple[str, str], Place]:
    """By gazetteer and id: the places that a claim of refuge names."""
    return {
        (place.place.gazetteer, place.place.id): coarsened(place)
        for claim in members
        for place in claim.places
        if place.place is not None and _of_refuge(claim, place)
    }


def _of_refuge(claim: Claim, place: Place) -> bool:
    return shelters(claim, place) or is_site(place)


def _renamed(members: Iterable[Claim]) -> dict[str, str]:
    """Names that the reasons must not give, each with what they say instead."""
    names: dict[str, str] = {}
    for claim in members:
        for place in claim.places:
            if not _of_refuge(claim, place):
                continue
            told = coarsened(place).place
            for name in {place.name, place.place.name if place.place else place.name}:
                new = told.name if told else WITHHELD
                if new != name and (place.place is None or told != place.place):
                    names[name] = new
    return names


def _coarse(situation: Situation, hidden: Mapping[tuple[str, str], Place]) -> Situation:
    rows = tuple(replace(row, place=_series_place(row.place, hidden)) for row in situation.series)
    return replace(situation, series=rows, place=_series_place(situation.place, hidden))


def _series_place(shown: SeriesPlace | None, hidden: Mapping[tuple[str, str], Place]) -> SeriesPlace | None:
    if shown is None or shown.place is None:
        return shown
    coarse = hidden.get((shown.place.gazetteer, shown.place.id))
    if coarse is None or coarse.place == shown.place:
        return shown
    return replace(shown, place=coarse.place, name=coarse.place.name if coarse.place else WITHHELD)


def _words(value: Any, names: Mapping[str, str]) -> Any:
    """Every text of a row with the names exchanged, the longest first."""
    if not names:
        return value
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)))

    def told(one: Any) -> Any:
        if isinstance(one, str):
            return pattern.sub(lambda match: names[match[0]], one)
        if isinstance(one, list):
            return [told(each) for each in one]
        return {key: told(each) for key, each in one.items()} if isinstance(one, dict) else one

    return told(value)
