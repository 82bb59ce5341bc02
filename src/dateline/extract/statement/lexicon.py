"""The words of statements, typed, from `vocab/statements_en.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, cast, get_args

from dateline.extract.source.words import forms, plural
from dateline.vocab.load import load

CueClass = Literal["speech", "document", "stance", "belief", "intent", "perception"]
CLASSES: Final[tuple[CueClass, ...]] = get_args(CueClass)
STATED: Final[frozenset[CueClass]] = frozenset({"speech", "document"})
"""The classes of which a page's statements are made; the others are attitudes."""
_FRAMES: Final = frozenset({"clause", "quote", "object", "infinitive", "gerund"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying or of an attitude: its base, its class, and what brings in the content.

    `frames` are of clause, quote, object, infinitive, gerund; `through` the prepositions or particles.
    """

    base: str
    kind: CueClass
    frames: frozenset[str]
    through: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of statements_en.yaml; `verbs` by each of their forms, `nouns` singular and plural."""

    verbs: Mapping[str, Verb]
    nouns: Mapping[str, CueClass]
    unsaid: frozenset[str]
    pictures: frozenset[str]
    showing: frozenset[str]
    judging: frozenset[str]
    judging_adjectives: frozenset[str]
    would: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    raw: dict[str, Any] = load("statements_en")
    verbs: dict[str, Verb] = {}
    for kind in reversed(CLASSES):
        for base, told in raw[kind].items():
            verbs.update(
                {form: verb for verb, irregular in [_verb(base, kind, told)] for form in forms(base, irregular)}
            )
    nouns = {
        form: cast(CueClass, kind) for kind, listed in raw["nouns"].items() for n in listed for form in (n, plural(n))
    }
    sets = ("unsaid", "pictures", "showing", "judging", "judging_adjectives", "would")
    return Lexicon(verbs=verbs, nouns=nouns, **{name: frozenset(raw[name]) for name in sets})


def _verb(base: str, kind: CueClass, told: str) -> tuple[Verb, list[str]]:
    words, _, irregular = told.partition("|")
    frames = frozenset(words.split())
    return Verb(base, kind, frames & _FRAMES, frames - _FRAMES), irregular.split()
