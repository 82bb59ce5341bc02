"""Where a telling goes on: places carried from the sentences around, only where a reader is sure.

A part has the place of its whole. "There", "the town" take up the place last named of that kind. A total of a whole war
has its country. All else goes on at the place of the sentences before, until the text turns away from it; what is told
of a mere part of the victims ("ten of the dead came in strikes on X") moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dateline.extract.assemble.place_cues import any_of, cues
from dateline.extract.assemble.place_groups import Group
from dateline.extract.assemble.place_role import carried_role
from dateline.extract.assemble.place_taken_up import taken_up
from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.containment import holds, rank
from dateline.extract.place.lookup import is_demonym
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.model.words import Role
from dateline.vocab.load import word_set

Placed = tuple[tuple[Toponym, Role], ...]

_BACK: Final = 5
"""Sentences over which a telling may go on at one place."""
_WIDER: Final = 20
"""Times greater a number that is told of a wider place."""
_MUCH_WIDER: Final = 100
"""… where what is counted differs: the dead are fewer than the homeless."""
_LEAST: Final = 20
"""Below it numbers say nothing of how wide the place is."""
_OPENING: Final = 3
_SHELTERS: Final = frozenset({"sheltered", "in_relief_camp"})
_AT: Final = word_set("wording_en", "place_scene", "at")
_ONWARD: Final = word_set("wording_en", "place_scene", "onward")
_PASSES: Final = word_set("wording_en", "place_scene", "passes")
_THE_COUNTRY: Final = re.compile(r"^[\"'“\s-]*(?:(?:in|across|throughout) )?the country(?:['’]s)?\b")
"""A sentence of the whole country last named."""
_TOTAL: Final = re.compile(
    r"\bsince\b|\b(?:has|have|had) (?:\w+ )?\w+|\bbegan\b|\bcost\b|\bdeath toll\b|\bby now\b|\bover \w+ years\b"
)
_ANOTHER_TIME: Final = re.compile(
    r"^[\"'“\s-]*(?:in|since|during|by|back in|between)\s+(?:the \w+ of |early |late |mid-?)?(?:\w+\s+)?(?:19|20)\d\d\b"
    r"|^[\"'“\s-]*(?:last|the previous) (?:year|month|week)"
    r"|^[\"'“\s-]*(?:a|one|two|three) (?:year|month|week)s? (?:ago|earlier|before)"
)


class Scenes:
    """The places of a page's drafts: given those of their own sentences, the others are carried, in reading order.

    Nothing is carried between two sentences that are `apart`: rows of which each opens with its own place.
    """

    def __init__(
        self,
        page: Page,
        here: dict[int, list[Group]],
        placed: Sequence[Placed],
        wholes: Sequence[int | None],
        apart: Callable[[int, int], bool] = lambda one, other: False,
    ) -> None:
        self._page = page
        self._here = here
        self._wholes = wholes
        self._apart = apart
        self.placed: list[Placed] = list(placed)
        self._drafts: dict[int, list[int]] = {}
        for index, draft in enumerate(page.drafts):
            self._drafts.setdefault(draft.sentence.index, []).append(index)

    def carry(self) -> list[Placed]:
        """The places of every draft; () where the text leaves it open."""
        for index, draft in enumerate(self._page.drafts):
            if not self.placed[index]:
                carried = self._carried(index, draft)
                if self._wholes[index] is None:
                    carried = tuple((self._itself(t), r) for t, r in carried)
                role = carried_role(draft)
                self.placed[index] = tuple((t, role if r == "at" else r) for t, r in carried)
            elif self._wholes[index] is not None:
                self.placed[index] = (*self.placed[index], *self._of_whole(index))
        return self.placed

    def _itself(self, toponym: Toponym) -> Toponym:
        """The place itself, where a figure of another sentence was "south of" it, and the page names it plainly."""
        if toponym.modifier_kind != "direction" or toponym.place is None:
            return toponym
        known = (t for t in self._page.toponyms if t.place is not None and t.modifier is None and not t.aside)
        return next((t for t in known if t.place and t.place.id == toponym.place.id), toponym)

    def _of_whole(self, index: int) -> Placed:
        """Of the places of its whole those that a part has beside its own: what contains it, where it came from."""
        whole, own = self._wholes[index], self.placed[index]
        if whole is None:
            return ()
        named = {t.name for t, _ in own}
        others = [(t, r) for t, r in self.placed[whole] if t.name not in named]
        if all(role == "to" for _, role in own):
            return tuple((t, r) for t, r in others if r != "to")
        sure = any(t.name in named for t, _ in self.placed[whole])
        return tuple((t, r) for t, r in others if rank(t) > 0 and any(_contains(t, inner, sure) for inner, _ in own))

    def _carried(self, index: int, draft: Draft) -> Placed:
        whole = self._wholes[index]
        if whole is not None and whole < index and self._page.drafts[whole].sentence.index == draft.sentence.index:
            return self.placed[whole] if draft.term not in _SHELTERS else _stays(self.placed[whole], draft)
        if whole is not None and self.placed[whole]:
            return self.placed[whole] if draft.term not in _SHELTERS else _stays(self.placed[whole], draft)
        lower = draft.sentence.text.lower()
        if any_of("nationwide").search(lower) or _THE_COUNTRY.match(lower) or self._of_war(draft):
            return tuple((t, "at") for t in self._country(draft.sentence))
        if found := taken_up(draft.sentence, self._page, self._here):
            return tuple((t, "at") for t in found)
        if (
            draft.modality == "forecast"
            or _turns(draft.sentence)
            or another_time(draft.sentence)
            or any_of("described").search(lower)
            or _a_people(draft)
        ):
            return ()
        return self._scene_before(draft)

    def _scene_before(self, draft: Draft) -> Placed:
        """The places at which the sentences before tell what happens."""
        for index, scene in self._scenes(draft.sentence):
            if isinstance(scene, tuple):
                apart = draft.sentence.index - index > 1 and not any_of("goes_on").search(draft.sentence.text.lower())
                if self._out_of_scale(draft, index) or (len(scene) > 1 and not _one_place(scene)):
                    return self._topic(draft)
                stays = _stays(scene[-1], draft)
                return (self._topic(draft) if apart else ()) or self._main(draft, stays)
            told = next((s for _, s in self._scenes(self._page.sentences[index]) if isinstance(s, tuple)), None)
            around = [t for t, _ in told[-1] if any(holds(t, inner) for inner in scene)] if told else []
            return tuple((t, "at") for t in (*scene, *around))
        return ()

    def _out_of_scale(self, draft: Draft, index: int) -> bool:
        """A number so much greater than those told at that place that it counts a wider thing."""
        told = [self._page.drafts[i] for i in self._drafts[index]]
        alike = [_number(d) for d in told if d.term == draft.term]
        most = max([_number(d) for d in told], default=0)
        return (
            _number(draft) >= _WIDER * max(_LEAST, *alike)
            if alike
            else _number(draft) >= _MUCH_WIDER * max(_LEAST, most)
        )

    def _scenes(self, sentence: Sentence) -> Iterator[tuple[int, tuple[Placed, ...] | list[Toponym]]]:
        """The scenes before a sentence, the last first: the places of figures, or toponyms where something happens."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            before = self._page.sentences[index]
            if self._apart(index, sentence.index):
                continue
            drafts = [i for i in self._drafts.get(index, []) if self._wholes[i] is None]
            if self._drafts.get(index) and not drafts:
                continue
            if drafts and all(self._of_war(self._page.drafts[i]) for i in drafts):
                return
            told = tuple(
                self.placed[i] for i in drafts if self.placed[i] and self._page.drafts[i].modality != "negated"
            )
            if told:
                yield index, told
            scene = [t for g in self._here.get(index, []) if sets_scene(g) for t in g.members]
            if scene and not drafts and (happens(before) or (sentence.index - index == 1 and index == 0)):
                yield index, scene
            if _turns(before):
                return

    def _topic(self, draft: Draft) -> Placed:
        """The place that the page is about, by its first figure, for a figure that is not of another scale."""
        first = next((i for i, p in enumerate(self.placed) if p and self._wholes[i] is None), None)
        opening = max(_OPENING, self._page.drafts[0].sentence.index)  # headings may stand before it
        if first is None or self._page.drafts[first].sentence.index > opening:
            return ()
        if self._page.apart(self._page.drafts[first].sentence.index, draft.sentence.index):
            return ()
        if self._out_of_scale(draft, self._page.drafts[first].sentence.index):
            return ()
        return tuple((t, "at") for t, _ in self.placed[first])

    def _main(self, draft: Draft, scene: Placed) -> Placed:
        """Back from a place inside the page's own to all of it, where nothing goes on with the sentence before."""
        main = next((p for i, p in enumerate(self.placed) if p and self._wholes[i] is None), ())
        if not main or not scene or any_of("goes_on").search(draft.sentence.text.lower()):
            return scene
        if self._page.apart(0, draft.sentence.index):
            return scene
        inside = all(any(holds(outer, t) and rank(outer) < rank(t) for outer, _ in main) for t, _ in scene)
        return tuple((t, "at") for t, _ in main) if inside else scene

    def _of_war(self, draft: Draft) -> bool:
        """A total of a whole war, told of the war or of "it" after a sentence on the war."""
        if of_war(draft.sentence.text):
            return True
        index = draft.sentence.index
        pronoun = draft.sentence.text.lower().startswith(("it ", "this "))
        return index > 0 and pronoun and of_war(self._page.sentences[index - 1].text) and not self._here.get(index)

    def _country(self, sentence: Sentence) -> list[Toponym]:
        """The country that the page last named as a place, for totals of its war."""
        for index in range(sentence.index, -1, -1):
            for group in reversed(self._here.get(index, [])):
                found = [t for t in group.members if rank(t) == 0]
                if found:
                    return found[-1:]
        return []


