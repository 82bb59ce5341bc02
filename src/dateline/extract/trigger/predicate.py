"""The predicate of a figure: the verb that it is subject or object of, and what its own clauses say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted, counted
from dateline.extract.trigger import frames
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import OBJECTS, SUBJECTS, children, is_verb, objects, passive
from dateline.extract.trigger.lexicon import Role, lexicon
from dateline.extract.trigger.states import lemma_is_light, state, state_term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


DEPTH = 8
"""How far a figure is followed up the tree; deeper is another statement."""


def climb(token: Token, unit: Counted, depth: int) -> Trigger | None:
    """Reads the verb that `token` is subject or object of, through conjunctions and appositions."""
    if depth == 0 or token.head == token:
        return None
    dep, above = token.dep_, token.head
    if dep in SUBJECTS and above.pos_ == "ADJ" and not is_verb(above):
        term = state_term(above, unit)
        if term is not None:
            return Trigger(above, term, "state")
        return _verb(above.head, "patient", token, unit, depth - 1) if is_verb(above.head) else None
    if dep in SUBJECTS:
        return _verb(above, "patient" if dep == "nsubjpass" or passive(above) else "agent", token, unit, depth)
    if dep in OBJECTS and above.lemma_ in {"number", "total"} and above.dep_ in {"acl", "relcl"}:
        return climb(above.head, unit, depth - 1)  # "other families, numbering 1,200, are expected to return"
    if dep in OBJECTS and is_verb(above):
        if dep == "npadvmod" and above.lemma_ not in lexicon().verbs:
            return None
        return _verb(above, "patient", token, unit, depth)
    if dep in {"conj", "appos"}:
        if dep == "conj" and is_verb(above):
            return None
        if dep == "conj" and (verb := _verb_behind_opening(token)) is not None:
            return _verb(verb, "patient" if passive(verb) else "agent", token, unit, depth)
        return climb(above, unit, depth - 1)
    if dep in {"nummod", "compound", "amod", "nmod", "quantmod", "poss"} and above.pos_ in {
        "NOUN",
        "PROPN",
        "NUM",
        "ADJ",
        "PRON",
    }:
        return climb(above, unit, depth - 1)
    if dep == "pobj":
        return _through(above, token, unit, depth)
    return None


def _verb_behind_opening(token: Token) -> Token | None:
    """ "Since the war of 2021 more than 180,000 people have fled": without a comma, the parser takes the people for
    more of what the opening words name; they are what the verb lacks.
    """
    opened = token.head
    preposition = opened.head
    joined = any(c.dep_ == "cc" or c.text == "," for c in opened.children if c.i < token.i)
    if joined or opened.dep_ != "pobj" or preposition.dep_ != "prep":
        return None
    verb = preposition.head
    lacks = is_verb(verb) and verb.i > token.i and not any(c.dep_ in SUBJECTS for c in verb.children)
    return verb if lacks else None


_SHARES = word_set("wording_en", "predicate", "shares")
"""Of whom something is said to a share only: "half of the 90,000 residents have fled" is no count of 90,000."""
_ROUND = word_set("wording_en", "predicate", "round")


def of_a_share(token: Token) -> bool:
    """ "Half of the 90,000 residents": what is said of them is said of some; "a quarter of a million" is a number."""
    if any(child.lemma_.lower() in _ROUND for child in token.children):
        return False
    return token.dep_ == "pobj" and token.head.text.lower() == "of" and token.head.head.lemma_.lower() in _SHARES


_SHUT_IN = word_set("wording_en", "predicate", "shut_in")
"""Who lives in what is cut off is cut off: "isolated four villages with 9,000 inhabitants"."""


_INCLUSIVE = word_set("wording_en", "predicate", "inclusive")


def _through(preposition: Token, token: Token, unit: Counted, depth: int) -> Trigger | None:
    """ "killed 70 villagers, including 16 girls", "the deaths of 50 miners", "a total of 300"."""
    word, above = preposition.text.lower(), preposition.head
    if word == "of":
        if of_a_share(token):
            return None
        if above.lemma_.lower() in lexicon().events and above.lemma_.lower() not in {"life", "live"}:
            return None
        if above.pos_ in {"NOUN", "PROPN", "NUM"} or above.like_num or above.lemma_.lower() == "all":
            return climb(above, unit, depth - 1)
    if word == "with" and is_verb(above) and above.lemma_.lower() in _SHUT_IN:
        return _verb(above, "patient", token, unit, depth - 1)
    if word in _INCLUSIVE - {"with"} and is_verb(above):
        return _verb(above, "patient" if passive(above) else "agent", token, unit, depth - 1)
    if word in _INCLUSIVE and above.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return climb(above, unit, depth - 1) or said_of(above, unit)
    return None


_CONTROL = word_set("wording_en", "predicate", "control")
"""Verbs whose complement says more than they do: "forced 300 to evacuate"."""


def _verb(verb: Token, role: Role, figure: Token, unit: Counted, depth: int) -> Trigger | None:
    term = None if verb.lemma_.lower() in _CONTROL else frames.read(verb, role, unit, figure=figure)
    if term is not None:
        return _sharper(verb, role, figure, unit, Trigger(verb, term, "verb"))
    if verb.lemma_.lower() in {"cover", "concern", "affect"} and role == "patient":
        for subject in (c for c in verb.children if c.dep_ in SUBJECTS):
            for word in (subject, *subject.children):
                if word.lemma_.lower() == "evacuation":
                    return Trigger(word, "evacuated", "event")  # "an evacuation order covers 25,000 people"
    if verb.lemma_.lower() == "include" and role == "patient":
        return _included_in(verb, unit)
    if verb.lemma_.lower() in _CONTROL and role == "patient":
        for other in objects(verb):
            if other.i < figure.i and other.lemma_.lower() in lexicon().events:
                return Trigger(other, lexicon().events[other.lemma_.lower()], "event")
    for complement in _complements(verb, figure):
        inner = _complement(complement, figure, unit, depth)
        if inner is not None:
            return inner
    term = frames.read(verb, role, unit, figure=figure)
    if term is not None:
        return _sharper(verb, role, figure, unit, Trigger(verb, term, "verb"))
    found = state(verb, role, figure, unit) or _had_wounds(verb, role, unit)
    if found is not None:
        return found
    if role == "agent" or passive(verb):
        for joined in children(verb, "conj"):
            if is_verb(joined) and not [s for s in joined.children if s.dep_ in SUBJECTS]:
                found = (
                    _verb(joined, "patient" if passive(joined) else "agent", figure, unit, depth - 1) if depth else None
                )
                if found is not None:
                    return found
    return None


def _had_wounds(verb: Token, role: Role, unit: Counted) -> Trigger | None:
    """ "Two men had minor injuries": the verb is too common to be a word of the lists."""
    if verb.lemma_ != "have" or role != "agent" or unit not in {"person", "omitted"}:
        return None
    wounds = (c for c in objects(verb) if c.lemma_.lower() in lexicon().classes["injury"])
    return next((Trigger(c, "injured", "state") for c in wounds), None)


def _included_in(verb: Token, unit: Counted) -> Trigger | None:
    """ "The dead included 15 girls", "the toll of 23 includes eight boys", "those killed include two nurses"."""
    lists = lexicon()
    for subject in (c for c in verb.children if c.dep_ in SUBJECTS):
        word, lemma = subject.text.lower(), subject.lemma_.lower()
        term = lists.states.get(word) or lists.people.get(lemma) or lists.tolls.get(lemma)
        if lemma in {"victim", "body", "fatality"}:
            term = "killed"
        if term is not None:
            return Trigger(subject, term, "part")
        said = said_of(subject, unit)
        if said is not None:
            return Trigger(said.token, said.term, "part")
    return None


_WEAK = frozenset({"affected", "partially_destroyed_housing"})


def _sharper(verb: Token, role: Role, figure: Token, unit: Counted, trigger: Trigger) -> Trigger:
    """ "were affected and evacuated" are evacuated; "damaged or destroyed" counts as destroyed (annotation guide)."""
    if trigger.term not in _WEAK:
        return trigger
    joined_to = verb.head if verb.dep_ == "conj" and is_verb(verb.head) else None
    if (
        trigger.term == "partially_destroyed_housing"
        and joined_to is not None
        and frames.read(joined_to, role, unit, figure=figure) == "destroyed_housing"
        and not objects(joined_to)
        and not [s for s in verb.children if s.dep_ in SUBJECTS and s.i > joined_to.i]
    ):
        return Trigger(joined_to, "destroyed_housing", "verb")
    for joined in children(verb, "conj"):
        own = [c for c in joined.children if c.dep_ in SUBJECTS or c.dep_ in {"dobj", "obj"}]
        term = None if own or not is_verb(joined) else frames.read(joined, role, unit, figure=figure)
        if term is not None and any(c.dep_ == "cc" for c in verb.children):
            return Trigger(joined, term, "verb")
    return trigger


def _complements(verb: Token, figure: Token) -> list[Token]:
    """Clauses that say what those counted do or undergo: "forced to flee", "believed to have been killed"."""
    if lemma_is_light(verb):
        found = []
        for child in children(verb, "xcomp", "ccomp", "oprd", "advcl" if verb.lemma_ == "be" else "xcomp"):
            own = [s for s in child.children if s.dep_ in SUBJECTS]
            if is_verb(child) and (not own or figure in own):
                found.append(child)
        for adjective in children(verb, "acomp", "attr"):
            # "told to be ready to leave", "are likely to be displaced"
            found += [c for c in children(adjective, "xcomp") if is_verb(c)]
        return found
    return [
        c
        for c in children(verb, "xcomp")
        if is_verb(c) and verb.lemma_ in {"begin", "start", "manage", "continue", "try", "attempt"}
    ]


def _complement(verb: Token, figure: Token, unit: Counted, depth: int) -> Trigger | None:
    return _verb(verb, "patient" if passive(verb) else "agent", figure, unit, depth - 1) if depth else None


def said_of(token: Token, unit: Counted) -> Trigger | None:
    """What a noun's own participles, relative clauses and adjectives say."""
    for child in token.children:
        if child.dep_ == "relcl" and (lost := _whose_home(child)) is not None:
            return lost
        if child.dep_ in {"acl", "relcl"} and is_verb(child) and not _of_whom(child):
            role: Role = "patient" if child.tag_ == "VBN" and child.dep_ == "acl" else _relative_role(child)
            found = _verb(child, role, token, unit, DEPTH // 2)
            if found is not None:
                return found
    for child in token.children:
        if child.dep_ in {
            "amod",
            "acl",
            "appos",
            "oprd",
            "compound",
            "nmod",
            "advcl",
            "conj",
            "dep",
            "acomp",
            "advmod",
        }:
            term = state_term(child, unit)
            if term is None and child.dep_ in {"compound", "nmod"} and unit in {"person", "household"}:
                term = lexicon().people.get(child.lemma_.lower())  # "IDP households", "refugee families"
            if term is not None:
                return Trigger(child, term, "modifier")
    return None


def _of_whom(verb: Token) -> bool:
    """ "340 people, of whom 76 returned": said of a part, which is counted by itself."""
    parts = any(s.dep_ in SUBJECTS and s.like_num for s in verb.children)
    return parts and any(t.text.lower() in {"whom", "which"} for p in children(verb, "prep") for t in p.children)


def _whose_home(verb: Token) -> Trigger | None:
    """ "90 families whose huts were burnt" are homeless."""
    for subject in verb.children:
        if (
            subject.dep_ in SUBJECTS
            and any(c.text.lower() == "whose" for c in subject.children)
            and counted(subject) == "dwelling"
        ):
            term = frames.read(verb, "patient", "dwelling", figure=subject)
            if term is not None:
                return Trigger(verb, "homeless" if term == "destroyed_housing" else "affected", "verb")
    return None


def _relative_role(verb: Token) -> Role:
    if passive(verb):
        return "patient"
    subject = [c for c in verb.children if c.dep_ in SUBJECTS]
    if verb.dep_ == "relcl" and subject and subject[0].text.lower() not in {"who", "that", "which"}:
        return "patient"
    return "agent"
