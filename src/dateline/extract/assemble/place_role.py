"""From, to or at: the ends of a movement, from its preposition and its verb; all else is at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_groups import head_of
from dateline.extract.draft import Draft, Toponym
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.grammar import is_verb
from dateline.model.words import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOVING: Final = frozenset(
    {
        "displaced",
        "forced_to_flee",
        "evacuated",
        "relocated",
        "returned",
        "crossed_border",
        "sheltered",
        "in_relief_camp",
        "homeless",
        "other",
    }
)
_LEAVES: Final = frozenset({"flee", "leave", "abandon", "evacuate", "escape", "desert", "quit", "depart", "vacate"})
_REACHES: Final = frozenset({"reach", "enter"})
_TO: Final = frozenset({"to", "into", "towards", "toward", "onto", "for"})
_STAYS: Final = frozenset({"home", "house", "property", "dwelling", "village", "shelter", "residence"})
_CHAIN: Final = frozenset({"conj", "appos"})
_NESTING: Final = frozenset({"of", "in", "at", "near", "on", "around", "off"})


def role_of(toponym: Toponym, draft: Draft, sentence: Sentence) -> Role:
    """The role of a place of the draft's own sentence."""
    if draft.term not in _MOVING:
        return "at"
    head = head_of(toponym, sentence)
    while head.dep_ in _CHAIN and head.head != head:
        head = head.head
    if head.dep_ in {"compound", "nmod", "poss"} and head.head.i > head.i:
        head = head.head
    if head.dep_ == "pobj":
        return _by_preposition(head.head, draft)
    if head.dep_ in {"dobj", "obj", "npadvmod"} and is_verb(head.head):
        lemma = head.head.lemma_.lower()
        if (
            not any(c.dep_ in {"nsubj", "nsubjpass", "mark", "aux"} for c in head.head.children)
            and head.head.tag_ == "VBD"
        ):
            return "at"
        return "from" if lemma in _LEAVES else "to" if lemma in _REACHES else "at"
    return _by_word_before(toponym, sentence)


def _by_preposition(preposition: Token, draft: Draft) -> Role:
    word = preposition.lower_
    above = preposition.head
    if word == "from":
        return (
            "at"
            if above.lemma_.lower() in {"people", "resident", "family", "person", "villager"} and above == draft.head
            else "from"
        )
    if word == "of" and above.lower_ in {"out"}:
        return "from"
    if word == "for":
        return "to" if above.lemma_.lower() in _LEAVES | {"head", "make", "bind"} else "at"
    if word in _TO:
        return "to"
    if word == "off":
        return (
            "from"
            if is_verb(above)
            and above.lemma_.lower() in {"take", "bring", "ferry", "evacuate", "lift", "airlift", "move"}
            else "at"
        )
    if word in _NESTING and above.dep_ == "pobj" and above.lemma_.lower() not in _STAYS:
        return _by_preposition(above.head, draft)
    if word in _NESTING and above.dep_ == "dobj" and is_verb(above.head) and above.lemma_.lower() in words().kind_of:
        return (
            "from" if above.head.lemma_.lower() in _LEAVES else "to" if above.head.lemma_.lower() in _REACHES else "at"
        )
    return "at"


def _by_word_before(toponym: Toponym, sentence: Sentence) -> Role:
    before = sentence.text[: toponym.start - sentence.start].lower().split()
    if not before:
        return "at"
    return "from" if before[-1] in {"from", "fleeing", "leaving"} else "to" if before[-1] in _TO - {"for"} else "at"
