"""What type of event a noun tells: by itself, with the word before it, by what follows and what the page has told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.event import classes, clause, parties
from dateline.extract.event.frames import by_means, to_do
from dateline.extract.event.lexicon import Noun, lexicon
from dateline.extract.event.told_of_none import is_sent, known_hazard
from dateline.extract.trigger.grammar import children
from dateline.model.words import EventType
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTING = word_set("event_words_en", "noun_type", "pointing")
_MASS = 10
"""Victims beyond whom none of them was chosen."""
_VAGUE = word_set("event_words_en", "noun_type", "vague")
_CAPTIVE = word_set("event_words_en", "noun_type", "captive")
_SHELLS = frozenset({"rocket", "shell", "mortar", "artillery"})
_ON_WHEELS = word_set("event_words_en", "noun_type", "on_wheels")
"""Before a bombing: what was blown up, or who carried the bomb, and no aircraft."""


def noun_type(token: Token, scene: parties.Scene) -> tuple[EventType, Token, EventType | None] | None:
    """The type of an event noun, its first word, and its type where a state does it."""
    lemma, lower = str(token.lemma_.lower()), token.lower_
    known = lemma in lexicon().nouns
    if not (known or lower in lexicon().nouns or lemma in _seconds() or lower in _seconds()):
        return None
    before = _before(token)
    if before is not None:
        first = _before(before)
        if known and first is not None and (kind := pair(first, before)) == "air_strike":  # "barrel bomb attacks"
            return kind, first, None
        if (kind := pair(before, token)) is not None:
            return "shelling" if kind == "attack" and by_means(token, _SHELLS) else kind, before, None
    noun = lexicon().nouns.get(lemma) or lexicon().nouns.get(lower)
    if noun is None:
        return None
    sides = ("against", "with", "between") if noun.type == "armed_clash" else ()  # "a battle against the rebels"
    of = clause.behind(token, "of", "for", "on", *sides)
    if noun.of and not classes.any_of(of, noun.of, scene.places) and not _flown_at(token, scene):
        return None
    if noun.before and (before is None or before.lower_ not in noun.before):
        return None
    if noun.to and not to_do(token, noun.to):
        return None
    if token.lemma_.lower() == "killing" and any(_many(one) for one in of):
        return "attack_on_civilians", token, None
    if noun.type == "hazard" and known_hazard(token):
        return None
    if token.lemma_.lower() == "reinforcement" and not is_sent(token):
        return None
    if token.lemma_.lower() == "bombing" and before is not None and before.lower_ in _ON_WHEELS:
        return noun.type, token, None
    if token.lemma_.lower() == "bombardment" and _points(token) and _air_was_told(scene):
        return "air_strike", token, None  # "the bombardment", of the raids told before
    if noun.by_air and _by_air(token, noun, scene):
        return noun.by_air, token, None
    if noun.type == "attack" and by_means(token, _SHELLS):
        return "shelling", token, None
    if noun.type == "attack" and _on_civilians(token, scene):
        return "attack_on_civilians", token, None
    return noun.type, token, noun.by_state


def _on_civilians(attack: Token, scene: parties.Scene) -> bool:
    """ "Attacks on farmers", "attacks targeting civilians and doctors": nobody armed is named beside them."""
    whom = clause.behind(attack, "on", "against", "upon")
    whom += [one for verb in children(attack, "acl") if verb.lower_ == "targeting" for one in clause.done_to(verb)]
    kinds = [classes.classes_of(one, scene.places) for one in whom]
    return bool(kinds) and all("civilian" in kind and not kind & {"force", "place", "name"} for kind in kinds)


def _by_air(token: Token, noun: Noun, scene: parties.Scene) -> bool:
    """Its sentence names aircraft, or the page has told of air strikes."""
    if token.lemma_.lower() == "bombing" and scene.last and _points(token):
        return scene.last == "air_strike"  # "the bombings", of what was told last
    if any(pair(first, first.nbor()) == "air_strike" for first in token.sent[:-1] if first.i != token.i - 1):
        return True  # "an Orvelian raid … in regime air raids on X"
    return scene.air or any(classes.classes_of(other, scene.places) & {"aircraft"} for other in token.sent)


def _many(victims: Token) -> bool:
    """ "The killing of hundreds of farmers", "of 5,812 civilians": no chosen one, and no captives."""
    counts = [word for word in victims.lefts if word.like_num and word.text.replace(",", "").isdigit()]
    many = any(word.lower_ in _VAGUE for word in (victims, *victims.lefts))
    armed = any(word.lower_ in _CAPTIVE for word in (victims, *victims.lefts, *clause.behind(victims, "of")))
    return not armed and (many or any(int(word.text.replace(",", "")) >= _MASS for word in counts))


def _flown_at(token: Token, scene: parties.Scene) -> bool:
    """ "Jets carried out 40 strikes since dawn on villages"."""
    verb = token.head
    if token.lemma_.lower() != "strike":
        return False
    if token.dep_ == "nsubj" and verb.lower_ in lexicon().harms:  # "a coalition strike killed ten"
        return any(word.lower_ == "led" or classes.can_act(word) for word in token.lefts)
    carried = token.dep_ in {"dobj", "obj"} and verb.lower_ in lexicon().carries
    return carried and (scene.air or any("aircraft" in classes.classes_of(o, scene.places) for o in verb.sent))


def _air_was_told(scene: parties.Scene) -> bool:
    """The sentence before names air strikes, and no guns."""
    before = list(scene.before.tokens) if scene.before is not None else []
    guns = any(word.lower_ in {"shelling", "artillery", "shells", "rockets"} for word in before)
    told = any(word.lower_ in {"airstrike", "airstrikes"} for word in before)
    return not guns and (told or any(pair(word, word.nbor()) == "air_strike" for word in before[:-1]))


def _points(noun: Token) -> bool:
    return any(child.lower_ in _POINTING for child in noun.lefts)


def _before(token: Token) -> Token | None:
    """The word before, quotation marks between them left out."""
    at = token.i - 1
    while at >= 0 and token.doc[at].text in {'"', "“", "”", "'", "’", "‘"}:
        at -= 1
    return token.doc[at] if at >= 0 else None


def pair(first: Token, second: Token) -> EventType | None:
    """The type that two words in a row tell together; None: none."""
    pairs = lexicon().pairs
    seconds = [word for word in (str(second.lemma_.lower()), second.lower_) if word in _seconds()]
    for one in (str(first.lemma_.lower()), first.lower_) if seconds else ():
        for other in seconds:
            if (one, other) in pairs:
                return pairs[one, other]
    return None


@cache
def _seconds() -> frozenset[str]:
    """The second words of all pairs: most words are none, and need not be asked with what stands before them."""
    return frozenset(second for _, second in lexicon().pairs)
