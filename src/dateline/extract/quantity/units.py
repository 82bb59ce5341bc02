"""What kind of thing a noun counts, from `vocab/units_en.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from dateline.vocab.load import load

if TYPE_CHECKING:
    from spacy.tokens import Token

Counted = Literal["person", "household", "dwelling", "thing", "omitted", "unknown"]
"""What a noun counts. "omitted": the number stands without a noun ("20 were injured")."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """The lists of nouns by what they count."""

    household: frozenset[str]
    dwelling: frozenset[str]
    dwelling_beside: frozenset[str]
    person: frozenset[str]
    person_endings: tuple[str, ...]
    thing: frozenset[str]
    strength: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of English, read once."""
    data = load("units_en")
    return Nouns(
        household=frozenset(data["household"]),
        dwelling=frozenset(data["dwelling"]),
        dwelling_beside=frozenset(data["dwelling_beside"]),
        person=frozenset(word for row in data["person"] for word in row),
        person_endings=tuple(data["person_endings"]),
        thing=frozenset(word for row in data["thing"] for word in row),
        strength=frozenset(data["strength"]),
    )


def counted(noun: Token) -> Counted:
    """What a noun counts; "unknown" where no list and no ending tells."""
    lemma, text = noun.lemma_.lower(), noun.text.lower()
    alone, in_company = _listed(lemma, text, False), _listed(lemma, text, True)
    return in_company if alone != in_company and _beside_dwelling(noun) else alone


@lru_cache(maxsize=20_000)
def _listed(lemma: str, text: str, beside: bool) -> Counted:
    """What the lists say of a noun, `beside` a word for dwellings or not."""
    lists = nouns()
    for word in (
        lemma,
        text,
        text.removesuffix("s"),
        text.rsplit("-", 1)[-1],
        text.rsplit("-", 1)[-1].removesuffix("s"),
    ):
        if word in lists.household:
            return "household"
        if word in lists.dwelling:
            return "dwelling"
        if beside and word in lists.dwelling_beside:
            return "dwelling"
        if word in lists.thing:
            return "thing"
        if word in lists.person:
            return "person"
    return "person" if text.endswith(lists.person_endings) else "unknown"


def _beside_dwelling(noun: Token) -> bool:
    """ "housing units", "homes and buildings", "residential buildings"."""
    near = [*noun.lefts, *noun.conjuncts, noun.head if noun.dep_ == "conj" else noun]
    return any(
        t.lemma_.lower() in nouns().dwelling or t.lemma_.lower() in {"residential", "housing", "living"}
        for t in near
        if t != noun
    )
