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
from dateline.extract.event.own_day import deed_above, is_stamp, own_day
from dateline.extract.event.within import verb_of
from dateline.extract.source.nouns import is_temporal
from dateline.extract.time.attach import hold
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period
from dateline.model.words import EventType
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOMENTS: frozenset[EventType] = frozenset({"explosion", "killing", "attack_on_civilians", "abduction"})
_STRIKES: frozenset[EventType] = frozenset({"air_strike", "shelling"})
_SINCE = frozenset({"since", "after", "following"})
_CLIMBS = 6
_OTHERS = word_set("event_times_en", "times", "others")
_AHEAD = timedelta(days=31)
_FAR_AHEAD = timedelta(days=240)
"""Beyond it a day without a year is one that is past: "launched an offensive to retake X on 22 September"."""
_BEGINS = word_set("event_times_en", "times", "begins")
_ENDS = word_set("event_times_en", "times", "ends")
_DESPITE = frozenset({"despite", "amid", "under"})
_LEAST = frozenset({"least", "most"})
_AGE = re.compile(r"\bold$|^for (?:the|a) day$|-(?:year|month|week|day)s?\b(?:-old)?$", re.IGNORECASE)
_COUNT = re.compile(r"\b[A-Z][a-z]+ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$")
_A_DAY = len("2024-11-28")
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_UP_TO = ("up to ", "until ", "till ", "before ")
_OCCASIONS = word_set("event_times_en", "times", "occasions")
_UNITS = word_set("event_times_en", "times", "units")
_SO_FAR = word_set("event_words_en", "when", "so_far")


def period_of_event(period: Period, event: EventDraft, page: Page) -> Period:
    """The period that the rule book of figures gives, closed where the event is what others are told to follow.

    "Hundreds have fled since rebels seized X in May": seized in May, not ever since. What takes a moment ("a bombing
    that killed ten in May") has no open end, unless its sentence says "since".
    """
    if period == Period():
        return own_day(event, page)
    if _is_age(period, event):
        return Period()
    if period.start is None and period.end is None and (own := own_day(event, page)) != Period():
        return own  # "two days after the raid on Friday": the words that nobody can resolve come first
    if _ever_since(period, event):
        return replace(period, end=None)
    here = told_here(period, event)
    if _of_a_stamp(period, page, event.sentence.index if here else None):
        return own_day(event, page)
    if not here and (own := own_day(event, page)) != Period():
        return own
    if not here and (_others_than_told(event.trigger) or _long_open(period) or not goes_on(period, event, page)):
        return Period()
    began = here and event.type in LASTING and _began(period, event, page)
    if here and _of_another_noun(str(period.text), event):
        return Period()
    if here and of_another_clause(period, event, page):
        return own_day(event, page)
    if here and (
        (period.end is not None and by_habit(event.trigger))
        or (_so_long(event) and not began)
        or _through(period, event)
    ):
        return Period()
    if here and (_of_the_deed(period, event, page) or _first_since(period, event)):
        return Period()
    if _said_so_far(period, event) or _to_come(period, event, page.latest):
        return Period()
    period = _owned(_late(_counted(period)), event)
    if began:
        return replace(period, end=None)
    if period.start is None or period.end is not None:
        return period
    since = any(token.lower_ == "since" for token in event.sentence.tokens)
    on_a_day = event.type in _STRIKES and str(period.text).lower().startswith("on ")
    moment = (event.type in _MOMENTS or on_a_day) and not since
    return replace(period, end=period.start) if moment or _in_a_since(event.trigger) else period


def _ever_since(period: Period, event: EventDraft) -> bool:
    """ "Since Monday, when the truce ended, air strikes have killed 300": all those since, not that day's."""
    text = str(period.text)
    if not (event.noun and text.startswith("Since ") and event.sentence.text.startswith(text)):
        return False
    behind = (token for token in event.sentence.tokens if token.i > event.trigger.i and token.tag_ in _TENSED)
    verb = next(behind, None)
    return verb is not None and verb.lower_ in {"have", "has"} and verb.dep_ == "aux"