def sets_scene(group: Group) -> bool:
    """Something takes place there: behind a preposition of place, as what is struck, or as what has or sees it; not
    where somebody has left it."""
    if group.preposition in _AT:
        return True
    head = group.head
    if group.preposition in _ONWARD and head.head.head.lemma_.lower() in _PASSES:
        return False  # "the storm left through X"
    while head.dep_ in {"conj", "appos", "compound", "nmod", "poss"} and head.head != head:
        head = head.head
    if head.dep_ == "dobj" and head.head.lemma_.lower() in cues().leaves:
        return False
    return head.dep_ in {"dobj", "nsubjpass", "nsubj", "ROOT", "pobj"}


def happens(sentence: Sentence) -> bool:
    """The sentence tells of an attack, a disaster, a battle: a place in it is where that is."""
    lower = sentence.text.lower()
    if any_of("happenings").search(lower) or any_of("wars").search(lower) or any_of("struggles").search(lower):
        return True
    return any(t.lemma_.lower() in words().strikes for t in sentence.tokens if t.pos_ == "VERB")


def of_war(text: str) -> bool:
    """The sentence speaks of a war as a whole: "The conflict has killed more than N people since 2011"."""
    lower = text.lower()
    return bool(any_of("wars").search(lower)) and bool(_TOTAL.search(lower))


