"""The places around a place, and the nearer place inside it, that the text gives for the same thing.

What contains a place is taken where the text says so ("X in Y province", "Y's X district"), or, for a quarter
of a town, where the sentences before told of the town. A nearer place is taken from a sentence that comes
back to the same happening: "The blast hit the X neighbourhood".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.assemble.place_cues import any_of, cues
from dateline.extract.assemble.place_groups import Group
from dateline.extract.assemble.place_scene import Placed, another_time, of_war, sets_scene
from dateline.extract.assemble.place_taken_up import RANKS
from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.containment import holds, rank
from dateline.extract.sentence import Sentence
from dateline.model.words import Role, Term
from dateline.vocab.fold import fold

_AHEAD: Final = 4
"""Sentences after a figure in which the place of what happened may be told more nearly."""
_BACK: Final = 5
"""Sentences before a quarter in which its town may have been told."""
_PARTS: Final = frozenset({"quarter", "site"})
_THE_TOWN: Final = re.compile(
    r"\bthe (?:[\w-]+ ){0,2}?(town|city|village|neighbou?rhood|camp|suburb),? in (?:the )?(?:[\w'-]+ ){0,4}$"
)
_NESTING: Final = re.compile(r"^(?:'s)?[\s,(]*(?:(?:situated|located|lies|is)\s+)?(?:(?:in|of|at)\b.*)?$", re.DOTALL)


class Around:
    """What a page says of which place lies in which."""

    def __init__(self, page: Page, here: dict[int, list[Group]], wholes: Sequence[int | None]) -> None:
        self._page = page
        self._here = here
        self._wholes = wholes
        self._parts = {d.sentence.index for d, whole in zip(page.drafts, wholes, strict=True) if whole is not None}
        self._outer: dict[str, Toponym] = {}
        self._quarters = {
            _key(t) for t in page.toponyms if t.kind == "quarter" or (t.place is None and t.kind in {"adm2", "area"})
        }
        for groups in here.values():
            for group in groups:
                self._note(group)

    def _note(self, group: Group) -> None:
        """Keeps what a group says of containment."""
        inner = self._town_in(group)
        if inner is not None and _may_lie(inner, group.members[0]):
            self._outer.setdefault(_key(inner), group.members[0])
        for a, b in zip(group.members, group.members[1:], strict=False):
            between = group.sentence.text[a.end - group.sentence.start : b.start - group.sentence.start]
            if between.startswith("'") and rank(a) < rank(b) and holds(a, b) is not False:
                self._outer.setdefault(_key(b), a)
            elif _may_lie(a, b) and _NESTING.match(between):
                self._outer.setdefault(_key(a), b)

    def _town_in(self, group: Group) -> Toponym | None:
        """The town of "the strike on the rebel-held town in X province": the one last named."""
        match = _THE_TOWN.search(group.before)
        if match is None:
            return None
        low, high = RANKS[match[1]]
        before = range(group.sentence.index, max(-1, group.sentence.index - 1 - _BACK), -1)
        named = (t for i in before for g in reversed(self._here.get(i, [])) for t in g.members if t.end < group.start)
        return next((t for t in named if low <= rank(t) <= high), None)

    def nearer(self, index: int, placed: Placed) -> Placed:
        """The places of a draft with the nearer one that a later sentence on the same happening gives."""
        draft = self._page.drafts[index]
        if not placed or self._wholes[index] is not None or draft.modality != "asserted" or draft.measure == "stock":
            return placed
        if another_time(draft.sentence) or of_war(draft.sentence.text):
            return placed
        if len({rank(t) for t, _ in placed}) < len(placed):
            return placed
        for at in range(draft.sentence.index + 1, min(draft.sentence.index + 1 + _AHEAD, len(self._page.sentences))):
            if self._told_elsewhere(at, draft, placed):
                break
            found = self._nearer_in(at, placed)
            if found:
                return (*((t, "at") for t in found), *placed)
        return placed

    def _told_elsewhere(self, at: int, draft: Draft, placed: Placed) -> bool:
        """The sentence tells another toll of a kind told with the figure, or figures of another place."""
        others = [i for i, d in enumerate(self._page.drafts) if d.sentence.index == at and self._wholes[i] is None]
        told = {_told(d) for d in self._page.drafts if d.sentence.index == draft.sentence.index}
        for other in (self._page.drafts[i] for i in others):
            if other.term in {term for term, _, _ in told} and _told(other) not in told:
                return True
        here = [t for g in self._here.get(at, []) for t in g.members]
        return bool(others and here) and not any(_akin(t, p) or self._lies_in(t, p) for t in here for p, _ in placed)

    def _nearer_in(self, at: int, placed: Placed) -> list[Toponym]:
        sentence = self._page.sentences[at]
        if at in self._parts or not comes_back(sentence):
            return []
        innermost = max((t for t, _ in placed), key=rank)
        candidates = [t for g in self._here.get(at, []) if sets_scene(g) for t in g.members]
        known = {_key(t) for t, _ in placed}
        return [
            t for t in candidates if _key(t) not in known and not same(t, innermost) and self._lies_in(t, innermost)
        ]

    def completed(self, placed: Placed) -> Placed:
        """Places with what is around them."""
        full: dict[str, tuple[Toponym, Role]] = {_key(t): (t, r) for t, r in placed}
        for toponym, role in placed:
            for outer in self._around(toponym):
                if not any(same(outer, t) or _shares_name(outer, t) for t, _ in full.values()):
                    full[_key(outer)] = (outer, "at" if rank(outer) == 0 else role)
        return tuple(full.values())

    def _around(self, toponym: Toponym) -> list[Toponym]:
        found: list[Toponym] = []
        inner = toponym
        while (outer := self._outer.get(_key(inner))) is not None and not any(
            same(outer, t) for t in (toponym, *found)
        ):
            if rank(outer) == 0 and outer.sentence != toponym.sentence:
                break
            found.append(outer)
            inner = outer
        return found or self._town(toponym)

    def _town(self, quarter: Toponym) -> list[Toponym]:
        """The town of a quarter, of which the sentences before told."""
        if _key(quarter) not in self._quarters:
            return []
        for index in range(quarter.sentence, max(-1, quarter.sentence - 1 - _BACK), -1):
            told = [t for g in self._here.get(index, []) if sets_scene(g) for t in g.members if t.start < quarter.start]
            for other in reversed(told):
                if rank(other) in {1, 4} and not same(other, quarter) and self._lies_in(quarter, other):
                    return [other]
        return []

    def _lies_in(self, inner: Toponym, outer: Toponym) -> bool:
        known = holds(outer, inner)
        if known is None:
            return rank(outer) in {1, 4} and outer.place is not None and _key(inner) in self._quarters
        return known


def _told(draft: Draft) -> tuple[Term, int | None, int | None]:
    return draft.term, draft.quantity.low, draft.quantity.high


def merged(best: Placed, others: Sequence[Placed]) -> Placed:
    """The places of one figure told several times: the nearest telling, with what the others put around it.

    A telling that has nothing to do with the first ones is another's: it adds nothing.
    """
    tellings = [p for p in (best, *others) if p]
    if not tellings:
        return ()
    akin = [p for p in tellings if p is tellings[0] or any(_akin(a, b) for a, _ in p for b, _ in tellings[0])]
    kinds = {_key(t).split(" ")[0]: rank(t) for p in akin for t, _ in p if t.kind}
    first, *rest = sorted(akin, key=lambda p: (-max(_depth(t, kinds) for t, _ in p), -len(p)))
    kept: dict[str, tuple[Toponym, Role]] = {_key(t): (t, r) for t, r in first}
    for toponym, role in (pair for p in rest for pair in p):
        new = not any(same(toponym, t) or _shares_name(toponym, t) for t, _ in kept.values())
        if new and any(holds(toponym, t) for t, _ in first):
            kept[_key(toponym)] = (toponym, role)
    return tuple(kept.values())


def _depth(toponym: Toponym, kinds: dict[str, int]) -> float:
    """How near a place is told; a bare name counts as what another telling says it is ("Aleppo province"), and less."""
    return rank(toponym) if toponym.kind else kinds.get(_key(toponym).split(" ")[0], rank(toponym) + 0.5) - 0.5


def _akin(a: Toponym, b: Toponym) -> bool:
    return same(a, b) or _shares_name(a, b) or bool(holds(a, b)) or bool(holds(b, a))


def same(a: Toponym, b: Toponym) -> bool:
    """One place named twice: "Aleppo", "Aleppo city"."""
    if _key(a) == _key(b):
        return True
    if (a.kind in _PARTS) is not (b.kind in _PARTS):
        return False
    if a.place and b.place and a.place.id == b.place.id:
        return True
    words_a, words_b = set(_key(a).split()), set(_key(b).split())
    return (words_a < words_b or words_b < words_a) and rank(a) == rank(b)


def _shares_name(a: Toponym, b: Toponym) -> bool:
    """A town and its unit, "Aleppo" and "Aleppo province": the text has said which it means."""
    words_a, words_b = set(_key(a).split()), set(_key(b).split())
    return words_a <= words_b or words_b <= words_a


def comes_back(sentence: Sentence) -> bool:
    """The sentence speaks of the same happening: "the blast", "the missile", and of no other one."""
    lower = sentence.text.lower()
    return bool(_again().search(lower)) and not any_of("others").search(lower)


def _may_lie(inner: Toponym, outer: Toponym) -> bool:
    """Nothing speaks against it that a place named "in", or before a comma and, another lies in it."""
    if holds(outer, inner) is False:
        return False
    return rank(inner) > rank(outer) or inner.place is None or outer.place is None


def _key(toponym: Toponym) -> str:
    return fold(toponym.name)


@cache
def _again() -> re.Pattern[str]:
    nouns = "|".join(sorted(cues().happenings))
    return re.compile(
        rf"\b(?:the|this|that|these|those)\s+(?:[\w-]+\s+){{0,2}}(?:{nouns})\b|\b(?:targeted|hit|struck|pounded)\b"
    )
