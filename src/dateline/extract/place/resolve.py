"""Which place a name means, by evidence: the kind word, what is said to contain it, the page's countries and places.

Nothing is forced: a name without a candidate that the page supports stays open, and a quarter that nobody lists takes
the town that is said to contain it. One name means one place throughout a page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Toponym
from dateline.extract.place.choices import choices_of, kinds_beside, lists_of
from dateline.extract.place.evidence import Evidence, better_evidence, first_evidence, great_city
from dateline.extract.place.lookup import important, is_country
from dateline.extract.place.names import Name
from dateline.extract.place.score import WAY_KM, Choice, choose, in_town, is_near, lies_about
from dateline.extract.place.seat import as_told, kinds_told
from dateline.extract.place.stated import Stated, key_of, stated
from dateline.vocab import countries
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.gazetteer import Entry
    from dateline.model import ResolvedPlace

_IN: Final = re.compile(r",? (?:in )?(?:the )?")
_PARENTS: Final = frozenset({"place", "adm1", "adm2", "adm3", "region"})
_POPULOUS: Final = 500_000
"""People from which on a town is meant whatever the text puts around its name."""
_SMALL: Final = 20_000
"""People below which a settlement may have its name by chance from a quarter of a great city."""
_LARGE_KINDS: Final = frozenset({"country", "wide", "water", "region", "adm1"})
_HOSTS: Final = _PARENTS | {"country"}
"""What an institution can stand in: an embassy is said to be in a country."""


@dataclass(frozen=True, slots=True)
class Decided:
    """How the names of a page were decided: by folded name what there was to choose from and what was taken (None:
    left open), what the text says they lie in, and the evidence at the end."""

    choices: dict[str, Choice]
    resolved: dict[str, Entry | None]
    stated: Stated
    evidence: Evidence

    def taken(self, name: Name) -> Entry | None:
        """What a name was taken for; a quarter that nobody lists for the town that is said to contain it, any other
        place for the town or unit that it is said to lie in."""
        entry = self.resolved[key_of(name)]
        if entry is None and name.kind == "quarter":
            return self.stated_town(name)
        if entry is not None:
            return entry
        return self.stated_parent(name) or self.named_town(name)

    def named_town(self, name: Name) -> Entry | None:
        """The town or unit of the page whose name opens or closes a longer one ("Orl Heights"); None for a street."""
        words_ = name.bare.split()
        if name.kind == "quarter" or len(words_) < 2:
            return None
        parts = [" ".join(words_[:n]) for n in range(len(words_) - 1, 0, -1)]
        parts += [" ".join(words_[n:]) for n in range(1, len(words_))]
        found = (self.resolved.get(fold(part)) for part in parts if fold(part) != key_of(name))
        return next((e for e in found if e is not None and e.feature in _PARENTS), None)

    def holders(self) -> set[str]:
        """The names in which the text says that another town lies."""
        towns = (key for key, entry in self.resolved.items() if entry is not None and entry.feature == "place")
        return {outer for key in towns for outer in self.choices[key].surely if outer != key}

    def stated_town(self, name: Name) -> Entry | None:
        """The town that the text puts around a name, None where it tells none."""
        around = (self.resolved.get(key) for key in self.choices[key_of(name)].containers)
        return next((e for e in around if e is not None and not e.is_unit), None)

    def stated_parent(self, name: Name) -> Entry | None:
        """The town or unit below a country in which the text says that a name lies, None where it tells none."""
        choice = self.choices[key_of(name)]
        for key in choice.containers:
            entry = self.resolved.get(key)
            if entry is not None and entry.feature in _PARENTS and key in choice.inside:
                return entry
        return None

    def of_institution(self, name: Name, said: Collection[str]) -> tuple[Entry | None, bool]:
        """Where the institution stands that is called after a name; True with the town or unit that the text puts
        around it, False with the place of that name itself, None where neither is known.

        The place of the name counts where everybody knows it, or the page speaks of it (`said`, folded) or of what is
        near. Else it is a founder's ("Orley Dunn Hotel") or another language's word.
        """
        own = self.resolved[key_of(name)]
        parent = self.resolved.get(self.stated.institutions.get(name.start, ""))
        if parent is not None and parent.feature in _HOSTS and (own is None or not lies_about(own, parent)):
            return parent, True
        if own is None or fold(name.bare) in said or important(name.bare) or is_near(own, self.evidence):
            return own, False
        return None, False


def resolve(names: Sequence[Name], mentioned: Sequence[str], text: str = "", home: str | None = None) -> list[Toponym]:
    """Toponyms for names; `mentioned` are the countries (ISO alpha-3) that words of the page name, `text` its text.

    `home` is the country of the outlet that printed the page, None where it is not known.
    """
    decided = decide(names, mentioned, text, home)
    said, around = _spoken_of(names, text), _around_towns(names, decided, text)
    kinds = kinds_told(names, decided.holders(), text, around)
    found = []
    for name in names:
        entry, whole = decided.of_institution(name, said) if name.opens else (decided.taken(name), False)
        if not name.opens and decided.resolved[key_of(name)] is entry:
            entry = as_told(name, entry, kinds, text, around)
        toponym = _toponym(_whole(name, text) if whole else name, entry, decided.choices[key_of(name)].country)
        if toponym.country is not None or toponym.place is not None or not name.aside:
            found.append(toponym)
    return found


def _around_towns(names: Sequence[Name], decided: Decided, text: str) -> set[int]:
    """Where names begin that stand right behind a town of that unit: "the town of Y in X", "Y, X"."""
    found = set()
    for inner, outer in pairwise(names):
        if inner.opens or outer.opens or not _IN.fullmatch(text[inner.end : outer.start]):
            continue
        town, unit = decided.resolved[key_of(inner)], decided.resolved[key_of(outer)]
        own = unit.id if unit is not None and unit.feature == "adm1" else unit.admin1_id if unit is not None else None
        if town is not None and town.feature == "place" and own and town.admin1_id == own and town != unit:
            found.add(outer.start)
    return found


def _spoken_of(names: Sequence[Name], text: str) -> set[str]:
    """The names of which a page speaks by themselves, or by which it calls two institutions."""
    called: dict[str, set[str]] = {}
    for name in names:
        called.setdefault(fold(name.bare), set()).add(text[slice(*name.whole)] if name.opens else "")
    return {bare for bare, wholes in called.items() if "" in wholes or len(wholes) > 1}


def _whole(name: Name, text: str) -> Name:
    """A name with all that the institution is called."""
    start, end = name.whole
    return replace(name, start=start, end=end, text=text[start:end], bare=text[start:end])


def decide(names: Sequence[Name], mentioned: Sequence[str], text: str, home: str | None) -> Decided:
    """What the names of a page mean, each name once. The parameters are those of `resolve`."""
    around = stated(names, text)
    lists = lists_of(names, text)
    choices = choices_of(names, around, frozenset(key for row in lists for key in row), text)
    first = evidence = first_evidence(_telling(choices), mentioned, home)
    for _ in range(2):
        resolved = _chosen(choices, evidence)
        evidence = better_evidence([e for e in resolved.values() if e is not None], evidence, mentioned)
        choices = {
            key: replace(choice, was=resolved[key], beside=kinds_beside(key, lists, resolved))
            for key, choice in choices.items()
        }
    evidence = replace(evidence, at_first=first.countries)
    return Decided(choices, _chosen(choices, evidence), around, evidence)


def _telling(choices: dict[str, Choice]) -> list[tuple[Entry, ...]]:
    """The candidates of the names that tell of a country: beside a great city's not those of its streets, which are
    called after anybody and anything."""
    named = [choice.candidates for choice in choices.values() if choice.kind != "quarter"]
    return named if any(map(great_city, named)) else [choice.candidates for choice in choices.values()]


def _chosen(choices: dict[str, Choice], evidence: Evidence) -> dict[str, Entry | None]:
    """What each name is taken for: where the text tells of it where it lies, only what lies there."""
    found = {key: choose(choice, evidence) for key, choice in choices.items()}
    return {key: _that_lies_there(entry, choices[key], found, evidence) for key, entry in found.items()}


def _that_lies_there(
    entry: Entry | None, choice: Choice, found: dict[str, Entry | None], evidence: Evidence
) -> Entry | None:
    """The entry, or the best of its namesakes that lie where the text puts the name; None where none does."""
    if entry is None or not _elsewhere(entry, choice, found):
        return entry
    around = _taken((*choice.surely, *choice.way), found)
    there = (e for e in choice.candidates if e.feature == "place" and any(lies_about(e, one) for one in around))
    others = tuple(e for e in there if not _elsewhere(e, choice, found))
    return choose(replace(choice, candidates=others), evidence) if others else None


def _elsewhere(entry: Entry, choice: Choice, found: dict[str, Entry | None]) -> bool:
    """A namesake: the text says of what the name lies in, and the candidate does not lie there, or on which side of
    another town, and it is far from that. A province lies in no town far from it ("the Orl quarter of X")."""
    if entry.capital or (entry.population >= _POPULOUS and entry.feature == "place"):
        return False
    outers = _taken(choice.surely, found)
    if _is_quarter(entry, choice) and (cities := _great((*outers, *_taken(choice.way, found)))):
        return not in_town(entry, cities)
    if entry.feature in _LARGE_KINDS:
        outers = [outer for outer in outers if entry.feature == "adm1" and outer.feature == "place"]
    elif (ways := _taken(choice.way, found)) and not any(lies_about(entry, way, WAY_KM) for way in ways):
        return True
    return bool(outers) and not any(lies_about(entry, outer) for outer in outers)


def _is_quarter(entry: Entry, choice: Choice) -> bool:
    """A small settlement for what the text calls a district: of a great city, it lies in that."""
    return entry.feature == "place" and entry.population < _SMALL and choice.kind in {"quarter", "adm2"}


def _great(outers: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(outer for outer in outers if outer.feature == "place" and outer.population >= _POPULOUS)


def _taken(keys: Collection[str], found: dict[str, Entry | None]) -> list[Entry]:
    return [outer for key in keys if (outer := found.get(key)) is not None and outer.feature in _PARENTS]


def _toponym(name: Name, entry: Entry | None, bound: str | None) -> Toponym:
    place = entry.resolved() if entry is not None else None
    listed = countries.country_of(name.text) if is_country(name.text) else None
    country = place.country if place is not None else listed or bound
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
