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

from dateline.extract.assemble.near import further, least, superseded
from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_scene import of_war
from dateline.extract.assemble.who import armed, fits, kinds, only_some, side
from dateline.extract.draft import Draft, Toponym
from dateline.extract.place.containment import holds, rank
from dateline.vocab.load import either, word_set

if TYPE_CHECKING:
    from dateline.model.words import Role

_REACH: Final = 15
"""Sentences from a total to the last place told under it."""
_LEAD: Final = 2
"""Sentences of a page's opening, whose toll without a place is that of the page."""
_HARMS: Final = frozenset({"killed", "injured", "destroyed_housing"})
"""What one event does in many places; people on the move are told of again where they arrive."""
_PLAY: Final = 1.1
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
    room = [_room(t.draft) for t in tellings]
    # Whatever is told on the page may be within the toll of the war.
    of_wars = {t.draft.sentence.index: of_war(t.draft.sentence.text) for t in tellings}
    for part, telling in enumerate(tellings):
        if filled[part] is not None or not _countable(telling.draft):
            continue
        for whole in range(part - 1, -1, -1):
            if filled[whole] is not None or other_time(whole, part) or not _countable(tellings[whole].draft):
                continue
            if of_wars[tellings[whole].draft.sentence.index] or superseded(tellings[whole].draft):
                continue
            if room[whole] >= (least(telling.draft) or 0) < (least(tellings[whole].draft) or 0) and _among(
                part, whole, tellings, filled
            ):
                filled[part] = whole
                room[whole] -= least(telling.draft) or 0
                break
    return filled


def _room(draft: Draft) -> float:
    """How many its parts may come to; "more than 500" leaves the sum of two rival counts some play."""
    value = least(draft) or 0
    return value * _PLAY if draft.quantity.quantifier in {"more_than", "approximately"} else value


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
    if further(a) and not any(_countable(t.draft) and t.draft.term == a.term for t in tellings[whole + 1 : part]):
        return False  # "another 14 people": beside the figure that stands before
    lead = b.sentence.index <= _LEAD and not any(_rival(t.draft, b) for t in tellings[:whole])
    if lead and kinds(a) and not kinds(b) and _same_event(a) and not _own(inner):
        return True
    return (bool(kinds(a)) or not armed(b)) and _inside(inner, outer, lead=lead)


def _rival(before: Draft, draft: Draft) -> bool:
    """The page told another number of the same before."""
    return before.term == draft.term and _countable(before) and least(before) != least(draft)


_BEFORE = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?|hours) (?:earlier|before|after|ago)|last (?:week|month|year))\b"
)


_ALSO = re.compile(r"\balso (?:\w+ ){0,2}?(?:kill|injur|wound|die|claim)")
"""They fared like those told before, and are not among them."""


def _apart(draft: Draft) -> bool:
    """The sentence tells of something else, or of another time, or gives the whole anew."""
    told = _told_before(draft)
    also = _ALSO.search(draft.sentence.text.lower())
    return bool(also or _words("apart").search(told) or _BEFORE.search(draft.sentence.text.lower()))


def _same_event(draft: Draft) -> bool:
    """ "Two women and two guards were killed in the attack": the event is the one told before, and some are named."""
    text = draft.sentence.text.lower()
    return bool(_the_event().search(text)) and not re.search(r"\b(?:also|another|other|more|further)\b", text)


@cache
def _the_event() -> re.Pattern[str]:
    events = either(cues().happenings - cues().wars)
    return re.compile(rf"\b(?:in|by|during) (?:the|this|that|these) (?:{events})\b")


def _opposed(a: Draft, b: Draft) -> bool:
    """The raids of one side, and the rockets of the other."""
    sides = {side(a.sentence.text), side(b.sentence.text)} - {None}
    return len(sides) > 1


def _told_before(draft: Draft) -> str:
    return draft.before.lower()


def _sibling(part: int, whole: int, tellings: Sequence[Telling], filled: Sequence[int | None]) -> bool:
    """ "Nine others were killed in …" behind a part of the same whole; "… 37 in Tarn and 11 in Orvel"."""
    before = next((i for i in range(part - 1, whole, -1) if filled[i] == whole), None)
    if before is None:
        return False
    draft, last = tellings[part].draft, tellings[before].draft
    if draft.sentence.index == last.sentence.index and draft.trigger == last.trigger:
        return True
    if only_some(last):
        return False  # "including 27 children. Another 29 died …": beside the whole
    return further(draft) and draft.sentence.index - last.sentence.index <= 1


def _inside(inner: Telling, outer: Telling, *, lead: bool) -> bool:
    """The part has a place of its own within that of the whole, or is of one of its many events.

    A whole without a place is that of the page where it is the page's `lead`.
    """
    own, around = _own(inner), _own(outer)
    shared = {t.name for t in own} & {t.name for t in around}
    if shared or (around and inner.country and outer.country and inner.country != outer.country):
        return bool(shared) and _listed(around) and not {t.name for t in around} <= {t.name for t in own}
    known = [holds(wide, near) for wide in around for near in own]
    if own and True in known:
        return True
    if inner.draft.term not in _HARMS or False in known:
        return False
    if not (bool(own) or bool(_one_of_many().search(_told_before(inner.draft)))):
        return False
    if not lead:
        return _told(outer.draft, "many_places")
    wide = (
        max(map(rank, around)) < _SETTLEMENT if around else not _one_event().search(outer.draft.sentence.text.lower())
    )
    return wide or _told(outer.draft, "wide")


def _listed(places: Sequence[Toponym]) -> bool:
    """Several places beside each other: "attacks in Orvel, Tarn and Hask"."""
    pairs = [(a, b) for a in places for b in places if a.name != b.name and rank(a) == rank(b)]
    return any(not holds(a, b) and not holds(b, a) for a, b in pairs)


def _own(telling: Telling) -> list[Toponym]:
    """The places that the figure's own sentence gives it, or the next, where dots cut a quotation in two."""
    here = telling.draft.sentence.index
    return [t for t, _ in telling.places if here <= t.sentence <= here + 1]


def of_many_places(draft: Draft) -> bool:
    """Its sentence tells of several places, or gives a toll."""
    return _told(draft, "many_places") or _told(draft, "tolls")


def _told(draft: Draft, entry: str) -> bool:
    return bool(_words(entry).search(draft.sentence.text.lower()))


@cache
def _one_event() -> re.Pattern[str]:
    """ "A raid", "the attack"."""
    events = either(cues().happenings - cues().wars)
    return re.compile(rf"\b(?:an?|the|one|this|that) (?:[\w-]+ ){{0,3}}?(?:{events})(?!s)\b")


@cache
def _one_of_many() -> re.Pattern[str]:
    """ "a second bomber", "the deadliest attack"."""
    events = either(cues().happenings)
    return re.compile(rf"{_words('one_of_them').pattern} (?:[\w-]+ ){{0,2}}(?:{events})\b")


@cache
def _words(entry: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(word_set('wording_en', 'breakdown', entry))})\b")
