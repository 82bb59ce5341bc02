"""The printed forms of a lemma: every word that the parser's lemmatizer may lead back to it, and rather too many."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dateline.vocab.load import load

_DOUBLES = re.compile(r"[^aeiou][aeiouy][bdglmnprstvz]$|[^aeiou]u?[aeiou](?:l|s)$")


def of_verb(lemma: str) -> frozenset[str]:
    """ "evacuate": evacuate, evacuates, evacuated, evacuating; "stab" also stabbed, "need" also needes."""
    if lemma.endswith("e"):
        forms = {lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "ing"}
    elif lemma.endswith("y"):
        forms = {lemma + "s", lemma + "ed", lemma + "ing", lemma[:-1] + "ies", lemma[:-1] + "ied"}
    else:
        forms = {lemma + "s", lemma + "es", lemma + "ed", lemma + "ing"}
    if _DOUBLES.search(lemma):
        doubled = lemma + lemma[-1]
        forms |= {doubled + "es", doubled + "ed", doubled + "ing"}
    return frozenset({lemma} | forms | _irregular("irregular_verbs", lemma))


def active_of_verb(lemma: str) -> frozenset[str]:
    """The forms behind which stands whom it is done to: "wreck", "wrecks", "wrecking"; "hit" may be a participle."""
    past = of_verb(lemma) & (_irregular("irregular_verbs", lemma) | {lemma} & set(_lists()["same_past"]))
    return frozenset(form for form in of_verb(lemma) - past if not form.endswith(("ed", "ied")) or form == lemma)


def of_noun(lemma: str) -> frozenset[str]:
    """ "casualty": casualty, casualtys, casualtyes, casualties."""
    forms = {lemma, lemma + "s", lemma + "es"}
    if lemma.endswith("y"):
        forms.add(lemma[:-1] + "ies")
    if lemma.endswith("man"):
        forms.add(lemma[:-3] + "men")
    return frozenset(forms | _irregular("irregular_nouns", lemma))


@cache
def _lists() -> dict[str, Any]:
    words: dict[str, Any] = load("gate_en")
    return words


def _irregular(kind: str, lemma: str) -> set[str]:
    return set(_lists()[kind].get(lemma, ()))
