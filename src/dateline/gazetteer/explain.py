"""Why the candidates of a bare name come in the order in which they come."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.gazetteer.entry import Entry
from dateline.gazetteer.lookup import Gazetteer
from dateline.gazetteer.paths import packaged_gazetteer
from dateline.gazetteer.worth import reasons, worth


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name can mean.

    `score` says how likely the bare name means it, before a page is asked (`worth.worth`); `reasons` are the parts of
    the score in words, each with what it adds. `source` is the name of the user's table that it comes from, None for
    what the package brings.
    """

    entry: Entry
    score: float
    reasons: tuple[tuple[str, float], ...]
    source: str | None


def candidates(gazetteer: Gazetteer, name: str, *, country: str | None = None) -> list[Candidate]:
    """The candidates of a name, best first, as `Gazetteer.find` gives them; [] when it is unknown."""
    return [_explained(gazetteer, entry) for entry in gazetteer.find(name, country=country)]


def source_of(gazetteer: Gazetteer, entry: Entry) -> str | None:
    """The name of the user's table that an entry comes from, None for what the package brings."""
    file = gazetteer.file_of(entry)
    return None if file in {gazetteer.path, packaged_gazetteer()} else file.stem


def _explained(gazetteer: Gazetteer, entry: Entry) -> Candidate:
    told = (entry.feature, entry.population, entry.capital, gazetteer.how_named(entry))
    return Candidate(entry, worth(*told), tuple(reasons(*told)), source_of(gazetteer, entry))
