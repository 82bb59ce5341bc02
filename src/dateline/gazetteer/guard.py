"""Names of places that are also something else (`vocab/place_guard.yaml`): words, persons, organisations."""

from __future__ import annotations

from functools import cache

from dateline.vocab.fold import fold
from dateline.vocab.load import load


def is_ordinary_word(name: str) -> bool:
    """True for a name that is also an ordinary word or an organisation: "Of", "Reading", "March", "Red Cross"."""
    key = fold(name)
    return key in _listed("words") or key in _others()


def is_person_name(name: str) -> bool:
    """True for a name that is also a common first name or surname: "Ali", "Victoria", "Lincoln"."""
    return fold(name) in _listed("persons")


def is_common_word(name: str) -> bool:
    """True for a name that needs more than a capital letter to be taken for a place: a word, or a person's name."""
    return is_ordinary_word(name) or is_person_name(name)


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(str(load("place_guard")[group]).split())


@cache
def _others() -> frozenset[str]:
    return frozenset(map(str, load("place_guard")["others"]))
