"""Parts that a total takes up: "11 more bodies were found, bringing the toll to 68", "in Orvel alone 12 died"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.assemble.near import earlier, is_part, least, superseded, words_after, words_before, words_between
from dateline.extract.assemble.who import fits
from dateline.extract.draft import Draft
from dateline.model.words import Term
from dateline.vocab.load import word_set

_LEAD: Final = 2
"""Sentences of a page's opening, whose toll is the one that "the latest deaths" speak of."""
_ALONE: Final = 4
"""Sentences back to the total of which "in Orvel alone 12 died" gives a part."""
_NOUN: Final = 6
"""Words between a total's number and its noun: "raising to 58 the official death toll"."""


UPROOTED: Final[frozenset[Term]] = frozenset(
    {"displaced", "forced_to_flee", "evacuated", "relocated", "sheltered", "in_relief_camp", "homeless",
     "crossed_border"}
)  # fmt: skip
"""Terms by which the same people on the move are told."""


@cache
def _words(entry: str) -> frozenset[str]:
    return word_set("wording_en", "part_totals", entry)


def total_ahead(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "found 11 more bodies, bringing the total to 68", "raising to 68 the death toll": the new ones are within."""
    for at in range(index + 1, min(index + 3, len(drafts))):
        total = drafts[at]
        if total.sentence is not draft.sentence or not akin(total.term, draft.term):
            return None
        between = set(re.findall(r"\w+", words_between(draft, total).lower()))
        behind = set(words_after(total, _NOUN).split())
        if between & _words("arriving") and (between | behind) & _words("totals") and _grown(draft, total):
            return at
    return None


def akin(one: Term, other: Term) -> bool:
    """The same happened to both, or both tell of people on the move."""
    return one == other or {one, other} <= UPROOTED


def _grown(part: Draft, total: Draft) -> bool:
    return (least(part) or 0) < (least(total) or 0)


def new_ones(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "The toll rose to 36 after eight more bodies were found": the new ones are within the total."""
    text = draft.sentence.text[draft.quantity.start - draft.sentence.start : draft.quantity.end - draft.sentence.start]
    if not index or "more" not in f"{text} {words_after(draft, 1)}".lower() or "after" not in words_before(draft, 4):
        return None
    before = drafts[index - 1]
    same = before.sentence is draft.sentence and before.by == "total" and before.term == draft.term
    return index - 1 if same else None


def latest(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """The page's first toll, where a later sentence says "the latest deaths bring to 112 the number killed"."""
    if draft.sentence.index > _LEAD or any(d.term == draft.term and d.unit == draft.unit for d in drafts[:index]):
        return None
    for at in range(index + 1, len(drafts)):
        total = drafts[at]
        told = total.sentence.text[: total.quantity.start - total.sentence.start].lower()
        if total.term == draft.term and total.sentence is not draft.sentence and _latest().search(told):
            return at if _grown(draft, total) and fits(draft, total) else None
    return None


@cache
def _latest() -> re.Pattern[str]:
    new, arriving = ("|".join(sorted(_words(entry))) for entry in ("latest", "arriving"))
    return re.compile(rf"\b(?:{new})\b.{{0,60}}\b(?:{arriving})\b.{{0,80}}\bto\W*$")


def alone(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "In Orvel alone 12 died", "killed 21 people on Wednesday alone": some of a greater number told before."""
    if " alone" not in draft.sentence.text.lower() or not re.search(
        r"(?:\w+day|\bin \S+(?: \S+)?) alone\b", _around(draft)
    ):
        return None
    told = [
        i
        for i in earlier(index, drafts, reach=_ALONE)
        if akin(drafts[i].term, draft.term) and not superseded(drafts[i])
    ]
    here = [i for i in told if i == index - 1 and words_between(drafts[i], draft).rstrip().endswith((",", "and"))]
    before = [i for i in told if drafts[i].sentence is not draft.sentence]
    return next((i for i in here + before if _grown(draft, drafts[i])), None)


def _around(draft: Draft) -> str:
    return f"{words_before(draft, 8)} {words_after(draft, 14)}"


def among_number(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Two women and two boys were among the 126 people killed": the greater number stands in the same sentence."""
    for at in range(index + 1, min(index + 3, len(drafts))):
        if drafts[at].sentence is not draft.sentence:
            return None
        if _AMONG.search(words_between(draft, drafts[at]).lower()):
            return at if _grown(draft, drafts[at]) else None
    return None


_AMONG = re.compile(r"\b(?:were|are|was|is|being)? ?(?:also )?among (?:the )?(?:at least |more than |some |about )?$")


_HOUSING: Final[frozenset[Term]] = frozenset(
    {"partially_destroyed_housing", "destroyed_housing", "uninhabitable_housing"}
)
"""Of the houses damaged some may be destroyed."""
_IN_ALL: Final = re.compile(
    r"^\W*(?:in (?:all|total)|all told|altogether|overall|nationwide|countrywide|across the (?:country|region|province)"
    r"|throughout the (?:country|region|province))\b"
)


_BRINGS: Final = re.compile(
    r"^\W*(?:this|that|it|they|these|the (?:new|latest|fresh) \w+) (?:has |have |had )?"
    r"(?:brings?|brought|takes?|took|raises?|raised|pushe[sd]|push) (?:up )?(?:the|its|their)\b.{0,80}\bto\W*"
    r"(?:at least |more than |some |about |over )?$"
)
"""A next sentence adds what was told to a running total: "This brings the number since January to 112"."""
_SOON: Final = 2


def summed_up(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "held 320 in Orvel and 110 in Tarn. Nationwide, 700 were held": what a next sentence sums up is within it."""
    for at in range(index + 1, len(drafts)):
        total = drafts[at]
        distance = total.sentence.index - draft.sentence.index
        if distance > _SOON:
            return None
        alike = (total.term, total.unit) == (draft.term, draft.unit)
        opening = total.sentence.text[: total.quantity.start - total.sentence.start].lower()
        added = distance and alike and _BRINGS.search(opening) and _next_told(index, at, drafts)
        if alike and (added or (distance == 1 and _IN_ALL.search(opening))):
            return at if _grown(draft, total) and fits(draft, total) else None
    return None


def _next_told(index: int, total: int, drafts: Sequence[Draft]) -> bool:
    """The total stands in the next sentence, or only parts are told between."""
    ends = {drafts[index].sentence.index, drafts[total].sentence.index}
    between = [d for d in drafts[index + 1 : total] if d.sentence.index not in ends]
    return max(ends) - min(ends) == 1 or bool(between and all(map(is_part, between)))


def with_some(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "killed 32 people, with 18 bodies pulled from one building", "312 died, with 254 of the deaths in Orvel"."""
    if not index or not _WITH.search(words_before(draft, 3)) or drafts[index - 1].sentence is not draft.sentence:
        return None
    before = drafts[index - 1]
    if _WITH.search(words_before(before, 3)):
        return None  # "Tarn with 71,000, Hask with 49,500": both of something else
    housing = {before.term, draft.term} <= _HOUSING
    bare = draft.quantity.noun is None and (akin(before.term, draft.term) or housing)
    same = (bare or before.term == draft.term) and before.unit == draft.unit
    return index - 1 if same and _grown(draft, before) else None


_WITH = re.compile(r"(?<!along )(?<!together )\bwith$")
