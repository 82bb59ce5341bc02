"""Countries by the words of the news: names, demonyms, capitals, regions (`countries.yaml`).

Words are compared folded (`dateline.vocab.fold`): case, accents, hyphens, full stops and a leading "the" do
not count. Short forms such as "US" or "CAR" count only as they are written, or in "us" every pronoun would be
a country. Countries are ISO 3166-1 alpha-3 throughout (Kosovo: XKX).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from dateline.vocab.fold import fold, without_possessive
from dateline.vocab.load import load

_NO_PLURAL_IN_S = ("s", "sh", "ch", "ese", "men", "chman", "shman", "tsman", "woman")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. `names` has the usual English name first; `exact` are forms that count as written."""

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    exact: tuple[str, ...]
    parts: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Every country and territory by its alpha-3 code."""
    rows = load("countries")["countries"]
    return MappingProxyType({iso3: _country(iso3, row) for iso3, row in rows.items()})


@lru_cache(maxsize=1 << 14)
def country_of(word: str) -> str | None:
    """The country that a name, demonym, short form or region of the news names; None when it names none or two.

    A possessive ending is put aside ("Iraq's"). Words that name two countries ("Congolese") give None here:
    see `readings`. Capitals are no country: see `capitals`.
    """
    bare = without_possessive(word.strip())
    return _exact().get(bare) or _words().get(_key(bare))


def readings(word: str) -> tuple[str, ...]:
    """All countries that the word can name, the likelier first: ("COD", "COG") for "Congo", () for no country."""
    two = _two_countries().get(_key(without_possessive(word.strip())))
    one = country_of(word)
    return two or ((one,) if one else ())


def is_ambiguous(word: str) -> bool:
    """True when the word names two countries, or a country and also something else ("Jordan", "Turkey")."""
    key = _key(without_possessive(word.strip()))
    return key in _two_countries() or key in _also_else()


@cache
def names() -> Mapping[str, str]:
    """Folded names of countries (short forms left out: see `short_forms`) → alpha-3."""
    return _index((name, c.iso3) for c in countries().values() for name in c.names)


@cache
def demonyms() -> Mapping[str, str]:
    """Folded demonyms, national adjectives and their plurals → alpha-3."""
    return _index((word, c.iso3) for c in countries().values() for word in c.demonyms)


@cache
def parts() -> Mapping[str, str]:
    """Folded names of regions that tell their country ("Scotland", "Gaza Strip") → alpha-3."""
    return _index((name, c.iso3) for c in countries().values() for name in c.parts)


@cache
def capitals() -> Mapping[str, str]:
    """Folded names of capitals → alpha-3. A capital that has its country's own name is not here."""
    return _index((name, c.iso3) for c in countries().values() for name in c.capitals)


@cache
def short_forms() -> Mapping[str, str]:
    """Short forms exactly as written ("US", "U.S.", "DRC") → alpha-3."""
    return MappingProxyType(_exact())


@cache
def called_after() -> frozenset[str]:
    """Things of a kind that is called after a people, wherever it is ("Russian roulette")."""
    return frozenset(load("countries")["called_after"])


def iso3_of_iso2(iso2: str) -> str | None:
    """Alpha-3 of an alpha-2 code ("IQ" gives "IRQ"), None when it is not assigned."""
    return _iso2().get(iso2.upper())


def _country(iso3: str, row: Mapping[str, object]) -> Country:
    def words(field: str) -> tuple[str, ...]:
        value = row.get(field) or ()
        assert isinstance(value, list | tuple), f"countries.yaml: {iso3}.{field} is no list"
        return tuple(map(str, value))

    name = str(row["name"])
    people = tuple(form for word in words("people") for form in _with_plural(word))
    return Country(
        iso3=iso3,
        iso2=str(row["iso2"]),
        name=name,
        names=(name, *words("also")),
        exact=words("exact"),
        parts=words("parts"),
        demonyms=tuple(dict.fromkeys(people)),
        capitals=words("capital"),
    )


def _with_plural(word: str) -> Iterator[str]:
    yield word
    if not word.endswith(_NO_PLURAL_IN_S):
        yield word + "s"


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    two = _two_countries()
    return MappingProxyType({key: iso3 for word, iso3 in pairs if (key := _key(word)) not in two})


def _key(word: str) -> str:
    return fold(word).removeprefix("the ")


@cache
def _words() -> Mapping[str, str]:
    return {**parts(), **demonyms(), **names()}


@cache
def _exact() -> dict[str, str]:
    return {form: c.iso3 for c in countries().values() for form in c.exact}


@cache
def _two_countries() -> dict[str, tuple[str, ...]]:
    return {_key(word): tuple(codes) for word, codes in load("countries")["two_countries"].items()}


@cache
def _also_else() -> frozenset[str]:
    return frozenset(_key(word) for word in load("countries")["also_else"])


@cache
def _iso2() -> dict[str, str]:
    return {c.iso2: c.iso3 for c in countries().values()}