def _of_a_stamp(period: Period, page: Page, index: int | None) -> bool:
    """The words are the page's own date, in the sentence of that index or, with None, in any."""
    text = str(period.text)
    told = [t for t in page.timexes if t.text == text and index in (None, t.sentence)]
    return bool(told) and all(is_stamp(timex, page) for timex in told)


def _is_age(period: Period, event: EventDraft) -> bool:
    """ "The five-year-old conflict", "until 2 am [2300 GMT Monday]", "left for the day", the date of a
    post that was copied in front of the sentence: no time of what happened."""
    text, here = str(period.text), event.sentence.text
    if _AGE.search(text):
        return True
    at = here.find(text)
    behind = here[at + len(text) :]
    of_a_post = here[:at].endswith(") ") and re.match(r" [\"“]?[A-Z]", behind) is not None
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
    """ "The first blast since the war began in May", "the most lethal since": such a one, not ever since."""
    if not str(period.text).lower().startswith("since") and period.end is not None:
        return False
    said = [event.trigger, *children(event.trigger, "dobj", "attr")]
    near = [word for one in said for child in one.children for word in (child, *child.children)]
    return "since" in event.sentence.text.lower() and any(_most(word) for word in near)


def _most(word: Token) -> bool:
    """ "Deadliest", "most lethal", "first"; not "at least"."""
    if word.tag_ == "RBS" or word.lower_ in _LEAST:
        return word.head.pos_ == "ADJ"
    return word.tag_ == "JJS" or word.lower_ == "first"


def _so_long(event: EventDraft) -> bool:
    """ "Broke a months-long siege on Friday", "to lift the siege": what has lasted was not on that day."""
    if event.type in LASTING and event.trigger.dep_ == "dobj" and event.trigger.head.lemma_.lower() in _ENDS:
        return True
    if _latest_of(event.trigger):
        return True
    return event.noun and any(child.lower_.rpartition("-")[2] == "long" for child in event.trigger.children)


def _latest_of(noun: Token) -> bool:
    """ "The latest in a spate of blasts": those of many days."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    within = of.head.head if of is not None and of.head.dep_ == "pobj" else None
    return within is not None and within.lower_ == "in" and within.head.lower_ in {"latest", "first", "last", "second"}


def _through(period: Period, event: EventDraft) -> bool:
    """ "Ten were killed on Monday despite a ceasefire": a truce or a siege, in force also that day, has others."""
    at = event.trigger
    one_day = period.start is not None and period.start == period.end and len(period.start) == _A_DAY
    return one_day and event.type in {"ceasefire", "siege"} and at.dep_ == "pobj" and at.head.lower_ in _DESPITE


def _began(period: Period, event: EventDraft, page: Page) -> bool:
    """ "A siege that began on Sunday": from then on."""
    timex = timex_of(period, event, page)
    held = hold(timex, event.sentence) if timex is not None and period.start is not None else None
    return held is not None and held.governor.head == event.trigger and held.governor.lemma_ in _BEGINS


def _of_the_deed(period: Period, event: EventDraft, page: Page) -> bool:
    """ "Mounted an attack on Thursday to take X", "to take X on Thursday": the day of what was done, not that of what
    was yet to come."""
    if event.modality != "planned":
        return False
    timex = timex_of(period, event, page)
    held = hold(timex, event.sentence) if timex is not None else None
    if held is None:
        return False
    if held.governor == event.trigger:
        return deed_above(event.trigger) is not None
    verb = verb_of(held.governor)
    if verb == event.trigger or verb.tag_ not in {"VBD", "VBN"}:
        return False
    return deed_above(event.trigger) is not None or not any(up == event.trigger for up in verb.ancestors)


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
