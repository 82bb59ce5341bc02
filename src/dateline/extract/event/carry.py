"""Which places that other sentences name may be carried to an event whose own sentence names none.

A reader is sure where the sentence takes the place up ("the town", "there") or speaks of what was told there ("the
blast"). Else a place is carried only to what goes on: not to another time, to what happens again and again, or to an
event whose own words name another place without a name ("took its eastern half").
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.places import Placed
from dateline.extract.draft import Page, Timex, Toponym
from dateline.extract.event import classes, clause
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon
from dateline.extract.place.containment import holds, rank
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period
from dateline.model.words import EventType
from dateline.vocab.actors import Found, known_actors

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKEN_UP: Final = re.compile(
    r"\bthere\b|\b(?:the|this|that|these|those|both)\s+(?:[\w-]+\s+){0,2}(?:town|city|village|settlement|port|suburb|quarter"
    r"|neighbou?rhood|district|province|governorate|area|region|camp|country|capital|enclave|island|valley|cities|towns|villages)s?\b"
)
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "such"})
_HABITS: Final = frozenset(
    {"often", "regularly", "usually", "sometimes", "frequently", "routinely", "typically", "normally"}
)
_MOVES: Final[frozenset[EventType]] = frozenset({"control_gained", "control_lost", "withdrawal", "deployment", "siege"})
_ANYWHERE: Final[frozenset[EventType]] = frozenset({"talks", "ceasefire", "threat"})
"""What is agreed, said or broken off elsewhere than where the fighting is that was told before."""
_ONTO: Final = ("into", "toward", "towards", "on", "from", "to")
_FAR: Final = 31
"""Days between the page and an event beyond which it is of another time than what the page tells."""
_CLIMBS: Final = 4


def may_be_carried(event: EventDraft, placed: Placed, page: Page, period: Period) -> Placed:
    """Of carried places those of which a reader is sure; () where the event may have happened elsewhere."""
    placed = tuple((name, role) for name, role in placed if _is_place(name, page))
    others = [name for name in page.toponyms if name.sentence == event.sentence.index and _is_told(name, page)]
    if others:  # the sentence has gone on to another place, though not one of this event
        placed = tuple((name, role) for name, role in placed if not any(_elsewhere_than(name, one) for one in others))
    if not placed or _TAKEN_UP.search(event.sentence.text.lower()):
        return placed
    if by_habit(event.trigger):
        return ()
    if event.type in _ANYWHERE:
        return tuple((name, role) for name, role in placed if rank(name) == 0)
    away = _of_another_time(event, placed, page, period) or (not _pointed_at(event) and _elsewhere(event, placed))
    return tuple((name, role) for name, role in placed if rank(name) == 0) if away else placed


def _elsewhere(event: EventDraft, placed: Placed) -> bool:
    return _apart(placed) or (event.type in _MOVES and _names_another(event))


def _is_place(name: Toponym, page: Page) -> bool:
    """No country but the one the page is of, and nothing that stands in the name of a body or a paper."""
    sentence = page.sentences[name.sentence]
    at = name.start - sentence.start
    if any(_is_part_of(name, found, at) for found in known_actors().find(sentence.text)):
        return False
    codes = Counter(code for _, _, code in page.countries)
    return rank(name) > 0 or not codes or 2 * codes[name.country or ""] >= max(codes.values())


def _elsewhere_than(name: Toponym, other: Toponym) -> bool:
    """Neither contains the other, as far as the gazetteer knows both."""
    return holds(name, other) is False and holds(other, name) is False and name.place != other.place


def _is_told(name: Toponym, page: Page) -> bool:
    return rank(name) > 0 and not name.aside and not name.dateline and _is_place(name, page)


def _is_part_of(name: Toponym, found: Found, at: int) -> bool:
    inside = found.start <= at < found.end
    return inside and (found.end - found.start > name.end - name.start or found.actor.type == "media")


def by_habit(trigger: Token) -> bool:
    """ "They have regularly attacked rebels": at no one place."""
    at = trigger
    for _ in range(_CLIMBS):
        if any(child.lower_ in _HABITS for child in children(at, "advmod")):
            return True
        if at.head == at or (is_verb(at) and at.dep_ in {"ccomp", "relcl", "advcl"}):
            return False
        at = at.head
    return False


def _pointed_at(event: EventDraft) -> bool:
    """ "The blast", "that attack", "the strikes destroyed": what was told before, or what it did."""
    words = [event.trigger, *clause.done_by(event.trigger)] if is_verb(event.trigger) else [event.trigger]
    return any(child.lower_ in _POINTING for word in words for child in children(word, "det")) and (
        event.noun
        or any(classes.is_event(word) or word.lemma_.lower() in lexicon().classes["bomb"] for word in words[1:])
    )


def _of_another_time(event: EventDraft, placed: Placed, page: Page, period: Period) -> bool:
    """Its own sentence dates it, far from the day of the page, and no time beside the places agrees."""
    start = period.start or period.end
    if start is None or page.dated is None or not told_here(period, event):
        return False
    if abs((first_day(start) - page.dated).days) <= _FAR:
        return False
    beside = {name.sentence for name, _ in placed}
    return not any(_agrees(timex, start) for timex in page.timexes if timex.sentence in beside)


def told_here(period: Period, event: EventDraft) -> bool:
    """The words of the period stand in the event's own sentence."""
    return bool(period.text) and str(period.text) in event.sentence.text


def _agrees(timex: Timex, start: str) -> bool:
    return any(edge is not None and edge[:7] == start[:7] for edge in (timex.first, timex.last))


def first_day(iso: str) -> date:
    """The first day of an ISO date at its own precision."""
    year, month, day = (*iso.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _apart(placed: Placed) -> bool:
    """Several places of which none contains the other: a list of where other things happened."""
    names = [name for name, _ in placed]
    return any(_elsewhere_than(one, other) for at, one in enumerate(names) for other in names[at + 1 :])


def _names_another(event: EventDraft) -> bool:
    """ "Seized its eastern half", "advanced into rebel territory": its own words say where, without a name."""
    verb = event.trigger
    aimed = [*(clause.done_to(verb) if is_verb(verb) else clause.behind(verb, "of")), *clause.behind(verb, *_ONTO)]
    return any("place" in classes.classes_of(noun, frozenset()) for noun in aimed)
