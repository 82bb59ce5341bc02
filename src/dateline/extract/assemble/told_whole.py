"""The figure told before of which a number openly gives a part, whatever it goes on to say of them.

"Twelve of them in the north", "eight of whom had been waiting", "of whom 30 had been identified", "seven of the nine",
"132 deaths: 64 civilians, 43 rebels and 25 soldiers", "as were 16 guards": what befell the whole befell these.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.assemble.near import is_part
from dateline.extract.assemble.shares import gives_share
from dateline.extract.draft import Draft
from dateline.extract.quantity.numbers import numbers
from dateline.extract.quantity.recognize import Counting
from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.grammar import SUBJECTS
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 2
"""Sentences back to the whole that a pronoun speaks of."""
_FAR = 6
"""Sentences back to the whole that its own number names again."""
_LIST = 24
"""Tokens from a colon to the last number of its list."""
MODIFIERS = word_set("wording_en", "told_whole", "modifiers")


def told_whole(counting: Counting, sentence: Sentence, before: Sequence[Draft]) -> Draft | None:
    """The whole among the figures `before`, None where the words of the number point to none."""
    if not before or counting.number.low == counting.number.high == 1 or _fared_otherwise(counting):
        return None
    if counting.pronoun is not None or _relative(counting):
        return _pronounced(counting, sentence, before)
    if counting.part and counting.noun is not None and counting.noun.like_num:
        return _numbered(counting.noun, sentence, before)
    if _given_as_share(counting):
        told = [d for d in reversed(before) if _holds(d, counting) and _within(d, sentence, _REACH)]
        return next((d for d in told if not is_part(d)), None)
    summed = _adding_up(counting, sentence, before)
    if summed is not None:
        return summed
    last = before[-1]
    if last.sentence.index != sentence.index or counting.counted not in {"person", "omitted"}:
        return None
    return _before_colon(counting, before) or (last if _words_before(counting)[-2:] in _LIKEWISE else None)


def _given_as_share(counting: Counting) -> bool:
    """ "Children make up 5,300 of this number", "32 of the latter"."""
    if counting.counted not in {"omitted", "person"} and counting.noun is not None:
        return counting.noun.text.lower() == "latter"
    doc, first, last = counting.first.doc, counting.first, counting.last
    before = " ".join(t.text.lower() for t in doc[max(0, first.i - 5) : first.i])
    opening = " ".join(t.text.lower() for t in doc[first.sent.start : first.i]).replace(" (", "(")
    after = [t.text.lower() for t in doc[last.i + 1 : last.i + 4]]
    return (counting.noun is None or after[:3] == ["of", "the", "latter"]) and gives_share(before, after, opening)


def _adding_up(counting: Counting, sentence: Sentence, before: Sequence[Draft]) -> Draft | None:
    """ "Fighting killed 310 people since May, 190 civilians and 120 fighters": rows that come to the figure before."""
    if counting.counted not in {"person", "omitted"}:
        return None
    if len(sentence.tokens) > _LONGEST:
        return None
    here = [d for d in before[-_ROWS:] if d.sentence.index == sentence.index]
    whole = next((d for d in here if _exact(d)), None)
    if whole is None or any(d.term != whole.term for d in here[here.index(whole) :]):
        return None  # "Of 90 evacuated, 40 sleep in tents and 50 at friends"
    after = whole.quantity.end - sentence.start
    rows = [n for n in numbers(sentence.text) if n.core >= after and not n.refused and n.low == n.high is not None]
    total = 0
    for count, row in enumerate(rows, start=1):
        total += row.low or 0
        if total >= (whole.quantity.low or 0):
            inside = any(r.core == counting.number.core for r in rows[:count])
            return whole if total == whole.quantity.low and count > 1 and inside else None
    return None


_LONGEST = 120
"""Tokens of a sentence beyond which it is a table run together, whose rows no total opens."""
_ROWS = 12
_SMALLEST = 5
"""Below this rows come to a figure by chance too often."""


def _exact(draft: Draft) -> bool:
    low, high = draft.quantity.low, draft.quantity.high
    return low is not None and low == high and low >= _SMALLEST and draft.unit == "person"


_OTHERWISE = word_set("wording_en", "shared", "otherwise") | word_set("wording_en", "term", "staying") - {"be"}


def _fared_otherwise(counting: Counting) -> bool:
    """ "eight of them escaped", "two hundred of them are staying in a court": their verb says what became of these."""
    return counting.root.dep_ in SUBJECTS and counting.root.head.lemma_.lower() in _OTHERWISE


_LIKEWISE = (["as", "were"], ["as", "was"], ["as", "did"], ["so", "were"], ["so", "did"])


def _words_before(counting: Counting, count: int = 6) -> list[str]:
    """The words before the number, less those that modify it."""
    doc, at = counting.first.doc, counting.first.i
    words = [t.text.lower() for t in doc[max(0, at - count) : at]]
    while words and words[-1] in MODIFIERS:
        words.pop()
    return words


OF_NUMBER = frozenset(f"of {which} {what}" for which in ("this", "that", "the") for what in ("number", "total"))


def _relative(counting: Counting) -> bool:
    """ "of whom at least 30", "of which 12", "Of this number 40"."""
    words = _words_before(counting)
    if words[-1:] == [","] and words[:-1][-2:] in (["of", "these"], ["of", "those"], ["of", "them"]):
        return True
    return words[-2:] in (["of", "whom"], ["of", "which"]) or " ".join(words[-3:]) in OF_NUMBER


def _pronounced(counting: Counting, sentence: Sentence, before: Sequence[Draft]) -> Draft | None:
    """The nearest figure that can hold it, unless things were counted since ("fired 40 rockets, 12 of them")."""
    last = before[-1]
    if sentence.index - last.sentence.index > _REACH:
        return None
    if counting.pronoun is not None and counting.pronoun.text.lower() != "whom":
        same_sentence = last.head.doc == counting.first.doc
        since = last.head.i + 1 if same_sentence else counting.first.sent.start
        if any(_counted_things(t) for t in counting.first.doc[since : counting.first.i]):
            return None
    told = [d for d in reversed(before) if _holds(d, counting) and _within(d, sentence, _REACH)]
    behind = {t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + _STATE]}
    if behind & _WOUNDED:
        told = [d for d in told if d.term == "injured"]
    return told[0] if told else None


_STATE = 9
"""Tokens behind a number within which its clause says in what state they are."""
_WOUNDED = word_set("wording_en", "shared", "wounded")


_SOME = word_set("wording_en", "told_whole", "some")


def _counted_things(token: Token) -> bool:
    """ "several rockets", "dozens of raids": things of which a number may be a part."""
    if not token.like_num and token.text.lower() not in _SOME:
        return False
    near = [token.head, *(t for c in token.children if c.text.lower() == "of" for t in c.children)]
    return any(t.tag_ == "NNS" and counted(t) == "thing" for t in near)


def _numbered(noun: Token, sentence: Sentence, before: Sequence[Draft]) -> Draft | None:
    """ "seven of the nine": the figure of nine told before."""
    text = noun.text.lower()
    return next(
        (d for d in reversed(before) if d.quantity.number.text.lower() == text and _within(d, sentence, _FAR)), None
    )


def _before_colon(counting: Counting, before: Sequence[Draft]) -> Draft | None:
    """ "cost 132 lives: 64 civilians, 43 rebels and 25 soldiers": the figure before the colon of a list."""
    colon = list_colon(counting.first)
    return (
        None
        if colon is None
        else next((d for d in reversed(before) if stands_before(d, colon) and _holds_list(d, counting, colon)), None)
    )


def _holds_list(whole: Draft, counting: Counting, colon: Token) -> bool:
    """The figure before the colon is larger than this number and than all that the list gave before it."""
    room = whole.quantity.high if whole.quantity.high is not None else whole.quantity.low
    listed = [value_of(t) for t in colon.doc[colon.i + 1 : counting.first.i] if t.like_num]
    return _holds(whole, counting) and all(n is None or room is None or n < room for n in listed)


def value_of(token: Token) -> int | None:
    """The value of a number in digits, None for one in words."""
    digits = token.text.replace(",", "")
    return int(digits) if digits.isdecimal() else None


def list_colon(number: Token) -> Token | None:
    """The colon that opens the list, without a verb, in which the number stands."""
    doc, at = number.doc, number.i
    colon = next((t for t in reversed(doc[max(0, at - _LIST) : at]) if t.text == ":"), None)
    return None if colon is None or any(t.pos_ == "VERB" for t in doc[colon.i : at]) else colon


def stands_before(draft: Draft, colon: Token) -> bool:
    """The figure is told before the colon of the same sentence."""
    return draft.head.doc == colon.doc and draft.quantity.number.i < colon.i


def _holds(whole: Draft, counting: Counting) -> bool:
    """A whole is larger than its part."""
    room = whole.quantity.high if whole.quantity.high is not None else whole.quantity.low
    smallest = counting.number.low if counting.number.low is not None else counting.number.high
    return room is not None and smallest is not None and smallest < room


def _within(whole: Draft, sentence: Sentence, reach: int) -> bool:
    return sentence.index - whole.sentence.index <= reach
