"""The words that tell an event, typed, from `vocab/events_en.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.model.words import ActorType, EventType
from dateline.vocab.load import load


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a verb tells an event; see the head of events_en.yaml for the conditions. Empty: no condition."""

    type: EventType
    object: frozenset[str]
    subject: frozenset[str]
    near: frozenset[str]
    particles: frozenset[str]
    bare: bool
    sides: bool
    never: bool
    by: frozenset[str]
    to: frozenset[str]
    at: frozenset[str]
    receives: bool
    whose: frozenset[str]
    by_means: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """How a noun tells an event. `of`: classes one of which must follow; `before`: words one of which must precede;
    `to`: verbs one of which must follow as an infinitive.

    `by_state`: its type where a state's forces do it ("a regime bombing"), `by_air` where its sentence names aircraft;
    None: the same.
    """

    type: EventType
    of: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    by_state: EventType | None = None
    by_air: EventType | None = None
    to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists of events_en.yaml."""

    classes: dict[str, frozenset[str]]
    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, Noun]
    pairs: dict[tuple[str, str], EventType]
    parties: dict[str, ActorType]
    not_before: frozenset[str]
    wishes: frozenset[str]
    judges: frozenset[str]
    plans: frozenset[str]
    carries: frozenset[str]
    harms: frozenset[str]
    aims: frozenset[str]
    wards: frozenset[str]
    engages: frozenset[str]
    armed_names: frozenset[str]
    sites: frozenset[str]
    series: frozenset[str]
    measures: frozenset[str]
    happens: frozenset[str]
    bodies: frozenset[str]
    peoples: frozenset[str]
    furniture: frozenset[str]
    grounds: frozenset[str]


_WORDS = (
    "wishes", "judges", "plans", "armed_names", "sites", "series", "measures", "bodies", "peoples", "furniture",
    "grounds",
)  # fmt: skip
_VERBS = ("carries", "harms", "aims", "wards", "engages", "happens")


@cache
def lexicon() -> Lexicon:
    """The lexicon of English, read once."""
    from dateline.extract.gate.forms import of_verb  # late: the gate reads this lexicon

    data = load("events_en")
    return Lexicon(
        classes={name: frozenset(words) for name, words in data["classes"].items()},
        verbs={lemma: tuple(map(_frame, rows)) for lemma, rows in data["verbs"].items()},
        nouns={lemma: _noun(row) for lemma, row in data["nouns"].items()},
        pairs={_pair(words): kind for words, kind in data["pairs"].items()},
        parties={word: kind for kind, words in data["parties"].items() for word in words},
        not_before=frozenset(data["not_before"]),
        **{name: frozenset(data[name]) for name in _WORDS},
        **{name: frozenset(form for verb in data[name] for form in of_verb(verb)) for name in _VERBS},
    )


def _frame(row: dict[str, Any]) -> Frame:
    return Frame(
        type=row["type"],
        object=frozenset(row.get("object", ())),
        subject=frozenset(row.get("subject", ())),
        near=frozenset(row.get("with", ())),
        particles=frozenset(row.get("prt", ())),
        bare=row.get("bare") == "yes",
        sides=row.get("sides") == "yes",
        never=row.get("never") == "yes",
        by=frozenset(row.get("by", ())),
        to=frozenset(row.get("to", ())),
        at=frozenset(row.get("at", ())),
        receives=row.get("receives") == "yes",
        whose=frozenset(row.get("whose", ())),
        by_means=frozenset(row.get("by_means", ())),
    )


def _noun(row: str | dict[str, Any]) -> Noun:
    if isinstance(row, str):
        return Noun(row)  # type: ignore[arg-type]
    of, before = frozenset(row.get("of", ())), frozenset(row.get("before", ()))
    return Noun(row["type"], of, before, row.get("by_state"), row.get("by_air"), frozenset(row.get("to", ())))


def _pair(words: str) -> tuple[str, str]:
    first, _, second = words.partition(" ")
    return first, second
