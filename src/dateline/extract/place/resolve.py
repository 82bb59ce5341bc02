"""Which place a name means, by evidence: the kind word, the page's countries, its other places, importance.

Nothing is forced: a name without a candidate that the page supports stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.draft import Toponym
from dateline.extract.place.lookup import entries as candidates
from dateline.extract.place.names import Name
from dateline.vocab import countries

if TYPE_CHECKING:
    from dateline.gazetteer import Entry
    from dateline.model import ResolvedPlace

_KIND_FITS = {
    "adm1": {"adm1", "region", "country"},
    "adm2": {"adm2", "adm3", "adm1"},
    "place": {"place", "adm3", "adm2"},
    "area": {"adm1", "adm2", "adm3", "place", "region"},
}
_IN_COUNTRY = 4.0
_SAME_UNIT = 1.5
_KIND = 2.5
_CLEAR = 0.8
"""How much better than the best in another country a name must score where the page names no country."""


def resolve(names: Sequence[Name], mentioned: Sequence[str]) -> list[Toponym]:
    """Toponyms for names; `mentioned` are the countries (ISO alpha-3) that words of the page name."""
    weight = _country_weights(names, mentioned)
    return [_toponym(name, _best(name, weight), weight) for name in names]


def _country_weights(names: Sequence[Name], mentioned: Sequence[str]) -> dict[str, float]:
    """How strongly the page speaks of each country: its own words first, then the places that lie there."""
    counts = Counter(mentioned)
    total = sum(counts.values()) or 1
    weight = {country: 1.0 + count / total for country, count in counts.items()}
    votes: Counter[str] = Counter()
    for name in {n.text: n for n in names}.values():
        for country in {e.country for e in candidates(_bare(name))[:8] if e.country}:
            votes[country] += 1
    for country, count in votes.items():
        if count > 1:
            weight[country] = weight.get(country, 0.0) + 0.3 * min(count, 4)
    return weight


def _bare(name: Name) -> str:
    return name.bare


def _best(name: Name, weight: dict[str, float]) -> Entry | None:
    found = _typed(name)
    if not found:
        return None
    scored = sorted(((_score(e, name, weight, i), -i, e) for i, e in enumerate(found)), key=lambda s: s[:2], reverse=True)
    best, _, entry = scored[0]
    if entry.country and weight and entry.country not in weight and max(weight.values()) >= 1 and best < _IN_COUNTRY:
        # the page speaks of other countries and nothing says that this one is meant
        return entry if entry.feature in {"country", "adm1"} or (entry.population or 0) > 500_000 else None
    rival = next((s for s, _, e in scored[1:] if e.country != entry.country), None)
    if not weight and rival is not None and best - rival < _CLEAR and entry.feature not in {"country", "adm1"}:
        return None
    return entry


def _typed(name: Name) -> list[Entry]:
    found = list(candidates(name.text)) or list(candidates(_bare(name)))
    bare = list(candidates(_bare(name)))
    return list(dict.fromkeys([*found, *bare]))[:12]


def _score(entry: Entry, name: Name, weight: dict[str, float], rank: int) -> float:
    score = 2.0 / (1 + rank)
    if entry.country in weight:
        score += _IN_COUNTRY * min(1.5, weight[entry.country])
    if name.kind and entry.feature in _KIND_FITS.get(name.kind, set()):
        score += _KIND
    if entry.feature in {"country"}:
        score += 3
    elif entry.feature == "adm1":
        score += 0.8
    population = entry.population or 0
    score += 0.25 * len(str(population)) if population else 0
    return score


def _toponym(name: Name, entry: Entry | None, weight: dict[str, float]) -> Toponym:
    place = entry.resolved() if entry is not None else None
    country = place.country if place is not None else countries.country_of(name.text)
    return Toponym(
        sentence=name.sentence,
        start=name.start,
        end=name.end,
        name=name.text,
        modifier=name.modifier,
        modifier_kind=name.modifier_kind,
        place=_blurred(place, name),
        country=country,
        kind=name.kind,
        aside=name.aside,
    )


def _blurred(place: ResolvedPlace | None, name: Name) -> ResolvedPlace | None:
    """With "near" or a direction the place is no point: adm2 at most (claim.md)."""
    from dataclasses import replace

    if place is not None and name.modifier_kind in {"near", "direction"} and place.precision in {"point", "adm3"}:
        return replace(place, precision="adm2")
    return place
