"""The words that say what happened to counted people, typed, from `vocab/terms_en.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dateline.model.words import Term
from dateline.vocab.load import load

Role = Literal["agent", "patient"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a verb is said of people; see the head of terms_en.yaml for the conditions."""

    role: Role
    term: Term
    object: str | None
    with_words: frozenset[str]
    how: frozenset[str]
    prepositions: frozenset[str]
    units: frozenset[str]
    known: bool
    bare: bool
    never: bool
    progressive: bool
    participle: bool
    doer: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists of terms_en.yaml."""

    verbs: dict[str, tuple[Frame, ...]]
    states: dict[str, Term]
    state_phrases: dict[str, Term]
    events: dict[str, Term]
    countable_events: dict[str, Term]
    people: dict[str, Term]
    tolls: dict[str, Term]
    total_verbs: frozenset[str]
    light: frozenset[str]
    classes: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of English, read once."""
    data = load("terms_en")
    return Lexicon(
        verbs={lemma: tuple(_frame(row) for row in rows) for lemma, rows in data["verbs"].items()},
        states=data["states"],
        state_phrases=data["state_phrases"],
        events=data["events"],
        countable_events=data["countable_events"],
        people=data["people"],
        tolls=data["tolls"],
        total_verbs=frozenset(data["total_verbs"]),
        light=frozenset(data["light"]),
        classes={name: frozenset(words) for name, words in data["classes"].items()},
    )


def _frame(row: dict[str, Any]) -> Frame:
    role: Role = "agent" if "agent" in row else "patient"
    return Frame(
        role=role,
        term=row[role],
        object=row.get("object"),
        with_words=frozenset(row.get("with", ())),
        how=frozenset(row.get("how", ())),
        prepositions=frozenset(row.get("prep", ())),
        units=frozenset(row.get("units", ("person", "household", "unknown", "dwelling"))),
        known=row.get("known") == "yes",
        bare=row.get("bare") == "yes",
        never=row.get("never") == "yes",
        progressive=row.get("aspect") == "progressive",
        participle=row.get("participle") == "yes",
        doer=row.get("doer") == "thing",
    )
