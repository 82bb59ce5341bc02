"""When an event was: what it began is not how long it went on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.extract.draft import Page
from dateline.extract.event.carry import by_habit, first_day, told_here
from dateline.extract.event.dated import of_another_clause, timex_of
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.goes_on import LASTING, goes_on
from dateline.extract.event.own_day import own_day
from dateline.extract.event.within import verb_of
from dateline.extract.source.nouns import is_temporal
from dateline.extract.time.attach import hold
from dateline.extract.trigger.grammar import is_verb
from dateline.model import Period
from dateline.model.words import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOMENTS: frozenset[EventType] = frozenset({"explosion", "killing", "attack_on_civilians", "abduction"})
_STRIKES: frozenset[EventType] = frozenset({"air_strike", "shelling"})
_SINCE = frozenset({"since", "after", "following"})
_CLIMBS = 6
_OTHERS = frozenset(
    {
        "previous",
        "earlier",
        "past",
        "other",
        "several",
        "repeated",
        "similar",
        "occasional",
        "further",
        "future",
        "many",
    }
)
_AHEAD = timedelta(days=31)
_FAR_AHEAD = timedelta(days=240)
"""Beyond it a day without a year is one that is past: "launched an offensive to retake X on 22 September"."""
_SPOKEN = frozenset(
    {
        "report",
        "concern",
        "claim",
        "allegation",
        "accusation",
        "charge",
        "investigation",
        "inquiry",
        "doubt",
        "responsibility",
        "enquiry",
        "probe",
        "talk",
        "debate",
        "outrage",
        "condemnation",
        "resolution",
        "session",
        "video",
        "footage",
    }
)
_SHORT = 3
_BEGINS = frozenset({"begin", "start", "erupt", "flare", "break"})
_AGE = re.compile(r"\bold$|^for (?:the|a) day$|-(?:year|month|week|day)s?\b(?:-old)?$", re.IGNORECASE)
_COUNT = re.compile(r"\b[A-Z][a-z]+ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$")
_A_DAY = len("2024-11-28")
_UP_TO = ("up to ", "until ", "till ", "before ")
_WORD = re.compile(r"\w+")
_OCCASIONS = frozenset({
    "poll", "election", "vote", "meeting", "deadline", "session", "summit", "referendum", "conference", "deal",
    "agreement", "resolution", "anniversary", "statement", "report",
})  # fmt: skip
_UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_SO_FAR = frozenset({"so far", "now", "by now", "until now", "till now", "to date", "yet"})


def period_of_event(period: Period, event: EventDraft, page: Page) -> Period:
    """The period that the rule book of figures gives, closed where the event is what others are told to follow.

    "Hundreds have fled since rebels seized X in May": seized in May, not ever since. What takes a moment ("a bombing
    that killed ten in May") has no open end, unless its sentence says "since".
    """
    if period == Period():
        return own_day(event, page)
    if _is_age(period, event):
        return Period()
    here = told_here(period, event)
    if not here and (own := own_day(event, page)) != Period():
        return own
    if not here and (_others_than_told(event.trigger) or _long_open(period) or not goes_on(period, event, page)):
        return Period()
    if here and _of_another_noun(str(period.text), event):
        return Period()
    if here and of_another_clause(period, event, page):
        return own_day(event, page)
    if here and ((period.end is not None and by_habit(event.trigger)) or _so_long(event)):
        return Period()
    if here and (_of_the_deed(period, event, page) or _first_since(period, event)):
        return Period()
    if _said_so_far(period, event) or _to_come(period, event, page.latest) or (here and _of_the_telling(period, event)):
        return Period()
    period = _owned(_late(_counted(period)), event)
    if here and event.type in LASTING and _began(period, event, page):
        return replace(period, end=None)
    if period.start is None or period.end is not None:
        return period
    since = any(token.lower_ == "since" for token in event.sentence.tokens)
    on_a_day = event.type in _STRIKES and str(period.text).lower().startswith("on ")
    moment = (event.type in _MOMENTS or on_a_day) and not since
    return replace(period, end=period.start) if moment or _in_a_since(event.trigger) else period


def _is_age(period: Period, event: EventDraft) -> bool:
    """ "The five-year-old conflict", "until 2 am [2300 GMT Monday]", "left for the day", the date of a
    post that was copied in front of the sentence: no time of what happened."""
    text, here = str(period.text), event.sentence.text
    if _AGE.search(text):
        return True
    at = here.find(text)
    behind = here[at + len(text) :]
    of_a_post = here[:at].endswith(") ") and behind[:1] == " " and behind[1:2].isupper()
    return at > 0 and (here[at - 1] == "[" or behind.startswith("-old") or of_a_post)


def _counted(period: Period) -> Period:
    """ "In March two blasts": the number counts what follows, and is no day."""
    if period.start is None or len(period.start) != _A_DAY or not _COUNT.search(str(period.text)):
        return period
    month = period.start[: len("2024-11")]
    return replace(period, start=month, end=month, precision="month")


def _late(period: Period) -> Period:
    """ "Late on Monday": on that day, not until it."""
    late = period.start is None and str(period.text).lower().startswith("late ")
    return replace(period, start=period.end) if late else period


def _owned(period: Period, event: EventDraft) -> Period:
    """ "The hours leading up to Friday's attacks": the attacks were on that day, not until it."""
    text, here = str(period.text), event.sentence.text
    if not event.noun or period.start is not None or period.end is None or not text.lower().startswith(_UP_TO):
        return period
    ends = here.rfind(text, 0, event.start - event.sentence.start)
    between = here[ends + len(text) : event.start - event.sentence.start] if ends >= 0 else "-"
    return replace(period, start=period.end) if re.fullmatch(r"(?:'?s)? (?:[a-z]+ ){0,2}", between) else period


def _first_since(period: Period, event: EventDraft) -> bool:
    """ "The first blast since the war began in May", "the deadliest since": such a one, not ever since."""
    since = period.end is None and "since" in event.sentence.text.lower()
    return since and any(child.tag_ == "JJS" or child.lower_ == "first" for child in event.trigger.children)


def _so_long(event: EventDraft) -> bool:
    """ "Broke a months-long siege on Friday": what has lasted was not on that day."""
    return event.noun and any(child.lower_.rpartition("-")[2] == "long" for child in event.trigger.children)


def _began(period: Period, event: EventDraft, page: Page) -> bool:
    """ "A siege that began on Sunday": from then on."""
    timex = timex_of(period, event, page)
    held = hold(timex, event.sentence) if timex is not None and period.start is not None else None
    return held is not None and held.governor.head == event.trigger and held.governor.lemma_ in _BEGINS


def _of_the_deed(period: Period, event: EventDraft, page: Page) -> bool:
    """ "Mounted an attack on Thursday to take X": the day of what was done, not that of what was yet to come."""
    if event.modality != "planned":
        return False
    timex = timex_of(period, event, page)
    held = hold(timex, event.sentence) if timex is not None else None
    if held is None or held.governor == event.trigger:
        return False
    verb = verb_of(held.governor)
    return verb.tag_ == "VBD" and verb != event.trigger and not any(up == event.trigger for up in verb.ancestors)


def _others_than_told(trigger: Token) -> bool:
    """ "Previous attacks on X", "several attacks", "a truce is being discussed": not those of the day told before."""
    if any(child.lower_ in _OTHERS for child in trigger.children) or _measured(trigger):
        return True
    verb = trigger if is_verb(trigger) else trigger.head
    return any(child.lower_ == "being" for child in verb.children) or by_habit(trigger)


def _to_come(period: Period, event: EventDraft, dated: date | None) -> bool:
    """What has happened lies not ahead of the page: a day that was given the wrong year."""
    start = period.start
    if start is None or dated is None or not start[:4].isdigit():
        return False
    if event.modality not in {"asserted", "negated"}:
        return start[:4] not in str(period.text) and first_day(start) > dated + _FAR_AHEAD
    return first_day(start) > dated + _AHEAD


def _of_the_telling(period: Period, event: EventDraft) -> bool:
    """ "Raised concerns this month over reports of gas attacks": when it was spoken of, not when it was."""
    at, spoken = event.trigger, False
    if not event.noun:
        return False
    while not is_verb(at) and at.head != at:
        at = at.head
        spoken = spoken or at.lemma_.lower() in _SPOKEN
    if not spoken or not is_verb(at):
        return False
    own = {word.lower_ for word in event.trigger.subtree}
    return own.isdisjoint(word for word in _WORD.findall(str(period.text).lower()) if len(word) > _SHORT)


def _of_another_noun(text: str, event: EventDraft) -> bool:
    """ "A rally for the June 3 poll": the day of what is no event of ours."""
    start = event.sentence.start + event.sentence.text.index(text)
    words = event.sentence.tokens_in(start, start + len(text))
    if not words:
        return False
    last = next((word for word in words if word.head.i > words[-1].i and word.head.pos_ == "NOUN"), None)
    if last is None or last.dep_ not in {"compound", "nmod", "nummod"}:
        return False
    return last.head.i == words[-1].i + 1 and last.head.lemma_.lower() in _OCCASIONS


def _long_open(period: Period) -> bool:
    """ "Since 2012", told of something else before: how long that has lasted, not this."""
    return period.end is None and period.start is not None and len(period.start) < _A_DAY


def _measured(noun: Token) -> bool:
    """ "Nearly three weeks of clashes": as long as it says, not the day told before."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _UNITS


def _said_so_far(period: Period, event: EventDraft) -> bool:
    """ "Nobody has claimed the attack so far": up to when something is said is not when it happened."""
    text = (period.text or "").lower()
    if text == "present":  # "they are also present in X"
        return True
    return period.start is None and text in _SO_FAR and event.type not in LASTING


def _in_a_since(trigger: Token) -> bool:
    at = trigger
    for _ in range(_CLIMBS):
        if any(
            child.lower_ in _SINCE and child.dep_ == "mark" and not is_temporal(child.nbor()) for child in at.children
        ):
            return True
        if at.head == at or (is_verb(at) and at != trigger and at.dep_ in {"ccomp", "relcl"}):
            return False
        if at.dep_ == "pobj" and at.head.lower_ in _SINCE:
            return not is_temporal(at.head.nbor())  # "since Sunday shelling has killed ten"
        at = at.head
    return False
