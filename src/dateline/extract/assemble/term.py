"""The term of a claim: the trigger's, sharpened by where the people are and by what is counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extract.place.lookup import is_demonym
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import passive, subjects
from dateline.extract.trigger.lexicon import lexicon
from dateline.model.words import Term, Unit
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAMP = frozenset({"camp", "camps"})
_HOUSING: dict[str, Term] = {
    "destroyed_housing": "killed", "partially_destroyed_housing": "affected", "uninhabitable_housing": "homeless",
}  # fmt: skip
_PARTLY = word_set("wording_en", "term", "partly")
_TO_CAMP = frozenset({"sheltered", "displaced", "relocated"})


def term_of(trigger: Trigger, head: Token, unit: Unit, *, ordered: bool = False, told: Term | None = None) -> Term:
    """The final term: camps are told from other shelter, and housing terms go to dwellings alone.

    Whoever is ordered to leave is evacuated (`ordered`); victims are what the figure before (`told`) says they are.
    """
    term = trigger.term
    going = trigger.token.lemma_.lower() in {"move", "go", "leave"}
    if ordered and (term == "forced_to_flee" or (going and not _homewards(trigger.token))):
        return "evacuated"
    if trigger.token.lemma_.lower() == "victim" and trigger.by in {"part", "total"}:
        return told if told in {"killed", "injured"} and trigger.by == "part" else "killed"
    if (
        trigger.token.lemma_.lower() == "host"
        and trigger.by != "shared"
        and trigger.token.tag_ in {"VBZ", "VBP", "VBD"}
        and not passive(trigger.token)
    ):
        if _in_camp(trigger, head):
            return "in_relief_camp"
        return "crossed_border" if _refugees(head) else "displaced"
    if term in _HARMS and _or_another_harm(trigger, term):
        return "other"
    if term == "forced_to_flee" and trigger.token.lemma_.lower() == "leave" and _for_their_homes(trigger.token):
        return "returned"
    if term == "displaced" and head.lemma_.lower() == "arrival" and _by_sea(head):
        return "crossed_border"
    if trigger.token.lemma_.lower() == "hold" and (kept := _kept_in(trigger.token)) is not None:
        return kept
    if term == "destroyed_housing" and any(c.text.lower() in _PARTLY for c in trigger.token.children):
        term = "partially_destroyed_housing"
    if unit == "person" and term.endswith("housing"):
        return _HOUSING[term]
    if unit == "dwelling" and term == "killed":
        return "destroyed_housing"
    if unit == "household" and term == "destroyed_housing":
        return "homeless"
    if term in _TO_CAMP and unit != "dwelling" and _in_camp(trigger, head):
        return "in_relief_camp"
    return term


def _homewards(verb: Token) -> bool:
    """ "Go home", "go back to their villages"."""
    return verb.lemma_.lower() == "go" and verb.doc[verb.i + 1 : verb.i + 2].text.lower() in {"home", "back"}


_THEIR_HOMES = re.compile(
    r"\bfor their (?:own |former |old |home )?"
    r"(?:homes?|houses|villages?|towns?|neighbou?rhoods?|districts?|areas|places? of origin|farms|land|lands)\b"
)


def _for_their_homes(verb: Token) -> bool:
    """ "Left the camp for their villages": who leaves so comes home."""
    behind = verb.doc[verb.i + 1 : verb.i + 20].text.lower()
    return bool(_THEIR_HOMES.search(re.split(r"[.;]", behind)[0]))


def _by_sea(arrival: Token) -> bool:
    """ "12,000 arrivals by sea": they came from another country."""
    behind = arrival.doc[arrival.i + 1 : arrival.i + 4].text.lower()
    return behind.startswith(("by sea", "by boat", "across the border"))


def _refugees(head: Token) -> bool:
    """ "Hosts 824,000 refugees", "hosts 43,000 Syrians": those who came from another country."""
    if head.lemma_.lower() in {"refugee", "asylum-seeker"} or head.text.lower() == "seekers":
        return True
    return head.text[0].isupper() and head.text.endswith("s") and is_demonym(head.text)


_STAYING = word_set("wording_en", "term", "staying")
_OTHER_SHELTER = word_set("wording_en", "term", "other_shelter")


_HARMS = frozenset({"killed", "injured", "missing"})


def _or_another_harm(trigger: Trigger, term: Term) -> bool:
    """ "25 killed or injured" counts neither the killed nor the injured: one number for both is of no single term."""
    doc, at = trigger.token.doc, trigger.token.i
    states = lexicon().states
    for i in range(max(0, at - 3), min(len(doc) - 1, at + 4)):
        if doc[i].text.lower() == "or" and i and abs(i - at) <= 3:
            harms = {states.get(doc[i - 1].text.lower()), states.get(doc[i + 1].text.lower())} & _HARMS
            return len(harms) == 2 and term in harms
    return False


def _kept_in(verb: Token) -> Term | None:
    """ "the camp holds 9,700", "schools hold 300": a place of shelter holds guests, not captives."""
    for subject in subjects(verb):
        word = subject.text.lower()
        if word in _CAMP or (word in {"which", "that"} and _of_a_camp(verb.head)):
            return "in_relief_camp"
        if word in _OTHER_SHELTER | {"shelter", "shelters", "site", "sites"}:
            return "sheltered"
    return None


def _of_a_camp(noun: Token) -> bool:
    """ "The camp at the hospital of Orvel, which holds 900": what is told of may be the camp around the last noun."""
    near = [noun, *(t for t, _ in zip(noun.ancestors, range(_NEAR), strict=False))]
    return any(t.text.lower() in _CAMP for t in near)


_NEAR = 4
"""Steps up the tree from the last noun of a phrase to the one that it stands for."""


def _in_camp(trigger: Trigger, head: Token) -> bool:
    """True where the people are put into camps ("living in camps", "camps which hosted"), not "camps were hit"."""
    if trigger.token.lemma_.lower() not in _STAYING:
        return False
    sentence = trigger.token.sent
    after = [t.text.lower() for t in trigger.token.doc[trigger.token.i + 1 : trigger.token.i + 16]]
    for i, word in enumerate(after):
        if word in {".", ";", "who"}:
            break
        if word in _CAMP:
            return not _OTHER_SHELTER & set(after[:i])
    if _OTHER_SHELTER & set(after):
        return False
    # "has set up 15 relief camps and 200 people have been accommodated", "five camps which hosted 300"
    return trigger.term == "sheltered" and any(t.text.lower() in _CAMP and t.i < trigger.token.i for t in sentence)
