"""What an argument of an event word is: a place, a force, civilians, aid, a weapon (classes of events_en.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extract.event.lexicon import lexicon
from dateline.extract.source.nouns import is_temporal
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM_ABOVE = frozenset({"aerial", "barrel", "air"})
_ON_FOOT = word_set("event_words_en", "classes", "on_foot")
_CARRIES = frozenset({"carry", "load", "bring", "transport"})
_PERSONS = word_set("event_words_en", "classes", "persons")
_ARMED = frozenset({"military", "armed_group"})
_NO_HELP = word_set("event_words_en", "classes", "no_help")
"""Words beside which access is not that of aid."""
_SOME = word_set("event_words_en", "classes", "some")


def classes_of(token: Token, places: frozenset[int]) -> set[str]:
    """The classes a noun is of; `places` are the offsets (in its parse) at which place names stand."""
    forms, lists = forms_of(token), lexicon().classes
    if "member" in forms and (_body_of(token) is not None or _of_armed_body(token)):
        return {"force"}
    found = {name for name, words in lists.items() if forms & words}
    if "access" in forms and _NO_HELP.intersection(word.lemma_.lower() for word in token.head.subtree):
        found.discard("aid")  # "access to the site", "to education"
    if forms & lexicon().measures:
        found |= {name for noun in _measured(token) for name in classes_of(noun, places)}
    if token.lower_ in _SOME or is_count(token):
        counted = _counted(token, places)
        found |= {"civilian", "force"} if counted is None else counted
    if token.lower_ in _PERSONS:
        found |= {"civilian", "force"}
    if token.idx in places:
        found.add("place")
    if (token.pos_ == "PROPN" or forms & lists["water"]) and any(
        child.lower_ in lists["hazard"] for child in token.children if child.dep_ == "compound"
    ):
        return {"hazard"}  # "Typhoon N", "flood waters"
    if "bomber" in forms and any(child.lower_ in _ON_FOOT for child in token.children):
        return {"force"}
    if "force" in forms and any(child.lower_ in {"air", "aerospace"} for child in token.children):
        found.add("aircraft")
    if "bomb" in found and any(child.lower_ in _FROM_ABOVE for child in token.children):
        found.add("aircraft")
    if token.text.isupper() and known_force(token.text):
        return {"force"}
    if token.pos_ == "PROPN" and not found and not token.text.isupper() and not forms & lexicon().nouns.keys():
        found |= {"civilian", "force"} if token.ent_type_ in {"", "PERSON"} else {"force"}
        found |= {"name"} if token.ent_type_ != "PERSON" else set()
    if (token.pos_ == "PROPN" and (token.text in short_forms() or fold(token.text) in names())) or _of_a_state(token):
        found.add("state")
    return found


def _of_a_state(noun: Token) -> bool:
    """ "Regime forces": a state's."""
    before = (child for child in noun.lefts if child.dep_ in {"compound", "nmod", "amod"})
    return noun.pos_ in {"NOUN", "PROPN"} and any(word.lemma_.lower() in lexicon().classes["state"] for word in before)


def is_count(token: Token) -> bool:
    """ "Four were beaten": a number without a noun is one of people, unless it is of money or of time."""
    return token.tag_ == "CD" and token.ent_type_ in {"", "CARDINAL"} and not any(c.tag_ == "$" for c in token.children)


def bare_count(token: Token) -> bool:
    """ "15 killed": a number of whom nothing is said."""
    return is_count(token) and not any(child.lower_ == "of" for child in token.children)


def _counted(token: Token, places: frozenset[int]) -> set[str] | None:
    """ "Dozens of trucks", "four of them": the classes of what is counted; None for "four were beaten"."""
    found = [noun for child in token.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj"]
    if not found:
        return {name for noun in _of_next_verb(token) for name in classes_of(noun, places)} or None
    of = [noun for one in found for noun in (one, *one.conjuncts) if noun.pos_ != "PRON"]
    return {name for noun in of for name in classes_of(noun, places)} if of else None


def _of_next_verb(count: Token) -> list[Token]:
    """ "Killed 28 and wounded 30 fighters": what both numbers count."""
    if count.tag_ != "CD" or count.dep_ not in {"dobj", "obj", "nsubjpass"}:
        return []
    verbs = [verb for verb in count.head.children if verb.dep_ == "conj" and verb.i > count.i]
    verbs = [verb for verb in verbs if verb.lemma_.lower() in {"wound", "injure", "hurt"}]
    return [n for verb in verbs for n in verb.children if n.dep_ in {"dobj", "obj"} and n.pos_ in {"NOUN", "PROPN"}]


def _measured(token: Token) -> Iterator[Token]:
    """ "40 tonnes of flour", "two lorries with blankets", "a ship carrying water": what is in it."""
    for child in token.children:
        if child.i > token.i and (child.lower_ in {"of", "with"} or child.lemma_.lower() in _CARRIES):
            for noun in child.children:
                if noun.dep_ in {"pobj", "dobj"}:
                    yield from (noun, *noun.conjuncts)


def _body_of(member: Token) -> Token | None:
    """ "Twenty members of the Tarn Army": the armed body; None of a family or a council."""
    bodies = [noun for of in member.children if of.lower_ == "of" for noun in of.children if noun.dep_ == "pobj"]
    return next((n for n in bodies if any(lexicon().parties.get(form) in _ARMED for form in forms_of(n))), None)


def _of_armed_body(member: Token) -> bool:
    """ "Ten Orvel Front members": an armed group known by name stands before the word."""
    beside = (child for child in member.lefts if child.dep_ in {"compound", "nmod", "amod"})
    first = min((child.left_edge.i for child in beside), default=member.i)
    if first == member.i:
        return False
    before = member.doc[first : member.i]
    if any(lexicon().parties.get(form) == "armed_group" for word in before for form in forms_of(word)):
        return True  # "terrorist organisations members"
    return any(found.actor.type in _ARMED for found in known_actors().find(before.text))


def forms_of(token: Token) -> frozenset[str]:
    """A noun's lemma and form in small letters; of a plural that was taken for a name ("Rebels") the singular, too."""
    forms = {token.lemma_.lower(), token.lower_}
    if token.pos_ == "PROPN" and token.tag_ == "NNPS":
        forms.add(token.lower_.removesuffix("s"))
    return frozenset(forms)


@lru_cache(maxsize=1 << 12)
def known_force(name: str) -> bool:
    """A military or an armed group known by this name ("ISIS", whatever the tagger takes it for)."""
    found = known_actors().named(name)
    return found is not None and found.type in {"military", "armed_group"}


def any_of(tokens: Iterable[Token], wanted: frozenset[str], places: frozenset[int]) -> bool:
    """True where one of the nouns is of a wanted class, or nothing is wanted."""
    return not wanted or any(classes_of(token, places) & wanted for token in tokens)


def is_event(noun: Token) -> bool:
    """ "The blast", "air strikes", "shelling": a noun that tells an event, by itself or with the word before it."""
    words = lexicon()
    if noun.lemma_.lower() in words.nouns or noun.lower_ in words.nouns:
        return True
    return noun.i > 0 and (noun.nbor(-1).lower_, noun.lemma_.lower()) in words.pairs


def can_act(noun: Token) -> bool:
    """True for who can take part: a force, a body, a people, a name that is no event's word."""
    forms = forms_of(noun)
    if forms & (lexicon().parties.keys() | lexicon().bodies) or fold(noun.text) in demonyms():
        return True
    if noun.text.isupper() and known_force(noun.text):
        return True
    return noun.pos_ == "PROPN" and not forms & lexicon().nouns.keys() and not is_temporal(noun)
