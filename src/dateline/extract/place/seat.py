"""A town and the unit that is called after it: which of the two a name means where its own words say it.

"The city of Orl", "Orl city", "a quarter of eastern Orl" mean the town, "the province of Orl" the unit, however the
gazetteer spells either. A bare name of a lesser town means the unit, in which it lies, on a page that speaks of that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.extract.place.lookup import entries
from dateline.extract.place.names import Name
from dateline.extract.place.words import words
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.gazetteer import Entry

_UNITS: Final = frozenset({"adm1", "adm2"})
_GREAT: Final = 600_000
"""People from which on a town's bare name means the town, whatever else the page says of its province."""
_SOUNDS: Final = re.compile(r"[aeiouyhw'’ -]")
_QUARTER: Final = re.compile(
    r"\b(?:neighbou?rhoods?|quarters?|suburbs?|districts?|streets|outskirts) (?:of|in) (?:the )?(?:[\w-]+ ){0,3}$"
    r"|\bcapital(?: city)?,? $|\b(?:city|town) of $",
    re.I,
)
_ITS_QUARTER: Final = re.compile(r"['’]?s (?:[\w-]+ ){0,3}(?:neighbou?rhood|quarter|suburb|suburbs)\b")
_CAPITAL_OF: Final = re.compile(r",? (?:the|its|their|[\w-]+['’]s) (?:[\w'’-]+ ){0,4}capital\b", re.IGNORECASE)
_VILLAGE: Final = re.compile(r" villages?$", re.IGNORECASE)
"""A village of a province bears its name ("an Orl village"), and is not its town."""
_VILLAGES: Final = re.compile(
    r"\b(?:villages|towns|hamlets) (?:in|across|of) (?:the )?(?:[a-z]+ part of )?$", re.IGNORECASE
)
"""What lies in a province, and in no town."""
_COUNTRY_BEFORE: Final = re.compile(r"\b(?:rural|countryside of) (?:the )?$", re.IGNORECASE)
_COUNTRY_BEHIND: Final = re.compile(r"(?:['’]s)? (?:[a-z-]*(?:eastern|western|northern|southern) )?countryside\b")
_BEFORE: Final = 80
_BOTH: Final = 2
_TAKEN_UP: Final = re.compile(r"\b[Tt]he (?:two |both )?(city|cities|province|governorate)\b(?! (?:of|in) )")
_BESIDE: Final = re.compile(r"\b(?:(?:north|south|east|west)[a-z]* of|outside|near|around) $", re.IGNORECASE)
_REACH: Final = 200
"""Code points from a name to the words that take it up, no other name between."""


def as_told(
    name: Name, entry: Entry | None, kinds: dict[str, Told], text: str, around: Set[int] = frozenset()
) -> Entry | None:
    """The entry, or the town or unit of the same name that the words mean. `kinds` are those of `kinds_told`,
    `around` its parameter."""
    if entry is None:
        return None
    told = _said(name, text, around) or (kinds.get(fold(name.bare)) or Told()).at(name.start)
    if _is_rural(name, text) and (unit_around := _countryside(name, entry)) is not None:
        return unit_around
    unit = name.kind == "adm1"
    town = (name.kind == "place" and not _VILLAGE.search(name.text)) or (not unit and _of_quarter(name, text))
    if not (town or unit) and name.kind is None:
        seat = entry if entry.feature == "place" else town_in(entry, name.bare)
        unit = (
            told == "adm1"
            and name.modifier_kind not in {"near", "direction"}
            and seat is not None
            and seat.population < _GREAT
        )
        town = told == "place"
    if town and entry.feature in _UNITS:
        return town_in(entry, name.bare) or entry
    if unit and entry.feature == "place":
        return _unit_of(entry, name) or entry
    return entry


def _is_rural(name: Name, text: str) -> bool:
    """ "Rural Orl", "the countryside of Orl", "Orl countryside", "Orl's eastern countryside": without its town."""
    before, bare = text[max(0, name.start - _BEFORE) : name.start], name.start + len(name.bare)
    return bool(_COUNTRY_BEFORE.search(before) or _COUNTRY_BEHIND.match(text[bare : bare + _BEFORE]))


def _countryside(name: Name, entry: Entry) -> Entry | None:
    """The unit around a town of which the countryside is told."""
    if entry.feature != "place":
        return None
    own = (e for e in entries(f"{name.bare} countryside") if e.feature == "adm1" and e.country == entry.country)
    return next(own, None) or _unit_of(entry, name)


