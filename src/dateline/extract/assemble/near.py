"""Small questions about figures on a page that the rule books of parts ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Draft
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

AMONG_THEM = re.compile(
    r"\bamong(?:st)? (?:them|whom|these|those)(?: (?:were|are|was|is))?(?: (?:at least|about|some))?$"
)
_WORDS = 40
"""More tokens than the words of a figure ever hold before its number."""
INCLUDING = word_set("wording_en", "parts", "including")


def least(draft: Draft) -> int | None:
    return draft.quantity.low if draft.quantity.low is not None else draft.quantity.high


def words_between(a: Draft, b: Draft) -> str:
    base = a.sentence.start
    return a.sentence.text[a.quantity.end - base : b.quantity.start - base]


def roomy(whole: Draft, part: Draft) -> bool:
    """A whole is no smaller than its part. "At least 43" is read as 43 here: what it names beyond is nobody's part."""
    room = whole.quantity.high if whole.quantity.high is not None else whole.quantity.low
    smallest = least(part)
    return room is None or smallest is None or smallest <= room


def may_hold(whole: int | None, part: int, drafts: Sequence[Draft]) -> bool:
    """A whole is another figure, and no smaller than its part."""
    return whole is not None and whole != part and roomy(drafts[whole], drafts[part])


def earlier(index: int, drafts: Sequence[Draft], *, reach: int) -> list[int]:
    """Earlier drafts within `reach` sentences that can hold it, those of the same unit first, the nearest first.

    A count of another time, or one that was given up, holds nobody.
    """
    draft = drafts[index]
    near = [
        i
        for i in range(index - 1, -1, -1)
        if draft.sentence.index - drafts[i].sentence.index <= reach
        and roomy(drafts[i], draft)
        and not superseded(drafts[i])
    ]
    return sorted(near, key=lambda i: (drafts[i].unit != draft.unit, -i))


def tokens_before(draft: Draft, count: int) -> list[Token]:
    """The last tokens before the figure's words, in reading order."""
    number = draft.quantity.number
    left = number.doc[max(draft.sentence.tokens.start, number.i - count - _WORDS) : number.i + 1]
    return [t for t in left if draft.sentence.offset(t) < draft.quantity.start][-count:]


def words_before(draft: Draft, count: int = 5) -> str:
    return " ".join(t.text.lower() for t in tokens_before(draft, count))


def words_after(draft: Draft, count: int = 4) -> str:
    core = draft.quantity.number
    return " ".join(t.text.lower() for t in core.doc[core.i + 1 : core.i + 1 + count])


def behind_noun(draft: Draft) -> str:
    """The words behind the counted noun: "26 children among them"."""
    noun = draft.quantity.noun
    return "" if noun is None else " ".join(t.text.lower() for t in noun.doc[noun.i + 1 : noun.i + 4])


_OF_THESE: Final = ("of whom", "of which", "of these ,", "of those ,", "of them ,")


def is_part(draft: Draft) -> bool:
    if words_after(draft).startswith(("of them", "of whom", "of which", "of these")):
        return True
    before = words_before(draft, 3)
    last = before.rpartition(" ")[2]
    return before.endswith(_OF_THESE) or last in INCLUDING or last == "remaining"


_FURTHER: Final = re.compile(r"another|others|further|more", re.IGNORECASE)
_NEAR: Final = 60
"""Code points in which two words before a figure, and one behind it, surely stand."""


def further(draft: Draft) -> bool:
    """ "nine others", "another five", "a further five", "five more"."""
    noun = draft.quantity.noun
    start, end = draft.quantity.start - draft.sentence.start, draft.quantity.end - draft.sentence.start
    text = draft.sentence.text
    if _FURTHER.search(text, max(0, start - _NEAR), end + _NEAR) is None:  # cheap, and mostly enough
        return noun is not None and noun.lemma_.lower() == "other"
    words = text[start:end]
    near = f"{words_before(draft, 2)} {words} {words_after(draft, 1)}".lower().split()
    return (noun is not None and noun.lemma_.lower() == "other") or bool(
        {"another", "others", "further", "more"} & set(near[:-1]) and "more than" not in " ".join(near)
    )


_GIVEN_UP = word_set("wording_en", "part_totals", "given_up")


_COMPARED: Final = re.compile(
    r"(?:\b(?:previous|last|prior|preceding|earlier) (?:day|week|month|year|report|update|bulletin|count|figure)"
    r"|\b(?:yesterday|a (?:day|week|month|year) (?:ago|earlier|before))|\( ?[\w ]*\d[\w ]*) :$"
    r"|\b(?:(?:up|down) from|compared (?:with|to)|against|versus)(?: [a-z]+){0,2}$"
)


def compared(draft: Draft) -> bool:
    """ "(previous week: 61)", "480, up from 350 in 2027": the same count at another time, set beside it.

    It is no part of the figure that it is set beside, nor a whole of what the page tells of that one's time.
    """
    return bool(_COMPARED.search(words_before(draft, 6)))


@lru_cache(maxsize=512)
def _tells_another(text: str) -> bool:
    """Cheap, and mostly enough: the sentence has a word by which a count could be another's, or given up."""
    lower = text.lower()
    return _OTHER_TIME.search(lower) is not None or any(word in lower for word in _GIVEN_UP)


_OTHER_TIME: Final = re.compile(r"previous|last|prior|preceding|earlier|yesterday|ago|before|compared|from|\(")


def superseded(draft: Draft) -> bool:
    """ "updating a previous toll of 112": a count that was given up, and no whole of anything."""
    if not _tells_another(draft.sentence.text):
        return False
    if compared(draft):
        return True
    words = words_before(draft, 5).split()
    return bool(set(words) & _GIVEN_UP) and bool(
        {"toll", "of", "count", "figure", "said", "reported"} & set(words[-3:])
    )
