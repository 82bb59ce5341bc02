"""Whether the day that another sentence tells is the day of an event whose own sentence tells none."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.extract.draft import Page, Timex
from dateline.extract.event import classes
from dateline.extract.event.carry import first_day, points_at
from dateline.extract.event.clause import behind
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.spoken_of import in_a_writing
from dateline.extract.event.within import verb_of
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import hold
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period, ResolvedPlace
from dateline.model.words import EventType
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_A_DAY = len("2024-11-28")
_MANY = 1000
"""Days where they are not known."""
_SINCE = frozenset({"since", "after", "following"})
_BESIDES = word_set("event_times_en", "times", "besides")
_RETELLS = word_set("event_times_en", "times", "retells") | word_set("event_times_en", "times", "deals")
_OPENING = 3
"""Words that open a sentence."""
_CAPTION = re.compile(
    r"\b(?:photo|picture|image|frame|photograph|video|footage)s?,? (?:taken|made|shot|released|provided)\b", re.I
)
_FAR_KM = 100.0
"""Kilometres from which on what happened elsewhere is of a day of its own."""
_NEWS = timedelta(days=10)
"""Between the day of a page and the day of what it tells as news."""
_PRESENT = frozenset({"is", "are", "am"})
_NEAR = 2
"""Sentences back to the day of what "the attack" means."""
_AGREED: frozenset[EventType] = frozenset({"siege", "talks", "ceasefire"})
"""What lasts beyond the day of which its page tells."""
LASTING: frozenset[EventType] = frozenset({"armed_clash", "siege", "protest", "talks", "ceasefire"})


def goes_on(period: Period, event: EventDraft, page: Page) -> bool:
    """The period of another sentence is the event's: the day of what its own word points at, or of the sentence right
    before, which it goes on from; of a sentence behind it only a day near the page's."""
    at = [s.index for s in page.sentences if str(period.text) in s.text]
    before = max((index for index in at if index < event.sentence.index), default=None)
    start, end = str(period.start), str(period.end)
    one_day = len(start) == len(end) == _A_DAY and (start == end or period.precision == "day" or _days(period) <= 1)
    if event.type in _AGREED:
        return False
    if before is None:
        later = min((index for index in at if index > event.sentence.index), default=None)
        apart = later is not None and (
            _besides(period, page.sentences[later])
            or _elsewhere(event, later, page)
            or _of_the_telling(period, later, page)
        )
        return one_day and _near_page(start, page) and not (apart or _described(event))
    if _in_other_parts(event.sentence) or _by_the_way(event.trigger) or _of_the_telling(period, before, page):
        return False
    if points_at(event) and event.type not in LASTING:
        return event.sentence.index - before <= (_NEAR if event.noun else 1)
    if not one_day or event.sentence.index - before > 1 or _told_before(event.trigger) or _goes_on_now(event.trigger):
        return False
    return not (_of_somebody(period, before, page) or _elsewhere(event, before, page))


def _near_page(day: str, page: Page) -> bool:
    """A day within some of that of the page; True where the page has none."""
    return page.dated is None or abs(first_day(day) - page.dated) <= _NEWS


def _besides(period: Period, sentence: Sentence) -> bool:
    """ "Rebels also shelled X on Monday": told beside what the page is about. A caption has a day of its own."""
    told = sentence.text[: sentence.text.index(str(period.text))].lower().split()
    return _in_other_parts(sentence) or "also" in told or _CAPTION.search(sentence.text) is not None


def _in_other_parts(sentence: Sentence) -> bool:
    """ "In other parts of the province two men were beheaded": told beside what the sentence before told."""
    first = [token.lower_ for token in sentence.tokens][:_OPENING]
    return not _BESIDES.isdisjoint(first)


def _by_the_way(trigger: Token) -> bool:
    """ "Such tolls are common in the aftermath of attacks", "rebels fighting the army": of no day."""
    verb = verb_of(trigger)
    if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} and trigger.dep_ == "pobj" and trigger.tag_ == "NNS":
        return not children(trigger, "det")
    return trigger.dep_ == "acl" and trigger.tag_ == "VBG" and trigger.lemma_ in {"fight", "battle"}


def _of_the_telling(period: Period, index: int, page: Page) -> bool:
    """In its sentence the day is that of a statement, of a toll that rose or of an answer to what happened."""
    for timex in _told_at(period, index, page):
        held = hold(timex, page.sentences[index])
        verb = held.governor.lemma_.lower() if held is not None and is_verb(held.governor) else ""
        if in_a_writing(timex, page.sentences[index]) or verb in _RETELLS:
            return True
    return False


def _told_at(period: Period, index: int, page: Page) -> list[Timex]:
    """The time expressions of a sentence that the words of a period can be."""
    return [t for t in page.timexes if t.sentence == index and str(period.text).endswith(t.text)]


def _described(event: EventDraft) -> bool:
    """ "Massacred troops taken hostage": told of somebody before, and not of the moment."""
    return not event.sentence.headline and event.trigger.dep_ == "acl" and event.trigger.tag_ == "VBN"


def _goes_on_now(trigger: Token) -> bool:
    """ "Both are carrying out strikes": now, not on the day told before."""
    verb = verb_of(trigger)
    return verb.tag_ == "VBG" and any(child.lower_ in _PRESENT for child in verb.children if child.dep_ == "aux")


def _of_somebody(period: Period, index: int, page: Page) -> bool:
    """In its sentence the day stands in a clause that describes somebody or something ("X, where N died in May")."""
    sentence = page.sentences[index]
    for timex in _told_at(period, index, page):
        held = hold(timex, sentence)
        at = held.governor if held is not None else None
        while at is not None and at.head != at:
            if at.dep_ == "relcl" and not any(map(classes.is_event, (at.head, *behind(at.head, "of")))):
                return True
            at = at.head
    return False


def _elsewhere(event: EventDraft, index: int, page: Page) -> bool:
    """The sentence of the day tells of places far from the event's own, which does not point back."""
    there, here = (
        [n.place for n in page.toponyms if n.sentence == i and n.place and n.place.admin1 and not n.aside]
        for i in (index, event.sentence.index)
    )
    return bool(there) and bool(here) and all(far_apart(one, other) for one in there for other in here)


def far_apart(one: ResolvedPlace | None, other: ResolvedPlace | None) -> bool:
    """Two places of different provinces, too far from each other for one to be in the other."""
    from dateline.gazetteer import distance_km

    if one is None or other is None or one.admin1 == other.admin1 or None in (one.lat, one.lon, other.lat, other.lon):
        return False
    return distance_km(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0) > _FAR_KM


def _days(period: Period) -> int:
    """Days between both ends; many where they are not known to the day."""
    start, end = str(period.start), str(period.end)
    if len(start) != _A_DAY or len(end) != _A_DAY:
        return _MANY
    return (first_day(end) - first_day(start)).days


def _told_before(trigger: Token) -> bool:
    """ "Has been hit several times before", "after rebels were ousted": of an earlier time than the sentence."""
    if any(child.lower_ in {"before", "previously", "earlier", "since"} for child in trigger.children):
        return True
    above = [trigger, *trigger.ancestors]
    return any(child.lower_ in _SINCE for verb in above for child in children(verb, "mark"))
