"""Does a verb, with its complements, say something of the people who are its subject or object?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.extract.quantity.units import Counted, counted
from dateline.extract.trigger.grammar import near_words, objects, passive, prepositions
from dateline.extract.trigger.lexicon import Frame, Role, lexicon
from dateline.model.words import Term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_PEOPLE: frozenset[Term] = frozenset(
    {"displaced", "crossed_border", "in_relief_camp", "sheltered", "detained", "injured", "returned"}
)
"""What is said of people alone: tents that "arrive" are not displaced."""


def lemma_of(verb: Token) -> str:
    """The lemma in lower case, mended where the tagger took a participle for an adjective or a noun."""
    lemma = str(verb.lemma_.lower())
    if lemma in lexicon().verbs:
        return lemma
    text = verb.text.lower()
    for end, new in (
        ("ssed", "s"),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("s", ""),
    ):
        stem = text.removesuffix(end) + new if text.endswith(end) else ""
        if stem in lexicon().verbs:
            return stem
        if len(stem) > 3 and stem[-1:] == stem[-2:-1] and stem[:-1] in lexicon().verbs:
            return stem[:-1]
    return lemma


def read(verb: Token, role: Role, counted: Counted, *, figure: Token) -> Term | None:
    """The term of the first frame that fits; None where the verb says nothing of them."""
    for frame in lexicon().verbs.get(lemma_of(verb), ()):
        if fits(frame, verb, role, counted, figure):
            return None if frame.never else frame.term
    return None


def fits(frame: Frame, verb: Token, role: Role, counted: Counted, figure: Token) -> bool:
    """True where role, unit and all conditions of the frame hold."""
    if not _role_fits(frame, verb, role, figure):
        return False
    if counted == "thing" or (counted not in frame.units and counted != "omitted"):
        return False
    if (frame.known and counted == "unknown") or (counted == "dwelling" and frame.term in _OF_PEOPLE):
        return False
    if frame.progressive and verb.tag_ != "VBG":
        return False
    if frame.participle and verb.tag_ not in {"VBN", "VBG", "JJ"}:
        return False
    if frame.doer and _spoken(verb, figure):
        return False
    if (figure.i < verb.i and _aims(verb)) or _noun(verb):
        return False
    if frame.with_words and not frame.with_words & (near_words(verb, 18) | _adverb(verb) | _siege(verb) | _fire(verb)):
        return False
    if frame.with_words and verb.lemma_.lower() == "leave" and _left_another(frame, verb, figure):
        return False
    if frame.how and not frame.how & (_adverb(verb) | {t.text.lower() for t in verb.doc[verb.i + 1 : verb.i + 3]}):
        return False
    if frame.prepositions and not _prepositions_fit(frame, verb):
        return False
    if frame.object and not _object_fits(frame, verb, role, figure):
        return False
    return not (frame.bare and any(o.i != figure.i for o in objects(verb)))


def _adverb(verb: Token) -> set[str]:
    """The word right before the verb: "fatally wounded"."""
    return {verb.nbor(-1).text.lower()} if verb.i else set()


_SIEGE = word_set("wording_en", "frames", "siege")


def _siege(verb: Token) -> set[str]:
    """Who lives where a siege is said to be is besieged: its words count from anywhere in the sentence."""
    if verb.lemma_.lower() not in {"live", "reside"}:
        return set()
    return {t.text.lower() for t in verb.sent if t.text.lower() in _SIEGE}


def _fire(verb: Token) -> set[str]:
    """ "Somebody opened fire, striking three": the word for shots stands before the verb."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in {"strike", "hit"}:
        return set()
    before = {t.text.lower() for t in verb.doc[verb.sent.start : verb.i]}
    return {"gunfire"} if before & _SHOTS else set()


_SHOTS = word_set("wording_en", "frames", "shots")


def _noun(verb: Token) -> bool:
    """ "In that shooting a girl ran": the deed, which the parser takes for a verb; not "the shooting of a girl"."""
    before = verb.nbor(-1).text.lower() if verb.i else ""
    behind = verb.nbor().text.lower() if verb.i + 1 < len(verb.doc) else ""
    return verb.text.lower().endswith("ing") and behind != "of" and before in {"the", "that", "this", "a", "an"}


