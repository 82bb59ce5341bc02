"""Parts that sums tell: tolls of single places that add up to the total of a page, a day or a city.

A page may be a tree: the day's total, below it that of each city, below those the single attacks. Where the first
figures add up to the page's own total they are its parts; else totals are taken from the last to the first, so that
what adds up to a city's toll is settled when the city's is added to others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateline.extract.assemble.breakdown import of_many_places
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
"""More parts than a total is broken down to in prose."""
_BEFORE: Final = 2
"""Sentences from the parts to a total that sums up what was told before it."""
_TABLE: Final = 12
_SURE: Final = 3
"""Sentences over which rows may stand above their total, and how many that come to it exactly are no chance."""
_ROUND: Final = 40
_PLAY: Final = 0.06
"""From 40 on a sum may miss a total by this share ("over 500 died: 346 rebels and over 170 soldiers"); parts that are
less than the share tell nothing."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Which drafts tell one figure: `claim[i]` numbers the claim that draft i tells."""

    claim: Sequence[int]

    @classmethod
    def of(cls, groups: Sequence[Sequence[int]]) -> Repeats:
        """From groups of indices, each index in one of them."""
        at = {index: number for number, group in enumerate(groups) for index in group}
        return cls([at[index] for index in range(len(at))])


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
    sums = _Sums(drafts, repeats, clash, away, list(wholes))
    sums.taken.update(repeats.claim[i] for i, w in enumerate(wholes) if w is not None)
    totals = [w for w, draft in enumerate(drafts) if _total(draft)]
    leads = [w for w in totals if _leads(drafts[w], drafts[0])]
    for w in leads:
        sums.opening(w, anywhere=False)
    for w in reversed(totals):
        if w not in leads:
            sums.further_down(w)
    for w in leads:
        sums.opening(w, anywhere=True)
    for w in totals:
        sums.summing_up(w)
    return sums.wholes


