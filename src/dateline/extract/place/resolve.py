"""Which place a name means, by evidence: the kind word, what is said to contain it, the page's countries and places.

Nothing is forced: a name without a candidate that the page supports stays open, and a quarter that nobody lists takes
the town that is said to contain it. One name means one place throughout a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Toponym
from dateline.extract.place.evidence import Evidence, better_evidence, first_evidence, home_unit, shared_units
from dateline.extract.place.lookup import entries, important, is_country
from dateline.extract.place.names import Name
from dateline.extract.place.score import Choice, choose, is_near
from dateline.vocab import countries
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.gazetteer import Entry
    from dateline.model import ResolvedPlace

_CANDIDATES: Final = 40
_WITHIN: Final = re.compile(
    r" |,? \(?|,? (?:in|of|at) (?:the )?(?:[\w-]+ ){0,3}(?:of )?|, (?:the )?(?:[\w-]+ ){0,2}(?:of )?"
)
_LISTED: Final = re.compile(r",? (?:and |or )?|, ")
_SHORT: Final = 2
"""Names up to which a list says nothing of their kind."""
_OWNED: Final = re.compile(r"'s? (?:[\w-]+ ){0,2}")
_LARGE: Final = 50_000
"""People from which on a town's name means the town rather than its province."""
_UNIT_WORDS: Final = frozenset({"county", "parish", "township", "borough"})
_SAID: Final = re.compile(r"\b(?:in|of|at)\b")
_PARENTS: Final = frozenset({"place", "adm1", "adm2", "adm3"})
_REACH: Final = 60
"""Characters between a place and what is said to contain it."""


@dataclass(frozen=True, slots=True)
class Decided:
    """How the names of a page were decided: by folded name what there was to choose from and what was taken (None:
    left open), and the evidence at the end."""

    choices: dict[str, Choice]
    resolved: dict[str, Entry | None]
    evidence: Evidence

    def taken(self, name: Name) -> Entry | None:
        """What a name was taken for; a quarter that nobody lists for the town that is said to contain it, any other
        place for the town or unit that it is said to lie in."""
        entry = self.resolved[_key(name)]
        if entry is None and name.kind == "quarter":
            return self.stated_town(name)
        return self.stated_parent(name) if entry is None else entry

    def stated_town(self, name: Name) -> Entry | None:
        """The town that the text puts around a name, None where it tells none."""
        around = (self.resolved.get(key) for key in self.choices[_key(name)].containers)
        return next((e for e in around if e is not None and not e.is_unit), None)

    def stated_parent(self, name: Name) -> Entry | None:
        """The town or unit below a country in which the text says that a name lies, None where it tells none."""
        choice = self.choices[_key(name)]
        for key in choice.containers:
            entry = self.resolved.get(key)
            if entry is not None and entry.feature in _PARENTS and key in choice.inside:
                return entry
        return None


def resolve(names: Sequence[Name], mentioned: Sequence[str], text: str = "", home: str | None = None) -> list[Toponym]:
    """Toponyms for names; `mentioned` are the countries (ISO alpha-3) that words of the page name, `text` its text.

    `home` is the country of the outlet that printed the page, None where it is not known.
    """
    decided = decide(names, mentioned, text, home)
    said = {fold(name.bare) for name in names if not name.opens}
    return [_toponym(name, decided.taken(name)) for name in names if not name.opens or _told(name, decided, said)]


def _told(name: Name, decided: Decided, said: set[str]) -> bool:
    """A name that opens an institution's is a place where that is known, or the page speaks of it or of what is near.

    Else it is a founder's ("Percy French Hotel") or another language's word.
    """
    entry = decided.taken(name)
    if entry is None or fold(name.bare) in said or important(name.bare):
        return entry is not None
    return is_near(entry, decided.evidence)


def decide(names: Sequence[Name], mentioned: Sequence[str], text: str, home: str | None) -> Decided:
    """What the names of a page mean, each name once. The parameters are those of `resolve`."""
    choices = _choices(names, _containers(names, text))
    lists = _lists(names, text)
    first = evidence = first_evidence((c.candidates for c in choices.values()), mentioned, home)
    for _ in range(2):
        resolved = {key: choose(choice, evidence) for key, choice in choices.items()}
        evidence = better_evidence([e for e in resolved.values() if e is not None], evidence, mentioned)
        choices = {
            key: replace(choice, was=resolved[key], beside=_kinds_beside(key, lists, resolved))
            for key, choice in choices.items()
        }
    evidence = replace(evidence, at_first=first.countries)
    return Decided(choices, {key: choose(choice, evidence) for key, choice in choices.items()}, evidence)


