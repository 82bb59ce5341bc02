"""The bodies by which a state acts and speaks: its government, armed forces and news agency, by country.

Where `actors.yaml` lists one, its name there; of other countries a name is made from the country's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from dateline.model.words import SourceType
from dateline.vocab.actors import Actors, known_actors
from dateline.vocab.countries import countries
from dateline.vocab.load import load

_UNSETTLED: Final = frozenset({"PSE", "LBY", "ESH"})
"""Where two governments act, or none: no demonym tells which."""


def government_of(country: str) -> str | None:
    """The canonical name of a country's government (ISO alpha-3); None where a demonym does not tell it."""
    return _body(country, "government", "Government of ")


def forces_of(country: str) -> str | None:
    """The canonical name of a country's armed forces (ISO alpha-3); None where a demonym does not tell it."""
    return _body(country, "military", "Armed Forces of ")


def news_agency_of(country: str) -> str | None:
    """The canonical name of a country's state news agency (ISO alpha-3); None where none is listed."""
    return _agencies().get(country)


@cache
def _agencies() -> Mapping[str, str]:
    return dict(load("agencies")["state"])


def _body(country: str, kind: SourceType, title: str) -> str | None:
    if country in _UNSETTLED or country not in countries():
        return None
    return _listed(known_actors()).get((country, kind)) or title + countries()[country].name


@lru_cache(maxsize=1)
def _listed(actors: Actors) -> Mapping[tuple[str, SourceType], str]:
    """The first of a country's governments and forces; other state bodies (a weather service) are no government."""
    first: dict[tuple[str, SourceType], str] = {}
    for actor in actors:
        if actor.country and (actor.type == "military" or actor.name.startswith("Government of ")):
            first.setdefault((actor.country, actor.type), actor.name)
    return first
