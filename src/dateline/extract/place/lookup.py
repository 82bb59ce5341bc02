"""Names asked of the gazetteer as a text writes them: letters that were garbled stand for any."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from dateline.extract.place.words import words
from dateline.extract.repair import LOST_LETTER
from dateline.gazetteer.memory import remembered
from dateline.vocab import countries
from dateline.vocab.fold import fold, without_possessive

if TYPE_CHECKING:
    from dateline.gazetteer import Entry, Gazetteer

_LETTERS: Final = (*"aeioucngslzyjrdtbmh", "", " ")
"""What a lost letter may have been, folded; the likelier first. "" for an apostrophe."""
_MOST_LOST: Final = 2
"""Lost letters in one name up to which it is worth guessing."""
_KNOWN: Final = 20_000
_OF_PEOPLE: Final = ("ese", "an", "ish", "is", "ans")
_PEOPLED: Final = 30_000
"""… from which on a first-level unit's is: an island's parish is as little known as a village."""
_POPULOUS: Final = 100_000
"""People from which on a town's bare name is enough to mean it."""


_TOWN: Final = 10_000


def _gazetteer() -> Gazetteer:
    from dateline.gazetteer import open_gazetteer

    return open_gazetteer()


@remembered(_KNOWN)
def entries(name: str) -> tuple[Entry, ...]:
    """The gazetteer's entries of a name, best first; () where it has none.

    Short forms are read in full ("Ore."), houses of power as where they stand.
    """
    letters = name.replace(".", "")
    if long := words().short.get(letters) or words().short_after_comma.get(letters):
        found = [e for full in long for e in _gazetteer().find(full)]
        return tuple(e for e in found if e.feature == "adm1") or tuple(found)
    name = words().houses.get(name) or name
    if LOST_LETTER in name:
        return tuple(e for spelling in _spellings(name) for e in _gazetteer().find(spelling))
    return _gazetteer().find(name)


@remembered(_KNOWN)
def listed(name: str) -> bool:
    """True when the gazetteer or the list of countries has the name as such, no respelling."""
    if LOST_LETTER in name:
        return bool(_spellings(name))
    return _gazetteer().has(name) or name in words().houses or countries.country_of(name) is not None


@remembered(_KNOWN)
def respelled(name: str) -> bool:
    """True for a name of several words that is listed with the liberties of transliteration."""
    return " " in name.replace("-", " ") and LOST_LETTER not in name and bool(_gazetteer().find(name))


@lru_cache(maxsize=_KNOWN)
def is_country(name: str) -> bool:
    """True for the name of a country or of one of its well-known parts, not for a demonym."""
    return bool(countries.readings(name)) and not is_demonym(name)


@lru_cache(maxsize=_KNOWN)
def is_demonym(name: str) -> bool:
    """True for a word that says whose people, and is no name of a place."""
    key = fold(without_possessive(name)).removeprefix("the ")
    if key in countries.names() or key in countries.parts():
        return False
    return key in countries.demonyms() or (len(countries.readings(name)) > 1 and key.endswith(_OF_PEOPLE))


@lru_cache(maxsize=_KNOWN)
def is_word(name: str) -> bool:
    """True for a name that is also an ordinary word or an organisation."""
    from dateline.gazetteer import is_ordinary_word

    return is_ordinary_word(name)


@lru_cache(maxsize=_KNOWN)
def is_person(name: str) -> bool:
    """True for a name that is also a common first name or surname."""
    from dateline.gazetteer import is_person_name

    return is_person_name(name)


@remembered(_KNOWN)
def important(name: str) -> bool:
    """A country, a unit of the first level, or a city so large that its bare name means it."""
    return any(
        e.feature in {"country", "region"}
        or e.capital
        or e.population >= (_PEOPLED if e.feature == "adm1" else _POPULOUS)
        for e in entries(name)[:3]
    )


@remembered(_KNOWN)
def twin_towns(first: str, second: str) -> bool:
    """True for two towns written as one word that is listed nowhere ("Fargo-Moorhead", "Aleppo-Damascus")."""
    if listed(f"{first}-{second}") or not first[:1].isupper() or not second[:1].isupper():
        return False
    return all(not is_person(name) and not is_word(name) and _is_town(name) for name in (first, second))


def _is_town(name: str) -> bool:
    return any(e.population >= _TOWN and not e.alternate for e in entries(name)[:1])


def _spellings(name: str) -> tuple[str, ...]:
    """The listed names that a name with lost letters can have been."""
    parts = fold(name).split(LOST_LETTER)
    if len(parts) - 1 > _MOST_LOST or sum(map(len, parts)) < 3:
        return ()
    tries = (
        parts[0] + "".join(map("".join, zip(letters, parts[1:], strict=True)))
        for letters in product(_LETTERS, repeat=len(parts) - 1)
    )
    return tuple(spelling for spelling in tries if _gazetteer().has(spelling))