@dataclass(frozen=True, slots=True)
class Told:
    """What a page calls a name: `kinds` that any of its words give, and by working offset what `said` openly."""

    kinds: frozenset[str] = frozenset()
    said: tuple[tuple[int, str], ...] = ()

    def at(self, start: int) -> str | None:
        """What a bare name at an offset is: the one kind that is told; of both the nearest one, where one is near, else
        before both the first, and then what is told more. None where the page tells no kind."""
        if len(self.kinds) < _BOTH or not self.said:
            return next(iter(self.kinds)) if len(self.kinds) == 1 else None
        at, nearest = min(self.said, key=lambda one: abs(one[0] - start))
        if abs(at - start) <= _REACH:
            return nearest
        if self.said[0][0] > start:
            return self.said[0][1]
        return Counter(kind for _, kind in self.said).most_common(1)[0][0]


def kinds_told(
    names: Sequence[Name], holders: Set[str], text: str = "", around: Set[int] = frozenset()
) -> dict[str, Told]:
    """By folded bare name whether the page calls it a town ("place"), speaks of a province ("adm1"), or both.

    A province it is where "province" stands with it ("rural Orl", "the Orl countryside" as well), and where another
    town is said to lie in it: by `holders`, folded, somewhere on the page, by `around` right where it begins (working
    offsets). A town where quarters are its ("a district of Orl"), or "the city" behind it takes it up.
    """
    found: dict[str, Told] = {}
    taken_up = _taken_up(names, text)
    for name in names:
        if name.opens:
            continue
        told = found.setdefault(fold(name.bare), Told())
        said = _said(name, text, around) or taken_up.get(name.start)
        kinds = {said} if said else {"adm1"} if name.kind is None and fold(name.bare) in holders else set()
        openly = ((name.start, said),) if said else ()
        found[fold(name.bare)] = Told(told.kinds | kinds, (*told.said, *openly))
    return found


def _said(name: Name, text: str, around: Set[int]) -> str | None:
    """What the words that stand with a name call it."""
    if name.kind in {"place", "adm1"}:
        return name.kind
    if name.kind is not None:
        return None
    villages = _VILLAGES.search(text[max(0, name.start - _BEFORE) : name.start])
    if (name.modifier or "").lower() in words().rural or name.start in around or villages:
        return "adm1"
    return "place" if _of_quarter(name, text) else None


def _taken_up(names: Sequence[Name], text: str) -> dict[int, str]:
    """By where they begin the names that "the city", "the two cities", "the province" behind them take up."""
    found: dict[int, str] = {}
    ends = [name.end for name in names]
    for match in _TAKEN_UP.finditer(text):
        last = bisect_right(ends, match.start()) - 1
        beside = _BESIDE.search(text[max(0, match.start() - _BEFORE) : match.start()])
        if last < 0 or beside or match.start() - ends[last] > _REACH or names[last].kind is not None:
            continue
        kind = "adm1" if match[1] in words().provinces else "place"
        found.setdefault(names[last].start, kind)
        if match[1] == "cities" and last and text[ends[last - 1] : names[last].start] == " and ":
            found.setdefault(names[last - 1].start, kind)
    return found


def _of_quarter(name: Name, text: str) -> bool:
    """ "A district of northern Orl": quarters are a town's."""
    before, behind = text[max(0, name.start - _BEFORE) : name.start], text[name.end : name.end + _BEFORE]
    return bool(_QUARTER.search(before) or _ITS_QUARTER.match(behind) or _CAPITAL_OF.match(behind))


def town_in(unit: Entry, bare: str) -> Entry | None:
    """The largest town in a unit that bears its name, as the text writes it in `bare`; None where none does."""
    known = (*entries(bare), *entries(unit.name))
    towns = [e for e in known if e.feature == "place" and _lies_in(e, unit) and alike(e.name, unit.name)]
    return max(towns, key=lambda e: e.population, default=None)


def _lies_in(town: Entry, unit: Entry) -> bool:
    """Also in a district of its province, where the gazetteer does not say in which one it lies."""
    if unit.feature == "adm2" and town.admin2_id is None:
        return town.admin1_id is not None and town.admin1_id == unit.admin1_id
    return unit.id in {town.admin1_id, town.admin2_id}


def _unit_of(town: Entry, name: Name) -> Entry | None:
    """The first-level unit that a town lies in and that bears its name."""
    known: Iterable[Entry] = (*entries(name.bare), *entries(town.name))
    return next((e for e in known if e.feature == "adm1" and e.id == town.admin1_id and alike(town.name, e.name)), None)


def alike(one: str, other: str) -> bool:
    """ "Hamah" and "Hama", "Ar Raqqah" and "Raqqa": one name in two spellings; not what was once called so."""
    return bool(_spoken(one) & _spoken(other))


def _spoken(name: str) -> set[str]:
    """The words of a name by the consonants that are heard, doubled ones once; articles left out."""
    heard = (_SOUNDS.sub("", word) or word[:1] for word in fold(name).split() if len(word) > len("al"))
    words = [re.sub(r"(.)\1+", r"\1", word) for word in heard]
    return {"".join(words), *words}
