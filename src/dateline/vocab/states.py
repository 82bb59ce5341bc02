"""The bodies by which a state acts and speaks: its government, armed forces and news agency, by country.

Where `actors.yaml` lists one, its name there; of other countries a name is made from the country's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from dateline.model.words import SourceType
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import countries
from dateline.vocab.load import load

_UNSETTLED: Final = frozenset({"PSE", "LBY", "ESH"})
"""Where two governments act, or none: no demonym tells which."""


@cache
def government_of(country: str) -> str | None:
    """The canonical name of a country's government (ISO alpha-3); None where a demonym does not tell it."""
    return _body(country, "government", "Government of ")


@cache
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
    listed = [actor.name for actor in known_actors() if actor.country == country and actor.type == kind]
    if kind == "government":
        listed = [name for name in listed if name.startswith(title)]
    return listed[0] if listed else title + countries()[country].name
