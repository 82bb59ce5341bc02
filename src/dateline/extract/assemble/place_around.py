"""The places around a place, and the nearer place inside it, that the text gives for the same thing.

What contains a place is taken where the text says so anywhere ("X in Y province", "Y's X district"), or where the
sentences before told of it. A nearer place is taken from a sentence that comes back to the same happening: "The blast
hit the X neighbourhood".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import Group
from dateline.extract.assemble.place_scene import Placed, sets_scene
from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.containment import holds, rank
from dateline.extract.sentence import Sentence
from dateline.model.words import Role
from dateline.vocab.fold import fold

_AHEAD: Final = 4
"""Sentences after a figure in which the place of what happened may be told more nearly."""
_BACK: Final = 5
"""Sentences before a place in which what contains it may have been told."""
_NESTING: Final = re.compile(r"^(?:'s)?[\s,(]*(?:(?:situated|located|lies|is)\s+)?(?:(?:in|of|at)\b.*)?$", re.DOTALL)


def merged(best: Placed, others: Sequence[Placed]) -> Placed:
    """The places of one figure told several times: the nearest telling, with what the others put around it."""
    tellings = sorted((p for p in (best, *others) if p), key=lambda p: (-max(rank(t) for t, _ in p), -len(p)))
    if not tellings:
        return ()
    first, *rest = tellings
    around = [(t, r) for p in rest for t, r in p if not any(_same(t, k) for k, _ in first) and any(holds(t, k) for k, _ in first)]
    kept: dict[str, tuple[Toponym, Role]] = {_key(t): (t, r) for t, r in first}
    for toponym, role in around:
        if not any(_same(toponym, t) for t, _ in kept.values()):
            kept[_key(toponym)] = (toponym, role)
    return tuple(kept.values())


class Around:
    """What a page says of which place lies in which."""

    def __init__(self, page: Page, here: dict[int, list[Group]], wholes: Sequence[int | None]) -> None:
        self._page = page
        self._here = here
        self._wholes = wholes
        self._parts = {d.sentence.index for d, whole in zip(page.drafts, wholes, strict=True) if whole is not None}
        self._outer: dict[str, Toponym] = {}
        for groups in here.values():
            for group in groups:
                self._note(group)

    def _note(self, group: Group) -> None:
        for a, b in zip(group.members, group.members[1:], strict=False):
            between = group.sentence.text[a.end - group.sentence.start : b.start - group.sentence.start]
            if _may_lie(a, b) and _NESTING.match(between):
                self._outer.setdefault(_key(a), b)
            elif rank(a) < rank(b) and holds(a, b) is not False and between.startswith("'"):
                self._outer.setdefault(_key(b), a)

    def completed(self, index: int, placed: Placed) -> Placed:
        """The places of a draft with what is nearer and what is around them."""
        if not placed:
            return placed
        draft = self._page.drafts[index]
        nearer = self._nearer(index, draft, placed)
        full: dict[str, tuple[Toponym, Role]] = {_key(t): (t, r) for t, r in (*nearer, *placed)}
        for toponym, role in list(full.values()):
            for outer in self._around(toponym, draft):
                if not any(_same(outer, t) for t, _ in full.values()):
                    full[_key(outer)] = (outer, "at" if rank(outer) == 0 else role)
        return tuple(full.values())

    def _around(self, toponym: Toponym, draft: Draft) -> list[Toponym]:
        found: list[Toponym] = []
        inner = toponym
        while (outer := self._outer.get(_key(inner))) is not None and not any(_same(outer, t) for t in [toponym, *found]):
            found.append(outer)
            inner = outer
        return found or self._told_before(toponym, draft)

    def _told_before(self, toponym: Toponym, draft: Draft) -> list[Toponym]:
        """The town of a quarter, the unit of a town, of which the sentences before told."""
        if rank(toponym) <= 1:
            return []
        for index in range(toponym.sentence, max(-1, toponym.sentence - 1 - _BACK), -1):
            members = [t for g in self._here.get(index, []) if sets_scene(g) for t in g.members if t.start < toponym.start]
            for other in reversed(members):
                if rank(other) > 0 and not _same(other, toponym) and _lies_in(toponym, other):
                    return [other]
        return []

    def _nearer(self, index: int, draft: Draft, placed: Placed) -> Placed:
        """The nearer place that a sentence on the same happening gives, when the draft has only what contains it."""
        if self._wholes[index] is not None or draft.modality != "asserted" or draft.measure == "stock":
            return ()
        for step in range(1, _AHEAD + 1):
            at = draft.sentence.index + step
            if at >= len(self._page.sentences):
                break
            sentence = self._page.sentences[at]
            found = [t for g in self._here.get(at, []) if sets_scene(g) for t in g.members if self._inside(t, placed)]
            if found and at not in self._parts and _comes_back(sentence):
                return tuple((t, "at") for t in found)
        return ()

    def _inside(self, toponym: Toponym, placed: Placed) -> bool:
        return not any(_same(toponym, t) for t, _ in placed) and any(
            rank(t) > 0 and _lies_in(toponym, t) for t, _ in placed
        )


def _may_lie(inner: Toponym, outer: Toponym) -> bool:
    """Nothing speaks against it that a place named "in", or before a comma and, another lies in it."""
    if holds(outer, inner) is False:
        return False
    return rank(inner) > rank(outer) or inner.place is None or outer.place is None


def _lies_in(inner: Toponym, outer: Toponym) -> bool:
    known = holds(outer, inner)
    if known is None:
        within = inner.kind in {"quarter", "site"} or (inner.place is None and inner.kind in {"adm2", "area"})
        return within and rank(outer) in {1, 4}
    return known


def _comes_back(sentence: Sentence) -> bool:
    """The sentence speaks of the same happening: "the blast", "the missile", and of no other one."""
    text = sentence.text.lower()
    return bool(_again().search(text)) and not _other().search(text)


def _key(toponym: Toponym) -> str:
    return fold(toponym.name)


def _same(a: Toponym, b: Toponym) -> bool:
    """One place named twice: "Aleppo", "Aleppo city"."""
    if _key(a) == _key(b) or (a.place and b.place and a.place.id == b.place.id):
        return True
    words_a, words_b = set(_key(a).split()), set(_key(b).split())
    return (words_a < words_b or words_b < words_a) and rank(a) == rank(b)


@cache
def _again() -> re.Pattern[str]:
    nouns = "|".join(sorted(cues().happenings))
    return re.compile(rf"\b(?:the|this|that|these|those)\s+(?:[\w-]+\s+){{0,2}}(?:{nouns})\b|\b(?:target|hit|struck|pounded)(?:ed)?\b")


@cache
def _other() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(cues().others)) + r")\b")
