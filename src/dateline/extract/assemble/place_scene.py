"""Where a telling goes on: places carried from the sentences around, only where a reader is sure.

A part has the place of its whole. "There", "the town" take up the place last named of that kind. A total of a whole war
has its country. All else goes on at the place of the sentences before, until the text turns away from it; what is told
of a mere part of the victims ("ten of the dead came in strikes on X") moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import Group
from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.containment import rank
from dateline.extract.sentence import Sentence
from dateline.model.words import Role

Placed = tuple[tuple[Toponym, Role], ...]

_BACK: Final = 8
"""Sentences over which a telling may go on at one place."""
_TAKEN_UP: Final = re.compile(
    r"\b(?:the|this|that|both|these|those|in the two|in the|across the) (?:[\w-]+ ){0,2}?"
    r"(town|city|village|district|province|camp|island|region|area|county|state|neighbou?rhood|governorate|municipality|"
    r"suburb|enclave|valley|settlement|port|quarter|department|township|prefecture|capital|"
    r"towns|cities|villages|provinces|districts|areas|regions|states|counties|islands)\b"
)
_TOTAL: Final = re.compile(r"\bsince\b|\b(?:has|have) (?:\w+ )?\w+|\bbegan\b|\bcost\b|\bdeath toll\b|\bby now\b|\bover \w+ years\b")
_RANKS: Final = {
    "town": (4, 4), "city": (4, 4), "village": (4, 5), "settlement": (4, 5), "port": (4, 5), "capital": (4, 4), "enclave": (1, 5),
    "suburb": (4, 5), "quarter": (5, 5), "neighbourhood": (4, 5), "neighborhood": (4, 5), "camp": (4, 5),
    "district": (2, 5), "county": (2, 3), "municipality": (2, 4), "township": (2, 4), "province": (1, 2), "governorate": (1, 2),
    "state": (1, 1), "department": (1, 2), "prefecture": (1, 2), "region": (1, 3), "area": (1, 5), "island": (1, 4), "valley": (1, 4),
    "towns": (4, 4), "cities": (4, 4), "villages": (4, 5), "provinces": (1, 2), "districts": (2, 5), "areas": (1, 5),
    "regions": (1, 3), "states": (1, 1), "counties": (2, 3), "islands": (1, 4),
}  # fmt: skip


class Scenes:
    """The places of a page's drafts, those of their own sentences first, then carried ones, in reading order."""

    def __init__(self, page: Page, here: dict[int, list[Group]], own: Sequence[Placed], wholes: Sequence[int | None]) -> None:
        self._page = page
        self._here = here
        self._wholes = wholes
        self.placed: list[Placed] = list(own)
        self._drafts: dict[int, list[int]] = {}
        for index, draft in enumerate(page.drafts):
            self._drafts.setdefault(draft.sentence.index, []).append(index)

    def carry(self) -> list[Placed]:
        """The places of every draft; () where the text leaves it open."""
        for index, draft in enumerate(self._page.drafts):
            if not self.placed[index] and not self._described(draft):
                self.placed[index] = self._carried(index, draft)
        return self.placed

    def _carried(self, index: int, draft: Draft) -> Placed:
        whole = self._wholes[index]
        if whole is not None and self.placed[whole]:
            return _at(self.placed[whole])
        taken_up = self._taken_up(draft)
        if taken_up:
            return tuple((t, "at") for t in taken_up)
        if self._of_war(draft):
            return tuple((t, "at") for t in self._country(draft.sentence))
        if _turns(draft.sentence):
            return ()
        return self._scene_before(draft.sentence)

    def _described(self, draft: Draft) -> bool:
        """Another place of its sentence is taken by other figures, and its own is told by a mere description."""
        text = draft.sentence.text.lower()
        return any(re.search(rf"\b{re.escape(phrase)}\b", text) for phrase in cues().described if phrase.startswith("in the "))

    def _scene_before(self, sentence: Sentence) -> Placed:
        """The places at which the sentences before tell what happens."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            before = self._page.sentences[index]
            drafts = [i for i in self._drafts.get(index, []) if self._wholes[i] is None]
            if self._drafts.get(index) and not drafts:
                continue
            told = [self.placed[i] for i in drafts if self.placed[i] and not self._of_war(self._page.drafts[i])]
            if told:
                return _at(told[-1])
            if drafts and all(self._of_war(self._page.drafts[i]) for i in drafts):
                return ()
            scene = [t for g in self._here.get(index, []) if sets_scene(g) for t in g.members]
            if scene:
                return tuple((t, "at") for t in scene)
            if _turns(before):
                return ()
        return ()

    def _taken_up(self, draft: Draft) -> list[Toponym]:
        """The place that "there", "the town", "these provinces" take up."""
        sentence = draft.sentence
        match = _TAKEN_UP.search(_clause_text(draft))
        if match is None:
            return []
        noun = match[1]
        low, high = _RANKS[noun]
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            found = [t for g in self._here.get(index, []) for t in g.members if low <= rank(t) <= high]
            if found:
                return found if noun.endswith("s") and noun not in {"s"} else found[-1:]
        return []

    def _of_war(self, draft: Draft) -> bool:
        """A total of a whole war, told of the war or of "it" after a sentence on the war."""
        if of_war(draft.sentence.text):
            return True
        index = draft.sentence.index
        return (
            index > 0 and draft.sentence.text.lower().startswith(("it ", "this "))
            and of_war(self._page.sentences[index - 1].text) and not self._here.get(index)
        )  # fmt: skip

    def _country(self, sentence: Sentence) -> list[Toponym]:
        """The country that the page last named as a place, for totals of its war."""
        for index in range(sentence.index, -1, -1):
            for group in reversed(self._here.get(index, [])):
                found = [t for t in group.members if rank(t) == 0]
                if found:
                    return found[-1:]
        return []


def sets_scene(group: Group) -> bool:
    """Something takes place there: behind a preposition of place, as what is struck, or as what has or sees it."""
    if group.preposition in {"in", "at", "near", "around", "across", "on", "outside", "inside", "of", "throughout", "within", "over", "for"}:
        return True
    head = group.head
    while head.dep_ in {"conj", "appos", "compound", "nmod", "poss"} and head.head != head:
        head = head.head
    return head.dep_ in {"dobj", "nsubjpass", "nsubj", "ROOT", "pobj"}


def _at(placed: Placed) -> Placed:
    return tuple((t, "at") for t, _ in placed)


def _turns(sentence: Sentence) -> bool:
    return sentence.text.lower().lstrip("\"'“- ").startswith(tuple(cues().turns))


def _clause_text(draft: Draft) -> str:
    return draft.sentence.text.lower()


def of_war(text: str) -> bool:
    """The sentence speaks of a war as a whole: "The conflict has killed more than N people since 2011"."""
    text = text.lower()
    return bool(_wars().search(text)) and bool(_TOTAL.search(text))


@cache
def _wars() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(cues().wars)) + r")\b")
