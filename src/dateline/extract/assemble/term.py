"""The term of a claim: the trigger's, sharpened by where the people are and by what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted
from dateline.extract.trigger.find import Trigger
from dateline.extract.trigger.grammar import clause_of
from dateline.model.words import Term, Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAMP = frozenset({"camp", "camps"})
_HOUSING: dict[str, Term] = {
    "destroyed_housing": "killed", "partially_destroyed_housing": "affected", "uninhabitable_housing": "homeless",
}  # fmt: skip
_TO_CAMP = frozenset({"sheltered", "displaced", "relocated"})


def term_of(trigger: Trigger, head: Token, unit: Unit) -> Term:
    """The final term: camps are told from other shelter, and housing terms go to dwellings alone."""
    term = trigger.term
    if unit == "person" and term.endswith("housing"):
        return _HOUSING[term]
    if unit == "dwelling" and term == "killed":
        return "destroyed_housing"
    if unit == "household" and term == "destroyed_housing":
        return "homeless"
    if term in _TO_CAMP and unit != "dwelling" and _in_camp(trigger, head):
        return "in_relief_camp"
    return term


_RELOCATED_TO_CAMP = frozenset({"move", "shift", "live", "stay", "shelter", "house", "host", "accommodate", "take", "reside", "settle", "place", "lodge", "put", "remain", "be", "seek", "find", "crowd", "sleep"})


def _in_camp(trigger: Trigger, head: Token) -> bool:
    """True where the trigger's own complements put the people into camps ("living in camps", not "camps hit")."""
    if trigger.token.lemma_.lower() not in _RELOCATED_TO_CAMP:
        return False
    for token in trigger.token.doc[trigger.token.i + 1 : trigger.token.i + 14]:
        if token.text in {".", ";", "who"}:
            return False
        if token.text.lower() in _CAMP and _hangs_on(token, trigger.token):
            return True
    return any(s.text.lower() in _CAMP and s.dep_ in {"nsubj", "pobj"} for s in trigger.token.children)


def _hangs_on(token: Token, verb: Token) -> bool:
    at = token
    for _ in range(6):
        at = at.head
        if at is verb:
            return True
    return clause_of(token) is clause_of(verb)


def fits_unit(term: Term, kind: Counted) -> bool:
    """False for pairs that say nothing: things that are missing, unknown nouns that are destroyed."""
    return kind != "thing" and not (kind == "unknown" and term.endswith("housing") and kind == "thing")