def _left_another(frame: Frame, verb: Token, figure: Token) -> bool:
    """ "Left a woman dead and five people, including": the state is said of whom was told before."""
    between = [t.text.lower() for t in verb.doc[verb.i + 1 : figure.i]]
    behind = {t.text.lower() for t in verb.doc[figure.i + 1 : figure.i + 5]}
    states = [at for at, word in enumerate(between) if word in frame.with_words]
    return bool(states) and "and" in between[states[-1] :] and not frame.with_words & behind


def _spoken(verb: Token, figure: Token) -> bool:
    """ "Witnesses claim a man", "one brother claimed he", "claims 900 members": no fire claims them."""
    if figure.lemma_.lower() in _BELONGING or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
        return True
    doers = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i != figure.i]
    return any((c.pos_ == "PRON" and c.text.lower() not in _THINGS) or counted(c) == "person" for c in doers)


_BELONGING: Final = word_set("wording_en", "frames", "belonging")
_THINGS: Final = word_set("wording_en", "frames", "things")


def _role_fits(frame: Frame, verb: Token, role: Role, figure: Token) -> bool:
    if frame.role == role:
        # "authorities evacuated 300": who evacuates others is not counted
        return role == "patient" or not (
            _acts_on_others(frame, verb) and [o for o in objects(verb) if o.i != figure.i and _people(o)]
        )
    # "61,000 people displaced": a bare participle parsed as past tense
    return role == "agent" and frame.role == "patient" and verb.tag_ in {"VBD", "VBN"} and _bare(verb, figure)


def _acts_on_others(frame: Frame, verb: Token) -> bool:
    """The verb is also said of those it is done to ("evacuate"): with people as object, its subject is not counted."""
    return any(other.role == "patient" and other.term == frame.term for other in lexicon().verbs[lemma_of(verb)])


def _bare(verb: Token, figure: Token) -> bool:
    taken = [o for o in objects(verb) if o.i != figure.i]
    if taken and verb.i + 1 < len(verb.doc) and verb.nbor().text.lower() in _WHERE:
        taken = [o for o in taken if counted(o) == "person"]  # "four people shot outside bar", a headline
    return not taken and not passive(verb) and not any(c.dep_ in {"aux"} for c in verb.children) and figure.i < verb.i


_AIMED: Final = re.compile(
    r"\s*(?:back )?(?:into\b|towards?\b"
    r"|at (?:them|him|her|us|me|it|each|one another|police|officers?|deputies|people|\w+ officers?)\b)",
    re.IGNORECASE,
)


def _aims(verb: Token) -> bool:
    """ "Three men shot at them", "the driver shot into the car": who aims is not who is hit."""
    if verb.lemma_.lower() not in {"shoot", "fire"}:
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 5].text
    hit = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    return not hit and _AIMED.match(behind) is not None


_WHERE: Final = word_set("wording_en", "frames", "where")


def _people(noun: Token) -> bool:
    if noun.lemma_.lower() in {"life", "live"}:
        return False
    return noun.like_num or noun.pos_ == "PRON" or counted(noun) in {"person", "household"} or noun.pos_ == "PROPN"


def _prepositions_fit(frame: Frame, verb: Token) -> bool:
    if any(p.text.lower() in frame.prepositions for p in prepositions(verb)):
        return True
    following = [t.text.lower() for t in verb.doc[verb.i + 1 : verb.i + 4]]
    return any(word in frame.prepositions for word in following)


def _object_fits(frame: Frame, verb: Token, role: Role, figure: Token) -> bool:
    words = lexicon().classes[frame.object or ""]
    if frame.object == "life":
        # "claimed 40 lives", "cost the lives of 90 miners", "lost their lives"
        return bool({"life", "lives"} & (near_words(verb, 10) | {figure.text.lower()}))
    if role == "agent" and frame.role == "agent":
        right = list(verb.doc[verb.i + 1 : verb.i + 9])
        for token in right:
            if token.text in {".", ",", ";"}:
                break
            if token.lemma_.lower() in words and (token.pos_ in {"NOUN", "PROPN"} or token.dep_ == "dobj"):
                return True
            if (
                frame.object in {"home", "country"}
                and token.dep_ in {"dobj", "obj"}
                and token.pos_ == "PROPN"
                and token.head == verb
            ):
                return True  # "left Kirkuk": what is left or reached bears a name
            if frame.object == "country" and token.pos_ == "PROPN" and token.head.text.lower() in frame.prepositions:
                return True  # "walked into Turkey"
        return False
    return any(t.lemma_.lower() in words for t in verb.doc[verb.i + 1 : verb.i + 5])
