"""A town and the unit that is called after it: which of the two a name means where its own words say it.

"The city of Orl", "Orl city", "a quarter of eastern Orl" mean the town, "the province of Orl" the unit, however the
gazetteer spells either. A bare name of a lesser town means the unit, in which it lies, on a page that speaks of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING, Final

from dateline.extract.place.lookup import entries
from dateline.extract.place.names import Name
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from dateline.gazetteer import Entry

_UNITS: Final = frozenset({"adm1", "adm2"})
_GREAT: Final = 600_000
"""People from which on a town's bare name means the town, whatever else the page says of its province."""
_SOUNDS: Final = re.compile(r"[aeiouyhw'’ -]")
_QUARTER: Final = re.compile(
    r"\b(?:neighbou?rhoods?|quarters?|suburbs?|districts?|streets|outskirts) (?:of|in) (?:the )?(?:[\w-]+ ){0,3}$"
    r"|\bcapital(?: city)?,? $",
    re.I,
)
_VILLAGE: Final = re.compile(r" villages?$", re.IGNORECASE)
"""A village of a province bears its name ("an Orl village"), and is not its town."""
_RURAL: Final = frozenset({"rural", "countryside", "the countryside of", "countryside of"})
_COUNTRY_BEFORE: Final = re.compile(r"\b(?:rural|countryside of) (?:the )?$", re.IGNORECASE)
_COUNTRY_BEHIND: Final = re.compile(r"(?:['’]s)? (?:[a-z-]*(?:eastern|western|northern|southern) )?countryside\b")
_BEFORE: Final = 80


def as_told(name: Name, entry: Entry | None, kinds: dict[str, set[str]], text: str) -> Entry | None:
    """The entry, or the town or unit of the same name that the words mean. `kinds` are those of `kinds_told`."""
    if entry is None:
        return None
    told = kinds.get(fold(name.bare), set())
    if _is_rural(name, text) and (around := _countryside(name, entry)) is not None:
        return around
    unit = name.kind == "adm1"
    town = (name.kind == "place" and not _VILLAGE.search(name.text)) or (not unit and _of_quarter(name, text))
    if not (town or unit) and name.kind is None:
        seat = entry if entry.feature == "place" else _town_in(entry, name)
        unit = (
            "adm1" in told
            and name.modifier_kind not in {"near", "direction"}
            and seat is not None
            and seat.population < _GREAT
        )
        town = told == {"place"}
    if town and entry.feature in _UNITS:
        return _town_in(entry, name) or entry
    if unit and entry.feature == "place":
        return _unit_of(entry, name) or entry
    return entry


def _is_rural(name: Name, text: str) -> bool:
    """ "Rural Orl", "the countryside of Orl", "Orl's eastern countryside": the province without its town."""
    before = text[max(0, name.start - _BEFORE) : name.start]
    return bool(_COUNTRY_BEFORE.search(before) or _COUNTRY_BEHIND.match(text[name.end : name.end + _BEFORE]))


def _countryside(name: Name, entry: Entry) -> Entry | None:
    """The unit around a town of which the countryside is told."""
    if entry.feature != "place":
        return None
    own = (e for e in entries(f"{name.bare} countryside") if e.feature == "adm1" and e.country == entry.country)
    return next(own, None) or _unit_of(entry, name)


def kinds_told(names: Sequence[Name], holders: Set[str]) -> dict[str, set[str]]:
    """By folded bare name whether the page calls it a town ("place"), speaks of a province ("adm1"), or both.

    A province it is where "province" stands with it ("rural Orl", "the Orl countryside" as well), and where another
    town is said to lie in it (`holders`, folded).
    """
    found: dict[str, set[str]] = {}
    for name in names:
        if name.opens:
            continue
        kinds = found.setdefault(fold(name.bare), set())
        if name.kind in {"place", "adm1"}:
            kinds.add(name.kind)
        elif name.kind is None and ((name.modifier or "").lower() in _RURAL or fold(name.bare) in holders):
            kinds.add("adm1")
    return found


def _of_quarter(name: Name, text: str) -> bool:
    """ "A district of northern Orl": quarters are a town's."""
    return bool(_QUARTER.search(text[max(0, name.start - _BEFORE) : name.start]))


def _town_in(unit: Entry, name: Name) -> Entry | None:
    """The largest town in a unit that bears its name."""
    known = (*entries(name.bare), *entries(unit.name))
    towns = [e for e in known if e.feature == "place" and unit.id in {e.admin1_id, e.admin2_id} and _alike(e, unit)]
    return max(towns, key=lambda e: e.population, default=None)


def _unit_of(town: Entry, name: Name) -> Entry | None:
    """The first-level unit that a town lies in and that bears its name."""
    known: Iterable[Entry] = (*entries(name.bare), *entries(town.name))
    return next((e for e in known if e.feature == "adm1" and e.id == town.admin1_id and _alike(town, e)), None)


def _alike(town: Entry, unit: Entry) -> bool:
    """ "Hamah" and "Hama", "Ar Raqqah" and "Raqqa": one name in two spellings; not a town that was once called so."""
    return bool(_spoken(town.name) & _spoken(unit.name))


def _spoken(name: str) -> set[str]:
    """The words of a name by the consonants that are heard, doubled ones once; articles left out."""
    heard = (_SOUNDS.sub("", word) or word[:1] for word in fold(name).split() if len(word) > len("al"))
    words = [re.sub(r"(.)\1+", r"\1", word) for word in heard]
    return {"".join(words), *words}
