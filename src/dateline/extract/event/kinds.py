"""What kind of party a noun names, and which body known by name it is or belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.actor.words import actor_words
from dateline.extract.event import classes, clause
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.span import KIN
from dateline.extract.source.kinds import Known, last_type
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import offices
from dateline.model.words import ActorRole, ActorType
from dateline.vocab.countries import capitals, demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANY_BODY = frozenset({"organisation", "organization", "organisations", "organizations"})
"""What may be a charity or a gang: of a kind only by the words beside it."""
_ITS_PEOPLE = frozenset({"man", "boy", "personnel", "element"})
_LEADERS = frozenset({"emir", "leader", "minister", "commander"})
"""Who leads an armed group is of it ("Velik Front emir")."""
_THINGS = {"weapon", "bomb", "building", "aid", "aircraft"}
_FLOWN = word_set("event_words_en", "kinds", "flown")
_MANNED = frozenset({"checkpoint", "post", "outpost", "garrison"})
_OF_ANOTHER = frozenset({"affiliate", "branch", "arm", "offshoot"})
_HELD = word_set("event_words_en", "kinds", "held")


def kind_of(noun: Token) -> ActorType | None:
    """What kind of party a common noun names by itself; None where it names none."""
    found = (lexicon().parties.get(form) for form in sorted(classes.forms_of(noun)))
    return next((kind for kind in found if kind is not None), None)


def known_body(phrase: Phrase, token: Token, known: Known) -> tuple[ActorType, str] | None:
    """A body known by name at the head of the phrase ("Islamic State fighters" as well as "the Islamic State")."""
    at = token.idx - phrase.first.idx
    named = known.actors.find(phrase.text)
    if len(named) > 1 and named[0].start == 0 and token.lower_ in _OF_ANOTHER and named[0].actor.type == "armed_group":
        return named[0].actor.type, named[0].actor.name  # "Velik Front Tarnis Orvel affiliate", its comma lost
    for found in named:
        around = phrase.text[: found.start][-1:] + phrase.text[found.end : found.end + 1]
        if found.actor.type == "government" and kind_of(token) == "armed_group":
            continue  # "in Orvel rebels", after a capital
        if found.actor.type == "government" and kind_of(token) == "military" and found.end <= at:
            continue  # "the Orvelian regime's army"
        if actor_words().others.intersection(fold(phrase.text[found.end :]).split()):
            continue  # "an al-Qaeda offshoot" is another body
        leads = found.actor.type == "armed_group" and token.lemma_.lower() in _LEADERS
        if "-" not in around and (found.start <= at < found.end or leads or _speaks_of(token)):
            return found.actor.type, found.actor.name
    alias = known.aliases.get(fold(phrase.text).removeprefix("the "))
    return (alias.type, alias.resolved) if alias is not None and alias.resolved else None


def _speaks_of(token: Token) -> bool:
    where = lexicon().grounds & lexicon().classes["force"] | {"member", "site"}
    if token.lemma_.lower() in where or kind_of(token) in {"military", "armed_group"}:
        return True
    return bool(classes.forms_of(token) & lexicon().bodies)


def kind_in(token: Token, phrase: Phrase, role: ActorRole, places: frozenset[int]) -> ActorType | None:
    """What kind of party the head noun names; None where it names none (a thing, a place that only stands there)."""
    before = [child for child in token.children if child.i < token.i and not _in_compound(child)]
    beside = [kind_of(child) for child in before]
    if token.text[:1].isdigit() or token.text in {"am", "pm"} or _another_thing(token, before):
        return None
    if any(child.lower_ == "armed" for child in before) and token.lower_ not in {
        "forces",
        "force",
    }:  # "armed opponents"
        return None if classes.classes_of(token, places) & _THINGS else "armed_group"
    if token.lemma_.lower() == "member":
        return _kind_of_body(token)
    if token.lemma_.lower() in _ITS_PEOPLE and beside[-1:] and beside[-1] in {"military", "armed_group"}:
        return beside[-1]  # "army men"
    if (kind := kind_of(token)) is not None:
        if token.lemma_.lower() in {"bomber", "fighter"} and _flown(token):
            return "military"
        rebels = "armed_group" in beside or any(child.lower_ == "opposition" for child in token.children)
        if token.lemma_ == "sniper" and ("government" in beside or "military" in beside):
            return "military"
        jets = token.lemma_.lower() in lexicon().classes["aircraft"] and before and before[-1].lemma_ == "fighter"
        rebels = rebels or (kind == "military" and (_of_fighters(token) or _brigade_by_name(token, phrase)))
        return "armed_group" if kind == "military" and rebels and not jets else kind
    forms, lists = classes.forms_of(token), lexicon().classes
    if forms & (lists["place"] | lists["building"] | lexicon().grounds):
        if forms & lexicon().grounds and not forms & lists["force"]:
            return "armed_group" if _of_rebels(phrase) and phrase.last != phrase.head else None
        if not forms & lists["force"] or (forms & lexicon().grounds and not _of_somebody(phrase)):
            return None
        return "armed_group" if _of_rebels(phrase) else "military"
    if forms & (lists["weapon"] | lists["bomb"]):  # "sniper bullets"
        return None
    bare = fold(phrase.text).removeprefix("the ")
    if bare in names() or bare in capitals() or phrase.text.removeprefix("the ") in short_forms():
        return "government" if _acts(token, bare, role) else None
    if token.idx in places:
        return None
    if fold(token.text) in demonyms():
        return "other"
    words = [t.lower_ for t in phrase.tokens()]
    of_some = forms & (lexicon().bodies | lexicon().grounds)
    own = [word for word in phrase.tokens() if word.i <= phrase.head.i or of_some]
    armed = any(kind_of(word) == "armed_group" and not _in_compound(word) for word in own)
    if (forms & lexicon().bodies and "armed_group" in beside) or armed or lexicon().armed_names.intersection(words):
        return "armed_group"
    told = last_type([word for word in words if word not in _ANY_BODY])
    if token.pos_ == "NOUN" and not _says_what_for(token):  # "military precautions"
        return None
    return told if told not in {None, "witness", "media"} and (told != "other" or forms & lexicon().bodies) else None


def _of_fighters(noun: Token) -> bool:
    """ "Commanders of the militants", "an alliance of rebels"."""
    return any(kind_of(one) == "armed_group" for one in clause.behind(noun, "of"))


def _brigade_by_name(noun: Token, phrase: Phrase) -> bool:
    """ "The Velik al-Tarn Brigade": a group's; an army's have numbers."""
    named = any(word.lower_ == "al" for word in phrase.tokens())
    return noun.lemma_.lower() in {"brigade", "brigades", "battalion"} and noun.is_title and named


def _another_thing(noun: Token, before: list[Token]) -> bool:
    """ "A gas tank", "a wedding party": no force, no body."""
    words = {child.lower_ for child in before}
    if noun.lemma_.lower() == "tank":
        return bool(words & {"gas", "fuel", "water", "oil", "septic"})
    return noun.lower_ in {"party", "parties"} and not any(child.pos_ in {"PROPN", "ADJ"} for child in before)


def _flown(noun: Token) -> bool:
    """ "Long-range bombers", "jet fighters", "a Velik-34 bomber": aircraft, whose crews are soldiers."""
    doc, at = noun.doc, noun.i - 1
    while (
        at >= noun.sent.start and doc[at].pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "VERB"} and noun.i - at < 5
    ):
        if doc[at].lower_ in _FLOWN or (doc[at].text.isdigit() and at > noun.sent.start and doc[at - 1].text == "-"):
            return True
        at -= 1
    return noun.i + 1 < len(doc) and noun.lower_ == "fighter" and noun.nbor().text == "-"


def _in_compound(word: Token) -> bool:
    """ "Rebel-held": another word, nobody's name."""
    doc = word.doc
    joined = word.i + 2 < len(doc) and doc[word.i + 1].text == "-" and not word.whitespace_
    return joined and doc[word.i + 2].lower_ in _HELD