def _key(name: Name) -> str:
    return fold(name.text)


def _choices(names: Sequence[Name], containers: dict[str, dict[str, bool]]) -> dict[str, Choice]:
    """What has to be decided: each name once, with its kind and what is said to contain it."""
    found: dict[str, Choice] = {}
    for name in names:
        key = _key(name)
        if key not in found:
            candidates = _candidates(name)
            found[key] = Choice(name.text, candidates, name.kind, towns=_with_town(candidates))
        else:
            found[key] = replace(found[key], said=found[key].said + 1, kind=found[key].kind or name.kind)
    meeting = shared_units({key: choice.candidates for key, choice in found.items()})
    return {
        key: replace(
            choice,
            within=tuple(found[outer].candidates for outer in containers.get(key, ()) if outer in found),
            containers=tuple(containers.get(key, ())),
            inside=frozenset(outer for outer, said in containers.get(key, {}).items() if said),
            shared=_met(key, choice, meeting),
        )
        for key, choice in found.items()
    }


def _met(key: str, choice: Choice, meeting: dict[str, dict[str, float]]) -> dict[str, float]:
    """The second-level units of a name's candidates in which other names can lie."""
    units = {unit for e in choice.candidates if (unit := home_unit(e)) in meeting and unit}
    told = {unit: sum(says for other, says in meeting[unit].items() if other != key) for unit in units}
    return {unit: min(1.0, says) for unit, says in told.items() if says}


def _candidates(name: Name) -> tuple[Entry, ...]:
    """The entries of the name with its kind word, then those of the bare name."""
    found = [e for e in (*entries(name.text), *entries(name.bare)) if not _of_other_kind(e, name)]
    return tuple({(e.gazetteer, e.id): e for e in found}.values())[:_CANDIDATES]


def _of_other_kind(entry: Entry, name: Name) -> bool:
    """The text writes one kind of unit with the name, the entry bears another: "X Township" is not X County."""
    told, borne = (text.rpartition(" ")[2].lower() for text in (name.text, entry.name))
    return told in _UNIT_WORDS and borne in _UNIT_WORDS and told != borne


def _lists(names: Sequence[Name], text: str) -> list[list[str]]:
    """Names that stand in one list: "X, Y and Z"."""
    found: list[list[str]] = []
    last: Name | None = None
    for name in names:
        if last is not None and last.sentence == name.sentence and _LISTED.fullmatch(text[last.end : name.start]):
            found[-1].append(_key(name))
        else:
            found.append([_key(name)])
        last = name
    return [row for row in found if len(row) > _SHORT]


def _kinds_beside(key: str, lists: list[list[str]], resolved: dict[str, Entry | None]) -> str | None:
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


def _containers(names: Sequence[Name], text: str) -> dict[str, dict[str, bool]]:
    """For each name those that the text puts around it: "X, Y", "X in Y province", "Y's X"; True: a word says so."""
    found: dict[str, dict[str, bool]] = {}
    for a, b in pairwise(names):
        if a.sentence != b.sentence or b.start - a.end > _REACH:
            continue
        between = text[a.end : b.start]
        if is_country(a.bare) and is_country(b.bare):
            continue
        if _WITHIN.fullmatch(between):
            outer, inner, said = b, a, _SAID.search(between) is not None or not between.startswith(" ")
        elif _OWNED.fullmatch(between):
            outer, inner, said = a, b, _SAID.search(between) is None
        else:
            continue
        around = found.setdefault(_key(inner), {})
        around[_key(outer)] = said or around.get(_key(outer), False)
    return found


def _toponym(name: Name, entry: Entry | None) -> Toponym:
    place = entry.resolved() if entry is not None else None
    listed = countries.country_of(name.text) if is_country(name.text) else None
    country = place.country if place is not None else listed
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
        dateline=name.dateline,
    )


def _blurred(place: ResolvedPlace | None, name: Name) -> ResolvedPlace | None:
    """With "near" or a direction the place is no point: adm2 at most (claim.md)."""
    if place is not None and name.modifier_kind in {"near", "direction"} and place.precision in {"point", "adm3"}:
        return replace(place, precision="adm2")
    return place
