"""The words of attribution, read from `vocab/cues_en.yaml` and `vocab/offices_en.yaml` into ready sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from dateline.model.words import SourceType
from dateline.vocab.load import load

_VOWELS: Final = "aeiou"
_SETS: Final = (
    "channels", "needs_clause", "needs_count_word", "tells_of", "told_events", "count_objects", "count_words",
    "citing", "passive", "passive_of_records", "pronouns", "own_voice", "bodies_again", "persons_again",
    "plurals_again", "told_press", "told_nouns", "told_verbs", "turns", "hands", "person_nouns", "times", "manner",
    "afterwards", "between", "counted_by", "not_first", "body_words", "by_field", "beings_only",
    "phrase_openers", "place_nouns", "refusals", "openings", "parts", "background", "tallies", "stands_at", "issuers",
)  # fmt: skip
"""The lists of `cues_en.yaml` that are plain sets of words."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words. `verbs` maps every form of a reporting verb to its base; the rest are sets of words or bases."""

    verbs: Mapping[str, str]
    say_forms: frozenset[str]
    say: frozenset[str]
    count: frozenset[str]
    needs_clause: frozenset[str]
    needs_count_word: frozenset[str]
    channels: frozenset[str]
    tells_of: frozenset[str]
    told_events: frozenset[str]
    count_objects: frozenset[str]
    count_words: frozenset[str]
    dull: frozenset[str]
    acts: frozenset[str]
    acts_plural: frozenset[str]
    material: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    citing: frozenset[str]
    passive: frozenset[str]
    passive_of_records: frozenset[str]
    pronouns: frozenset[str]
    own_voice: frozenset[str]
    bodies_again: frozenset[str]
    persons_again: frozenset[str]
    plurals_again: frozenset[str]
    told_press: frozenset[str]
    told_nouns: frozenset[str]
    told_verbs: frozenset[str]
    turns: frozenset[str]
    hands: frozenset[str]
    person_nouns: frozenset[str]
    times: frozenset[str]
    manner: frozenset[str]
    afterwards: frozenset[str]
    between: frozenset[str]
    counted_by: frozenset[str]
    not_first: frozenset[str]
    body_words: frozenset[str]
    by_field: frozenset[str]
    fits: Mapping[str, frozenset[SourceType]]
    beings_only: frozenset[str]
    phrase_openers: frozenset[str]
    place_nouns: frozenset[str]
    refusals: frozenset[str]
    openings: frozenset[str]
    parts: frozenset[str]
    background: frozenset[str]
    tallies: frozenset[str]
    stands_at: frozenset[str]
    issuers: frozenset[str]

    @property
    def records(self) -> frozenset[str]:
        """What was said or written, whatever its kind."""
        return self.acts | self.acts_plural | self.material


@dataclass(frozen=True, slots=True)
class Offices:
    """Nouns by the kind of source they name: one or two folded words, singular and plural."""

    types: Mapping[str, SourceType]
    carriers: frozenset[str]
    alone: Mapping[str, SourceType]
    words: Mapping[str, SourceType]
    modifiers: frozenset[str]


@cache
def cues() -> Cues:
    """The cue words of English."""
    raw = load("cues_en")
    records = raw["records"]
    return Cues(
        verbs={
            form: base
            for group in ("say", "count")
            for base, irregular in raw[group].items()
            for form in forms(base, irregular or ())
        },
        say_forms=frozenset(form for base, irregular in raw["say"].items() for form in forms(base, irregular or ())),
        say=frozenset(raw["say"]),
        count=frozenset(raw["count"]),
        prepositions=tuple(tuple(words) for words in raw["prepositions"]),
        acts=frozenset(records["acts"]),
        acts_plural=frozenset(records["acts_plural"]),
        material=frozenset(records["material"]),
        dull=frozenset(raw["dull_subjects"]),
        fits={noun: frozenset(kinds) for noun, kinds in raw["fits"].items()},
        **{name: frozenset(raw[name]) for name in _SETS},
    )


@cache
def offices() -> Offices:
    """The offices and kinds of source of English."""
    raw: Any = load("offices_en")
    return Offices(
        types=dict(_typed(raw["types"])),
        carriers=frozenset(form for word in raw["carriers"]["words"] for form in (word, plural(word))),
        alone={word: cast(SourceType, kind) for word, kind in raw["carriers"]["alone"].items()},
        words=dict(_typed(raw["words"])),
        modifiers=frozenset(raw["modifiers"]),
    )


def plural(noun: str) -> str:
    """The regular plural of a noun (of its last word)."""
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _typed(lists: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, SourceType]]:
    for kind, words in lists.items():
        for word in words:
            yield plural(word), cast(SourceType, kind)
    for kind, words in lists.items():
        for word in words:
            yield word, cast(SourceType, kind)


def forms(base: str, irregular: Iterable[str]) -> Iterator[str]:
    """Every form of a verb: its base, the irregular forms given, the regular ones by rule."""
    yield base
    yield from irregular
    stem = base[:-1] if base.endswith("e") else base
    yield plural(base)
    yield stem + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        yield stem[:-1] + "ied"
    else:
        yield stem + "ed"
    if len(base) > 2 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        yield base + base[-1] + "ed"
        yield base + base[-1] + "ing"