def _of_somebody(phrase: Phrase) -> bool:
    """ "Army positions", "their base", "a checkpoint", which is manned; "a gathering", "Base 9" are nobody's."""
    if phrase.head.lemma_.lower() in _MANNED:
        return True
    beside = [*phrase.tokens(), *phrase.head.lefts]
    named = (kind_of(word) is not None or fold(word.text) in demonyms() or word.pos_ == "PROPN" for word in beside)
    owned = any(word.tag_ == "PRP$" or word.dep_ == "poss" for word in beside)
    return owned or any(told for told, word in zip(named, beside, strict=True) if word != phrase.head)


def _of_rebels(phrase: Phrase) -> bool:
    return any(kind_of(word) == "armed_group" and not _in_compound(word) for word in phrase.tokens())


def _says_what_for(noun: Token) -> bool:
    """A common noun of people or of a body: the words before it may tell what kind of party it is."""
    forms = classes.forms_of(noun)
    people = lexicon().classes["civilian"] | lexicon().classes["official"] | lexicon().bodies | lexicon().grounds | KIN
    return bool(forms & people) or last_type([noun.lower_]) is not None or noun.lower_ in offices().carriers


def _kind_of_body(member: Token) -> ActorType | None:
    """ "Members of the Tarn Army" are its soldiers, those of a tribe or a family civilians; "its members" anybody."""
    of = clause.behind(member, "of")
    beside = [child for noun in (member, *of) for child in noun.children if child.dep_ in {"compound", "amod", "nmod"}]
    kinds = [kind_of(noun) for noun in (*of, *beside)]
    armed = next((kind for kind in kinds if kind in {"military", "armed_group"}), None)
    return armed or ("civilians" if of else None)


def _acts(name: Token, bare: str, role: ActorRole) -> bool:
    """A country or capital that does something; "the Orvel bombing" and "on Orvelia" say where."""
    if name.dep_ in {"compound", "nmod", "amod"} and name.text not in short_forms():
        return bare not in capitals() and name.head.dep_ in {"compound", "nmod"}
    return role != "target" or name.dep_ != "pobj"
