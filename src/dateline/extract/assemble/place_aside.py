"""Places that are named beside what happened: a speaker's whereabouts, where talks are held, whose border it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import Group, head_of, word_before
from dateline.extract.draft import Attribution, Toponym
from dateline.extract.place.containment import rank
from dateline.extract.place.lookup import entries
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.grammar import is_verb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE: Final = re.compile(r",? where\b")
_THAN_ANY: Final = re.compile(
    r"\b(?:than|as) (?:any(?:where)?|all|every)(?: (?:other|else|\w+)){0,3} (?:in|of|across) (?:the )?$"
)
"""What a place is compared with: "more than any other country in X"."""
_LISTS: Final = frozenset({"conj", "appos"})
_MODIFIES: Final = frozenset({"compound", "nmod", "amod"})
_HOUSES: Final = word_set("wording_en", "place_aside", "houses")
_BY_A_HOUSE: Final = frozenset({"near", "outside", "inside", "beside", "behind", "opposite"})
"""Behind these an office is the house that it has ("killed near the ministry in X")."""
_NOT_OF_PLACE: Final = word_set("wording_en", "place_aside", "not_of_place")


def is_aside(toponym: Toponym, sentence: Sentence, attributions: list[Attribution]) -> bool:
    """True for a place that is none of anything that the sentence counts."""
    if _WHERE.match(sentence.text[toponym.end - sentence.start :]) and not toponym.dateline:
        return False
    if toponym.aside or (toponym.kind == "water" and not _on_water(toponym, sentence)):
        return True
    head = head_of(toponym, sentence)
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in cues().has:
        return False
    if any(a.start <= toponym.start < a.end for a in attributions):
        return True
    while head.dep_ in _LISTS and head.head != head and not _crosses(head):
        head = head.head
    if _modifies_body(head, toponym, sentence):
        return True
    if _THAN_ANY.search(sentence.text, 0, toponym.start - sentence.start):
        return True
    word = word_before(toponym, sentence)
    if word in _NOT_OF_PLACE:
        return not (head.dep_ in {"compound", "poss"} and head.head.i > head.i and _event(head.head))
    if head.dep_ == "pobj" and head.head.lower_ == word:
        return _beside(head.head, sentence, attributions)
    return _bordering(head)


def _event(noun: Token) -> bool:
    """ "by X floods": the place of a hazard."""
    return noun.pos_ == "NOUN" or noun.lower_ in cues().happenings | cues().struggles


def _modifies_body(head: Token, toponym: Toponym, sentence: Sentence) -> bool:
    """ "X police", "X state news agency", with nothing between that parts the two."""
    noun = head.head
    if (
        head.dep_ not in _MODIFIES
        or noun.i <= head.i
        or noun.pos_ != "NOUN"
        or noun.lemma_.lower() not in words().bodies
    ):
        return False
    between = sentence.text[toponym.end - sentence.start : sentence.offset(noun) - sentence.start]
    return between.replace(" ", "").replace("-", "").isalpha() or not between.strip()


def is_actor(group: Group) -> bool:
    """A place that stands for those who act: "Turkey detained 49"; it is the place only where no other is named."""
    head = group.head
    if group.preposition or not all(_has_government(t) for t in group.members):
        return False
    while head.dep_ in _LISTS and head.head != head:
        head = head.head
    return head.dep_ == "nsubj" and is_verb(head.head) and head.head.lemma_.lower() not in cues().has


def _has_government(toponym: Toponym) -> bool:
    """A country, or a capital that stands for its government."""
    return rank(toponym) == 0 or any(e.capital for e in entries(toponym.name)[:1])


def _crosses(head: Token) -> bool:
    """A conjunct on the far side of a verb is a parse gone astray."""
    return abs(head.i - head.head.i) > 25


def _on_water(toponym: Toponym, sentence: Sentence) -> bool:
    before = sentence.text[: toponym.start - sentence.start].lower().split()
    return (
        bool(before)
        and before[-1] in {"on", "in", "off", "across", "along", "around", "of"}
        and "river" not in toponym.name.lower()
    )


def _beside(preposition: Token, sentence: Sentence, attributions: list[Attribution]) -> bool:
    """The place hangs on a speaker, a meeting, a border, a body; or behind "by", "with", "than"."""
    word = preposition.lower_
    above = preposition.head
    lemma = above.lemma_.lower()
    if is_verb(above):
        if lemma in cues().saying:
            return above.i < preposition.i and not _reported(above)
        return lemma in cues().meets or (lemma in cues().apart and above.tag_ in {"VBN", "VBD", "VBG"})
    if lemma in _HOUSES | words().bodies and above.dep_ == "pobj" and above.head.lower_ in _BY_A_HOUSE:
        return False
    if lemma in cues().apart_nouns and not (lemma in {"border", "frontier"} and word in {"in", "at", "near"}):
        return not (lemma in {"road", "highway", "route"} and word in {"in", "near", "to"})
    if lemma == "party" and _celebrated(above):
        return False
    if lemma in words().bodies and word != "from" and lemma not in cues().speakers:
        return not _acts(above) and not _fights(above)
    while above.dep_ == "conj" and above.head != above:
        above = above.head
    return lemma in cues().speakers and (_speaks(above) or _is_source(above, sentence, attributions))


def _celebrated(party: Token) -> bool:
    """ "At a house party in X", "a birthday party in X": no body."""
    before = [c for c in party.children if c.i < party.i]
    kinds = {c.text.lower() for c in before if c.dep_ in _MODIFIES}
    return not kinds.isdisjoint(cues().parties) or (not kinds and any(c.text.lower() == "a" for c in before))


def _reported(verb: Token) -> bool:
    """ "Ten deaths were reported in X": the reporting is passive, the place is that of the deaths."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or verb.tag_ == "VBN"


def _acts(noun: Token) -> bool:
    """ "Police in X arrested 200": a body acts on the spot."""
    return noun.dep_ == "nsubj" and is_verb(noun.head) and noun.head.lemma_.lower() not in cues().saying


def _fights(noun: Token) -> bool:
    """ "Clashes between armed groups at X", "nine strikes on militants in X": the place is that of the fighting."""
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    return noun.dep_ == "pobj" and noun.head.lower_ in {"between", "among", "amongst", "on", "against"}


def _speaks(noun: Token) -> bool:
    """The noun is the subject of saying, or said to by "according to"."""
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return noun.head.lemma_.lower() in cues().saying
    return noun.dep_ == "pobj" and noun.head.lower_ in {"to", "by"}


def _is_source(noun: Token, sentence: Sentence, attributions: list[Attribution]) -> bool:
    at = sentence.offset(noun)
    return any(a.start <= at < a.end for a in attributions)


def _bordering(head: Token) -> bool:
    """ "which borders X", "linking X with Y"."""
    return head.dep_ == "dobj" and head.head.lemma_.lower() in {
        "border",
        "link",
        "connect",
        "accuse",
        "blame",
        "call",
        "name",
        "urge",
    }
