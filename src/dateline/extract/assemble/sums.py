"""Parts that sums tell: tolls of single places that add up to the total of a page, a day or a city.

A page may be a tree: the day's total, below it that of each city, below those the single attacks. Where the first
figures add up to the page's own total they are its parts; else totals are taken from the last to the first, so that
what adds up to a city's toll is settled when the city's is added to others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.assemble.near import further, least
from dateline.extract.assemble.who import fits
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set

_LEAD: Final = 2
"""Sentences of a page's opening, whose toll is that of the page: other figures may stand before its parts."""
_REACH: Final = 6
"""Sentences from any other total to the last of its parts, which follow it without a figure between."""
_SMALLEST: Final = 4
"""Below this a sum comes out by chance too often."""
_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class Repeats:
    """Which drafts tell one figure: `claim[i]` numbers the claim that draft i tells."""

    claim: Sequence[int]

    @classmethod
    def of(cls, groups: Sequence[Sequence[int]]) -> Repeats:
        """From groups of indices, each index in one of them."""
        at = {index: number for number, group in enumerate(groups) for index in group}
        return cls([at[index] for index in range(len(at))])

    def taken(self, index: int, wholes: Sequence[int | None]) -> bool:
        """Some telling of the same figure has a whole."""
        return any(w is not None and self.claim[i] == self.claim[index] for i, w in enumerate(wholes))


def summed_parts(
    drafts: Sequence[Draft],
    wholes: Sequence[int | None],
    repeats: Repeats,
    clash: Callable[[int, int], bool],
    away: Callable[[int, int], bool],
) -> list[int | None]:
    """The stated parts and those that sums tell. Every figure is added once, however often it is told.

    `clash(i, j)` is True where two figures speak of different days or countries: such numbers never add up.
    `away(i, j)` is True where their places are known to lie apart: only what opens a page may be told of places beside.
    """
    filled = list(wholes)
    totals = [w for w, draft in enumerate(drafts) if _total(draft)]
    leads = [w for w in totals if drafts[w].sentence.index <= _LEAD]

    def fill(wholes: Sequence[int], *, lead: bool, anywhere: bool) -> None:
        for w in wholes:
            if lead and repeats.taken(w, filled):
                continue
            rows = _rows(w, drafts, filled, repeats, clash)
            if anywhere or not lead:
                rows = [i for i in rows if not away(w, i)]
            for part in _parts(w, rows, drafts, lead=lead, anywhere=anywhere):
                filled[part] = w

    fill(leads, lead=True, anywhere=False)
    fill([w for w in reversed(totals) if w not in leads], lead=False, anywhere=False)
    fill(leads, lead=True, anywhere=True)
    return filled


def _total(draft: Draft) -> bool:
    """A stated number that others may add up to."""
    stated = draft.modality == "asserted" and draft.quantity.quantifier != "vague"
    return stated and (least(draft) or 0) >= _SMALLEST


def _rows(
    w: int,
    drafts: Sequence[Draft],
    filled: Sequence[int | None],
    repeats: Repeats,
    clash: Callable[[int, int], bool],
) -> list[int]:
    """The figures behind the total that may be some of it, each once, those that are parts of others left out.

    "Another three", told first behind the total, are beside it.
    """
    whole, rows, told = drafts[w], list[int](), {repeats.claim[w]}
    for i in range(w + 1, len(drafts)):
        row = drafts[i]
        if (row.term, row.unit) != (whole.term, whole.unit) or repeats.claim[i] in told:
            continue
        told.add(repeats.claim[i])
        if repeats.taken(i, filled) or clash(w, i) or not fits(row, whole):
            continue
        if row.quantity.quantifier != "vague" and 0 < (least(row) or 0) < (least(whole) or 0):
            rows.append(i)
    return rows[1:] if rows and _beside(rows[0], drafts) else rows


def _beside(index: int, drafts: Sequence[Draft]) -> bool:
    """ "Another three died"; of "killed a woman and injured three others" the others are beside the woman alone."""
    before = drafts[index - 1]
    others = before.sentence is drafts[index].sentence and before.term != drafts[index].term
    return further(drafts[index]) and not others


def _parts(w: int, rows: Sequence[int], drafts: Sequence[Draft], *, lead: bool, anywhere: bool) -> tuple[int, ...]:
    whole, value = drafts[w], least(drafts[w]) or 0
    beside = [i for i in rows if drafts[i].sentence is whole.sentence]
    behind = [i for i in rows if drafts[i].sentence is not whole.sentence]
    if not lead:
        behind = [i for i in behind if drafts[i].sentence.index - whole.sentence.index <= _REACH]
    spare = _singles(whole, drafts) if lead else 0
    return _adding_up(_numbers(beside, drafts), value, 0, anywhere=anywhere) or _adding_up(
        _numbers(behind, drafts), value, spare, anywhere=anywhere
    )


def _numbers(rows: Sequence[int], drafts: Sequence[Draft]) -> tuple[tuple[int, int], ...]:
    return tuple((i, least(drafts[i]) or 0) for i in rows[:_ROWS])


def _singles(whole: Draft, drafts: Sequence[Draft]) -> int:
    """Single persons told without a number ("another man died") that a sum may lack."""
    lower = " ".join(d.sentence.text for d in (whole, *drafts)).lower()
    return sum(f"another {noun} " in lower for noun in word_set("wording_en", "parts", "single_persons"))


@lru_cache(maxsize=256)
def _adding_up(rows: tuple[tuple[int, int], ...], value: int, spare: int, *, anywhere: bool) -> tuple[int, ...]:
    """Indices of two or more numbers in a row whose sum is the value, or short of it by single persons told beside.

    The row begins with the first number, or `anywhere`.
    """
    for start in range(len(rows) if anywhere else min(1, len(rows))):
        total = 0
        for end in range(start, len(rows)):
            total += rows[end][1]
            if end > start and value - spare <= total <= value:
                return tuple(i for i, _ in rows[start : end + 1])
    return ()