def _contains(outer: Toponym, inner: Toponym, sure: bool) -> bool:
    """`outer` contains `inner`, surely or for all that is known of a place that nobody lists."""
    known = holds(outer, inner)
    return not sure and rank(outer) < rank(inner) and inner.place is None if known is None else known


def another_time(sentence: Sentence) -> bool:
    """The sentence goes back to another time: "In 2010 …", "Last year …"."""
    return bool(_ANOTHER_TIME.match(sentence.text.lower()))


def _number(draft: Draft) -> int:
    return draft.quantity.high or draft.quantity.low or 0


def _stays(placed: Placed, draft: Draft) -> Placed:
    """Of places with roles those where the people of another figure are: where they went to, or where they had been."""
    went = tuple((t, "at") for t, role in placed if role == "to")
    rest: Placed = tuple((t, "at") for t, role in placed if role != "to")
    at_end = draft.term in _SHELTERS or draft.measure == "stock"
    return (went or rest) if at_end else rest  # type: ignore[return-value]


def _one_place(told: Sequence[Placed]) -> bool:
    """The figures of a sentence are all at one place, or at places around one."""
    first = {t.name for t, _ in told[0]}
    return all(first & {t.name for t, _ in placed} for placed in told[1:])


def _a_people(draft: Draft) -> bool:
    """ "6.2 million Somalis": a whole people is counted."""
    noun = draft.quantity.noun
    return noun is not None and noun.text[0].isupper() and noun.text.endswith("s") and is_demonym(noun.text)


def _turns(sentence: Sentence) -> bool:
    return sentence.text.lower().lstrip("\"'“- ").startswith(tuple(cues().turns))
