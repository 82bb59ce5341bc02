"""Parts told in later sentences: tolls of single places under the total of a day, a province or a wave of attacks.

"Strikes killed 39 people in the north. At least 27 died in Tarn. Eleven more were killed in Orvel." Sums that come out
exactly are found by `sums.py`; here the parts need not add up, so that more is asked of them: a wide whole, a place of
their own in it, the same days, the same attackers, people who may be among those of the whole, and room left in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from dateline.extract.assemble.near import least, words_before
from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.who import fits, kinds, side
from dateline.extract.draft import Draft, Toponym
from dateline.extract.place.containment import holds, rank
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from dateline.model.words import Role

_REACH: Final = 10
"""Sentences from a total to the last place told under it."""
_LEAD: Final = 2
"""Sentences of a page's opening, whose toll without a place is that of the page."""
_HARMS: Final = frozenset({"killed", "injured", "destroyed_housing"})
"""What one event does in many places; people on the move are told of again where they arrive."""
_SETTLEMENT: Final = 4
"""Rank of a town: what stands above it is wide."""


class Telling(Protocol):
    """A figure with its places, as far as this rule book asks."""

    @property
    def draft(self) -> Draft: ...
    @property
    def places(self) -> tuple[tuple[Toponym, Role], ...]: ...
    @property
    def country(self) -> str | None: ...


def broken_down(
    tellings: Sequence[Telling], wholes: Sequence[int | None], other_time: Callable[[int, int], bool]
) -> list[int | None]:
    """The wholes, and those that a breakdown by place tells. `other_time(i, j)` is True where days differ."""
    filled = list(wholes)
    room = [least(t.draft) or 0 for t in tellings]
    for part, telling in enumerate(tellings):
        if filled[part] is not None or not _countable(telling.draft):
            continue
        for whole in range(part - 1, -1, -1):
            if filled[whole] is not None or other_time(whole, part) or not _countable(tellings[whole].draft):
                continue
            if room[whole] > (least(telling.draft) or 0) and _among(part, whole, tellings, filled):
                filled[part] = whole
                room[whole] -= least(telling.draft) or 0
                break
    return filled


def _countable(draft: Draft) -> bool:
    """A figure that can be added to others: an asserted count, no running total, nobody implied."""
    vague = draft.quantity.quantifier == "vague" or draft.quantity.implied
    return draft.modality == "asserted" and not vague and draft.by not in {"total", "label"} and bool(least(draft))


def _among(part: int, whole: int, tellings: Sequence[Telling], filled: Sequence[int | None]) -> bool:
    inner, outer = tellings[part], tellings[whole]
    a, b = inner.draft, outer.draft
    distance = a.sentence.index - b.sentence.index
    if (a.term, a.unit) != (b.term, b.unit) or not 0 < distance <= _REACH:
        return False
    if not fits(a, b) or _apart(a) or _opposed(a, b):
        return False
    if _sibling(part, whole, tellings, filled):
        return True
    return (not kinds(b) or bool(kinds(a))) and _inside(inner, outer)


_BEFORE = re.compile(r"\b(?:days?|weeks?|months?|years?|hours) (?:earlier|before|after|ago)\b")


def _apart(draft: Draft) -> bool:
    """The sentence tells of something else, or of another time, or gives the whole anew."""
    told = _told_before(draft)
    return bool(_words("apart").search(told) or _BEFORE.search(draft.sentence.text.lower()))


def _opposed(a: Draft, b: Draft) -> bool:
    """The raids of one side, and the rockets of the other."""
    sides = {side(a.sentence.text), side(b.sentence.text)} - {None}
    return len(sides) > 1


def _told_before(draft: Draft) -> str:
    return draft.sentence.text[: draft.quantity.start - draft.sentence.start].lower()


def _sibling(part: int, whole: int, tellings: Sequence[Telling], filled: Sequence[int | None]) -> bool:
    """ "Nine others were killed in …" behind a part of the same whole; "… 37 in Tarn and 11 in Orvel"."""
    before = next((i for i in range(part - 1, whole, -1) if filled[i] == whole), None)
    if before is None:
        return False
    draft, last = tellings[part].draft, tellings[before].draft
    if draft.sentence.index == last.sentence.index and draft.trigger == last.trigger:
        return True
    noun = draft.quantity.noun
    others = (noun is not None and noun.lemma_.lower() == "other") or words_before(draft, 1) in {"another", "other"}
    return others and draft.sentence.index - last.sentence.index <= 1


def _inside(inner: Telling, outer: Telling) -> bool:
    """The part has a place of its own within that of the whole, or is of one of its many events."""
    own, around = _own(inner), _own(outer)
    if {t.name for t in own} & {t.name for t in around} or (
        inner.country and outer.country and inner.country != outer.country
    ):
        return False
    known = [holds(wide, near) for wide in around for near in own]
    if own and True in known:
        return True
    if inner.draft.term not in _HARMS or (known and None not in known):
        return False
    lead = outer.draft.sentence.index <= _LEAD
    wide = (lead and not around) or any(rank(t) < _SETTLEMENT for t in around) or _wide(outer.draft)
    return wide and (bool(own) or bool(_one_of_many().search(_told_before(inner.draft))))


def _own(telling: Telling) -> list[Toponym]:
    """The places that the figure's own sentence gives it."""
    return [t for t, _ in telling.places if t.sentence == telling.draft.sentence.index]


def _wide(draft: Draft) -> bool:
    return bool(_words("wide").search(draft.sentence.text.lower()))


@cache
def _one_of_many() -> re.Pattern[str]:
    """ "a second bomber", "the deadliest attack"."""
    events = "|".join(sorted(cues().happenings, key=len, reverse=True))
    return re.compile(rf"{_words('one_of_them').pattern} (?:[\w-]+ ){{0,2}}(?:{events})\b")


@cache
def _words(entry: str) -> re.Pattern[str]:
    words = sorted(word_set("wording_en", "breakdown", entry), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
