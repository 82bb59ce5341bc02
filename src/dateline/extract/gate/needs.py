"""Which words can carry a figure, and what must stand beside them: derived from the lists of the rules.

Nothing here decides that there is a figure. A word is left out only where no rule could read it, so that the gate
cannot fall behind the rules: a new verb of terms_en.yaml is a new word here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.extract.assemble.implied import HARMS
from dateline.extract.gate.forms import active_of_verb, of_noun, of_verb
from dateline.extract.quantity.units import nouns
from dateline.extract.trigger.lexicon import Frame, lexicon
from dateline.vocab.load import load, word_set

Kind = Literal["people", "dwellings", "other", "bare"]
"""What the words behind a number let it count: people or households, dwellings, something unlisted, or no noun."""
ANY: frozenset[Kind] = frozenset(("people", "dwellings", "other", "bare"))
_PEOPLE: frozenset[Kind] = frozenset(("people", "other", "bare"))


@dataclass(frozen=True, slots=True)
class Need:
    """One way in which a word carries a figure.

    `beside` are sets of words of each of which one must stand in the same stretch; `kinds` what the number may count;
    `leads` is True where the word must stand before its number ("the evacuation of 400", "killing 12"), `harm` where it
    may also carry one described person ("a man was shot").
    """

    beside: tuple[frozenset[str], ...]
    kinds: frozenset[Kind]
    leads: bool = False
    harm: bool = False


@cache
def needs() -> dict[str, tuple[Need, ...]]:
    """The ways in which each word, in lower case, can carry a figure."""
    found: dict[str, list[Need]] = {}

    def add(words: Iterable[str], need: Need) -> None:
        for word in words:
            found.setdefault(word, []).append(need)

    lists = lexicon()
    for lemma, frames in lists.verbs.items():
        for frame in frames:
            if not frame.never:
                need = _of_frame(frame)
                active = active_of_verb(lemma) if frame.role == "patient" else frozenset()
                add(of_verb(lemma) - active, need)
                add(active, replace(need, leads=True))
    add({"lt"}, Need((), ANY))  # "left", cut short
    for phrase, term in lists.states.items():
        housing = term.endswith("housing")
        kinds: frozenset[Kind] = _PEOPLE if not housing and term not in {"evacuated", "affected"} else ANY
        add(*_of_phrase(phrase, _as_it_stands, kinds, harm=term in HARMS))
    for phrase, term in lists.state_phrases.items():
        add(*_of_phrase(phrase, _as_it_stands, ANY, harm=term in HARMS))
    for phrase in (*lists.countable_events, *lists.people, *lists.tolls):
        add(*_of_phrase(phrase, of_noun, ANY))
    for phrase in lists.events:
        add(*_of_phrase(phrase, of_noun, ANY, leads=phrase not in lists.countable_events))
    for noun in load("wording_en")["implied"]["events"]:
        add(of_noun(noun), Need((), frozenset(), leads=True, harm=True))
        add(of_noun(noun), Need((of_noun("victim"),), frozenset(), harm=True))
    for word, beside in load("gate_en")["beside"].items():
        add({word}, Need((frozenset(beside),), ANY))
    for word, beside in load("gate_en")["beside_of_one"].items():
        add({word}, Need((frozenset(beside),), frozenset(), leads=True, harm=True))
    return {word: tuple(dict.fromkeys(ways)) for word, ways in found.items()}


def _of_frame(frame: Frame) -> Need:
    beside = [frame.with_words, frame.prepositions]
    if frame.object:
        beside.append(frozenset(word for noun in lexicon().classes[frame.object] for word in of_noun(noun)))
    kinds: set[Kind] = {"bare"}
    if frame.units & {"person", "household"}:
        kinds.add("people")
    if "dwelling" in frame.units:
        kinds.add("dwellings")
    if "unknown" in frame.units and not frame.known:
        kinds.add("other")
    return Need(tuple(words for words in beside if words), frozenset(kinds), harm=frame.term in HARMS)


def _as_it_stands(word: str) -> frozenset[str]:
    return frozenset((word,))


def _of_phrase(
    phrase: str,
    forms: Callable[[str], frozenset[str]],
    kinds: frozenset[Kind],
    *,
    leads: bool = False,
    harm: bool = False,
) -> tuple[frozenset[str], Need]:
    """A phrase is looked up by its longest word; the others must stand beside it."""
    words = re.findall(r"[a-z]+", phrase.lower())
    key = max(words, key=len)
    beside = tuple(forms(word) for word in words if word != key)
    return forms(key), Need(beside, kinds, leads, harm)


@dataclass(frozen=True, slots=True)
class Counts:
    """The forms of the nouns that a number counts, and the small words around them."""

    people: frozenset[str]
    dwellings: frozenset[str]
    things: frozenset[str]
    endings: tuple[str, ...]
    no_nouns: frozenset[str]
    no_noun_endings: tuple[str, ...]
    not_harmed: frozenset[str]
    ends_phrase: frozenset[str]


@cache
def counts() -> Counts:
    """The forms of the nouns of units_en.yaml; compounds by their parts."""
    lists = nouns()

    def forms(lemmas: Iterable[str]) -> frozenset[str]:
        words = (word for lemma in lemmas for word in re.findall(r"[a-z]+", lemma.lower()))
        return frozenset(form for word in words for form in of_noun(word))

    people = forms(lists.person | lists.household)
    dwellings = forms(lists.dwelling | lists.dwelling_beside)
    endings = tuple(ending + s for ending in lists.person_endings for s in ("", "s"))
    things = forms(lists.thing) - people - dwellings
    words = load("gate_en")
    small, before, behind = (frozenset(words[name]) for name in ("no_nouns", "not_harmed", "ends_phrase"))
    return Counts(people, dwellings, things, endings, small | _pasts(), tuple(words["no_noun_endings"]), before, behind)


def _pasts() -> set[str]:
    """Irregular past forms: "half a million told to leave"."""
    return {form for forms in load("gate_en")["irregular_verbs"].values() for form in forms}


@cache
def described() -> frozenset[str]:
    """Nouns that name one person ("man", "passenger")."""
    others = lexicon().events.keys() | word_set("wording_en", "implied", "generic")
    return frozenset(word for word in nouns().person - others if word.isalpha())