@dataclass(frozen=True, slots=True)
class _Sums:
    """The wholes found so far, and the claims that have one."""

    drafts: Sequence[Draft]
    repeats: Repeats
    clash: Callable[[int, int], bool]
    away: Callable[[int, int], bool]
    wholes: list[int | None]
    taken: set[int] = field(default_factory=set)

    def opening(self, w: int, *, anywhere: bool) -> None:
        """A toll of the page's opening: the figures behind it, from the first or from any."""
        if self.repeats.claim[w] in self.taken:
            return
        rows = [i for i in self._behind(w, reach=None) if not (anywhere and self.away(w, i))]
        here, later = self._split(w, rows)
        spare = _singles(self.drafts)
        self._fill(w, self._sum(w, here, anywhere=anywhere) or self._sum(w, later, spare=spare, anywhere=anywhere))

    def further_down(self, w: int) -> None:
        """Any other total: the figures that follow it at once; in later sentences those under a toll of many places."""
        here, later = self._split(w, [i for i in self._behind(w, reach=_REACH) if not self.away(w, i)])
        self._fill(w, self._sum(w, here) or (self._sum(w, later) if of_many_places(self.drafts[w]) else ()))

    def summing_up(self, w: int) -> None:
        """ "Nine died in Orvel and five in Belmar. In all the raids killed 14": a total that follows its parts."""
        told = [least(self.drafts[i]) or 0 for i, whole in enumerate(self.wholes) if whole == w]
        if (told and sum(told) >= (least(self.drafts[w]) or 0)) or self.repeats.claim[w] in self.repeats.claim[:w]:
            return
        rows = list[int]()
        for i in range(w - 1, -1, -1):
            if self.drafts[w].sentence.index - self.drafts[i].sentence.index > _BEFORE or len(rows) == _ROWS:
                break
            of_it = self._row(w, i) or self.wholes[i] == w  # "killed 12; four died later, bringing the toll to 16"
            if of_it and self.repeats.claim[i] not in {self.repeats.claim[r] for r in rows}:
                rows.append(i)
        parts = self._sum(w, [i for i in rows if not self.away(w, i)])
        self._fill(w, parts or self._rows_above(w))

    def _rows_above(self, w: int) -> tuple[int, ...]:
        """ "Orvel hospital: 27 dead. … Our total stands at 56 dead": three rows or more that come to it exactly."""
        value, total = least(self.drafts[w]) or 0, 0
        rows = list[int]()
        for i in range(w - 1, -1, -1):
            if self.drafts[w].sentence.index - self.drafts[i].sentence.index > _TABLE or len(rows) == _ROWS:
                break
            if self._row(w, i) and self.repeats.claim[i] not in {self.repeats.claim[r] for r in rows}:
                rows.append(i)
                total += least(self.drafts[i]) or 0
                if total >= value:
                    break
        return tuple(rows) if total == value and len(rows) >= _SURE else ()

    def _behind(self, w: int, reach: int | None) -> list[int]:
        """The figures behind the total that may be some of it, each once, those that are parts of others left out.

        "Another three", told first behind the total, are beside it.
        """
        rows = list(self._following(w, reach))
        return rows[1:] if rows and _beside(rows[0], self.drafts) else rows

    def _following(self, w: int, reach: int | None) -> Iterator[int]:
        told = {self.repeats.claim[w]}
        for i in range(w + 1, len(self.drafts)):
            if reach is not None and self.drafts[i].sentence.index - self.drafts[w].sentence.index > reach:
                return
            if self.repeats.claim[i] not in told and _alike(self.drafts[w], self.drafts[i]):
                told.add(self.repeats.claim[i])
                if self._row(w, i):
                    yield i

    def _row(self, w: int, i: int) -> bool:
        whole, row = self.drafts[w], self.drafts[i]
        small = row.quantity.quantifier != "vague" and 0 < (least(row) or 0) < (least(whole) or 0)
        free = self.repeats.claim[i] not in self.taken
        return small and free and _alike(whole, row) and fits(row, whole) and not self.clash(w, i)

    def _split(self, w: int, rows: Sequence[int]) -> tuple[list[int], list[int]]:
        sentence = self.drafts[w].sentence
        here = [i for i in rows if self.drafts[i].sentence is sentence]
        return here, [i for i in rows if self.drafts[i].sentence is not sentence]

    def _sum(self, w: int, rows: Sequence[int], *, spare: int = 0, anywhere: bool = False) -> tuple[int, ...]:
        whole = self.drafts[w]
        value = least(whole) or 0
        numbers = tuple((i, least(self.drafts[i]) or 0) for i in rows[:_ROWS])
        exact = _adding_up(numbers, value - spare, value, anywhere=anywhere)
        if exact or value < _ROUND or whole.quantity.quantifier not in {"more_than", "approximately"}:
            return exact
        telling = tuple((i, number) for i, number in numbers if number > value * _PLAY)
        return _adding_up(telling, round(value * (1 - _PLAY)), round(value * (1 + _PLAY)), anywhere=False)

    def _fill(self, w: int, parts: Sequence[int]) -> None:
        for part in parts:
            self.wholes[part] = w
            self.taken.add(self.repeats.claim[part])


def _leads(draft: Draft, first: Draft) -> bool:
    """A toll of the page's opening, before which headings may stand, each a paragraph of its own."""
    at = first.sentence
    headed = at.index - at.paragraph <= _LEAD and draft.sentence.index == at.index
    return draft.sentence.index <= _LEAD or headed


def _alike(a: Draft, b: Draft) -> bool:
    return (a.term, a.unit) == (b.term, b.unit)


def _total(draft: Draft) -> bool:
    """A stated number that others may add up to."""
    stated = draft.modality == "asserted" and draft.quantity.quantifier != "vague"
    return stated and (least(draft) or 0) >= _SMALLEST


def _beside(index: int, drafts: Sequence[Draft]) -> bool:
    """ "Another three died"; of "killed a woman and injured three others" the others are beside the woman alone."""
    before = drafts[index - 1]
    others = before.sentence is drafts[index].sentence and before.term != drafts[index].term
    return further(drafts[index]) and not others


def _singles(drafts: Sequence[Draft]) -> int:
    """Single persons told without a number ("another man died") that a sum may lack."""
    lower = " ".join(d.sentence.text for d in drafts).lower()
    return sum(f"another {noun} " in lower for noun in word_set("wording_en", "parts", "single_persons"))


@lru_cache(maxsize=256)
def _adding_up(rows: tuple[tuple[int, int], ...], low: int, high: int, *, anywhere: bool) -> tuple[int, ...]:
    """Indices of two or more numbers in a row whose sum is from `low` to `high`, from the first on or `anywhere`."""
    for start in range(len(rows) if anywhere else min(1, len(rows))):
        total = 0
        for end in range(start, len(rows)):
            total += rows[end][1]
            if end > start and low <= total <= high:
                return tuple(i for i, _ in rows[start : end + 1])
    return ()
