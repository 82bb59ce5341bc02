"""What befell people, told in ways that no verb frame holds: they cannot leave, are searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.grammar import SUBJECTS, is_verb, passive
from dateline.extract.trigger.lexicon import lexicon
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVING = word_set("wording_en", "ways", "leaving")
_HINDERED = word_set("wording_en", "ways", "hindered")
_KEPT = word_set("wording_en", "ways", "kept")
_SEARCH = word_set("wording_en", "ways", "search")
_LOOK = word_set("wording_en", "ways", "look")
_SEARCHERS = word_set("wording_en", "ways", "searchers")
_WANTED = word_set("wording_en", "drafts", "offenders") | word_set("wording_en", "ways", "wanted")
_FOUND = word_set("wording_en", "ways", "found")
_WATERS = word_set("wording_en", "ways", "waters")
_PEOPLE = frozenset({"person", "household"})


def stuck(figure: Figured) -> Trigger | None:
    """ "1,500 villagers could not get out", "are unable to leave", "were prevented from leaving": they are trapped."""
    if figure.head.dep_ not in SUBJECTS or figure.counted not in _PEOPLE | {"omitted"}:
        return None
    verb = figure.head.head
    if _goes(verb) and _negated(verb) and any(c.lemma_.lower() in {"can", "could"} for c in verb.children):
        return Trigger(verb, "trapped", "stuck")
    for child in verb.children:
        word = child.text.lower()
        unable = word in _HINDERED or (word in {"able", "allowed"} and _negated(verb))
        if unable and any(_goes(c) for c in child.children):
            return Trigger(verb, "trapped", "stuck")
        if word == "from" and verb.lemma_ in _KEPT and any(_goes(c) for c in child.children):
            return Trigger(verb, "trapped", "stuck")
    if verb.lemma_ == "allow" and _negated(verb) and any(_goes(c) for c in verb.children):
        return Trigger(verb, "trapped", "stuck")
    return None


def _goes(verb: Token) -> bool:
    if verb.lemma_.lower() == "get":
        return any(c.text.lower() in {"out", "away"} for c in verb.children)
    return is_verb(verb) and verb.lemma_.lower() in _LEAVING


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def untraced(figure: Figured) -> Trigger | None:
    """ "Twelve did not survive" are dead, "30 people have not been found" missing: what did not happen tells it."""
    if figure.head.dep_ not in SUBJECTS or figure.counted not in _PEOPLE | {"omitted"}:
        return None
    verb = figure.head.head
    if not _negated(verb) or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        return None
    if verb.lemma_.lower() == "survive":
        return Trigger(verb, "killed", "stuck")
    if passive(verb) and verb.lemma_.lower() in _FOUND and figure.counted in _PEOPLE:
        return Trigger(verb, "missing", "stuck")
    return None


def flooded(figure: Figured) -> Trigger | None:
    """ "Water stands in 73 houses", "mud got into 73 houses"."""
    if figure.counted != "dwelling" or figure.head.dep_ != "pobj":
        return None
    verb = figure.head.head.head
    wet = any(c.dep_ in SUBJECTS and c.lemma_.lower() in _WATERS for c in verb.children)
    inside = figure.head.head.text.lower() in {"in", "into", "inside", "through"}
    return Trigger(verb, "partially_destroyed_housing", "verb") if wet and inside else None


def worst(figure: Figured) -> Trigger | None:
    """ "X is worst off with 9,000 people, then Y with 700": so many are affected there."""
    if figure.counted not in _PEOPLE or figure.head.dep_ != "pobj" or figure.head.head.text.lower() != "with":
        return None
    preposition = figure.head.head
    for token in preposition.doc[max(0, preposition.i - 4) : preposition.i]:
        if token.text.lower() in {"worst", "hardest"}:
            return Trigger(token, "affected", "verb")
    return None


def put_at(figure: Figured) -> Trigger | None:
    """ "Put its dead at 142 and the missing at 189": the nearer of the totals is this number's."""
    doc, at = figure.first.doc, figure.first.i
    if figure.head.dep_ != "pobj" or at < 3 or doc[at - 1].text.lower() != "at":
        return None
    named = doc[at - 2]
    if doc[at - 3].text.lower() not in {"the", "its", "their", "of", "own"}:
        return None
    term = lexicon().people.get(named.lemma_.lower()) or lexicon().people.get(named.text.lower())
    return Trigger(named, term, "total") if term is not None else None


def bracketed(figure: Figured) -> Trigger | None:
    """ "The largest arrivals were registered in X (1,640 individuals) and Y (700)": the event counted in brackets."""
    doc, first = figure.first.doc, figure.first.i
    if first < 2 or doc[first - 1].text != "(" or doc[first - 2].pos_ != "PROPN":
        return None
    last = max(figure.last.i, figure.noun.i if figure.noun is not None else 0)
    if last + 1 >= len(doc) or doc[last + 1].text not in {")", ","}:
        return None
    for token in reversed(doc[max(0, first - 25) : first - 1]):
        if token.text in {".", ";", "\n"}:
            return None
        term = lexicon().countable_events.get(token.lemma_.lower())
        if term is not None and token.tag_ == "NNS":
            return Trigger(token, term, "noun")
    return None


def searched(figure: Figured) -> Trigger | None:
    """ "Rescuers are looking for 42 people", "42 families to search for", "lost contact with 42 hikers": missing."""
    noun = figure.noun
    if noun is not None and (noun.lemma_.lower() in _WANTED or figure.counted not in _PEOPLE):
        return None
    head = figure.head
    for child in head.children:
        if child.dep_ in {"relcl", "acl"} and child.lemma_.lower() in _SEARCH and noun is not None:
            return Trigger(child, "missing", "verb")
    if head.dep_ != "pobj":
        return None
    preposition, above = head.head, head.head.head
    if preposition.text.lower() == "for" and _is_search(above):
        return Trigger(above, "missing", "verb")
    if preposition.text.lower() == "with" and _contact_lost(preposition):
        return Trigger(above, "missing", "verb")
    return None


def _is_search(word: Token) -> bool:
    lemma = word.lemma_.lower()
    if lemma in _SEARCH:
        return True
    return lemma in _LOOK and any(c.dep_ in SUBJECTS and c.lemma_.lower() in _SEARCHERS for c in word.children)


def _contact_lost(preposition: Token) -> bool:
    before = {t.lemma_.lower() for t in preposition.doc[max(0, preposition.i - 6) : preposition.i]}
    return "lose" in before and bool(before & {"contact", "touch"})
