"""States said of the counted: "were homeless", "remain without shelter", "are in hospital"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted, counted
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import SUBJECTS
from dateline.extract.trigger.lexicon import Role, lexicon
from dateline.model.words import Term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


def lemma_is_light(verb: Token) -> bool:
    """A verb that itself says nothing of the people ("were reported", "had to")."""
    return verb.lemma_.lower() in lexicon().light


def state(verb: Token, role: Role, figure: Token, unit: Counted) -> Trigger | None:
    """ "were homeless", "remain without shelter", "reported dead", "leaving 40 stranded", "are in camps"."""
    if not lemma_is_light(verb):
        return None
    for child in verb.children:
        if child.i == figure.i or child.dep_ in SUBJECTS:
            continue
        if child.dep_ in {"ccomp", "xcomp"} and (others := [c for c in child.children if c.dep_ in SUBJECTS]):
            if lost := _own_home(child, others):
                return lost
            if figure not in others:
                continue  # "A nurse said her brother was killed": another's state
        if child.dep_ in {"acomp", "attr", "oprd", "advmod", "xcomp", "ccomp", "amod", "dep", "acl", "dobj"}:
            for word in [child, *[c for c in child.conjuncts if c.i > child.i]][:1]:
                term = state_term(word, unit)
                if term is not None and (child.dep_ != "dobj" or word.pos_ in {"ADJ", "VERB"}):
                    return Trigger(word, term, "state")
        if child.dep_ == "attr" and child.lemma_.lower() in lexicon().people and not child.like_num:
            return Trigger(child, lexicon().people[child.lemma_.lower()], "state")
    return _among(verb) or _phrase(verb, unit)


def _own_home(verb: Token, subjects: list[Token]) -> Trigger | None:
    """ "640 found their houses destroyed": what is said of their homes makes them homeless."""
    term = state_term(verb, "dwelling")
    theirs = any(counted(s) == "dwelling" and any(c.dep_ == "poss" for c in s.children) for s in subjects)
    if not theirs or term not in {"destroyed_housing", "uninhabitable_housing"}:
        return None
    return Trigger(verb, "homeless", "state")


def _among(verb: Token) -> Trigger | None:
    """ "Four girls were among the dead", "Among the wounded were two nurses"."""
    if verb.lemma_ != "be":
        return None
    for at, token in enumerate(words := verb.doc[max(0, verb.i - 10) : verb.i + 6]):
        if token.text.lower() in {"among", "amongst"}:
            for named in words[at + 1 : at + 7]:
                term = lexicon().states.get(named.text.lower()) or lexicon().people.get(named.lemma_.lower())
                if named.text.lower() in {"victims", "bodies"}:
                    term = "killed"
                if term is not None:
                    return Trigger(named, term, "part")
    return None


def _phrase(verb: Token, unit: Counted) -> Trigger | None:
    right = verb.doc[verb.i + 1 : verb.i + 9]
    words = " ".join(t.text.lower() for t in right)
    for phrase, term in lexicon().state_phrases.items():
        if f" {phrase} " in f" {words} ":
            return (_threat(right, unit) if term == "affected" else None) or Trigger(verb, term, "phrase")
    for token in right:
        if (
            token.text.lower() in {"camp", "camps"}
            and unit in {"person", "household", "unknown"}
            and any(t.text.lower() in {"in", "at", "into"} for t in right[: token.i - verb.i])
        ):
            return Trigger(verb, "in_relief_camp", "phrase")
        if (
            _is_shelter(token)
            and unit != "thing"
            and any(t.text.lower() in {"in", "at"} for t in right[: token.i - verb.i])
        ):
            return Trigger(verb, "sheltered", "phrase")
        if token.text in {".", ",", ";"}:
            break
    return None


def stays_in(noun: Token) -> Trigger | None:
    """ "(The number of) people in shelters": where the words right behind say that they stay."""
    behind = noun.doc[noun.i + 1 : noun.i + 5]
    words = [t.text.lower() for t in behind]
    if len(words) < 2 or words[0] not in {"in", "at", "inside"}:
        return None
    phrase = f"{' '.join(words)} "
    term = next((term for said, term in lexicon().state_phrases.items() if phrase.startswith(f"{said} ")), None)
    if term is None and {"camp", "camps"} & set(words):
        term = "in_relief_camp"
    if term is None and any(_is_shelter(token) for token in behind):
        term = "sheltered"
    return Trigger(behind[0], term, "phrase") if term is not None else None


_SHELTERS = word_set("wording_en", "states", "shelters")
_CENTRES = word_set("wording_en", "states", "centres")


def _is_shelter(token: Token) -> bool:
    word = token.text.lower()
    centre = word in {"centres", "centers", "centre", "center"} and token.nbor(-1).text.lower() in _CENTRES
    return word in _SHELTERS or centre


def _threat(words: Iterable[Token], unit: Counted) -> Trigger | None:
    """ "at risk of being displaced", "in danger of displacement": what they are threatened with."""
    for token in words:
        term = state_term(token, unit) or (lexicon().events.get(token.lemma_.lower()) if token.i else None)
        if term is not None and token.nbor(-1).text.lower() in {"of", "being"}:
            return Trigger(token, term, "phrase")
    return None


def state_term(word: Token, unit: Counted) -> Term | None:
    """The term of an adjective or participle said of the counted; housing terms for housing only and the reverse."""
    term = lexicon().states.get(word.text.lower())
    if term is None:
        return None
    housing = term.endswith("housing")
    if housing and unit in {"person"}:
        return None
    if not housing and unit == "dwelling" and term not in {"evacuated", "affected"}:
        return None
    return None if unit == "thing" else term
