"""What there is to choose from: the names of a page, each once, with its candidates and what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.place.bound import bound_countries, parts_of_town
from dateline.extract.place.evidence import home_unit, named_units, shared_units
from dateline.extract.place.lookup import entries
from dateline.extract.place.names import Name
from dateline.extract.place.score import Choice
from dateline.extract.place.stated import Stated, key_of
from dateline.extract.place.words import words
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.gazetteer import Entry

_CANDIDATES: Final = 40
_LISTED: Final = re.compile(r",? (?:and |or )?|, ")
_SHORT: Final = 2
"""Names up to which a list says nothing of their kind."""
_LARGE: Final = 50_000
"""People from which on a town's name means the town rather than its province."""
_LARGER: Final = frozenset({"country", "adm1", "region", "wide", "water"})
"""What is no part of a town."""


def choices_of(names: Sequence[Name], around: Stated, in_lists: frozenset[str], text: str) -> dict[str, Choice]:
    """What has to be decided: each name once, with its kind and what is said to contain it.

    `around` is what `stated` gives, `in_lists` the keys of the names that stand in a list.
    """
    bound, parts = bound_countries(names, text), set(parts_of_town(names, text))
    containers = around.names
    found: dict[str, Choice] = {}
    for name in names:
        key = key_of(name)
        if key not in found:
            candidates = _candidates(name)
            most = max((e.population for e in candidates if e.feature == "place"), default=0)
            found[key] = Choice(name.text, candidates, name.kind, most=most, towns=_with_town(candidates))
        else:
            found[key] = replace(found[key], said=found[key].said + 1, kind=found[key].kind or name.kind)
    of_all = {key: choice.candidates for key, choice in found.items()}
    towns = {unit for choice in found.values() if choice.kind is None for unit in choice.towns}
    meeting, named = shared_units(of_all), named_units(of_all, towns)
    return {
        key: replace(
            choice,
            candidates=tuple(e for e in choice.candidates if key not in parts or e.feature not in _LARGER),
            country=bound.get(key),
            within=tuple(found[outer].candidates for outer in containers.get(key, ()) if outer in found),
            containers=tuple(containers.get(key, ())),
            inside=frozenset(outer for outer, how in containers.get(key, {}).items() if how != "bare"),
            surely=frozenset(
                outer
                for outer, how in containers.get(key, {}).items()
                if how == "word" or (how == "comma" and key not in in_lists)
            ),
            way=frozenset(around.beside.get(key, ())),
            shared=_met(key, choice, meeting),
            named=_named(key, choice, named),
        )
        for key, choice in found.items()
    }


def _met(key: str, choice: Choice, meeting: dict[str, dict[str, float]]) -> dict[str, float]:
    """The second-level units of a name's candidates in which other names can lie."""
    units = {unit for e in choice.candidates if (unit := home_unit(e)) in meeting and unit}
    told = {unit: sum(says for other, says in meeting[unit].items() if other != key) for unit in units}
    return {unit: min(1.0, says) for unit, says in told.items() if says}


def _named(key: str, choice: Choice, named: dict[str, dict[str, float]]) -> dict[str, float]:
    """The first-level units of a name's candidates that the page names, with how much other names speak for each."""
    units = {e.id if e.feature == "adm1" else e.admin1_id or "" for e in choice.candidates} & named.keys()
    told = {unit: sum(says for other, says in named[unit].items() if other != key) for unit in units}
    return {unit: min(1.0, says) for unit, says in told.items() if says}


def _candidates(name: Name) -> tuple[Entry, ...]:
    """The entries of the name with its kind word, then those of the bare name."""
    listed = (*entries(name.text), *entries(name.bare))
    if len(name.bare) > len(name.text):  # the "North" of "North and South Kivu"
        listed = entries(name.bare)
    if set(name.bare.lower().split()) <= words().directions:
        listed = (*entries(f"{name.bare} province"), *listed)  # "the North West"
    found = [e for e in listed if not _of_other_kind(e, name)]
    return tuple({(e.gazetteer, e.id): e for e in found}.values())[:_CANDIDATES]


def _of_other_kind(entry: Entry, name: Name) -> bool:
    """The text writes one kind of unit with the name, the entry bears another: "X Township" is not X County."""
    told, borne = (text.rpartition(" ")[2].lower() for text in (name.text, entry.name))
    units = words().units_by_word
    return told in units and (entry.feature == "adm1" or (borne in units and told != borne))


def lists_of(names: Sequence[Name], text: str) -> list[list[str]]:
    """Names that stand in one list: "X, Y and Z"."""
    found: list[list[str]] = []
    last: Name | None = None
    for name in names:
        if last is not None and last.sentence == name.sentence and _LISTED.fullmatch(text[last.end : name.start]):
            found[-1].append(key_of(name))
        else:
            found.append([key_of(name)])
        last = name
    return [row for row in found if len(row) > _SHORT]


def kinds_beside(key: str, lists: list[list[str]], resolved: dict[str, Entry | None]) -> str | None:
    """The kind of place that most others in the name's list are, None where they differ."""
    for row in lists:
        if key in row:
            kinds = [e.feature for other in row if other != key and (e := resolved.get(other)) is not None]
            most = max(set(kinds), key=kinds.count, default=None)
            return most if most and kinds.count(most) * 2 > len(row) - 1 else None
    return None


def _with_town(candidates: tuple[Entry, ...]) -> frozenset[str]:
    """The units among the candidates that have a large town of the same name."""
    large = [e for e in candidates if e.feature == "place" and e.population >= _LARGE]
    units = [e for e in candidates if e.feature in {"adm1", "adm2"}]
    return frozenset(
        u.id for u in units for town in large if u.id in {town.admin1_id, town.admin2_id} and _namesakes(u, town)
    )


def _namesakes(a: Entry, b: Entry) -> bool:
    """ "Aleppo" and "Aleppo", "Hasakah" and "Al Hasakah"; not "Bahia" and "Salvador", which was once called so."""
    return bool(set(fold(a.name).split()) & set(fold(b.name).split()))
