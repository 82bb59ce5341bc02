"""What an argument of an event word is: a place, a force, civilians, aid, a weapon (classes of events_en.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.extract.event.lexicon import lexicon
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children, is_verb, objects, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM_ABOVE = frozenset({"aerial", "barrel", "air"})
_CARRIES = frozenset({"carry", "load", "bring", "transport"})
_PERSONS = frozenset({
    "he", "him", "she", "her", "i", "me", "we", "us", "who", "whom", "somebody", "someone", "nobody", "none", "anybody",
    "anyone", "everybody", "everyone", "those", "others",
})  # fmt: skip
_SOME = frozenset({"many", "some", "several", "dozens", "scores", "hundreds", "thousands"})
_PRONOUNS = frozenset({"it", "they"})
_SAYS_NOTHING = frozenset({"it", "that", "which", "this", "who"})


def done_by(verb: Token) -> list[Token]:
    """Who does it: the subject, the agent of a passive, or the noun that a participle describes."""
    if passive(verb):
        agents = [noun for by in children(verb, "agent") for noun in children(by, "pobj")]
        return _with_others(agents)
    found = [s for s in _ordered(verb) or subjects(verb) if s.dep_ != "nsubjpass"]
    if not found and verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBG", "VBD", "VBZ", "VBP"}:
        found = [verb.head]
    if not found and verb.dep_ in {"xcomp", "pcomp", "ccomp"} and verb.tag_ in {"VBG", "VBN"}:  # "denies shelling X"
        above = verb.head if is_verb(verb.head) else verb.head.head
        found = [s for s in subjects(above) if s.dep_ == "nsubj"] if is_verb(above) else []
    return _with_others(_antecedent(s) for s in found)


def done_to(verb: Token) -> list[Token]:
    """What it is done to: the object, the subject of a passive, or the noun that a past participle describes."""
    if passive(verb):
        found = [s for s in subjects(verb) if s.dep_ == "nsubjpass"]
        if not found and verb.dep_ in {"acl", "relcl"}:
            found = [verb.head]
        if (
            not found and verb.dep_ in {"advcl", "acomp", "oprd"} and verb.tag_ == "VBN"
        ):  # "the town remains surrounded"
            found = [s for s in subjects(verb.head) if s.dep_ != "csubj"]
        return _with_others(_antecedent(s) for s in found)
    return objects(verb)


def behind(token: Token, *prepositions: str) -> list[Token]:
    """The nouns behind prepositions of a verb or a noun ("attack on X", "clashed with Y")."""
    found = [
        noun
        for child in children(token, "prep", "agent")
        if child.lower_ in prepositions
        for noun in children(child, "pobj")
    ]
    return _with_others(found)


def classes_of(token: Token, places: frozenset[int]) -> set[str]:
    """The classes a noun is of; `places` are the offsets (in its parse) at which place names stand."""
    forms, lists = forms_of(token), lexicon().classes
    found = {name for name, words in lists.items() if forms & words}
    if forms & lexicon().measures:
        found |= {name for noun in _measured(token) for name in classes_of(noun, places)}
    if token.lower_ in _SOME or token.tag_ == "CD":
        counted = _counted(token, places)
        found |= {"civilian", "force"} if counted is None else counted
    if token.lower_ in _PERSONS:
        found |= {"civilian", "force"}
    if token.idx in places:
        found.add("place")
    if (token.pos_ == "PROPN" or forms & lists["water"]) and any(
        child.lower_ in lists["hazard"] for child in children(token, "compound")
    ):
        return {"hazard"}  # "Typhoon N", "flood waters"
    if "bomb" in found and any(child.lower_ in _FROM_ABOVE for child in token.children):
        found.add("aircraft")
    if token.pos_ == "PROPN" and not found and not token.text.isupper():
        found |= {"civilian", "force"} if token.ent_type_ in {"", "PERSON"} else {"force"}
    return found


def _counted(token: Token, places: frozenset[int]) -> set[str] | None:
    """ "Dozens of trucks", "four of them": the classes of what is counted; None for "four were beaten"."""
    of = [noun for noun in behind(token, "of") if noun.pos_ != "PRON"]
    return {name for noun in of for name in classes_of(noun, places)} if of else None


def _measured(token: Token) -> Iterator[Token]:
    """ "40 tonnes of flour", "two lorries with blankets", "a ship carrying water": what is in it."""
    for child in token.children:
        if child.i > token.i and (child.lower_ in {"of", "with"} or child.lemma_.lower() in _CARRIES):
            yield from _with_others(children(child, "pobj", "dobj"))


def forms_of(token: Token) -> frozenset[str]:
    """A noun's lemma and form in small letters; of a plural that was taken for a name ("Rebels") the singular, too."""
    forms = {token.lemma_.lower(), token.lower_}
    if token.pos_ == "PROPN" and token.tag_ == "NNPS":
        forms.add(token.lower_.removesuffix("s"))
    return frozenset(forms)


def any_of(tokens: Iterable[Token], wanted: frozenset[str], places: frozenset[int]) -> bool:
    """True where one of the nouns is of a wanted class, or nothing is wanted."""
    return not wanted or any(classes_of(token, places) & wanted for token in tokens)


def _ordered(verb: Token) -> list[Token]:
    """ "forced troops to fall back": the object of the verb above is who does it."""
    if verb.dep_ != "xcomp" or any(child.dep_ == "nsubj" for child in verb.children):
        return []
    found = children(verb.head, "dobj", "obj", "nsubjpass")
    return [noun for noun in found if noun.i < verb.i and not is_temporal(noun)]  # "took months to retake it"


def _antecedent(token: Token) -> Token:
    """ "rebels who attacked", "the army said that it had retaken": the noun that a pronoun stands for."""
    verb = token.head
    if token.lower_ in _SAYS_NOTHING and verb.dep_ == "relcl":
        return verb.head
    if token.lower_ not in _PRONOUNS:
        return token
    before = [verb.head] if verb.dep_ == "ccomp" else [c for c in children(verb, "advcl") if c.i < token.i]
    named = [s for other in before for s in subjects(other) if s.dep_ == "nsubj" and s.i < token.i]
    alike = [s for s in named if (s.tag_ in {"NNS", "NNPS"}) == (token.lower_ == "they") or s.pos_ == "PROPN"]
    return alike[0] if alike else named[0] if named and verb.dep_ == "ccomp" else token


def _with_others(tokens: Iterable[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        found += [token, *(other for other in _joined(token) if not is_verb(other))]
    return found


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)
