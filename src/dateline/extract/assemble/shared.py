"""Numbers that continue the figure before them: lists, restatements, "another 300 are expected"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.near import AMONG_THEM
from dateline.extract.assemble.part_words import FRACTION
from dateline.extract.assemble.told_whole import MODIFIERS, told_whole
from dateline.extract.draft import Draft
from dateline.extract.quantity.recognize import Counting
from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import SUBJECTS
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTINUING = word_set("wording_en", "shared", "continuing")
"""Verbs that take up what was told: "we expect another 70,000", "60 more could follow", "160 had done so"."""
_AGAIN = word_set("wording_en", "shared", "again")
"""… those of them that take it up with a bare number as their object or subject."""
_TAKEN_UP = word_set("wording_en", "shared", "taken_up")
_INCLUDING = frozenset({"they", "these", "those", "it", "this", "number", "total", "figure"})
"""What may be said to include some of those told before."""
_LISTS = word_set("wording_en", "shared", "lists")


def shared_trigger(counting: Counting, sentence: Sentence, before: list[Draft]) -> Trigger | None:
    """The trigger of the figure before, where this number plainly continues it; None otherwise."""
    whole = told_whole(counting, sentence, before)
    if whole is not None:
        return Trigger(whole.trigger, whole.term, "shared")
    if not before or sentence.index - before[-1].sentence.index > 1:
        return None
    last = before[-1]
    same_sentence = last.sentence.index == sentence.index
    if not same_sentence and _merely_there(counting):
        return None
    if not (
        _restated(counting, last, same_sentence)
        or of_them(counting)
        or _compared(counting)
        or _fraction(counting)
        or (same_sentence and _totalled(counting))
        or _among_them(counting)
        or (same_sentence and included(counting))
        or _continues(counting)
        or (same_sentence and _listed(counting, last))
    ):
        return None
    return Trigger(last.trigger, last.term, "shared")


_THERE = word_set("wording_en", "shared", "there")


def _merely_there(counting: Counting) -> bool:
    """ "There were ten people in the room when it happened": they were there, which is no count of those harmed."""
    token = counting.noun if counting.noun is not None else counting.root
    while token.dep_ in {"conj", "appos"} and token.head != token:
        token = token.head
    verb = token.head if token.dep_ == "attr" else token
    if verb.lemma_ != "be" or not any(c.dep_ == "expl" for c in verb.children):
        return False
    behind = [*token.children, *verb.children, *(c for v in verb.children if v.dep_ == "advcl" for c in v.children)]
    return any(t.text.lower() in _THERE and t.i > verb.i for t in behind)


def _restated(counting: Counting, last: Draft, same_sentence: bool) -> bool:
    """ "90 households (about 430 persons)": the other unit, directly behind."""
    if not same_sentence or {counting.counted, last.unit} != {"person", "household"}:
        return False
    between = [t.text.lower() for t in counting.first.doc[last.head.i + 1 : counting.first.i]]
    return len(between) <= 6 and ("(" in between or "or" in between)


_ABOUT_SO_MANY = word_set("wording_en", "shared", "about_so_many")
_LEADS_TO_PARTS = tuple(word_set("wording_en", "shared", "including"))


def included(counting: Counting) -> bool:
    """ "killed 12 people including 3 girls", "in addition to five patients", "along with one guard"."""
    before = [t.text.lower() for t in counting.first.doc[max(0, counting.first.i - 5) : counting.first.i]]
    while before and before[-1] in _ABOUT_SO_MANY:
        before.pop()
    if _in_included_list(counting):
        return True
    return counting.counted in {"person", "omitted"} and " ".join(before[-3:]).endswith(_LEADS_TO_PARTS)


def _in_included_list(counting: Counting) -> bool:
    """The further items of "including 40 children, 22 women and 9 men", "26 of them women and 31 minors"."""
    if counting.counted not in {"person", "omitted"} or _behind_but(counting) or _of_a_clause_more(counting):
        return False
    seen_number = False
    kind = counting.counted == "person" and counting.root.dep_ not in SUBJECTS
    opened_by = {"among", "amongst", "of"} if kind else {"among", "amongst"}
    for token in reversed(counting.first.doc[max(0, counting.first.i - 14) : counting.first.i]):
        word = token.text.lower()
        among = word == "them" and token.i > 0 and token.nbor(-1).text.lower() in opened_by
        if (word == "including" or among) and seen_number:
            return True
        if token.pos_ in {"VERB", "AUX"} or token.text in {".", ";"} or token.dep_ == "mark":
            return False
        seen_number = seen_number or token.like_num
    return False


def _of_a_clause_more(counting: Counting) -> bool:
    """ "Twelve were killed, including two girls, and nine were injured": who is subject of a verb of their own."""
    told = counting.noun if counting.noun is not None else counting.root
    while told.dep_ in {"nummod", "quantmod"}:
        told = told.head
    verb = told.head
    return told.dep_ in SUBJECTS and verb.dep_ in {"conj", "advcl"} and verb.head.i < counting.first.i < verb.i


def _behind_but(counting: Counting) -> bool:
    """ "including 21 children, but 12 hostages died": another clause begins."""
    before = counting.first.nbor(-1) if counting.first.i else None
    return before is not None and before.text.lower() == "but"


def of_them(counting: Counting) -> bool:
    """ "30 of them (were) children": part of those told before, unless a verb of its own says what they did."""
    if counting.pronoun is None or counting.number.low == 1:
        return False
    verb = counting.root.head
    return verb.lemma_ in {"be", "count"} or verb.pos_ not in {"VERB", "AUX"}


_BEFORE_COMPARED = tuple(word_set("wording_en", "shared", "compared"))


def _fraction(counting: Counting) -> bool:
    """ "Most of them civilians (190)", "the majority (ten) in Orvel": how many a part of those before is."""
    if not counting.shared:
        return False
    before = [t.text.lower() for t in counting.first.doc[max(0, counting.first.i - 9) : counting.first.i]]
    while before and before[-1] in MODIFIERS:
        before.pop()
    return bool(FRACTION.search(" ".join(before)))


_TOTALLED: Final = re.compile(
    r"\b(?:(?:bring|tak|rais|push)ing (?:[\w'’]+ ){0,4}?(?:total|tally|toll|number)(?: [\w'’]+){0,2}? to"
    r"|(?:for|making|giving) an? (?:[\w-]+ )?total of)$"
)


def _totalled(counting: Counting) -> bool:
    """ "Killed 14, bringing the day's total to 37", "ten here and seven there, for a total of 17"."""
    if not counting.shared:
        return False
    before = counting.first.doc[max(0, counting.first.i - 9) : counting.first.i]
    return bool(_TOTALLED.search(" ".join(t.text.lower() for t in before).replace(" '", "'").replace(" ’", "’")))


def _among_them(counting: Counting) -> bool:
    """ "26 children among them": part of those told before."""
    last = counting.noun or counting.last
    return counting.counted == "person" and [t.text.lower() for t in last.doc[last.i + 1 : last.i + 3]] == [
        "among",
        "them",
    ]


def _compared(counting: Counting) -> bool:
    """ "18,000 last summer" behind "up from", "against", "compared with": the same count at another time."""
    if not counting.shared:
        return False
    before = " ".join(t.text.lower() for t in counting.first.doc[max(0, counting.first.i - 4) : counting.first.i])
    for words in (" about", " some", " around", " nearly", " almost", " more than", " over", " at least"):
        before = before.removesuffix(words)
    return before.endswith(_BEFORE_COMPARED)


def _continues(counting: Counting) -> bool:
    if not counting.shared and counting.counted != "person":
        return False
    at = counting.root if counting.shared or counting.noun is None else counting.noun
    for _ in range(4):
        at = at.head
        if at.lemma_.lower() in _CONTINUING:
            return at.lemma_.lower() in _AGAIN or _takes_up(at)
        if at.lemma_.lower() == "include":
            return any(c.text.lower() in _INCLUDING for c in at.children if c.dep_ == "nsubj")
        if at.lemma_.lower() == "be":
            if _among_before(counting):
                return True
            if any(c.lemma_.lower() in _CONTINUING for a in at.children if a.dep_ == "acomp" for c in a.children):
                return True
            return _takes_up(at) or any(
                c.dep_ == "attr" and counted(c) == "person" and c.tag_ == "NNS" for c in at.children
            )
        if at.pos_ == "VERB":
            return False
    return False


def _among_before(counting: Counting) -> bool:
    """ "Among them were five girls", "among whom were six": some of those told before."""
    before = " ".join(t.text.lower() for t in counting.first.doc[max(0, counting.first.i - 6) : counting.first.i])
    return bool(AMONG_THEM.search(before))


_BESIDE_VERB = frozenset({"nsubj", "nsubjpass", "dobj"})


def _of_what(total: Token) -> bool:
    """ "The number of tents": it says itself what it counts."""
    return any(c.text.lower() == "of" and c.dep_ == "prep" for c in total.children)


def _takes_up(verb: Token) -> bool:
    return (
        any(c.lemma_.lower() in _TAKEN_UP and not _of_what(c) for c in verb.children if c.dep_ in _BESIDE_VERB)
        or verb.lemma_.lower() == "speak"
    )


def _names(token: Token) -> bool:
    """The last word of a name ("North Province", "the Alboran route")."""
    if token.pos_ == "PROPN":
        return True
    if token.text[0].isupper() and token.i > token.sent.start:
        return True
    return token.pos_ == "NOUN" and token.i > 0 and token.nbor(-1).text[0].isupper() and token.nbor(-1).dep_ != "ROOT"


def _means(token: Token) -> bool:
    """ "By shelling": what the tagger takes for a verb is what it was done by."""
    return token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text.lower() == "by"


_PARTING = frozenset({",", "and", ";", "(", "while"})


def _listed(counting: Counting, last: Draft) -> bool:
    """ "80 are in the north, 65 in the south", "7 deaths (Alto 5, Bajo 2)": bare numbers of a list."""
    if not counting.shared or counting.noun is not None:
        return False
    between = counting.first.doc[last.head.i + 1 : counting.first.i]
    own = {last.trigger, last.quantity.number.head, last.head.head}
    parted = next((t.i for t in between if t.text in _PARTING), counting.first.i)
    # "16 killed; N urges 100,000": a verb behind the mark that parts the two is the second's own
    if len(between) > 8 or any(t.pos_ == "VERB" and (t not in own or t.i > parted) and not _means(t) for t in between):
        return False
    following = [t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + 2]]
    divided = any(t.text in _PARTING for t in between)
    before = counting.first.nbor(-1) if counting.first.i else None
    if before is not None and before.text.lower() in {"for", "with"} and before.i:
        before = before.nbor(-1)  # "A accounted for 160 of the arrests and B for 91"
        if counted(before) == "person" and following in ([","], ["."], [";"]):
            return True  # "Men account for 40 of the hurt, boys for 12"
    row = before is not None and _names(before) and (not following or following[0] in {",", ")", ";", "and", "."})
    earlier = [t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + 4]]
    if divided and earlier[:1] == ["the"] and earlier[1:2] in (["year"], ["month"], ["week"], ["day"]):
        return earlier[2:] in (["before"], ["after"])  # "167 people last year and 91 the year before"
    return divided and (bool(_LISTS & set(following)) or row or (bool(following) and following[0] in {"by", "on"}))
